"""Examiners asked again after their exam was moved (R4.7): each accepts the new days or declines."""

from dataclasses import dataclass, field
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

from rules.findings import Finding, NotPossible
from rules.roles import Action
from store import rights
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
        ending = update(exam_calls).where(exam_calls.c.batch_id == batch)
        self._unit.connection.execute(ending.values(state=CallState.OVER))
        for examiner in dict.fromkeys(one.examiner for one in self._unit.batches.team(batch)):
            self._add(batch, examiner)
        return self.of(batch)

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

    def _add(self, batch: BatchId, examiner: ExaminerId) -> None:
        values = {
            "batch_id": batch,
            "examiner_id": examiner,
            "state": CallState.ASKED,
            "asked_at": self._unit.now,
        }
        self._unit.connection.execute(insert(exam_calls), values)

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
