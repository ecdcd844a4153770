"""A register as an Excel workbook: its columns and titles stand in the form of its name, its rows are records (R9.3)."""

import tomllib
from collections.abc import Iterable
from datetime import date
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any, BinaryIO

from exports import workbook
from exports.workbook import Column, Kind, Sheet


def write(to: BinaryIO, form: str, on: date, rows: Iterable[object], *, lines: int = 1) -> int:
    """Write the register as it is read, numbered, and return the number of entries; see `Sheet` for `lines`."""
    layout = _layout(form)
    columns = [Column(layout["serial"], 5, Kind.NUMBER)]
    columns += [
        Column(title, width, Kind[kind.upper()]) for title, _, width, kind in layout["columns"]
    ]
    values = attrgetter(*(field for _, field, _, _ in layout["columns"]))
    sheet = Sheet(
        name=layout["name"],
        columns=columns,
        rows=((at, *values(row)) for at, row in enumerate(rows, 1)),
        heading=(layout["title"], layout["heading"].format(on=on.isoformat())),
        lines=lines,
    )
    return workbook.write(to, sheet)


@cache
def _layout(form: str) -> dict[str, Any]:
    file = Path(__file__).with_name("forms") / f"{form}.toml"
    return tomllib.loads(file.read_text("utf-8"))
