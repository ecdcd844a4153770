"""Supervision on site: which batches are put up for a decision, and who may be sent (R4.8)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rules.findings import Finding
from rules.names import name_key

PUT_UP_FROM = 80
"""R4.8: people of the whole batch."""


class SupervisionState(StrEnum):
    """What was decided about a batch, and what became of it."""

    WAIVED = "waived"
    """Decided against, with the reason."""
    ASKED = "asked"
    """A supervisor was sent and has not answered."""
    ACCEPTED = "accepted"
    DECLINED = "declined"
    """By the supervisor, with the reason; the batch is put up again."""
    RECALLED = "recalled"
    """Decided anew: another supervisor, or none."""


STANDING = frozenset({SupervisionState.WAIVED, SupervisionState.ASKED, SupervisionState.ACCEPTED})
"""What counts as decided; a batch has one such decision at most."""

SENT = frozenset({SupervisionState.ASKED, SupervisionState.ACCEPTED})


def must_be_decided(people: int, standing: SupervisionState | None) -> bool:
    """Whether the batch is put up for a decision; smaller ones may be supervised, too (R4.8)."""
    return people >= PUT_UP_FROM and standing is None


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisedBatch:
    """What a supervisor must have nothing to do with."""

    station: tuple[str, ...]
    """The names the station and whoever runs it go by."""
    last_day: date
    """Of the exam."""
    team: frozenset[int]
    """The people who examine this batch."""
    examiners: frozenset[int]
    """Everybody appointed at the station on one of these days, and its staff."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody of the register of supervisors who might be sent."""

    person: int
    works_at: str = field(repr=False)
    trained_on: date | None
    last_day: date
    """Of the appointment; the day before its end where it was ended."""
    sits: bool = False
    """Whether they are a candidate of the batch."""


def sending_findings(batch: SupervisedBatch, one: Candidate) -> Iterator[Finding]:
    """Appointed on both days, no examiner of the batch nor of the station, not of its unit (R2.7, R4.8).

    ▶ Nor a candidate of the batch.
    """
    if one.trained_on is None:
        yield Finding("supervisor-untrained", "R2.7", box="supervisor")
    elif one.last_day < batch.last_day:
        args = {"until": one.last_day, "exam": batch.last_day}
        yield Finding("supervisor-expired", "R2.7", args, box="supervisor")
    if one.sits:
        yield Finding("supervisor-sits-batch", "R4.8", box="supervisor")
    if one.person in batch.team:
        yield Finding("supervisor-examines-batch", "R4.8", box="supervisor")
    elif one.person in batch.examiners:
        yield Finding("supervisor-of-station", "R4.8", box="supervisor")
    elif name_key(one.works_at) in {name_key(name) for name in batch.station if name}:
        yield Finding("supervisor-works-there", "R4.8", box="supervisor")
