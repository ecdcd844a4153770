"""Supervisions (督导): what was decided about a batch, whom it was given to, and what they answered (R4.8)."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Row,
    Select,
    String,
    Table,
    and_,
    bindparam,
    case,
    func,
    insert,
    or_,
    select,
    update,
)

from rules.findings import Finding, NotPossible
from rules.roles import STATION_STAFF, Action
from rules.supervision import (
    PUT_UP_FROM,
    SENT,
    STANDING,
    Candidate,
    SupervisedBatch,
    SupervisionState,
    sending_findings,
)
from rules.years import DAY
from store import rights
from store.batch_rows import Batch, BatchId, BatchState, batch_items, batches
from store.institutions import institutions
from store.pages import Page, first_page, window
from store.people import PersonId, people
from store.rosters import rosters
from store.schema import Moment, Sealed, Serial, metadata
from store.supervisors import Supervisor, SupervisorId, supervisors

if TYPE_CHECKING:
    from store.unit import UnitOfWork

SupervisionId = NewType("SupervisionId", int)

supervisions = Table(
    "supervisions",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("batch_id", ForeignKey(batches.c.id), nullable=False),
    Column("supervisor_id", ForeignKey(supervisors.c.id), index=True),
    Column("state", String(10), nullable=False),
    Column("reason", Sealed),
    Column("decided_by", ForeignKey(people.c.id)),
    Column("decided_at", Moment, nullable=False),
    Column("asked_at", Moment),
    Column("answered_at", Moment),
    Column("answer", Sealed),
    sqlite_autoincrement=True,
)
_STANDS = supervisions.c.state.in_(sorted(STANDING))
Index(None, supervisions.c.batch_id)
Index(
    "uq_supervisions_standing",
    supervisions.c.batch_id,
    unique=True,
    sqlite_where=_STANDS,
    postgresql_where=_STANDS,
)

COMING = (BatchState.OPEN, BatchState.SUBMITTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Supervision:
    """One decision, with the supervisor where one was sent."""

    id: SupervisionId
    batch: BatchId
    supervisor: SupervisorId | None
    person: PersonId | None
    name: str = field(repr=False)
    state: SupervisionState
    reason: str = field(repr=False)
    """Why there is none."""
    decided_at: datetime
    asked_at: datetime | None
    answered_at: datetime | None
    answer: str = field(repr=False)
    """Why it was declined."""


@dataclass(frozen=True, slots=True)
class BatchPutUp:
    """A batch with its size, and what stands decided about it."""

    batch: Batch
    people: int
    standing: Supervision | None


_ALL: Select[Any] = select(supervisions, supervisors.c.person_id).outerjoin(supervisors)
BY_ID = _ALL.where(supervisions.c.id == bindparam("supervision"))
OF_BATCH = _ALL.where(supervisions.c.batch_id == bindparam("batch")).order_by(supervisions.c.id)
OF_PERSON = (
    _ALL.where(supervisors.c.person_id == bindparam("person"))
    .where(supervisions.c.state != SupervisionState.RECALLED)
    .order_by(supervisions.c.id.desc())
)
LOCK_BATCH = select(batches.c.id).where(batches.c.id == bindparam("batch")).with_for_update()
_APPLIED_FOR = (
    select(func.coalesce(func.sum(batch_items.c.people), 0))
    .where(batch_items.c.batch_id == batches.c.id)
    .scalar_subquery()
)
_ON_ROSTER = select(rosters.c.people).where(rosters.c.batch_id == batches.c.id).scalar_subquery()
SIZE = func.coalesce(_ON_ROSTER, _APPLIED_FOR)
"""R4.8: the number applied for, until the roster says how many there are."""
_IS_DECIDED = (
    select(supervisions.c.id)
    .where(supervisions.c.batch_id == batches.c.id, supervisions.c.state.in_(sorted(STANDING)))
    .exists()
)


class Supervisions:
    """Decided under the lock of the batch, so that of two officers one hears of the other's decision."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    # --- by the management station ---

    def send(
        self, batch: BatchId, supervisor: SupervisorId, seen: SupervisionId | None
    ) -> Supervision:
        """Give the batch to a supervisor; `seen` is what stood decided when the officer looked.

        NotPossible names every conflict of interest, and what was decided meanwhile. Whoever had it
        before is recalled.
        """
        found = self._to_decide(batch, seen)
        if against := self.against(found, self._unit.supervisors.get(supervisor)):
            raise NotPossible(against)
        self._recall(batch)
        sent = {"supervisor_id": supervisor, "asked_at": self._unit.now}
        added = self._add(batch, SupervisionState.ASKED, **sent)
        self._unit.audit.note("supervisor-sent", f"batch:{batch}", supervisor=supervisor)
        return added

    def waive(self, batch: BatchId, reason: str, seen: SupervisionId | None) -> Supervision:
        """Decide against supervision; the reason is recorded (R4.8)."""
        self._to_decide(batch, seen)
        return self._waived(batch, reason, "supervision-waived")

    def excuse(self, batch: BatchId, reason: str) -> Supervision:
        """Afterwards: nobody came, so it counts as decided against; who may say so is the caller's matter."""
        return self._waived(batch, reason, "supervision-excused")

    def against(self, batch: Batch, supervisor: Supervisor) -> tuple[Finding, ...]:
        """Why that supervisor cannot be sent to the batch."""
        last = supervisor.valid_until
        if supervisor.ended_on is not None:
            last = min(last, supervisor.ended_on - DAY)
        candidate = Candidate(
            person=supervisor.person,
            works_at=supervisor.works_at,
            trained_on=supervisor.trained_on,
            last_day=last,
            sits=self._unit.registrations.sits(batch.id, supervisor.person),
        )
        return tuple(sending_findings(self._supervised(batch), candidate))

    def may_decide(self, batch: Batch) -> bool:
        """Whether the batch is one of the caller's and its exam is still to come."""
        coming = batch.state in COMING and self._unit.now < batch.begins_at
        station, programme = batch.station_code, batch.programme
        return coming and rights.covers(self._unit, Action.SEND_SUPERVISOR, station, programme)

    def put_up(self, query: str = "", page: int = 0) -> Page[BatchPutUp]:
        """The caller's batches still to be examined: undecided ones of 80 people and more first (R4.8)."""
        codes = rights.covered(self._unit, Action.SEND_SUPERVISOR)
        size = SIZE.label("size")
        urgent = case((and_(size >= PUT_UP_FROM, ~_IS_DECIDED), 0), (~_IS_DECIDED, 1), else_=2)
        question = (
            select(batches.c.id, size)
            .join(institutions)
            .where(
                batches.c.station_code.in_(codes),
                batches.c.state.in_(COMING),
                batches.c.exam_on >= self._unit.today,
                _named(query.strip()),
            )
            .order_by(urgent, batches.c.exam_on, batches.c.id)
        )
        rows = self._unit.connection.execute(window(question, page)).all()
        return first_page(
            BatchPutUp(self._unit.batches.get(row.id), row.size, self.standing(row.id))
            for row in rows
        )

    # --- by the supervisor ---

    def answer(self, supervision: SupervisionId, *, accepts: bool, reason: str = "") -> Supervision:
        """The supervisor accepts, or declines with the reason, which may come later than a yes."""
        found = self.own(supervision)
        if self._unit.now >= self._unit.batches.get(found.batch).begins_at:
            raise NotPossible(Finding("assignment-over", "R4.8"))
        before = (SupervisionState.ASKED,) if accepts else tuple(sorted(SENT))
        state = SupervisionState.ACCEPTED if accepts else SupervisionState.DECLINED
        values = {"state": state, "answered_at": self._unit.now}
        if reason:
            values["answer"] = self._unit.seal(reason, f"supervisions.answer:{supervision}")
        answering = update(supervisions).where(
            supervisions.c.id == supervision, supervisions.c.state.in_(before)
        )
        if not self._unit.connection.execute(answering.values(values)).rowcount:
            raise NotPossible(Finding("assignment-answered", "R4.8", {"state": found.state}))
        self._unit.audit.note(f"supervision-{state}", f"supervision:{supervision}")
        return self.get(supervision)

    def own(self, supervision: SupervisionId) -> Supervision:
        """The caller's own assignment."""
        self._unit.require(Action.ANSWER_ASSIGNMENT)
        row = self._unit.connection.execute(BY_ID, {"supervision": supervision}).first()
        person = self._unit.caller.person
        if row is None or person is None or row.person_id != person:
            subject = f"supervision:{supervision}"
            raise rights.refused(self._unit, Action.ANSWER_ASSIGNMENT, subject)
        found = self._record(row)
        if found.state is SupervisionState.RECALLED:
            raise NotPossible(Finding("assignment-recalled", "R4.8"))
        return found

    def of_caller(self) -> tuple[Supervision, ...]:
        """Everything the caller was sent to, the latest first."""
        rows = self._unit.connection.execute(OF_PERSON, {"person": self._unit.caller.person})
        return tuple(map(self._record, rows))

    # --- questions ---

    def get(self, supervision: SupervisionId) -> Supervision:
        row = self._unit.connection.execute(BY_ID, {"supervision": supervision}).first()
        if row is None:
            raise NotPossible(Finding("supervision-unknown", "R4.8"))
        return self._record(row)

    def of(self, batch: BatchId) -> tuple[Supervision, ...]:
        """All that was ever decided; the caller's right is the caller's matter."""
        rows = self._unit.connection.execute(OF_BATCH, {"batch": batch})
        return tuple(map(self._record, rows))

    def standing(self, batch: BatchId) -> Supervision | None:
        """What is decided and holds."""
        return next((one for one in self.of(batch) if one.state in STANDING), None)

    def last(self, batch: BatchId) -> Supervision | None:
        """The latest decision, declined and recalled ones among them."""
        return next(reversed(self.of(batch)), None)

    def people(self, batch: BatchId) -> int:
        """How many the batch counts: applied for, and from the roster on those on it (R4.8)."""
        question = select(SIZE).where(batches.c.id == batch)
        return int(self._unit.connection.execute(question).scalar_one())

    # --- the exam moved ---

    def ask_again(self, batch: BatchId) -> Supervision | None:
        """The supervisor answers anew for the new days (R4.7); nobody where nobody was sent."""
        asking = update(supervisions).where(
            supervisions.c.batch_id == batch, supervisions.c.state.in_(sorted(SENT))
        )
        values = {"state": SupervisionState.ASKED, "asked_at": self._unit.now, "answered_at": None}
        self._unit.connection.execute(asking.values(values))
        standing = self.standing(batch)
        return standing if standing and standing.state in SENT else None

    def recall(self, batch: BatchId) -> None:
        """Nobody is to come any more: the batch was withdrawn; the caller's right is the caller's matter."""
        self._recall(batch)

    # --- inside ---

    def _to_decide(self, batch: BatchId, seen: SupervisionId | None) -> Batch:
        self._unit.connection.execute(LOCK_BATCH, {"batch": batch})
        found = self._unit.batches.get(batch)
        rights.check(
            self._unit,
            Action.SEND_SUPERVISOR,
            institution=found.station_code,
            programme=found.programme,
        )
        standing = self.standing(batch)
        if not self.may_decide(found):
            raise NotPossible(Finding("supervision-too-late", "R4.8", box="batch"))
        if (standing.id if standing else None) != seen:
            raise NotPossible(Finding("supervision-decided-meanwhile", "R4.8", box="batch"))
        return found

    def _supervised(self, batch: Batch) -> SupervisedBatch:
        station = self._unit.institutions.get(batch.station_code)
        first, last = batch.exam_on, max(batch.theory_on, batch.practice_on)
        appointed = {
            one.person
            for one in self._unit.examiners.of(station.code)
            if one.appointed_on <= last
            and one.valid_until >= first
            and (one.ended_on is None or one.ended_on > first)
        }
        staff = {one.id for one in self._unit.people.holders(station.code, STATION_STAFF)}
        return SupervisedBatch(
            station=(station.name, station.operator),
            last_day=last,
            team=frozenset(one.person for one in self._unit.batches.team(batch.id)),
            examiners=frozenset(appointed | staff),
        )

    def _waived(self, batch: BatchId, reason: str, noted: str) -> Supervision:
        self._recall(batch)
        added = self._add(batch, SupervisionState.WAIVED)
        self._set(added.id, reason=self._unit.seal(reason, f"supervisions.reason:{added.id}"))
        self._unit.audit.note(noted, f"batch:{batch}")
        return self.get(added.id)

    def _recall(self, batch: BatchId) -> None:
        recalling = update(supervisions).where(supervisions.c.batch_id == batch, _STANDS)
        self._unit.connection.execute(recalling.values(state=SupervisionState.RECALLED))

    def _add(self, batch: BatchId, state: SupervisionState, **values: object) -> Supervision:
        adding = insert(supervisions).returning(supervisions.c.id)
        new = {
            "batch_id": batch,
            "state": state,
            "decided_by": self._unit.caller.person,
            "decided_at": self._unit.now,
            **values,
        }
        return self.get(SupervisionId(self._unit.connection.execute(adding, new).scalar_one()))

    def _set(self, supervision: SupervisionId, **values: object) -> None:
        changing = update(supervisions).where(supervisions.c.id == supervision)
        self._unit.connection.execute(changing.values(values))

    def _record(self, row: Row[Any]) -> Supervision:
        def opened(column: str) -> str:
            sealed = getattr(row, column)
            return self._unit.unseal(sealed, f"supervisions.{column}:{row.id}") if sealed else ""

        person = self._unit.people.get(row.person_id) if row.person_id else None
        return Supervision(
            id=row.id,
            batch=row.batch_id,
            supervisor=row.supervisor_id,
            person=row.person_id,
            name=(person.name if person else "") or "",
            state=SupervisionState(row.state),
            reason=opened("reason"),
            decided_at=row.decided_at,
            asked_at=row.asked_at,
            answered_at=row.answered_at,
            answer=opened("answer"),
        )


def _named(query: str) -> ColumnElement[bool]:
    """The batch by its number, or its station by name or code."""
    return or_(
        batches.c.number.contains(query, autoescape=True),
        institutions.c.name.contains(query, autoescape=True),
        institutions.c.code.contains(query, autoescape=True),
    )
