"""Workbooks people send: read as typed cells, whatever stands in them, or refused with what to do."""

from datetime import date, datetime, time

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from exports.received_workbook import (
    MAX_BYTES,
    MAX_COLUMNS,
    MAX_ROWS,
    read_workbook,
)
from rules.cells import CellFault, SentSheet
from rules.findings import Refused
from tests.workbooks import package, saved, with_part, workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refusal(data: bytes, **limits: float) -> str:
    with pytest.raises(Refused) as refused:
        read_workbook(data, **limits)
    return refused.value.finding.key


def test_cells_come_as_what_they_are() -> None:
    row = [
        "电焊工",
        40,
        82.5,
        True,
        date(2026, 3, 1),
        datetime(2026, 3, 1, 9, 30),  # noqa: DTZ001 - Excel knows no zones
        None,
        "４０",
        0.5,
    ]
    sheet = read_workbook(workbook(["工种"], row))
    assert sheet == SentSheet(
        "Sheet",
        (
            ("工种", *[None] * 8),
            ("电焊工", 40, 82.5, True, date(2026, 3, 1), "2026-03-01 09:30", None, "４０", 0.5),
        ),
    )


def test_rows_keep_their_places_though_some_are_empty() -> None:
    sheet = read_workbook(workbook([], ["一"], [], [None, "二"]))
    assert sheet.rows == ((None, None), ("一", None), (None, None), (None, "二"))


def test_a_time_is_told_as_it_reads() -> None:
    assert read_workbook(workbook([time(9, 5)])).rows == (("09:05",),)


def test_a_long_number_stays_a_number_so_that_its_loss_is_seen() -> None:
    ((value,),) = read_workbook(workbook([110105194912310021])).rows
    assert isinstance(value, float)
    assert value > 1e15


def test_a_formula_nobody_computed_an_error_and_merged_cells_are_no_empty_cells() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["A2"] = "=1+1"
        sheet["B2"] = "#REF!"
        sheet["B2"].data_type = "e"
        sheet.merge_cells("A3:A4")
        sheet["A3"], sheet["B4"] = "焊工", 40
        sheet["C5"] = "=SUM(B2:B4)"

    sheet = read_workbook(workbook(["甲", "乙"], change=change))
    assert sheet.rows[1:] == (
        (CellFault.FORMULA, CellFault.ERROR, None),
        ("焊工", None, None),
        (CellFault.MERGED, 40, None),
        (None, None, CellFault.FORMULA),
    )


def test_a_formula_excel_computed_is_its_value() -> None:
    data = workbook(["=20+20"])
    computed = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1"><f>20+20</f><v>40</v></c>'
        b'<c r="B1" t="str"><f>""</f><v></v></c></row></sheetData></worksheet>'
    )
    sheet = read_workbook(with_part(data, "xl/worksheets/sheet1.xml", computed))
    assert sheet.rows[0][0] == 40
    assert CellFault.FORMULA not in sheet.rows[0]
    # Where a value has to be written by hand, it still is told from one.
    assert sheet.computed == {(0, 0), (0, 1)}


def test_the_first_visible_sheet_is_read() -> None:
    book = openpyxl.Workbook()
    book.active.sheet_state = "hidden"
    book.create_sheet("年度计划").append(["有"])
    book.create_sheet("说明").append(["无"])
    assert read_workbook(saved(book)) == SentSheet("年度计划", (("有",),))


def test_thousands_of_formatted_empty_rows_are_no_rows() -> None:
    def change(sheet: Worksheet) -> None:
        for row in range(2, 5000):
            sheet.cell(row, 1).number_format = "@"

    assert read_workbook(workbook(["一"], change=change)).rows == (("一",),)


def test_exactly_the_largest_sheet_is_read() -> None:
    rows = [["x"] * MAX_COLUMNS for _ in range(MAX_ROWS)]
    assert len(read_workbook(workbook(*rows)).rows) == MAX_ROWS


@pytest.mark.parametrize(
    "place", [f"A{MAX_ROWS + 1}", "BI1", "XFD1048576"], ids=["row", "column", "far corner"]
)
def test_a_cell_beyond_the_limits_is_refused_before_it_costs_memory(place: str) -> None:
    assert refusal(workbook(["x"], change=lambda s: s.__setitem__(place, "y"))) == (
        "workbook-too-large"
    )


def test_a_sheet_without_cells_is_refused() -> None:
    assert refusal(workbook()) == "workbook-empty"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"\xe5\xb7\xa5\xe7\xa7\x8d,40\n", "workbook-text"),
        (b"", "workbook-text"),
        (b"\x00\x01\x02", "workbook-kind"),
        (OLE + "Workbook".encode("utf-16-le"), "workbook-old"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "workbook-encrypted"),
        (package([("word/document.xml", b"<x/>")]), "workbook-kind"),
        (package([("xl/workbook.bin", b"")]), "workbook-old"),
        (with_part(workbook(["x"]), "xl/vbaProject.bin", b"macro"), "workbook-macros"),
        (workbook(["x"])[:-40], "workbook-unreadable"),
        (with_part(workbook(["x"]), "xl/workbook.xml", b"<no"), "workbook-unreadable"),
        (with_part(workbook(["x"]), "xl/worksheets/sheet1.xml", b"<no"), "workbook-unreadable"),
    ],
)
def test_what_is_no_workbook_is_refused_by_what_it_is(data: bytes, key: str) -> None:
    assert refusal(data) == key


def test_a_bomb_is_refused_by_its_size_unpacked() -> None:
    bomb = with_part(workbook(["x"]), "xl/worksheets/sheet2.xml", bytes(70_000_000))
    assert len(bomb) < MAX_BYTES
    assert refusal(bomb) == "workbook-too-large"


def test_a_file_over_the_limit_is_not_even_opened() -> None:
    assert refusal(bytes(MAX_BYTES + 1)) == "workbook-too-big"


def test_a_reader_out_of_time_costs_only_its_file() -> None:
    assert refusal(workbook(["x"]), timeout_s=0.001) == "workbook-too-slow"
    assert read_workbook(workbook(["x"])).rows == (("x",),)


def test_a_reader_out_of_memory_costs_only_its_file() -> None:
    assert refusal(workbook(["x"]), memory_bytes=1_000_000) == "workbook-unreadable"
