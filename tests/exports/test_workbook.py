"""Workbooks: what is written is what is read back, whatever it looks like, however long it is."""

import io
import tracemalloc
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from exports import workbook
from exports.workbook import FONT, Column, Kind, Sheet

COLUMNS = (
    Column("姓名", 10),
    Column("证件号码", 20),
    Column("出生日期", 11, Kind.DATE),
    Column("学时", 6, Kind.NUMBER),
)
PERSON = ("张晓梅", "11010519491231002X", date(2007, 5, 12), 420)


def sheet(*rows, name="花名册", heading=(), columns=COLUMNS):
    return Sheet(name, columns, rows, heading)


def written(content: Sheet, **how):
    out = io.BytesIO()
    count = workbook.write(out, content, **how)
    out.seek(0)
    return openpyxl.load_workbook(out), count


def column_a(*texts):
    book, _ = written(Sheet("x", (Column("备注", 10),), ((text,) for text in texts)))
    return [cell for (cell,) in book.active.iter_rows(min_row=2)]


def test_titles_and_rows_are_read_back_as_they_were_given():
    book, count = written(sheet(PERSON))
    titles, row = book.active.iter_rows(values_only=True)
    assert titles == ("姓名", "证件号码", "出生日期", "学时")
    assert row[:2] == PERSON[:2]
    assert (row[2].date(), row[3]) == PERSON[2:]
    assert count == 1


@pytest.mark.parametrize(
    "number", ["11010519491231002X", "110105194912310021", "010-12345678", "0012"]
)
def test_numbers_of_people_stay_text(number: str):
    (cell,) = column_a(number)
    assert (cell.value, cell.data_type, cell.number_format) == (number, "s", "@")


@pytest.mark.parametrize(
    "text",
    ["=1+1", '=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\t=1+1", "#N/A", "=", "TRUE"],
)
def test_no_text_becomes_a_formula_or_an_error(text: str):
    (cell,) = column_a(text)
    assert (cell.value, cell.data_type) == (text, "s")


def test_a_text_beginning_with_a_carriage_return_stays_text():
    (cell,) = column_a("\r=1+1")
    assert (cell.value, cell.data_type) == ("␍=1+1", "s")


def test_a_title_or_heading_is_no_formula_either():
    book, _ = written(sheet(PERSON, heading=("=1+1",), columns=(Column("=2", 5), *COLUMNS[1:])))
    assert [book.active[at].data_type for at in ("A1", "A2")] == ["s", "s"]


def test_control_characters_are_shown_and_markup_is_text():
    cells = column_a("a\x01b\x00", "<b>&amp;</b>", "一\r\n二\t三", "\ud800", " spaces ")
    values = [cell.value for cell in cells]
    assert values == ["a␁b␀", "<b>&amp;</b>", "一\n二\t三", "\ufffd", " spaces "]


def test_a_text_longer_than_a_cell_ends_in_an_ellipsis():
    (cell,) = column_a("长" * 40_000)
    assert len(cell.value) == 32_767
    assert cell.value.endswith("…")


def test_what_is_no_number_or_date_stays_text_in_its_column():
    book, _ = written(
        sheet(("a", "b", "不详", "缺考"), ("a", "b", None, 79.5), ("a", "b", "", 10**17))
    )
    first, second, third = book.active.iter_rows(min_row=2, min_col=3, values_only=True)
    assert first == ("不详", "缺考")
    assert second == (None, 79.5)
    assert third == (None, "100000000000000000")


def test_a_row_of_the_wrong_length_is_an_error():
    with pytest.raises(ValueError, match="zip"):
        written(sheet(("a", "b")))


def test_titles_are_frozen_bold_filtered_and_printed_on_every_a4_page():
    book, _ = written(sheet(PERSON, PERSON, heading=("考生花名册", "批次")))
    page = book.active
    assert page.freeze_panes == "A4"
    assert page.auto_filter.ref == "A3:D5"
    assert page.print_title_rows == "$3:$3"
    assert page["A3"].font.bold
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.oddFooter.center.text == "&P / &N"
    assert [page.column_dimensions[letter].width for letter in "ABCD"] == [10, 20, 11, 6]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("张晓梅", 1),
        ("电焊工、钳工", 2),
        ("abcdefghi", 1),
        ("abcdefghijk", 2),
        ("一\n二\n三", 3),
        ("一\n电焊工、钳工", 3),
        ("电焊工" * 200, 24),
    ],
)
def test_a_row_is_as_high_as_its_text_needs(text: str, lines: int):
    columns = (Column("工种", 10), Column("等级", 40))
    book, _ = written(Sheet("x", columns, ((text, "五级"), ("五级", text[:6]))))
    needed, plain = (book.active.row_dimensions[row].height for row in (2, 3))
    assert needed == (lines * 16.5 if lines > 1 else None)
    assert plain is None or "\n" in text


