"""What is printed on a certificate (DF§1.4), of a candidate who qualified: every field but the number."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from rules.candidates import Schooling, Sex
from rules.issuing import KIND_OF, level_text
from store.batch_rows import Batch
from store.certificates import Certificate

if TYPE_CHECKING:
    from store.score_rows import ScoreLine
    from store.unit import UnitOfWork


def unnumbered(work: "UnitOfWork", batch: Batch, issued_on: date, line: "ScoreLine") -> Certificate:
    """The certificate as it will be, its number still empty."""
    printed = work.registrations.printed(line.registration)
    unit, boxes = printed.unit, printed.boxes
    level = printed.registration.level
    return Certificate(
        kind=KIND_OF[batch.programme],
        number="",
        name=boxes["name"],
        id_number=boxes["id_number"],
        sex=Sex(boxes["sex"]) if boxes.get("sex") else None,
        programme=batch.programme,
        occupation_name=unit.occupation_name,
        unit_code=unit.code,
        unit_name=unit.name,
        level=level,
        level_text=level_text(level, unit.code),
        theory=printed_mark(line.theory),
        practice=printed_mark(line.practice),
        result=line.result,
        schooling=Schooling(boxes["education"]) if boxes.get("education") else None,
        issued_on=issued_on,
        issuer=issuer(work, batch.station_code),
        station_code=batch.station_code,
        photo=printed.photo,
    )


def issuer(work: "UnitOfWork", station: str) -> str:
    """The body at the top, whose seal the certificate bears."""
    return work.institutions.get(work.institutions.line(station)[-1]).name


def printed_mark(mark: object) -> str:
    """`86`, `82.5`; nothing for a part somebody did not sit."""
    if not isinstance(mark, Decimal):
        return ""
    return f"{mark:f}".rstrip("0").rstrip(".") if "." in f"{mark:f}" else f"{mark:f}"
