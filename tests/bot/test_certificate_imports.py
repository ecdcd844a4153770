"""Existing certificates taken from lists of any length: what is wrong is told, what is there stays, a kill loses nothing."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from bot.certificate_imports import CertificateList
from conversations.words import words
from exports import long_list
from rules.catalogue import Level, Programme
from rules.certificates import CertificateKind, CertificateState
from rules.findings import NotPossible, Refused
from store.certificate_imports import Progress
from store.certificates import Certificate
from store.unit import Store
from tests.bot.test_cli import assert_one_sentence, kaowu
from tests.certificate_lists import GOOD, TITLES, csv_file, repacked, workbook
from tests.conftest import both_databases

SAY = words("zh-CN")


@pytest.fixture
def database_url(request: pytest.FixtureRequest, sqlite_url: str) -> str:
    """SQLite, but for what is marked with both."""
    if getattr(request, "param", "sqlite") == "sqlite":
        return sqlite_url
    url: str = request.getfixturevalue("empty_postgresql_url")
    return url


def listed(store: Store, file: Path, **given: Any) -> CertificateList:
    return CertificateList(store, file, file.with_suffix(".report.csv"), SAY, **given)


def taken(store: Store, file: Path, **given: Any) -> Progress:
    return list(listed(store, file, **given).states())[-1].progress


def counts(progress: Progress) -> tuple[int, int, int, int]:
    """Added, known, differing, wrong."""
    return progress.added, progress.known, progress.differing, progress.wrong


def report(file: Path) -> list[list[str]]:
    text = file.with_suffix(".report.csv").read_text("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def changed(row: Sequence[str], **cells: str) -> list[str]:
    """A row with other cells under these titles."""
    return [cells.get(title, cell) for title, cell in zip(TITLES, row, strict=True)]


def held(store: Store, name: str, number: str) -> Certificate:
    with store.reading() as work:
        (found,) = work.certificates.find(name, None, number)
    return found


@both_databases
def test_every_field_is_taken_and_taken_again_nothing_changes(store: Store, tmp_path: Path) -> None:
    file = csv_file(tmp_path / "list.csv", [TITLES, *GOOD])
    assert counts(taken(store, file)) == (3, 0, 0, 0)
    assert not file.with_suffix(".report.csv").exists()
    assert held(store, "李晓雨", GOOD[0][3]) == Certificate(
        kind=CertificateKind.SKILL_LEVEL,
        number="S000032000267244000001",
        name="李晓雨",
        id_number="11010519491231002X",
        programme=Programme.SKILL_LEVEL,
        occupation_name="焊工",
        unit_name="电焊工",
        level=Level.FOUR,
        level_text="四级/中级工",
        issued_on=date(2024, 6, 11),
        issuer="机械中心",
        state=CertificateState.ISSUED,
    )
    assert counts(taken(store, file)) == (0, 3, 0, 0)
    other = csv_file(tmp_path / "other.csv", [TITLES, *reversed(GOOD)])
    assert counts(taken(store, other)) == (0, 3, 0, 0)


@both_databases
def test_what_differs_from_a_known_number_is_told_and_not_overwritten(
    store: Store, tmp_path: Path
) -> None:
    taken(store, csv_file(tmp_path / "first.csv", [TITLES, *GOOD]))
    other = changed(GOOD[0], 姓名="李晓云", 发证日期="2024-06-12")
    again = csv_file(tmp_path / "again.csv", [TITLES, other, GOOD[1]])
    assert counts(taken(store, again)) == (0, 1, 1, 0)
    titles, line = report(again)
    assert titles[:3] == ["行号", "问题", "序号"]
    assert line[0] == "2"
    assert "姓名、发证日期" in line[1]
    assert line[2:] == other
    assert held(store, "李晓雨", GOOD[0][3]).issued_on == date(2024, 6, 11)


def test_two_rows_with_one_number_are_one_certificate(store: Store, tmp_path: Path) -> None:
    other = changed(GOOD[0], 姓名="李晓云")
    file = csv_file(tmp_path / "list.csv", [TITLES, GOOD[0], GOOD[0], other, other])
    assert counts(taken(store, file, trial=True)) == (1, 1, 2, 0)
    assert counts(taken(store, file)) == (1, 1, 2, 0)


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ({"姓名": ""}, "姓名", "还没有"),
        ({"姓名": "李4"}, "姓名", "数字"),
        ({"身份证号": ""}, "身份证号", "没有填"),
        ({"身份证号": "1.10105E+17"}, "身份证号", "后面几位已经丢失"),
        ({"身份证号": "110105194912310021"}, "身份证号", "最后一位"),
        ({"证书编号": ""}, "证书编号", "没有填"),
        ({"证书编号": "1.2E+15"}, "证书编号", "后面几位已经丢失"),
        ({"证书编号": "?"}, "证书编号", "字母和数字"),
        ({"职业名称": "", "工种": ""}, "工种", "没有填"),
        ({"职业技能等级": "四级/高级工"}, "职业技能等级", "等级看不懂"),
        ({"发证日期": ""}, "发证日期", "没有填"),
        ({"发证日期": "2024-13-01"}, "发证日期", "日期看不懂"),
        ({"发证日期": "2126-01-01"}, "发证日期", "之间"),
        ({"发证单位": "=cmd|' /C calc'!A0"}, "发证单位", "公式"),
        ({"发证单位": "机" * 201}, "发证单位", "最多 200"),
        ({"发证单位": "机\x00械"}, "发证单位", "控制字符"),
    ],
)
def test_a_wrong_cell_is_named_with_its_column_and_the_rest_is_taken(
    store: Store, tmp_path: Path, cells: dict[str, str], column: str, reason: str
) -> None:
    bad = changed(GOOD[0], **cells)
    file = csv_file(tmp_path / "list.csv", [TITLES, bad, GOOD[1]])
    assert counts(taken(store, file)) == (1, 0, 0, 1)
    _, line = report(file)
    assert line[0] == "2"
    assert f"“{column}”" in line[1]
    assert reason in line[1]


def test_everything_wrong_with_a_row_is_said_at_once(store: Store, tmp_path: Path) -> None:
    bad = changed(GOOD[0], 姓名="", 发证日期="?", 职业技能等级="?")
    file = csv_file(tmp_path / "list.csv", [TITLES, bad])
    taken(store, file)
    assert report(file)[1][1].count("“") == 3


def test_the_report_cannot_become_a_formula(store: Store, tmp_path: Path) -> None:
    bad = changed(GOOD[0], 姓名="=1+1", 备注栏="@SUM(A1)", 发证单位="+1")
    file = csv_file(tmp_path / "list.csv", [TITLES, bad])
    taken(store, file)
    line = report(file)[1]
    assert not any(cell.startswith(("=", "+", "@")) for cell in line)


def test_texts_kept_texts_for_excel_are_what_they_hold(store: Store, tmp_path: Path) -> None:
    row = changed(GOOD[0], 身份证号='="11010519491231002X"', 证书编号=f"{GOOD[0][3]}\t")
    assert taken(store, csv_file(tmp_path / "list.csv", [TITLES, row])).added == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_every_encoding_an_office_saves_in_is_read(
    store: Store, tmp_path: Path, encoding: str
) -> None:
    file = csv_file(tmp_path / "list.csv", [TITLES, *GOOD], encoding)
    assert taken(store, file).added == 3


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_columns_may_be_parted_otherwise(store: Store, tmp_path: Path, delimiter: str) -> None:
    file = tmp_path / "list.csv"
    file.write_text("\n".join(delimiter.join(row) for row in (TITLES, *GOOD)))
    assert taken(store, file).added == 3


def test_a_workbook_is_read_with_headings_dates_and_empty_rows(
    store: Store, tmp_path: Path
) -> None:
    rows = [
        ["2024 年证书名单"],
        [],
        TITLES,
        [*GOOD[0][:7], date(2024, 6, 11), *GOOD[0][8:]],
        [],
        [*GOOD[1][:7], 20240611, *GOOD[1][8:]],
        [*GOOD[2][:2], 110105200001010017, *GOOD[2][3:]],
    ]
    file = workbook(tmp_path / "list.xlsx", rows)
    one = listed(store, file)
    assert one.unused == ("备注栏",)
    assert counts(list(one.states())[-1].progress) == (2, 0, 0, 1)
    assert held(store, "李晓雨", GOOD[0][3]).issued_on == date(2024, 6, 11)
    assert held(store, "阿依古丽·买买提", GOOD[1][3]).issued_on == date(2024, 6, 11)
    line = report(file)[1]
    assert line[0] == "7"
    assert "后面几位已经丢失" in line[1]


def test_merged_cells_and_broken_formulas_are_named(store: Store, tmp_path: Path) -> None:
    file = workbook(tmp_path / "list.xlsx", [TITLES, *GOOD])
    sheet = "xl/worksheets/sheet1.xml"
    import zipfile

    with zipfile.ZipFile(file) as book:
        xml = book.read(sheet)
    import re

    merged = re.sub(rb'<c r="E3"[^>]*>.*?</c>|<c r="F3"[^>]*>.*?</c>', b"", xml)
    broken = re.sub(rb'<c r="B4"[^>]*>.*?</c>', b'<c r="B4" t="e"><v>#REF!</v></c>', merged)
    assert counts(taken(store, repacked(file, sheet, broken))) == (1, 0, 0, 2)
    lines = {line[0]: line[1] for line in report(file)[1:]}
    assert "先拆开" in lines["3"]
    assert "出错的公式" in lines["4"]


def test_the_kind_is_told_by_a_column_by_the_number_or_by_the_caller(
    store: Store, tmp_path: Path
) -> None:
    """Numbers that begin like ours may be of two kinds."""
    ours = changed(GOOD[0], 证书编号="2449284267400001")
    file = csv_file(tmp_path / "list.csv", [TITLES, ours])
    assert taken(store, file).wrong == 1
    assert taken(store, file, kind=CertificateKind.CAPABILITY).added == 1
    old = [[*TITLES, "证书类别", "状态"], [*ours, "职业资格证书", "注销"]]
    assert taken(store, csv_file(tmp_path / "old.csv", old)).added == 1
    with store.reading() as work:
        first, second = work.certificates.find("李晓雨", "11010519491231002X")
    assert {first.kind, second.kind} == {
        CertificateKind.CAPABILITY,
        CertificateKind.OLD_QUALIFICATION,
    }
    assert CertificateState.REVOKED in {first.state, second.state}


@pytest.mark.parametrize(
    ("titles", "key"),
    [
        (["甲", "乙"], "list-no-titles"),
        (["姓名", "身份证号", "证书编号"], "list-columns-missing"),
        ([*TITLES, "姓 名*"], "list-columns-twice"),
    ],
)
def test_a_list_without_the_columns_it_needs_is_refused_before_anything(
    store: Store, tmp_path: Path, titles: list[str], key: str
) -> None:
    file = csv_file(tmp_path / "list.csv", [titles, ["x"] * len(titles)])
    with pytest.raises((Refused, NotPossible), match=key):
        listed(store, file)


def test_files_that_are_no_lists_are_refused(store: Store, tmp_path: Path) -> None:
    good = workbook(tmp_path / "good.xlsx", [TITLES, *GOOD]).read_bytes()
    bad = {
        "empty.csv": (b"", "list-empty"),
        "empty.xlsx": (workbook(tmp_path / "none.xlsx", []).read_bytes(), "list-no-titles"),
        "cut.xlsx": (good[: len(good) // 2], "workbook-unreadable"),
        "old.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "workbook-old"),
        "rubbish.csv": (bytes(range(256)) * 50, "list-"),
        "quote.csv": (f'{",".join(TITLES)}\n"'.encode() + b"x" * 200_000, "list-broken"),
    }
    for name, (content, key) in bad.items():
        file = tmp_path / name
        file.write_bytes(content)
        with pytest.raises((Refused, NotPossible), match=key):
            taken(store, file)


def test_a_bomb_is_refused_before_it_goes_off(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Small limits stand for large ones: too much unpacked, one endless row, a cell far away."""
    file = workbook(tmp_path / "list.xlsx", [TITLES, *GOOD])
    sheet = "xl/worksheets/sheet1.xml"
    monkeypatch.setattr(long_list, "LONGEST_ROW", 10_000)
    monkeypatch.setattr(long_list, "PIECE", 1000)
    for xml in (
        b'<sheetData><row r="1">' + b'<c r="A1"><v>1</v></c>' * 2000,
        b'<sheetData><row r="1"><c r="ZZZ1" t="str"><v>x</v></c></row></sheetData>',
    ):
        with pytest.raises(Refused, match="workbook-too-large"):
            listed(store, repacked(file, sheet, xml))
    monkeypatch.setattr(long_list, "LIMITS", long_list.LIMITS._replace(unpacked_bytes=1000))
    with pytest.raises(Refused, match="workbook-too-large"):
        listed(store, file)


