"""Examiners asked again after their exam was moved (R4.7): each accepts the new days or declines."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Row,
    Select,
    String,
    Table,
    bindparam,
    insert,
    select,
    update,
)

from rules.batches import assessor_findings
from rules.findings import Finding, NotPossible
from rules.roles import Action
from store import rights
from store.batch_facts import as_judged, assessor
from store.batch_rows import BatchId, batches
from store.examiners import ExaminerId, examiners
from store.people import PersonId
from store.schema import Moment, Sealed, Serial, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

CallId = NewType("CallId", int)


class CallState(StrEnum):
    """What an examiner answered."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    OVER = "over"
    """Asked anew for other days, or somebody else stands in."""


exam_calls = Table(
    "exam_calls",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("batch_id", ForeignKey(batches.c.id), nullable=False),
    Column("examiner_id", ForeignKey(examiners.c.id), nullable=False, index=True),
    Column("state", String(10), nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("answered_at", Moment),
    Column("answer", Sealed),
    sqlite_autoincrement=True,
)
Index(None, exam_calls.c.batch_id, exam_calls.c.examiner_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamCall:
    """One examiner asked for one batch."""

    id: CallId
    batch: BatchId
    examiner: ExaminerId
    person: PersonId
    state: CallState
    asked_at: datetime
    answered_at: datetime | None
    answer: str = field(repr=False)
    """Why it was declined."""


_ALL: Select[Any] = select(exam_calls, examiners.c.person_id).join(examiners)
BY_ID = _ALL.where(exam_calls.c.id == bindparam("call"))
OF_BATCH = _ALL.where(
    exam_calls.c.batch_id == bindparam("batch"), exam_calls.c.state != CallState.OVER
).order_by(exam_calls.c.id)
OF_PERSON = _ALL.where(
    examiners.c.person_id == bindparam("person"), exam_calls.c.state != CallState.OVER
).order_by(exam_calls.c.id.desc())


class ExamCalls:
    """An examiner named for several items of a batch is asked once."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def ask(self, batch: BatchId) -> tuple[ExamCall, ...]:
        """Ask everybody on the team; what they said of other days counts no more."""
        self.end(batch)
        for examiner in dict.fromkeys(one.examiner for one in self._unit.batches.team(batch)):
            self._add(batch, examiner)
        return self.of(batch)

    def end(self, batch: BatchId) -> None:
        """Nothing is asked of the team any more; the caller's right is the caller's matter."""
        ending = update(exam_calls).where(exam_calls.c.batch_id == batch)
        self._unit.connection.execute(ending.values(state=CallState.OVER))

    def answer(self, call: CallId, *, accepts: bool, reason: str = "") -> ExamCall:
        """The examiner accepts, or declines with the reason, which may come later than a yes."""
        found = self.own(call)
        if self._unit.now >= self._unit.batches.get(found.batch).begins_at:
            raise NotPossible(Finding("assignment-over", "R4.7"))
        before = [CallState.ASKED] if accepts else [CallState.ASKED, CallState.ACCEPTED]
        state = CallState.ACCEPTED if accepts else CallState.DECLINED
        values = {"state": state, "answered_at": self._unit.now}
        if reason:
            values["answer"] = self._unit.seal(reason, f"exam_calls.answer:{call}")
        answering = update(exam_calls).where(
            exam_calls.c.id == call, exam_calls.c.state.in_(before)
        )
        if not self._unit.connection.execute(answering.values(values)).rowcount:
            raise NotPossible(Finding("assignment-answered", "R4.7", {"state": found.state}))
        self._unit.audit.note(f"exam-call-{state}", f"exam-call:{call}")
        return self.get(call)

    def stand_in(self, call: CallId, examiner: ExaminerId) -> ExamCall:
        """Put another examiner in the place of one who declined, in every item of theirs; who is asked now.

        NotPossible names all that stands against the newcomer (R4.4, R4.8).
        """
        absent = self._locked(call)
        batch = self._unit.batches.get(absent.batch)
        rights.check(self._unit, Action.FILE_PAPER, institution=batch.station_code)
        if self._unit.now >= batch.begins_at:
            raise NotPossible(Finding("assignment-over", "R4.7"))
        if absent.state is not CallState.DECLINED:
            raise NotPossible(Finding("stand-in-not-declined", "R4.4", box="absent"))
        if against := self.against(absent, examiner):
            raise NotPossible(against)
        self._unit.batches.replace_examiner(batch.id, absent.examiner, examiner)
        self._unit.connection.execute(
            update(exam_calls).where(exam_calls.c.id == call).values(state=CallState.OVER)
        )
        self._unit.audit.note("examiner-replaced", f"batch:{batch.id}", examiner=examiner)
        return self._add(batch.id, examiner)

    def against(self, absent: ExamCall, examiner: ExaminerId) -> tuple[Finding, ...]:
        """Why an examiner cannot take the place of one who declined."""
        batch, team = self._unit.batches.get(absent.batch), self._unit.batches.team(absent.batch)
        named = self._unit.examiners.by_ids({examiner})
        if examiner not in named:
            return (Finding("examiner-unknown", "R2.5", box="examiner"),)
        newcomer = named[examiner]
        supervision = self._unit.supervisions.standing(batch.id)
        found = []
        if any(newcomer.person == one.person for one in team):
            found.append(Finding("stand-in-on-team", "R4.4", box="examiner"))
        if supervision and supervision.person == newcomer.person:
            found.append(Finding("stand-in-supervises", "R4.8", box="examiner"))
        if self._unit.registrations.sits(batch.id, newcomer.person):
            found.append(Finding("stand-in-sits-batch", "R4.4", box="examiner"))
        judged = assessor(newcomer, batch.station_code)
        applied = as_judged(batch, self._unit.batches.items(batch.id))
        wanted = {one.item for one in team if one.examiner == absent.examiner}
        for item in self._unit.batches.items(batch.id):
            if item.id in wanted:
                found += assessor_findings(applied, judged, item.unit, item.level)
        said = {(one.key, *map(str, one.args.items())): one for one in found}
        return tuple(replace(one, box="examiner") for one in said.values())

    def declined(self) -> tuple[ExamCall, ...]:
        """Those of the caller's stations whose place is still to be filled."""
        question = (
            _ALL.join(batches, batches.c.id == exam_calls.c.batch_id)
            .where(
                batches.c.station_code.in_(rights.covered(self._unit, Action.FILE_PAPER)),
                batches.c.exam_on >= self._unit.today,
                exam_calls.c.state == CallState.DECLINED,
            )
            .order_by(batches.c.exam_on, exam_calls.c.id)
        )
        return tuple(map(self._record, self._unit.connection.execute(question)))

    def own(self, call: CallId) -> ExamCall:
        """The caller's own."""
        self._unit.require(Action.ANSWER_ASSIGNMENT)
        row = self._unit.connection.execute(BY_ID, {"call": call}).first()
        if row is None or row.person_id != self._unit.caller.person:
            raise rights.refused(self._unit, Action.ANSWER_ASSIGNMENT, f"exam-call:{call}")
        found = self._record(row)
        if found.state is CallState.OVER:
            raise NotPossible(Finding("assignment-recalled", "R4.7"))
        return found

    def get(self, call: CallId) -> ExamCall:
        row = self._unit.connection.execute(BY_ID, {"call": call}).first()
        if row is None:
            raise NotPossible(Finding("assignment-unknown", "R4.7"))
        return self._record(row)

    def of(self, batch: BatchId) -> tuple[ExamCall, ...]:
        """Who was asked for the days as they stand; the caller's right is the caller's matter."""
        rows = self._unit.connection.execute(OF_BATCH, {"batch": batch})
        return tuple(map(self._record, rows))

    def of_caller(self) -> tuple[ExamCall, ...]:
        """Everything the caller was asked for, the latest first."""
        rows = self._unit.connection.execute(OF_PERSON, {"person": self._unit.caller.person})
        return tuple(map(self._record, rows))

    def _locked(self, call: CallId) -> ExamCall:
        locking = BY_ID.with_for_update(of=exam_calls)
        row = self._unit.connection.execute(locking, {"call": call}).first()
        if row is None:
            raise NotPossible(Finding("assignment-unknown", "R4.7"))
        return self._record(row)

    def _add(self, batch: BatchId, examiner: ExaminerId) -> ExamCall:
        values = {
            "batch_id": batch,
            "examiner_id": examiner,
            "state": CallState.ASKED,
            "asked_at": self._unit.now,
        }
        adding = insert(exam_calls).returning(exam_calls.c.id)
        return self.get(CallId(self._unit.connection.execute(adding, values).scalar_one()))

    def _record(self, row: Row[Any]) -> ExamCall:
        sealed = row.answer
        return ExamCall(
            id=row.id,
            batch=row.batch_id,
            examiner=row.examiner_id,
            person=row.person_id,
            state=CallState(row.state),
            asked_at=row.asked_at,
            answered_at=row.answered_at,
            answer=self._unit.unseal(sealed, f"exam_calls.answer:{row.id}") if sealed else "",
        )
