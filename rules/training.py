"""Training classes (培训班): their kinds, seats and results (R2.6, R2.9)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rules.findings import Finding

RULE = "R2.9"


class TrainingKind(StrEnum):
    """What a class trains for; the first three are the kinds of an application (R2.4)."""

    SENIOR_EXAMINER = "senior_examiner"
    EXAMINER = "examiner"
    EXAM_MANAGER = "exam_manager"
    SUPERVISOR = "supervisor"


class TrainingMode(StrEnum):
    """On site or cloud."""

    ON_SITE = "on_site"
    CLOUD = "cloud"


class ClassState(StrEnum):
    """A class takes nominations until it is over or cancelled."""

    OPEN = "open"
    CANCELLED = "cancelled"


class TrainingResult(StrEnum):
    """Attendance and assessment of one participant; who was absent was not assessed."""

    PASSED = "passed"
    FAILED = "failed"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassPlan:
    """A class as it is planned. One that is over may be entered later, for those trained before."""

    kind: TrainingKind
    mode: TrainingMode
    place: str
    """An address, or the name of the platform."""
    starts_on: date
    ends_on: date
    seats: int


def plan_findings(plan: ClassPlan) -> Iterator[Finding]:
    """What keeps a class from being planned like that."""
    if plan.ends_on < plan.starts_on:
        yield Finding("class-ends-before-start", RULE, {"starts_on": plan.starts_on}, box="ends_on")
    if plan.seats < 1:
        yield Finding("class-without-seats", RULE, box="seats")


def result_findings(plan: ClassPlan, state: ClassState, on: date) -> Iterator[Finding]:
    """What keeps results from being taken that day: they follow the last day of the class."""
    if state is ClassState.CANCELLED:
        yield Finding("class-cancelled", RULE)
    elif on < plan.ends_on:
        yield Finding("class-not-over", RULE, {"ends_on": plan.ends_on})


def waiting_position(place_in_line: int, seats: int) -> int:
    """0 for a seat, else which one of the waiting list; `place_in_line` counts from 0."""
    return max(0, place_in_line - seats + 1)
