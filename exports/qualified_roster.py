"""合格人员名册 as an Excel workbook: who qualified, in the order their paper photos are stacked in (R7.6, R7.8)."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any, BinaryIO

from exports import workbook
from exports.workbook import Column, Kind, Sheet
from rules.catalogue import Programme


@dataclass(frozen=True, slots=True)
class QualifiedHead:
    """What stands above the list; the programme decides the title (R1.2)."""

    programme: Programme
    number: str
    station: str
    station_code: str
    exam_date: date
    approved_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class QualifiedRow:
    """One of them; number and day of the certificate once there is one."""

    running_number: int
    name: str
    sex: str
    id_type: str
    id_number: str
    born: date
    education: str
    institution: str
    major: str
    occupation_code: str
    occupation: str
    trade_code: str
    trade: str
    level: str
    theory: Decimal | str
    practice: Decimal | str
    result: str
    certificate_number: str = ""
    issued_on: date | None = None
    phone: str
    note: str = ""


def qualified_roster(head: QualifiedHead, rows: Sequence[QualifiedRow], to: BinaryIO) -> int:
    """Write the list and return how many there are."""
    layout = _layout()
    listed = layout["list"]["columns"]
    columns = [Column(title, width, Kind[kind.upper()]) for title, _, width, kind in listed]
    values = attrgetter(*(field for _, field, _, _ in listed))
    line = layout["heading"].format(
        number=head.number,
        station=head.station,
        station_code=head.station_code,
        exam_date=head.exam_date.isoformat(),
        approved_on=head.approved_on.isoformat(),
        people=len(rows),
    )
    title = layout["title"][head.programme]
    sheet = Sheet(layout["name"], columns, map(values, rows), heading=(title, line), lines=2)
    return workbook.write(to, sheet)


@cache
def _layout() -> dict[str, Any]:
    file = Path(__file__).with_name("forms") / "qualified_roster.toml"
    return tomllib.loads(file.read_text("utf-8"))
