"""An empty workbook to be filled in and sent back: titles, what may be written, and lists to choose from."""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports.characters import VISIBLE
from exports.workbook import FONT, SIZE

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

ROWS = 300
"""Prepared for filling in; more may be written below them."""
LONGEST_NAME = 31
A4 = 9
"""In Excel's list of paper sizes."""
NARROWEST, WIDEST = 10, 44


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """A column to fill in; `choices` are offered as a list, `needed` ones have a star behind the title."""

    title: str
    note: str = ""
    choices: tuple[str, ...] = ()
    needed: bool = True
    wide: int = 0
    """At least so many characters, for long answers under a short title."""


@dataclass(frozen=True, slots=True)
class EmptySheet:
    """The sheet to fill in, with a few lines above the titles."""

    name: str
    choices_name: str
    """Of the second sheet, which holds the lists."""
    heading: tuple[str, ...]
    columns: tuple[TemplateColumn, ...]


def template(sheet: EmptySheet) -> bytes:
    """The workbook as xlsx. Every cell is text, so that Excel makes neither days nor numbers of what is typed."""
    from openpyxl import Workbook
    from openpyxl.worksheet.properties import PageSetupProperties

    book = Workbook()
    page, lists = book.active, book.create_sheet(_name(sheet.choices_name))
    page.title = _name(sheet.name)
    _head(page, sheet)
    titles = len(sheet.heading) + 1
    for at, column in enumerate(sheet.columns, start=1):
        _column(page, at, titles, column)
        if column.choices:
            _offer(page, lists, at, titles, column)
    page.freeze_panes = f"A{titles + 1}"
    page.page_setup.paperSize, page.page_setup.orientation = A4, "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _head(page: "Worksheet", sheet: EmptySheet) -> None:
    from openpyxl.styles import Alignment, Font

    for row, line in enumerate(sheet.heading, start=1):
        cell = _text(page, row, 1, line)
        cell.font = Font(name=FONT, bold=row == 1, size=14 if row == 1 else SIZE)
        cell.alignment = Alignment(vertical="center")
        page.row_dimensions[row].height = 26 if row == 1 else 18


def _column(page: "Worksheet", at: int, titles: int, column: TemplateColumn) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    side = Side(style="thin", color="BFBFBF")
    border = Border(left=side, right=side, top=side, bottom=side)
    head = _text(page, titles, at, column.title + ("*" if column.needed else ""))
    head.font, head.border = Font(name=FONT, size=SIZE, bold=True), border
    head.fill = PatternFill("solid", fgColor="E7E6E6")
    head.alignment = Alignment(horizontal="center", vertical="center")
    page.row_dimensions[titles].height = 24
    if column.note:
        head.comment = Comment(column.note, "考务通", width=260, height=80)
    for row in range(titles + 1, titles + 1 + ROWS):
        cell = page.cell(row, at)
        cell.number_format, cell.border = "@", border
        cell.font = Font(name=FONT, size=SIZE)
    page.column_dimensions[get_column_letter(at)].width = _width(column)


def _offer(
    page: "Worksheet", lists: "Worksheet", at: int, titles: int, column: TemplateColumn
) -> None:
    """A list below each cell; what is typed otherwise is judged when the workbook is sent."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    letter = get_column_letter(at)
    _text(lists, 1, at, column.title)
    lists.column_dimensions[letter].width = _width(column)
    for row, choice in enumerate(column.choices, start=2):
        _text(lists, row, at, choice).number_format = "@"
    source = f"'{lists.title}'!${letter}$2:${letter}${len(column.choices) + 1}"
    offered = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=False)
    offered.add(f"{letter}{titles + 1}:{letter}{titles + ROWS}")
    page.add_data_validation(offered)


def _text(page: "Worksheet", row: int, column: int, text: str) -> "Cell":
    """A cell with this text, which is no formula whatever it begins with."""
    cell: Cell = page.cell(row, column, text.translate(VISIBLE))
    cell.data_type = "s"
    return cell


def _width(column: TemplateColumn) -> float:
    longest = max(map(_drawn, (column.title, *column.choices)))
    return max(NARROWEST, column.wide, min(WIDEST, longest + 4))


def _drawn(text: str) -> int:
    """Chinese characters are twice as wide."""
    return sum(1 if char.isascii() else 2 for char in text)


def _name(title: str) -> str:
    return "".join("-" if char in "[]:*?/\\" else char for char in title)[:LONGEST_NAME]
