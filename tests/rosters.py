"""A station's own roster with pictures, for a batch of welders: made up, and as people send it."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from tests import pictures
from tests.people import id_number
from tests.store.office import SCHOOL
from tests.workbooks import package, workbook

BORN = date(2008, 3, 4)
TITLES = (
    *("姓名", "身份证号", "就读院校", "文化程度", "入学时间", "专业", "申报工种", "申报等级"),
    *("考生电话", "申报条件", "培训学时", "学习经历"),
)
STUDY = f"2020-09至2023-07 哈密第四中学 初中 3班；2023-09至今 {SCHOOL} 中专 23焊接1班"
NEEDED = ("", "身份证人像面", "身份证国徽面", "学生证", "学时证明")
"""What a student hands in; the photo has no word behind the number."""


def number(serial: int) -> str:
    return id_number(BORN, serial=serial)


def row(serial: int, **changes: object) -> list[object]:
    """A candidate for whom nothing is missing; `changes` by title."""
    cells: dict[str, object] = dict(
        zip(
            TITLES,
            (
                *("李晓雨", number(serial), SCHOOL, "中专", date(2023, 9, 1), "焊接技术应用"),
                *("电焊工", "四级", f"0902-22312{serial:02}", "", 420, STUDY),
            ),
            strict=True,
        )
    )
    return [({**cells, **changes})[title] for title in TITLES]


def listed(*rows: list[object]) -> bytes:
    return workbook(["三班报名"], TITLES, *rows)


def photos(*serials: int, words: tuple[str, ...] = NEEDED) -> dict[str, bytes]:
    """Files by name: different for each person, for two must not look alike."""
    return {name_of(serial, word): picture(serial, word) for serial in serials for word in words}


def name_of(serial: int, word: str) -> str:
    return f"{number(serial)}_{word}.jpg" if word else f"{number(serial)}.jpg"


@cache
def picture(serial: int, word: str) -> bytes:
    if not word:
        return pictures.portrait(826 + serial, 1062)
    return pictures.document(line=f"{word} {serial}")


def zipped(files: Mapping[str, bytes]) -> bytes:
    return package(files.items())
