"""The register of stations with their licences (考试站名册, R9.3) as an Excel workbook."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any, BinaryIO

from exports import workbook
from exports.workbook import Column, Kind, Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class StationRow:
    """One station; without a licence the boxes from its number on are empty."""

    code: str
    name: str
    operator: str
    region: str
    number: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    state: str
    programmes: str = ""
    trades: str = ""
    """One a line, with its levels."""
    licence_on: date | None = None
    plaque_on: date | None = None
    seal_on: date | None = None


def station_register(on: date, rows: Iterable[StationRow], to: BinaryIO) -> int:
    """Write the register as it is read and return the number of stations."""
    layout = _layout()
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
    )
    return workbook.write(to, sheet)


@cache
def _layout() -> dict[str, Any]:
    file = Path(__file__).with_name("forms") / "station_register.toml"
    return tomllib.loads(file.read_text("utf-8"))
