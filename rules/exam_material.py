"""Material of an exam (影像材料): which pictures and scans each trade needs, and the day they must show (R7.4, R7.7)."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rules.catalogue import Unit
from rules.deadlines import ExamDays
from rules.findings import Finding


class MaterialKind(StrEnum):
    """What is handed in for every trade of a batch."""

    THEORY_ROOM = "theory_room"
    """理论考场照"""
    PRACTICE_ROOM = "practice_room"
    """实操考场照"""
    WORKPIECE = "workpiece"
    """工件照"""
    THEORY_SIGN_IN = "theory_sign_in"
    """理论签到表"""
    PRACTICE_SIGN_IN = "practice_sign_in"
    """实操签到表"""
    SCORE_SHEET = "score_sheet"
    """签字的成绩表"""
    EXAM_PAPER = "exam_paper"
    """试卷"""


class DateSource(StrEnum):
    """Where the date of a picture comes from; only the first two are ever printed as its own (R7.4)."""

    EXIF = "exif"
    """The camera wrote it into the picture."""
    CAMERA = "camera"
    """Taken on our own page, whose clock is the office's."""
    STATED = "stated"
    """Somebody says so; it stays marked as that."""


PHOTOS = frozenset({MaterialKind.THEORY_ROOM, MaterialKind.PRACTICE_ROOM, MaterialKind.WORKPIECE})
"""One dated picture each; of everything else as many pages as there are."""

ROOMS = frozenset({MaterialKind.THEORY_ROOM, MaterialKind.PRACTICE_ROOM})
"""Pictures the examiners must be in (G§4.6(6))."""

THEORY = frozenset({MaterialKind.THEORY_ROOM, MaterialKind.THEORY_SIGN_IN})

MOST_PAGES = 40
"""Of one kind and trade; 99 people sign on four."""


@dataclass(frozen=True, slots=True)
class MaterialPlace:
    """One kind of material of one trade; the levels of a trade share the room (R7.4)."""

    unit: Unit
    kind: MaterialKind


def places(trades: Iterable[Unit]) -> tuple[MaterialPlace, ...]:
    """Everything a batch with these trades has to hand in, each trade once."""
    once = {unit.key: unit for unit in trades}
    return tuple(MaterialPlace(unit, kind) for unit in once.values() for kind in MaterialKind)


def day_of(kind: MaterialKind, days: ExamDays) -> date:
    """The day of the part of the exam this kind belongs to."""
    return days.theory_on if kind in THEORY else days.practice_on


def date_findings(kind: MaterialKind, taken_on: date, days: ExamDays) -> Iterator[Finding]:
    """A picture of another day than its part of the exam; both days are named (R7.4)."""
    exam_on = day_of(kind, days)
    if kind in PHOTOS and taken_on != exam_on:
        args = {"kind": kind.value, "taken_on": taken_on, "exam_on": exam_on}
        yield Finding("exam-material-other-day", "R7.4", args)


def missing_findings(
    wanted: Iterable[MaterialPlace], there: Collection[MaterialPlace]
) -> Iterator[Finding]:
    """Every picture and scan that is not there, by trade and kind (R7.4)."""
    for place in wanted:
        if place not in there:
            args = {"trade": place.unit.name, "kind": place.kind.value}
            yield Finding("exam-material-missing", "R7.4", args)