def many(count: int) -> list[Sequence[str]]:
    """Rows of one person; every tenth without a day."""
    return [
        changed(
            GOOD[0],
            证书编号=f"S00003200026724{4:d}{n:06}",
            **({"发证日期": ""} if n % 10 == 0 else {}),
        )
        for n in range(1, count + 1)
    ]


@both_databases
def test_killed_anywhere_it_goes_on_and_comes_to_the_same_end(store: Store, tmp_path: Path) -> None:
    """A generator that is left stands for the kill: what was not committed never was."""
    rows = [TITLES, *many(900)]
    whole = csv_file(tmp_path / "whole.csv", rows)
    expected = taken(store, whole, trial=True)
    assert counts(expected) == (810, 0, 0, 90)
    wanted = report(whole)
    done = 0
    while True:
        one = listed(store, whole)
        states = list(islice(one.states(), 1))
        part = whole.with_name("whole.report.csv.part")
        if states[0].done == 1.0:
            break
        assert states[0].progress.rows > done
        done = states[0].progress.rows
        with part.open("ab") as torn:
            torn.write("写到一半".encode())
    assert states[0].progress == expected
    assert report(whole) == wanted
    with store.reading() as work:
        assert len(work.certificates.find(GOOD[0][1], GOOD[0][2])) == 810


