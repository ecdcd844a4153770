"""Somebody's own list with what is wrong in each row written beside it: to be put right and sent again."""

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from unicodedata import east_asian_width

from exports import workbook
from exports.workbook import Column, Sheet
from rules.cells import Cell, CellFault, SentSheet

WIDEST, NARROWEST, REMARK = 40.0, 8.0, 60.0
MEASURED = 200
"""Rows looked at for the width of a column."""


def checked_sheet(
    sheet: SentSheet, titles: int, remarks: Mapping[int, str], headed: Sequence[str]
) -> bytes:
    """The sheet as xlsx: the titles stand in row `titles` (from 1), `remarks` go by the row's number.

    `headed` is what the column of remarks may be called, its first name in the person's language; one
    from an earlier time is left out. All values become texts, as they are read again.
    """
    head = sheet.rows[titles - 1]
    kept = [at for at, title in enumerate(head) if _text(title).strip() not in headed]
    columns = [Column(headed[0], REMARK)]
    columns += [Column(_text(head[at]), _width(sheet, titles, at)) for at in kept]
    above = tuple(line for row in sheet.rows[: titles - 1] if (line := _line(row)))
    out = io.BytesIO()
    workbook.write(
        out, Sheet(sheet.name, columns, _rows(sheet, titles, kept, remarks), heading=above)
    )
    return out.getvalue()


def _rows(
    sheet: SentSheet, titles: int, kept: Sequence[int], remarks: Mapping[int, str]
) -> Iterator[list[str]]:
    for number, row in enumerate(sheet.rows[titles:], start=titles + 1):
        cells = [_text(row[at]) if at < len(row) else "" for at in kept]
        remark = remarks.get(number, "")
        if remark or any(cells):
            yield [remark, *cells]


def _line(row: Sequence[Cell]) -> str:
    return "　".join(filter(None, map(_text, row)))


def _text(cell: Cell) -> str:
    match cell:
        case None | CellFault():
            return ""
        case bool():
            return "√" if cell else "×"
        case date():
            return cell.isoformat()
        case _:
            return str(cell)


def _width(sheet: SentSheet, titles: int, at: int) -> float:
    seen = (row[at] for row in sheet.rows[titles - 1 : titles + MEASURED] if at < len(row))
    widest = max((_drawn(_text(cell)) for cell in seen), default=0)
    return min(WIDEST, max(NARROWEST, widest + 2.0))


def _drawn(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WFA" else 1 for char in text)
