"""Templates: what is filled in comes back as it was typed, and no choice becomes a formula."""

import io

import openpyxl

from exports.received_workbook import read_workbook
from exports.template import ROWS, EmptySheet, TemplateColumn, template

SHEET = EmptySheet(
    "年度计划/2027",
    "可选内容",
    ("年度计划", "=1+1"),
    (
        TemplateColumn("工种", "只列许可证上的。", ("电焊工", "=cmd")),
        TemplateColumn("班级", needed=False),
    ),
)


def book() -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(template(SHEET)))


def test_needed_columns_have_a_star_and_notes_and_lists_stand_with_them() -> None:
    page, lists = book().worksheets
    assert page.title == "年度计划-2027"
    assert [cell.value for cell in page[3]] == ["工种*", "班级"]
    assert page["A3"].comment.text == "只列许可证上的。"
    (offered,) = page.data_validations.dataValidation
    assert offered.formula1 == "'可选内容'!$A$2:$A$3"
    assert str(offered.sqref) == f"A4:A{3 + ROWS}"
    assert [cell.value for cell in lists["A"]] == ["工种", "电焊工", "=cmd"]


def test_it_is_printed_on_a4() -> None:
    assert book().worksheets[0].page_setup.paperSize == 9


def test_no_text_of_ours_is_a_formula() -> None:
    page, lists = book().worksheets
    assert page["A2"].data_type == lists["A3"].data_type == "s"


def test_what_is_typed_stays_text_and_is_read_back() -> None:
    filled = book()
    page = filled.worksheets[0]
    assert page["B4"].number_format == "@"
    page["A4"], page["B4"] = "电焊工", "3-4"
    out = io.BytesIO()
    filled.save(out)
    sheet = read_workbook(out.getvalue())
    assert sheet.name == "年度计划-2027"
    assert sheet.rows[2:] == (("工种*", "班级"), ("电焊工", "3-4"))
