"""The register of examiners and managers (考评员名册, R9.3) as an Excel workbook."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from exports import register


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One appointment; ID numbers and phones stay out of the list."""

    number: str
    name: str
    kind: str
    code: str
    institution: str
    operator: str = ""
    trades: str = ""
    """One a line, with its levels."""
    trained_on: date
    appointed_on: date
    valid_until: date
    state: str
    ended_on: date | None = None


def examiner_register(on: date, rows: Iterable[RegisterRow], to: BinaryIO) -> int:
    """Write the register as it is read and return the number of entries."""
    return register.write(to, "examiner_register", on, rows, lines=3)
