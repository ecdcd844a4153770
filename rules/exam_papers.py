"""Papers of an exam: when they are handed in, sealed and signed for (R4.3, R4.7, R6.5)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rules.catalogue import Level, Unit, level_name
from rules.deadlines import office_day
from rules.findings import Finding
from rules.years import DAY


class ExamPart(StrEnum):
    """Each trade and level has a paper of either kind (R6.5)."""

    THEORY = "theory"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class PaperPlace:
    """What a paper is for: several lines of one trade and level sit the same exam (R4.6)."""

    unit: Unit
    level: Level
    part: ExamPart


def places(choices: Iterable[tuple[Unit, Level]]) -> tuple[PaperPlace, ...]:
    """Both papers of every trade and level of a batch, each choice once."""
    once = {(unit.key, level): unit for unit, level in choices}
    return tuple(
        PaperPlace(unit, level, part) for (_, level), unit in once.items() for part in ExamPart
    )


def missing_findings(missing: Iterable[PaperPlace]) -> Iterator[Finding]:
    """Every paper that is not there, by name (R6.5)."""
    for place in missing:
        args = {
            "trade": place.unit.name,
            "level": level_name(place.level, place.unit),
            "part": place.part.value,
        }
        yield Finding("exam-paper-missing", "R6.5", args)


def upload_findings(closes_at: datetime, now: datetime, *, sealed: bool) -> Iterator[Finding]:
    """A paper is handed in or replaced until the close, and never after it was sealed (R4.3, R6.5)."""
    if sealed:
        yield Finding("exam-papers-sealed", "R6.5")
    elif now >= closes_at:
        args = {"last_day": office_day(closes_at) - DAY}
        yield Finding("exam-papers-closed", "R4.3", args)


def receipt_findings(
    opens_at: datetime, begins_at: datetime, now: datetime, *, sealed: bool
) -> Iterator[Finding]:
    """A sealed paper is signed for from ten days before the exam until it begins (R4.7, R6.5)."""
    if now >= begins_at:
        yield Finding("exam-papers-over", "R4.7", {"exam": office_day(begins_at)})
        return
    if now < opens_at:
        yield Finding("exam-papers-not-open", "R4.7", {"opens": office_day(opens_at)})
    if not sealed:
        yield Finding("exam-papers-not-sealed", "R6.5")
