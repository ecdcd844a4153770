"""Writes Excel workbooks as streams: any number of rows in little memory, and no cell ever a formula.

openpyxl makes the book without its rows: styles, widths, panes, print setup. The rows are written
in here as the XML openpyxl would write, since its cells cost most of the time and it reads every
text beginning with "=" as a formula.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import chain, islice
from math import ceil
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, BinaryIO

from exports.characters import VISIBLE

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

ROWS_PER_SHEET = 1_048_576
"""What Excel opens, heading and titles included; further rows go to a further sheet."""
_LONGEST_NAME = 31
_LONGEST_TEXT = 32_767
_BEFORE_DAY_1 = date(1899, 12, 30).toordinal()
_EXACT = 10**15  # Excel keeps fifteen digits; a longer number is written as text
_LINE = 16.5  # points
_HIGHEST = 24
"""Lines of a row: Excel makes none higher than 409 points."""
_DRAWN = 1.05
"""What a letter of our font takes of a column's width; a Chinese character takes twice that."""
FONT = "宋体"
"""On every office's computer; a cell without a name is shown in whatever comes first."""
SIZE = 11
_A4 = 9  # in Excel's list of paper sizes
_BATCH = 500

_SPECIAL = re.compile("[&<>\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = {code: chr(shown) for code, shown in VISIBLE.items()}
_ESCAPED |= {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}


class Kind(StrEnum):
    """How a column's values are stored; a text in a column of dates or numbers stays one."""

    TEXT = "@"
    DATE = "yyyy-mm-dd"
    NUMBER = "General"
    MONEY = "#,##0.00"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its width in characters, and what it holds.

    What is not `printed` stands at the right end, beyond the print area.
    """

    title: str
    width: float
    kind: Kind = Kind.TEXT
    printed: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list to write: heading lines above, then the column titles, then the rows.

    A row has one value per column: str, date, a number, or None for an empty cell. A row is `lines`
    lines high, and higher where its texts need it.
    """

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[object]]
    heading: Sequence[str] = ()
    lines: int = 1


def write(to: BinaryIO | Path, sheet: Sheet, *, rows_per_sheet: int = ROWS_PER_SHEET) -> int:
    """Write the sheet as xlsx and return the number of rows; `rows` is read once, as it is written.

    Raises ValueError for a row that has not one value per column.
    """
    rows = iter(sheet.rows)
    ends: list[int] = []
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as book:
        while (row := next(rows, None)) is not None or not ends:
            page = (
                () if row is None else chain((row,), islice(rows, rows_per_sheet - _first(sheet)))
            )
            with book.open(_part(len(ends) + 1), "w", force_zip64=True) as out:
                ends.append(_write_page(out, sheet, page, ends))
        frame = _frame(sheet, ends)
        for name in sorted(set(frame.namelist()) - set(book.namelist())):
            book.writestr(name, frame.read(name))
    return sum(end - _first(sheet) + 1 for end in ends)


def _first(sheet: Sheet) -> int:
    """The number of the first row below heading and titles."""
    return len(sheet.heading) + 2


def _write_page(
    out: IO[bytes], sheet: Sheet, rows: Iterable[Sequence[object]], earlier: Sequence[int]
) -> int:
    """One worksheet of the book, after those that end at `earlier`; the number of its last row."""
    part = _part(len(earlier) + 1)
    end = _first(sheet) - 1
    before, styles, _ = _around_rows(sheet, [*earlier, end], part)
    out.write(before)
    for count, xml in _rows(sheet, styles, rows):
        out.write(xml)
        end += count
    _, _, after = _around_rows(sheet, [*earlier, end], part)
    out.write(after)
    return end


def _rows(
    sheet: Sheet, styles: Sequence[str], rows: Iterable[Sequence[object]]
) -> Iterator[tuple[int, bytes]]:
    """(how many, their XML) of a batch of rows at a time, numbered from the first below the titles."""
    from openpyxl.utils import get_column_letter

    cells = [
        _WRITERS[column.kind](f'<c r="{get_column_letter(at)}', f'" s="{style}"')
        for at, (column, style) in enumerate(zip(sheet.columns, styles, strict=True), 1)
    ]
    height = _heights(sheet)

    def xml(number: int, row: Sequence[object]) -> str:
        values = [cell(value, number) for cell, value in zip(cells, row, strict=True)]
        return f'<row r="{number}"{height(row)}>{"".join(values)}</row>'

    numbered = enumerate(rows, _first(sheet))
    while batch := [xml(number, row) for number, row in islice(numbered, _BATCH)]:
        yield len(batch), "".join(batch).encode()


