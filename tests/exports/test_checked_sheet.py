"""A list sent back with its faults beside the rows: it reads again as it was."""

import io
from datetime import date

import openpyxl

from exports.checked_sheet import checked_sheet
from exports.received_workbook import read_workbook
from rules.cells import CellFault, SentSheet

TITLES = ("姓名", "身份证号", "入学时间")
SENT = SentSheet(
    "名单",
    (
        ("三班报名表", None, None),
        TITLES,
        ("李晓雨", "110101200803040015", date(2023, 9, 1)),
        ("王一", CellFault.FORMULA, 2023),
        (None, None, None),
    ),
)
HEADED = ("问题", "Problem")


def rows(data: bytes) -> list[tuple[object, ...]]:
    page = openpyxl.load_workbook(io.BytesIO(data)).active
    return [tuple(row) for row in page.iter_rows(values_only=True)]


def test_what_is_wrong_stands_first_in_its_row() -> None:
    heading, titles, good, wrong = rows(checked_sheet(SENT, 2, {4: "身份证号：是公式"}, HEADED))
    assert heading[0] == "三班报名表"
    assert titles == ("问题", *TITLES)
    assert good == (None, "李晓雨", "110101200803040015", "2023-09-01")
    assert wrong == ("身份证号：是公式", "王一", None, "2023")


def test_sent_again_it_is_the_same_list_and_the_old_remarks_are_gone() -> None:
    again = read_workbook(checked_sheet(SENT, 2, {3: "照片不清楚"}, HEADED))
    assert again.rows[1] == ("问题", *TITLES)
    sent_back = rows(checked_sheet(again, 2, {}, HEADED))
    assert sent_back[1] == ("问题", *TITLES)
    assert sent_back[2][1:] == ("李晓雨", "110101200803040015", "2023-09-01")
    assert sent_back[2][0] is None


def test_no_cell_becomes_a_formula() -> None:
    sent = SentSheet("x", (("姓名",), ("=1+1",)))
    page = openpyxl.load_workbook(io.BytesIO(checked_sheet(sent, 1, {2: "=2"}, HEADED))).active
    assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "inlineStr"}
