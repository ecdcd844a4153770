"""The register of stations with their licences (考试站名册, R9.3) as an Excel workbook."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from exports import register


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
    return register.write(to, "station_register", on, rows)