def _heights(sheet: Sheet) -> Callable[[Sequence[object]], str]:
    """The height of a row that needs more than others have, as near as can be told without drawing it."""
    widths = [column.width for column in sheet.columns]
    sure = [width // (2 * _DRAWN) for width in widths]
    """So many letters fit in any case: of most texts nothing else has to be looked at."""

    def height(row: Sequence[object]) -> str:
        high = sheet.lines
        for value, fit, width in zip(row, sure, widths, strict=True):
            if type(value) is str and (len(value) > fit or "\n" in value):
                high = max(high, sum(_wrapped(line, width) for line in value.split("\n")))
        return f' ht="{min(high, _HIGHEST) * _LINE}" customHeight="1"' if high > sheet.lines else ""

    return height


def _wrapped(line: str, width: float) -> int:
    """UTF-8 takes three bytes for a Chinese character, which is as wide as two letters."""
    wide = _DRAWN * (len(line) + len(line.encode(errors="replace"))) / 2
    # No line is filled to its end where half a character is left.
    return 1 if wide <= width else ceil(wide / max(1, width - 2))


_Cell = Callable[[Any, int], str]


def _text_cells(at: str, style: str) -> _Cell:
    empty = f"{style}/>"
    opening = f'{style} t="inlineStr"><is><t xml:space="preserve">'

    def cell(value: object, row: int) -> str:
        if value is None or value == "":
            return f"{at}{row}{empty}"
        text = value if isinstance(value, str) else str(value)
        if len(text) > _LONGEST_TEXT:
            text = f"{text[: _LONGEST_TEXT - 1]}…"
        if _SPECIAL.search(text):
            text = text.replace("\r\n", "\n").translate(_ESCAPED)
        return f"{at}{row}{opening}{text}</t></is></c>"

    return cell


def _date_cells(at: str, style: str) -> _Cell:
    text = _text_cells(at, style)

    def cell(value: object, row: int) -> str:
        if isinstance(value, date):
            return f"{at}{row}{style}><v>{value.toordinal() - _BEFORE_DAY_1}</v></c>"
        return text(value, row)

    return cell


def _number_cells(at: str, style: str) -> _Cell:
    text = _text_cells(at, style)

    def cell(value: object, row: int) -> str:
        if isinstance(value, int | float | Decimal) and -_EXACT < value < _EXACT:
            return f"{at}{row}{style}><v>{value}</v></c>"
        return text(value, row)

    return cell


_WRITERS: dict[Kind, Callable[[str, str], _Cell]] = {
    Kind.TEXT: _text_cells,
    Kind.DATE: _date_cells,
    Kind.NUMBER: _number_cells,
    Kind.MONEY: _number_cells,
}


def _part(number: int) -> str:
    return f"xl/worksheets/sheet{number}.xml"


def _around_rows(sheet: Sheet, ends: Sequence[int], part: str) -> tuple[bytes, list[str], bytes]:
    """The XML before the first row, the style of each column, and the XML after the last row."""
    xml = _frame(sheet, ends).read(part).decode()
    before, sample, after = re.split(r"(<row (?:(?!<row ).)*</row>)(?=</sheetData>)", xml)
    return before.encode(), re.findall(r' s="(\d+)"', sample), after.encode()


def _frame(sheet: Sheet, ends: Sequence[int]) -> zipfile.ZipFile:
    """The book with its heading, titles and one sample row on every sheet; `ends` are last rows."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for number, end in enumerate(ends, 1):
        _frame_sheet(book, _sheet_name(sheet.name, number), sheet, end)
    out = io.BytesIO()
    book.save(out)
    return zipfile.ZipFile(out)


def _frame_sheet(book: "Workbook", name: str, sheet: Sheet, end: int) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    page = book.create_sheet(name)
    titles = len(sheet.heading) + 1
    _page_setup(page, sheet, titles, end)
    for at, column in enumerate(sheet.columns, 1):
        page.column_dimensions[get_column_letter(at)].width = column.width
    page.sheet_format.defaultRowHeight = _LINE * sheet.lines
    page.sheet_format.customHeight = True
    for row in range(1, titles):
        page.row_dimensions[row].height = _LINE * 1.6
    page.row_dimensions[titles].height = _LINE * 3

    for at, line in enumerate(sheet.heading):
        font = Font(name=FONT, bold=at == 0, size=SIZE if at else 16)
        page.append([_styled(page, line, font=font)])
    side = Side(style="thin")
    look: dict[str, object] = {
        "border": Border(left=side, right=side, top=side, bottom=side),
        "font": Font(name=FONT, size=SIZE),
    }
    centre = Alignment(horizontal="center", vertical="center", wrap_text=True)
    head = look | {
        "font": Font(name=FONT, size=SIZE, bold=True),
        "fill": PatternFill("solid", fgColor="E7E6E6"),
    }
    page.append([_styled(page, c.title, **head, alignment=centre) for c in sheet.columns])
    left = Alignment(vertical="center", wrap_text=True)
    right = Alignment(horizontal="right", vertical="center")
    place = {Kind.TEXT: left, Kind.DATE: centre, Kind.NUMBER: centre, Kind.MONEY: right}
    page.append(
        [
            _styled(page, "", **look, number_format=c.kind.value, alignment=place[c.kind])
            for c in sheet.columns
        ]
    )


def _page_setup(page: "WriteOnlyWorksheet", sheet: Sheet, titles: int, end: int) -> None:
    """Titles frozen and filtered; A4 landscape, as wide as the page, titles on every page."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    end = max(titles, end)
    printed = [column.printed for column in sheet.columns].count(True)
    page.freeze_panes = f"A{titles + 1}"
    page.auto_filter.ref = f"A{titles}:{get_column_letter(len(sheet.columns))}{end}"
    page.print_area = f"A1:{get_column_letter(printed)}{end}"
    page.print_title_rows = f"{titles}:{titles}"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", _A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_margins.left = page.page_margins.right = 0.4
    page.page_margins.top = page.page_margins.bottom = 0.6
    page.page_margins.footer = 0.3
    page.oddFooter.center.text = "&P / &N"


def _styled(page: "WriteOnlyWorksheet", text: str, **look: Any) -> "WriteOnlyCell":
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(page, text.translate(VISIBLE))
    cell.data_type = "s"
    for name, value in look.items():
        setattr(cell, name, value)
    return cell


def _sheet_name(name: str, number: int) -> str:
    """A name Excel takes: no []:*?/\\, no apostrophe at either end, at most 31 characters."""
    again = f" ({number})" if number > 1 else ""
    name = re.sub(r"[\[\]:*?/\\\x00-\x1f]", "-", name)[: _LONGEST_NAME - len(again)].strip(" '")
    return f"{name or 'Sheet'}{again}"
