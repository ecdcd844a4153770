"""What is due when for somebody: the dates ahead of their batches, registrations and appointments (R4, R9.1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, or_, select

from rules.deadlines import OFFICE
from rules.registration import RegistrationState
from rules.reminders import planned_year, season
from rules.roles import STATION_STAFF
from rules.supervision import SENT
from rules.years import DAY
from store import rights
from store.batch_rows import (
    BATCHES,
    Batch,
    BatchId,
    BatchState,
    batch_items,
    batch_of,
    batches,
)
from store.batch_teams import batch_team
from store.examiners import ExaminerState, examiners

if TYPE_CHECKING:
    from store.unit import UnitOfWork

AHEAD = timedelta(days=366)
"""What runs out later is not on anybody's mind."""
TAKES_PLACE = frozenset({BatchState.OPEN, BatchState.SUBMITTED})
OWED = frozenset({RegistrationState.SUBMITTED, RegistrationState.RETURNED})


class DeadlineKind(StrEnum):
    """What happens on a date."""

    REGISTRATION_CLOSES = "registration-closes"
    OWN_CLOSE = "own-close"
    PAPERS_OPEN = "papers-open"
    THEORY = "theory"
    PRACTICE = "practice"
    LICENCE_ENDS = "licence-ends"
    APPOINTMENTS_END = "appointments-end"
    PLAN_SEASON_ENDS = "plan-season-ends"


@dataclass(frozen=True, slots=True)
class Deadline:
    """One date. `at` is its moment, or its day where the whole day until midnight counts."""

    kind: DeadlineKind
    subject: str
    """What it is of; kind and subject stay the same when the date moves."""
    at: datetime | date
    args: tuple[tuple[str, object], ...] = ()
    """What the sentence of its kind needs."""

    @property
    def moment(self) -> datetime:
        if isinstance(self.at, datetime):
            return self.at
        return datetime.combine(self.at + DAY, time(), OFFICE)


COMING = BATCHES.where(
    batches.c.station_code == bindparam("station"),
    batches.c.state.in_(sorted(TAKES_PLACE)),
    or_(batches.c.theory_on >= bindparam("today"), batches.c.practice_on >= bindparam("today")),
).order_by(batches.c.id)
IN_TEAM_OF = (
    select(batch_items.c.batch_id)
    .distinct()
    .join(batch_team, batch_team.c.item_id == batch_items.c.id)
    .join(examiners, examiners.c.id == batch_team.c.examiner_id)
    .where(examiners.c.person_id == bindparam("person"))
    .order_by(batch_items.c.batch_id)
)

ORDER = list(DeadlineKind)


def in_order(one: Deadline) -> tuple[datetime, int, str]:
    return one.moment, ORDER.index(one.kind), one.subject


class Deadlines:
    """Each sees the dates of what their posts and registrations concern."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def of_caller(self) -> tuple[Deadline, ...]:
        """Everything ahead, the next first; what two posts bring comes once."""
        every = dict.fromkeys((*self._at_stations(), *self._on_duty(), *self._own()))
        ahead = [one for one in every if self._unit.now < one.moment <= self._unit.now + AHEAD]
        return tuple(sorted(ahead, key=in_order))

    def _at_stations(self) -> Iterator[Deadline]:
        held = rights.posts(self._unit)
        for code in sorted({post.institution for post in held if post.role in STATION_STAFF}):
            at_station = {"station": code, "today": self._unit.today}
            for row in self._unit.connection.execute(COMING, at_station).all():
                yield from self._of_batch(batch_of(row))
            yield from self._of_station(code)

    def _of_batch(self, batch: Batch) -> Iterator[Deadline]:
        named = (("batch", batch.number), ("trades", self._trades(batch)))
        closes, opens = DeadlineKind.REGISTRATION_CLOSES, DeadlineKind.PAPERS_OPEN
        if batch.state is BatchState.OPEN:
            yield Deadline(closes, batch.number, batch.closes_at.date() - DAY, named)
        yield Deadline(opens, batch.number, batch.windows.papers_from, named)
        yield from self._exams(batch)

    def _exams(self, batch: Batch) -> Iterator[Deadline]:
        args = (
            ("batch", batch.number),
            ("trades", self._trades(batch)),
            ("venue", f"{batch.station_name} {batch.venue}"),
        )
        practice = batch.practice_starts_at or batch.starts_at
        days = (
            (DeadlineKind.THEORY, batch.theory_on, batch.starts_at),
            (DeadlineKind.PRACTICE, batch.practice_on, practice),
        )
        for kind, day, hour in days:
            at = datetime.combine(day, time.fromisoformat(hour), OFFICE)
            yield Deadline(kind, batch.number, at, args)

    def _of_station(self, code: str) -> Iterator[Deadline]:
        today = self._unit.today
        if licence := self._unit.licences.of(code):
            args = (("number", licence.number),)
            yield Deadline(DeadlineKind.LICENCE_ENDS, code, licence.valid_until, args)
        appointed = [
            one.valid_until
            for one in self._unit.examiners.of(code)
            if one.state(today) is ExaminerState.APPOINTED
        ]
        for day in sorted(set(appointed)):
            counted = (("count", appointed.count(day)),)
            yield Deadline(DeadlineKind.APPOINTMENTS_END, f"{code}-{day}", day, counted)
        if due := season(self._unit.now, self._unit.policy.current(today)):
            year = planned_year(self._unit.now)
            last = due.until.date() - DAY
            yield Deadline(DeadlineKind.PLAN_SEASON_ENDS, f"{code}-{year}", last)

    def _on_duty(self) -> Iterator[Deadline]:
        """The exams somebody assesses or supervises."""
        rows = self._unit.connection.scalars(IN_TEAM_OF, {"person": self._unit.caller.person})
        sent = [one.batch for one in self._unit.supervisions.of_caller() if one.state in SENT]
        for number in sorted({*rows, *sent}):
            batch = self._unit.batches.get(BatchId(number))
            if batch.state in TAKES_PLACE:
                yield from self._exams(batch)

    def _own(self) -> Iterator[Deadline]:
        """What a candidate owes, and the exams they registered for."""
        person = self._unit.caller.person
        for one in self._unit.registrations.of(person) if person else ():
            batch = self._unit.batches.get(one.batch_id)
            if batch.state not in TAKES_PLACE or one.state is RegistrationState.REJECTED:
                continue
            if one.state in OWED:
                last, args = batch.closes_at.date() - DAY, (("number", one.number),)
                yield Deadline(DeadlineKind.OWN_CLOSE, one.number, last, args)
            yield from self._exams(batch)

    def _trades(self, batch: Batch) -> tuple[str, ...]:
        items = self._unit.batches.items(batch.id)
        return tuple(dict.fromkeys(item.unit.name for item in items))
