"""Applications to move an exam (调整考试时间): one a batch that counts, decided by the management station (R4.7)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Index,
    Row,
    String,
    Table,
    bindparam,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from rules.approvals import PaperState
from rules.batches import assessor_findings, licence_findings
from rules.deadlines import ExamDays, Reschedule, reschedule_findings
from rules.findings import Finding, NotPossible
from rules.registration import RegistrationState
from rules.roles import Action
from store import rights
from store.batch_facts import as_judged, assessor
from store.batch_rows import BATCHES, Batch, BatchId, BatchState, batch_of, batches
from store.registration_rows import (
    REGISTRATIONS,
    Registration,
    registration_of,
    registrations,
)
from store.schema import Moment, Serial, metadata

if TYPE_CHECKING:
    from store.papers import Paper
    from store.unit import UnitOfWork

RescheduleId = NewType("RescheduleId", int)


class RescheduleState(StrEnum):
    """How far an application has come; only an approved one counts as the one move."""

    FILED = "filed"
    APPROVED = "approved"
    CLOSED = "closed"
    """Rejected or withdrawn: another one may follow."""


reschedules = Table(
    "reschedules",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("batch_id", ForeignKey(batches.c.id), nullable=False),
    Column("theory_on", Date, nullable=False),
    Column("practice_on", Date, nullable=False),
    Column("was_theory_on", Date, nullable=False),
    Column("was_practice_on", Date, nullable=False),
    Column("state", String(10), nullable=False),
    Column("filed_at", Moment, nullable=False),
    Column("decided_at", Moment),
    sqlite_autoincrement=True,
)
_COUNTS = reschedules.c.state.in_([RescheduleState.FILED, RescheduleState.APPROVED])
Index(None, reschedules.c.batch_id)
Index(
    "uq_reschedules_counting",
    reschedules.c.batch_id,
    unique=True,
    sqlite_where=_COUNTS,
    postgresql_where=_COUNTS,
)

MOVABLE = (BatchState.OPEN, BatchState.SUBMITTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledReschedule:
    """One application; why it was made stands on its paper."""

    id: RescheduleId
    batch: BatchId
    old: ExamDays
    new: ExamDays
    state: RescheduleState
    filed_at: datetime
    decided_at: datetime | None


BY_ID = select(reschedules).where(reschedules.c.id == bindparam("reschedule"))
COUNTING = select(reschedules).where(reschedules.c.batch_id == bindparam("batch"), _COUNTS)


class Reschedules:
    """What forbids a move is looked at when it is filed and again when it is approved."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    # --- by the station ---

    def file(self, batch: BatchId, new: ExamDays) -> FiledReschedule:
        """An application on its way; its paper is the caller's to file. NotPossible names every reason."""
        found = self._unit.batches.get(batch)
        rights.check(self._unit, Action.FILE_PAPER, institution=found.station_code)
        if against := self.against(found, new):
            raise NotPossible(against)
        values = {
            "batch_id": batch,
            **_days(new),
            "was_theory_on": found.theory_on,
            "was_practice_on": found.practice_on,
            "state": RescheduleState.FILED,
            "filed_at": self._unit.now,
        }
        try:
            with self._unit.savepoint():
                adding = insert(reschedules).returning(reschedules)
                return _one(self._unit.connection.execute(adding, values).first())
        except IntegrityError as error:
            raise NotPossible(Finding("reschedule-under-way", "R4.7")) from error

    def correct(self, reschedule: RescheduleId, new: ExamDays) -> FiledReschedule:
        """Other days on an application that was returned."""
        before = self._locked(reschedule)
        batch = self._unit.batches.get(before.batch)
        rights.check(self._unit, Action.FILE_PAPER, institution=batch.station_code)
        if before.state is not RescheduleState.FILED:
            raise NotPossible(Finding("reschedule-decided", "R4.7"))
        if against := self.against(batch, new, own=reschedule):
            raise NotPossible(against)
        self._set(reschedule, **_days(new))
        return self.get(reschedule)

    def movable(self) -> tuple[Batch, ...]:
        """Batches of the caller's stations whose exam has not begun, the next exam first."""
        question = BATCHES.where(
            batches.c.station_code.in_(rights.covered(self._unit, Action.KEEP_EXAM_PAPERS)),
            batches.c.state.in_(MOVABLE),
            batches.c.exam_on >= self._unit.today,
        ).order_by(batches.c.exam_on, batches.c.id)
        found = map(batch_of, self._unit.connection.execute(question))
        return tuple(batch for batch in found if batch.begins_at > self._unit.now)

    # --- the decision ---

    def decided(self, paper: "Paper") -> None:
        """Approved, the exam moves, and its examiners and supervisor are asked again (R4.7)."""
        found = self._locked(RescheduleId(paper.subject))
        match paper.state:
            case PaperState.APPROVED:
                self._move(found)
            case PaperState.REJECTED | PaperState.WITHDRAWN:
                self._set(found.id, state=RescheduleState.CLOSED, decided_at=self._unit.now)
            case _:
                pass

    def against(
        self, batch: Batch, new: ExamDays, own: RescheduleId | None = None
    ) -> tuple[Finding, ...]:
        """Everything that forbids the move today; `own` is the application it is asked for."""
        barred = tuple(self.barred(batch, own))
        judged = reschedule_findings(self._as_moved(batch, new, own), self._unit.now)
        of_days = [one for one in judged if one.key not in {said.key for said in barred}]
        return (*barred, *of_days, *self._team_and_licence(batch, new))

    def barred(self, batch: Batch, own: RescheduleId | None = None) -> Iterator[Finding]:
        """What forbids any move of the batch, whatever the days."""
        if batch.state not in MOVABLE:
            yield Finding("reschedule-not-approved", "R4.7", {"number": batch.number})
        counting = self.counting(batch.id)
        if counting and counting.id != own:
            used = counting.state is RescheduleState.APPROVED
            yield Finding("reschedule-used" if used else "reschedule-under-way", "R4.7")

    # --- questions ---

    def get(self, reschedule: RescheduleId) -> FiledReschedule:
        return _one(self._unit.connection.execute(BY_ID, {"reschedule": reschedule}).first())

    def counting(self, batch: BatchId) -> FiledReschedule | None:
        """The one application that is under way or was approved."""
        row = self._unit.connection.execute(COUNTING, {"batch": batch}).first()
        return None if row is None else _one(row)

    def candidates(self, batch: BatchId) -> tuple[Registration, ...]:
        """Who is to hear of the move: everybody registered who was not rejected."""
        question = REGISTRATIONS.where(
            registrations.c.batch_id == batch, registrations.c.state != RegistrationState.REJECTED
        ).order_by(registrations.c.id)
        return tuple(map(registration_of, self._unit.connection.execute(question)))

    # --- inside ---

    def _move(self, found: FiledReschedule) -> None:
        batch = self._unit.batches.get(found.batch)
        if against := self.against(batch, found.new, own=found.id):
            raise NotPossible(replace(one, box=None) for one in against)
        self._unit.batches.move(batch.id, found.new)
        self._set(found.id, state=RescheduleState.APPROVED, decided_at=self._unit.now)
        self._unit.exam_calls.ask(batch.id)
        self._unit.supervisions.ask_again(batch.id)

    def _as_moved(self, batch: Batch, new: ExamDays, own: RescheduleId | None) -> Reschedule:
        counting = self.counting(batch.id)
        approved = counting is not None and counting.state is RescheduleState.APPROVED
        return Reschedule(
            old=ExamDays(batch.theory_on, batch.practice_on),
            new=new,
            begins_at=batch.begins_at,
            closes_at=batch.closes_at,
            moved_before=approved and counting is not None and counting.id != own,
        )

    def _team_and_licence(self, batch: Batch, new: ExamDays) -> Iterator[Finding]:
        """The team may assess and the licence holds on the new days, too (R4.4, R1.7)."""
        items = {item.id: item for item in self._unit.batches.items(batch.id)}
        moved = as_judged(batch, items.values())
        applied = replace(moved, theory_on=new.theory_on, practice_on=new.practice_on)
        team = self._unit.batches.team(batch.id)
        known = self._unit.examiners.by_ids({one.examiner for one in team})
        found = list(licence_findings(applied, self._unit.licences.of(batch.station_code)))
        for one in team:
            judged, item = assessor(known[one.examiner], batch.station_code), items[one.item]
            found += assessor_findings(applied, judged, item.unit, item.level)
        # Whoever is named for several items lacks the same for each of them.
        said = {(one.key, *map(str, one.args.items())): one for one in found}
        yield from (replace(one, box=None) for one in said.values())

    def _locked(self, reschedule: RescheduleId) -> FiledReschedule:
        locking = BY_ID.with_for_update()
        return _one(self._unit.connection.execute(locking, {"reschedule": reschedule}).first())

    def _set(self, reschedule: RescheduleId, **values: object) -> None:
        changing = update(reschedules).where(reschedules.c.id == reschedule)
        self._unit.connection.execute(changing.values(values))


def _days(days: ExamDays) -> dict[str, date]:
    return {"theory_on": days.theory_on, "practice_on": days.practice_on}


def _one(row: Row[Any] | None) -> FiledReschedule:
    if row is None:
        raise NotPossible(Finding("reschedule-unknown", "R4.7"))
    return FiledReschedule(
        id=row.id,
        batch=row.batch_id,
        old=ExamDays(row.was_theory_on, row.was_practice_on),
        new=ExamDays(row.theory_on, row.practice_on),
        state=RescheduleState(row.state),
        filed_at=row.filed_at,
        decided_at=row.decided_at,
    )
