"""The register of certificates (证书登记册, R9.3) as an Excel workbook, written as it is read."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any, BinaryIO

from exports import workbook
from exports.workbook import Column, Kind, Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredCertificate:
    """One certificate in the words of its print (DF§1.4), and what became of it (R8.2)."""

    number: str
    kind: str
    name: str
    sex: str
    id_number: str
    occupation: str
    trade: str
    level: str
    theory: Decimal | str
    practice: Decimal | str
    result: str
    schooling: str
    issued_on: date
    station_code: str
    issuer: str
    state: str
    changed_on: date | None
    replaced_by: str


@dataclass(frozen=True, slots=True)
class RegisterDays:
    """The days of issue it covers, both included, and the day it is made."""

    since: date
    until: date
    on: date


def certificate_register(
    days: RegisterDays, rows: Iterable[RegisteredCertificate], to: BinaryIO
) -> int:
    """Any number of rows in little memory; how many there were."""
    layout = _layout()
    listed = layout["columns"]
    columns = [Column(layout["serial"], 6, Kind.NUMBER)]
    columns += [Column(title, width, Kind[kind.upper()]) for title, _, width, kind in listed]
    values = attrgetter(*(field for _, field, _, _ in listed))
    line = layout["heading"].format(since=days.since, until=days.until, on=days.on)
    sheet = Sheet(
        name=layout["name"],
        columns=columns,
        rows=((at, *values(row)) for at, row in enumerate(rows, 1)),
        heading=(layout["title"], line),
        lines=2,
    )
    return workbook.write(to, sheet)


@cache
def _layout() -> dict[str, Any]:
    file = Path(__file__).with_name("forms") / "certificate_register.toml"
    return tomllib.loads(file.read_text("utf-8"))
