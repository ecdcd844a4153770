"""The score sheet of a batch (成绩表, DF§4.4) as Excel: printed and signed, filled in, sent back; what is not to be changed is locked."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from exports.characters import VISIBLE
from exports.workbook import FONT, SIZE

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

WIDTHS = (6, 14, 22, 20, 16, 10, 10, 12, 20, 20, 10, 14)
"""In characters, column by column."""
HEIGHT = 22
SCORES, ABSENT, EXAMINERS = (6, 7), 8, (9, 10)
"""Columns to be filled in, counted from 1."""
A4 = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """One candidate; `absent` is one of the sheet's `absences` or empty."""

    place: int
    name: str = field(repr=False)
    id_number: str
    """Masked."""
    trade: str
    level: str
    theory: Decimal | None
    practice: Decimal | None
    absent: str
    examiners: tuple[str, str]
    result: str
    team: tuple[str, ...]
    """Who may be chosen as examiner."""
    locked: tuple[bool, bool] = (False, False)
    """Of theory and practice: whether the score is confirmed, so that only a correction changes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreSheet:
    """The words of the sheet in the reader's language; twelve `titles`, in the order of the columns."""

    name: str
    lists_name: str
    heading: tuple[str, ...]
    titles: tuple[str, ...]
    absences: tuple[str, ...]
    wrong_score: str
    """What Excel says of a score that is none."""
    rows: tuple[ScoreRow, ...]


def score_sheet(sheet: ScoreSheet) -> bytes:
    """The workbook as xlsx; the lists to choose from stand on a second, hidden sheet."""
    from openpyxl import Workbook

    book = Workbook()
    page, lists = book.active, book.create_sheet(sheet.lists_name)
    page.title, lists.sheet_state = sheet.name, "hidden"
    titles = len(sheet.heading) + 1
    _head(page, sheet, titles)
    teams = _teams(lists, sheet)
    for number, row in enumerate(sheet.rows, start=titles + 1):
        _row(page, number, row)
    _offer(page, sheet, titles, teams)
    _setup(page, titles)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _head(page: "Worksheet", sheet: ScoreSheet, titles: int) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for row, line in enumerate(sheet.heading, start=1):
        cell = _text(page, row, 1, line)
        cell.font = Font(name=FONT, bold=row == 1, size=14 if row == 1 else SIZE)
        page.row_dimensions[row].height = HEIGHT
    for at, (title, width) in enumerate(zip(sheet.titles, WIDTHS, strict=True), start=1):
        cell = _text(page, titles, at, title)
        cell.font, cell.border = Font(name=FONT, size=SIZE, bold=True), _lines()
        cell.fill = PatternFill("solid", fgColor="E7E6E6")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        page.column_dimensions[get_column_letter(at)].width = width
    page.row_dimensions[titles].height = HEIGHT * 1.5


def _row(page: "Worksheet", number: int, row: ScoreRow) -> None:
    told = (row.place, row.name, row.id_number, row.trade, row.level)
    marks = (row.theory, row.practice, row.absent, *row.examiners, row.result, "")
    for at, value in enumerate((*told, *marks), start=1):
        cell = _value(page, number, at, value)
        _dress(cell, is_open=_is_open(at, row), centred=at not in {2, 4, 9, 10})
    page.row_dimensions[number].height = HEIGHT


def _is_open(at: int, row: ScoreRow) -> bool:
    theory, practice = row.locked
    if at in SCORES:
        return not row.locked[SCORES.index(at)]
    if at in EXAMINERS:
        return not row.locked[EXAMINERS.index(at)]
    return at == ABSENT and not (theory and practice)


def _dress(cell: "Cell", *, is_open: bool, centred: bool) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill, Protection

    cell.font = Font(name=FONT, size=SIZE)
    cell.border = _lines()
    cell.alignment = Alignment(
        horizontal="center" if centred else None, vertical="center", shrink_to_fit=True
    )
    cell.protection = Protection(locked=not is_open)
    if is_open:
        cell.fill = PatternFill("solid", fgColor="FFFBE6")


def _teams(lists: "Worksheet", sheet: ScoreSheet) -> dict[tuple[str, ...], str]:
    """Each team once, in a column of its own; where it stands."""
    from openpyxl.utils import get_column_letter

    teams: dict[tuple[str, ...], str] = {}
    for row, choice in enumerate(sheet.absences, start=1):
        _text(lists, row, 1, choice)
    for at, team in enumerate(dict.fromkeys(row.team for row in sheet.rows), start=2):
        letter = get_column_letter(at)
        for row, name in enumerate(team, start=1):
            _text(lists, row, at, name)
        teams[team] = f"'{lists.title}'!${letter}$1:${letter}${max(1, len(team))}"
    return teams


def _offer(
    page: "Worksheet", sheet: ScoreSheet, titles: int, teams: dict[tuple[str, ...], str]
) -> None:
    """Scores from 0 to 100, a list of absences, and of each trade its own examiners."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if not sheet.rows:
        return
    first, last = titles + 1, titles + len(sheet.rows)
    scores = DataValidation(
        type="decimal", operator="between", formula1="0", formula2="100", allow_blank=True
    )
    scores.error, scores.errorTitle = sheet.wrong_score, sheet.name
    scores.add(f"F{first}:G{last}")
    ends = len(sheet.absences)
    absences = DataValidation(
        type="list", formula1=f"'{sheet.lists_name}'!$A$1:$A${ends}", allow_blank=True
    )
    absences.add(f"H{first}:H{last}")
    offers = [scores, absences]
    for team, source in teams.items():
        offered = DataValidation(type="list", formula1=source, allow_blank=True)
        for start, end in _runs(sheet.rows, team):
            offered.add(f"I{first + start}:J{first + end}")
        offers.append(offered)
    for one in offers:
        page.add_data_validation(one)


def _runs(rows: Sequence[ScoreRow], team: tuple[str, ...]) -> Iterable[tuple[int, int]]:
    """The stretches of rows with that team, from 0."""
    start = None
    for at, row in enumerate([*rows, None]):
        here = row is not None and row.team == team
        if here and start is None:
            start = at
        elif not here and start is not None:
            yield start, at - 1
            start = None


def _setup(page: "Worksheet", titles: int) -> None:
    """Locked but for the open cells, without a password; A4 landscape, titles on every page."""
    from openpyxl.worksheet.properties import PageSetupProperties

    page.protection.sheet = True
    page.protection.formatColumns = page.protection.formatRows = False
    page.freeze_panes = f"C{titles + 1}"
    page.print_title_rows = f"{titles}:{titles}"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_margins.left = page.page_margins.right = 0.4
    page.oddFooter.center.text = "&P / &N"


def _lines() -> object:
    from openpyxl.styles import Border, Side

    side = Side(style="thin", color="808080")
    return Border(left=side, right=side, top=side, bottom=side)


def _value(page: "Worksheet", row: int, column: int, value: object) -> "Cell":
    if isinstance(value, str):
        return _text(page, row, column, value)
    cell: Cell = page.cell(row, column, value)
    return cell


def _text(page: "Worksheet", row: int, column: int, text: str) -> "Cell":
    """A cell with this text, which is no formula whatever it begins with."""
    cell: Cell = page.cell(row, column, text.translate(VISIBLE) or None)
    if text:
        cell.data_type = "s"
    return cell
