"""The roster (花名册): what has to be in order before a station submits it, everything said at once (R5.7)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from rules.deadlines import office_day
from rules.findings import Finding
from rules.registration import RegistrationState
from rules.years import DAY

READY = frozenset({RegistrationState.APPROVED, RegistrationState.REJECTED})
"""Decided: nothing of it changes any more; who was rejected is not on the roster."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A registration of the batch, by its number, and how far it has come."""

    number: str
    state: RegistrationState


@dataclass(frozen=True, slots=True)
class RosterFacts:
    """A batch that is open for registration, everybody in it, and the papers nobody handed in (R6.5)."""

    closes_at: datetime
    everybody: Sequence[Standing]
    missing_papers: Sequence[Finding] = ()

    @property
    def ready(self) -> tuple[Standing, ...]:
        """Who will be on the roster as it stands."""
        return tuple(x for x in self.everybody if x.state is RegistrationState.APPROVED)

    def pending(self, state: RegistrationState) -> tuple[Standing, ...]:
        return tuple(one for one in self.everybody if one.state is state)


PENDING = (
    RegistrationState.COMPLETE,
    RegistrationState.RETURNED,
    RegistrationState.SUBMITTED,
)
"""What holds a roster up, what the station itself can settle first."""


def roster_findings(facts: RosterFacts, now: datetime) -> Iterator[Finding]:
    """Everything that forbids submitting: the time, each registration that is not ready, each paper (R4.3, R5.7, R6.5)."""
    if now >= facts.closes_at:
        yield Finding("roster-closed", "R4.3", {"last": office_day(facts.closes_at) - DAY})
    if not any(one.state is not RegistrationState.REJECTED for one in facts.everybody):
        yield Finding("roster-empty", "R5.7")
    for state in PENDING:
        if waiting := facts.pending(state):
            numbers = tuple(one.number for one in waiting)
            args = {"state": state.value, "count": len(waiting), "numbers": numbers}
            yield Finding("roster-incomplete", "R5.7", args)
    yield from facts.missing_papers
