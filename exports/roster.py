"""The roster of a batch (花名册, R5.7) as an Excel workbook."""

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
from rules.catalogue import Programme


@dataclass(frozen=True, slots=True)
class RosterHead:
    """What the lines above the list say; the programme decides the title (R1.2)."""

    programme: Programme
    number: str
    station: str
    exam_date: date
    state: str = ""
    """Whether it is in, and since when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterRow:
    """One candidate: the boxes of the application form (R5.1) with their codes."""

    number: str
    name: str
    sex: str
    born: date
    id_type: str
    id_number: str
    candidate_type: str
    institution: str
    """The school, or the employer of those who work."""
    education: str
    enrolled_on: date | None = None
    major: str = ""
    """The major, or the post of those who work."""
    held_skill: str = ""
    held_certificate_number: str = ""
    held_issuer: str = ""
    occupation_code: str
    occupation: str
    trade_code: str = ""
    trade: str = ""
    years_in_trade: str = ""
    level: str
    condition: str
    class_hours: int | None = None
    phone: str
    theory_score: float | None = None
    practice_score: float | None = None
    eligible: str = ""
    other: str = ""
    history: str = ""
    stamped_form: str = ""


def roster(head: RosterHead, rows: Iterable[RosterRow], to: BinaryIO) -> int:
    """Write the roster to `to` as it is read and return the number of candidates.

    The rows keep the order given: paper photos are sorted by it (G§4.6-3).
    """
    layout = _layout()
    printed = [(column, True) for column in layout["printed"]]
    beyond = [(column, False) for column in layout["beyond_print"]]
    columns = [Column(layout["serial"], 5, Kind.NUMBER)]
    for (title, _, width, kind), on_paper in printed + beyond:
        columns.append(Column(title, width, Kind[kind.upper()], printed=on_paper))
    values = attrgetter(*(box for (_, box, _, _), _ in printed + beyond))
    line = layout["heading"].format(
        number=head.number, station=head.station, exam_date=head.exam_date.isoformat()
    )
    line = "　　".join(filter(None, (line, head.state)))
    sheet = Sheet(
        name=layout["name"],
        columns=columns,
        rows=((at, *values(row)) for at, row in enumerate(rows, 1)),
        heading=(layout["title"][head.programme], line),
        lines=2,
    )
    return workbook.write(to, sheet)


@cache
def _layout() -> dict[str, Any]:
    file = Path(__file__).with_name("forms") / "roster.toml"
    return tomllib.loads(file.read_text("utf-8"))
