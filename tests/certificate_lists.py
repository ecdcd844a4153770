"""Lists of certificates as offices keep them."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from tests.people import id_number

TITLES = (
    "序号",
    "姓名",
    "身份证号",
    "证书编号",
    "职业名称",
    "工种",
    "职业技能等级",
    "发证日期",
    "发证单位",
    "备注栏",
)
GOOD = (
    (
        "1",
        "李晓雨",
        "11010519491231002X",
        "S000032000267244000001",
        "焊工",
        "电焊工",
        "四级/中级工",
        "2024-06-11",
        "机械中心",
        "x",
    ),
    (
        "2",
        "阿依古丽·买买提",
        "110105194912310038",
        "S000032000267245000002",
        "焊工",
        "",
        "初级",
        "2024/6/11",
        "机械中心",
        "",
    ),
    (
        "3",
        "王五",
        id_number(date(2000, 1, 1), region="650105", serial=1),
        "S000032000267244000003",
        "焊工",
        "电焊工",
        "4",
        "20240611",
        "机械中心",
        "",
    ),
)


def csv_file(file: Path, rows: Iterable[Sequence[str]], encoding: str = "utf-8") -> Path:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    file.write_bytes(text.getvalue().encode(encoding))
    return file


def workbook(file: Path, rows: Iterable[Sequence[Any]]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file


def repacked(file: Path, part: str, content: bytes) -> Path:
    """The workbook with one of its parts replaced."""
    with zipfile.ZipFile(file) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name, kept in (parts | {part: content}).items():
            new.writestr(name, kept)
    return file