def test_without_its_report_a_killed_one_begins_anew(store: Store, tmp_path: Path) -> None:
    file = csv_file(tmp_path / "list.csv", [TITLES, *many(500)])
    next(listed(store, file).states())
    file.with_name("list.report.csv.part").unlink()
    progress = taken(store, file)
    assert progress.added + progress.known == 450
    assert len(report(file)) == 51


def test_a_list_is_taken_by_one_at_a_time(store: Store, tmp_path: Path) -> None:
    file = csv_file(tmp_path / "list.csv", [TITLES, *many(900)])
    first, second = listed(store, file).states(), listed(store, file).states()
    next(first)
    next(second)
    with pytest.raises(NotPossible, match="list-taken-elsewhere"):
        next(first)


def test_a_trial_changes_nothing(store: Store, tmp_path: Path) -> None:
    file = csv_file(tmp_path / "list.csv", [TITLES, *GOOD])
    assert counts(taken(store, file, trial=True)) == (3, 0, 0, 0)
    with store.reading() as work:
        assert work.certificates.find("李晓雨", GOOD[0][2]) == ()


def test_names_and_numbers_do_not_stand_in_the_database(store: Store, tmp_path: Path) -> None:
    taken(store, csv_file(tmp_path / "list.csv", [TITLES, *GOOD]))
    with store.reading() as work:
        rows = work.connection.exec_driver_sql("SELECT * FROM certificates").all()
    told = repr(rows)
    for private in ("李晓雨", "11010519491231002X"):
        assert private not in told


def test_the_command_tells_counts_and_where_to_read_on_and_no_names(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert kaowu("migrate", "--data", data).returncode == 0
    bad = changed(GOOD[0], 发证日期="")
    file = csv_file(tmp_path / "list.csv", [TITLES, bad, GOOD[1]])
    trial = kaowu("import", "certificates", file, "--dry-run", "--data", data)
    assert trial.returncode == 1
    assert "1 would be added" in trial.stdout
    ran = kaowu("import", "certificates", file, "--data", data)
    assert ran.returncode == 1
    assert "1 were added, 0 are registered already, 0 differ" in ran.stdout
    assert "list-problems.csv" in ran.stdout
    assert "备注栏" in ran.stderr
    for private in (GOOD[0][1], GOOD[0][2], GOOD[1][1], GOOD[1][2]):
        assert private not in ran.stdout + ran.stderr
    assert (tmp_path / "list-problems.csv").stat().st_mode & 0o077 == 0
    gone = kaowu("import", "certificates", tmp_path / "none.csv", "--data", data)
    assert_one_sentence(gone, 1)
    assert_one_sentence(kaowu("import", "certificates", tmp_path, "--data", data), 1)
