"""Rosters: who takes part in a batch, fixed with their running numbers once it is submitted (R5.7, R7.8)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    Table,
    UniqueConstraint,
    bindparam,
    func,
    insert,
    literal,
    select,
    update,
)

from rules.findings import Finding, NotPossible
from rules.registration import RegistrationState
from rules.roles import Action
from rules.rosters import RosterFacts, Standing, roster_findings
from store import rights
from store.batch_rows import BATCHES, Batch, BatchId, BatchState, batch_of, batches
from store.people import PersonId, people
from store.registration_rows import RegistrationId, registrations
from store.schema import Moment, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

rosters = Table(
    "rosters",
    metadata,
    Column("batch_id", ForeignKey(batches.c.id), primary_key=True),
    Column("people", Integer, nullable=False),
    Column("submitted_at", Moment, nullable=False),
    Column("submitted_by", ForeignKey(people.c.id)),
)

roster_lines = Table(
    "roster_lines",
    metadata,
    Column("registration_id", ForeignKey(registrations.c.id), primary_key=True),
    Column("batch_id", ForeignKey(rosters.c.batch_id), nullable=False),
    Column("running_number", Integer, nullable=False),
    UniqueConstraint("batch_id", "running_number"),
)

LOCK_BATCH = select(batches.c.id).where(batches.c.id == bindparam("batch")).with_for_update()


@dataclass(frozen=True, slots=True)
class Roster:
    """A roster that is in. `people` is the applied number of the batch from now on (R4.8)."""

    batch: BatchId
    people: int
    submitted_at: datetime
    submitted_by: PersonId | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody of a batch, and how far their registration has come."""

    registration: RegistrationId
    number: str
    person: PersonId
    state: RegistrationState


class Rosters:
    """Submitted under the lock of the batch: nobody registers, and nothing is decided, at the same moment."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def submit(self, batch: BatchId) -> Roster:
        """Hand the roster in and seal the papers; the roster that is in already where there is one.

        NotPossible names every registration and every paper that is missing (R5.7, R6.5).
        """
        self._unit.connection.execute(LOCK_BATCH, {"batch": batch})
        found = self._checked(batch)
        if there := self.find(batch):
            return there
        if findings := self.against(found):
            raise NotPossible(findings)
        roster = self._written(batch)
        self._unit.exam_papers.seal(batch)
        self._unit.connection.execute(
            update(batches).where(batches.c.id == batch).values(state=BatchState.SUBMITTED)
        )
        self._unit.audit.note("roster-submitted", f"batch:{batch}", people=roster.people)
        return roster

    def against(self, batch: Batch) -> tuple[Finding, ...]:
        """What stands against submitting the roster now, all of it."""
        if batch.state is not BatchState.OPEN:
            return (Finding("roster-not-open", "R5.7", {"state": str(batch.state)}),)
        facts = RosterFacts(
            batch.closes_at,
            self._everybody(batch.id),
            self._unit.exam_papers.missing(batch.id),
        )
        return tuple(roster_findings(facts, self._unit.now))

    def find(self, batch: BatchId) -> Roster | None:
        question = select(rosters).where(rosters.c.batch_id == batch)
        row = self._unit.connection.execute(question).first()
        if row is None:
            return None
        return Roster(row.batch_id, row.people, row.submitted_at, row.submitted_by)

    def candidates(
        self, batch: BatchId, states: Collection[RegistrationState]
    ) -> tuple[Candidate, ...]:
        """Whose registrations are in these states, in the order of filing; for who may see the roster."""
        self._checked(batch, Action.EXPORT_ROSTER)
        question = (
            select(
                registrations.c.id,
                registrations.c.number,
                registrations.c.person_id,
                registrations.c.state,
            )
            .where(registrations.c.batch_id == batch, registrations.c.state.in_(list(states)))
            .order_by(registrations.c.id)
        )
        rows = self._unit.connection.execute(question)
        return tuple(Candidate(*row[:3], RegistrationState(row.state)) for row in rows)

    def running_numbers(self, batch: BatchId) -> Mapping[RegistrationId, int]:
        """The place of everybody in the order of the platform (R7.8); empty before it is submitted."""
        question = select(roster_lines.c.registration_id, roster_lines.c.running_number)
        rows = self._unit.connection.execute(question.where(roster_lines.c.batch_id == batch))
        return {RegistrationId(registration): number for registration, number in rows}

    def at(self, batch: BatchId, running_number: int) -> RegistrationId | None:
        """Whose place that is."""
        question = select(roster_lines.c.registration_id).where(
            roster_lines.c.batch_id == batch, roster_lines.c.running_number == running_number
        )
        return self._unit.connection.execute(question).scalar()

    def to_submit(self) -> tuple[Batch, ...]:
        """Batches of the caller's stations without a roster, closed ones until the exam; the next close first."""
        question = BATCHES.where(
            batches.c.station_code.in_(rights.covered(self._unit, Action.SUBMIT_ROSTER)),
            batches.c.state == BatchState.OPEN,
            batches.c.exam_on >= self._unit.today,
        ).order_by(batches.c.closes_at, batches.c.id)
        return tuple(map(batch_of, self._unit.connection.execute(question)))

    def _checked(self, batch: BatchId, action: Action = Action.SUBMIT_ROSTER) -> Batch:
        found = self._unit.batches.get(batch)
        station, programme = found.station_code, found.programme
        rights.check(self._unit, action, institution=station, programme=programme)
        return found

    def _everybody(self, batch: BatchId) -> tuple[Standing, ...]:
        question = select(registrations.c.number, registrations.c.state)
        question = question.where(registrations.c.batch_id == batch).order_by(registrations.c.id)
        # Locked: nothing of it is taken back while the roster is made of it.
        rows = self._unit.connection.execute(question.with_for_update())
        return tuple(Standing(number, RegistrationState(state)) for number, state in rows)

    def _written(self, batch: BatchId) -> Roster:
        execute = self._unit.connection.execute
        ready = (registrations.c.batch_id == batch) & (
            registrations.c.state == RegistrationState.APPROVED
        )
        counted = execute(select(func.count()).where(ready)).scalar_one()
        roster = Roster(batch, counted, self._unit.now, self._unit.caller.person)
        execute(
            insert(rosters),
            {
                "batch_id": batch,
                "people": roster.people,
                "submitted_at": roster.submitted_at,
                "submitted_by": roster.submitted_by,
            },
        )
        numbered = select(
            registrations.c.id,
            literal(batch),
            func.row_number().over(order_by=registrations.c.id),
        ).where(ready)
        execute(
            insert(roster_lines).from_select(
                ["registration_id", "batch_id", "running_number"], numbered
            )
        )
        return roster