def test_no_row_is_lower_than_its_list_wants():
    rows = (("一\n二",), ("一\n二\n三\n四",))
    book, _ = written(Sheet("x", (Column("工种", 10),), rows, lines=3))
    assert [book.active.row_dimensions[row].height for row in (2, 3)] == [None, 66]
    assert book.active.sheet_format.defaultRowHeight == 49.5


def test_every_cell_names_its_font():
    book, _ = written(sheet(PERSON, heading=("考生花名册", "批次")))
    filled = [cell for row in book.active.iter_rows() for cell in row if cell.value]
    assert {cell.font.name for cell in filled} == {FONT}


def test_columns_for_the_screen_only_stand_outside_the_print_area():
    columns = (*COLUMNS[:3], Column("学时", 6, Kind.NUMBER, printed=False))
    book, _ = written(sheet(PERSON, columns=columns))
    assert book.active.print_area == "'花名册'!$A$1:$C$2"


def test_an_empty_list_is_a_workbook_with_titles():
    book, count = written(sheet())
    assert count == 0
    assert [row[0] for row in book.active.iter_rows(values_only=True)] == ["姓名"]


def test_rows_past_the_end_of_a_sheet_go_to_the_next_with_titles_and_filter():
    rows = [(f"第{i}人", "1", None, i) for i in range(1, 8)]
    book, count = written(sheet(*rows), rows_per_sheet=4)
    assert count == 7
    assert book.sheetnames == ["花名册", "花名册 (2)", "花名册 (3)"]
    names = [[row[0] for row in page.iter_rows(values_only=True)] for page in book]
    assert names == [
        ["姓名", "第1人", "第2人", "第3人"],
        ["姓名", "第4人", "第5人", "第6人"],
        ["姓名", "第7人"],
    ]
    assert [page.auto_filter.ref for page in book] == ["A1:D4", "A1:D4", "A1:D2"]
    assert {page.freeze_panes for page in book} == {"A2"}


def test_rows_that_just_fill_a_sheet_open_no_further_one():
    book, _ = written(sheet(PERSON, PERSON, PERSON), rows_per_sheet=4)
    assert len(book.sheetnames) == 1


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a/b[c]:*?\\", "a-b-c-----"), ("'花名册'", "花名册"), ("长" * 40, "长" * 31), ("", "Sheet")],
)
def test_a_sheet_gets_a_name_excel_takes(name: str, expected: str):
    book, _ = written(sheet(PERSON, name=name))
    assert book.sheetnames == [expected]


def test_a_long_name_leaves_room_for_the_number_of_the_sheet():
    book, _ = written(sheet(PERSON, PERSON, name="长" * 40), rows_per_sheet=2)
    assert [len(name) for name in book.sheetnames] == [31, 31]


def test_a_path_is_written_as_well(tmp_path: Path):
    workbook.write(tmp_path / "a.xlsx", sheet(PERSON))
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").active["A2"].value == "张晓梅"


def test_memory_does_not_grow_with_the_rows(tmp_path: Path):
    def peak(rows: int) -> int:
        tracemalloc.start()
        workbook.write(tmp_path / "a.xlsx", Sheet("x", COLUMNS, (PERSON for _ in range(rows))))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(1)  # what is imported once does not count
    assert peak(20_000) < peak(1_000) + 500_000
