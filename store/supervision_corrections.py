"""Corrections (整改) a supervision report demands: the station replies, the management station accepts or asks again (R7.3)."""

import json
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, Select, insert, select, update

from rules.findings import Finding, NotPossible
from rules.roles import Action
from rules.supervision_reports import CorrectionState, Fault
from store import rights
from store.batch_rows import BatchId, batches
from store.database import dumps
from store.files import FileId
from store.supervision_correction_rows import (
    BY_ID,
    CORRECTIONS,
    LOCK,
    REPLIES,
    CorrectionId,
    Reply,
    SupervisionCorrection,
    correction_replies,
    supervision_corrections,
)
from store.supervision_report_rows import ReportId, SupervisionReport, supervision_reports

if TYPE_CHECKING:
    from store.unit import UnitOfWork

__all__ = ["CorrectionId", "SupervisionCorrection", "SupervisionCorrections", "lapsed"]


class SupervisionCorrections:
    """Replied to and decided under the lock of their own row."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def demand(self, report: SupervisionReport, due_on: date | None) -> None:
        """With the confirmation of a report: what it demands is the station's from now on.

        NotPossible where a day has passed meanwhile and `due_on` gives no new one.
        """
        today = self._unit.today
        faults = [fault for fault in report.record.faults if fault.is_demand]
        if lapsed(faults, today) and (due_on is None or due_on < today):
            raise NotPossible(Finding("supervision-due-lapsed", "R7.3", box="due_on"))
        rows = [
            {
                "report_id": report.id,
                "place": place,
                "due_on": due_on if fault in lapsed(faults, today) else fault.due_on,
                "state": CorrectionState.OPEN,
            }
            for place, fault in enumerate(faults, start=1)
        ]
        if rows:
            self._unit.connection.execute(insert(supervision_corrections), rows)

    def reply(
        self, correction: CorrectionId, words: str, photos: Sequence[FileId] = ()
    ) -> SupervisionCorrection:
        """The station says what was done, once until it is decided on."""
        self._unit.connection.execute(LOCK, {"correction": correction})
        self.owed_now(correction)
        adding = insert(correction_replies).returning(correction_replies.c.id)
        values = {
            "correction_id": correction,
            "reply": b"",
            "replied_by": self._unit.caller.person,
            "replied_at": self._unit.now,
        }
        added: int = self._unit.connection.execute(adding, values).scalar_one()
        kept = dumps({"words": words, "photos": list(photos)})
        sealed = self._unit.seal(kept, f"correction_replies.reply:{added}")
        self._write(added, reply=sealed)
        for n, photo in enumerate(photos):
            self._unit.files.own(photo, f"correction-reply:{added}:{n}")
        return self._moved(correction, CorrectionState.ANSWERED)

    def accept(self, correction: CorrectionId) -> SupervisionCorrection:
        """The management station is content with the last reply."""
        self._decide(correction, accepted=True)
        return self._moved(correction, CorrectionState.ACCEPTED)

    def ask_again(
        self, correction: CorrectionId, reason: str, due_on: date
    ) -> SupervisionCorrection:
        """It is not: with the reason, and a new day."""
        if due_on < self._unit.today:
            args = {"n": 1, "due": due_on}
            raise NotPossible(Finding("supervision-due-past", "R7.3", args, box="due_on"))
        self._decide(correction, accepted=False, reason=reason)
        return self._moved(correction, CorrectionState.OPEN, due_on=due_on)

    # --- questions ---

    def owed_now(self, correction: CorrectionId) -> SupervisionCorrection:
        """One the caller's station has to reply to; NotPossible says how it stands."""
        found = self.get(correction)
        self._check(found, Action.ANSWER_SUPERVISION_CORRECTION)
        if found.state is not CorrectionState.OPEN:
            args = {"state": found.state.value}
            raise NotPossible(Finding("correction-answered", "R7.3", args))
        return found

    def answered_now(self, correction: CorrectionId) -> SupervisionCorrection:
        """One whose reply the caller decides on; NotPossible says how it stands."""
        found = self.get(correction)
        self._check(found, Action.CONFIRM_SUPERVISION_REPORT)
        if found.state is not CorrectionState.ANSWERED:
            args = {"state": found.state.value}
            raise NotPossible(Finding("correction-decided", "R7.3", args))
        return found

    def get(self, correction: CorrectionId) -> SupervisionCorrection:
        row = self._unit.connection.execute(BY_ID, {"correction": correction}).first()
        if row is None:
            raise NotPossible(Finding("correction-unknown", "R7.3"))
        return self._record(row)

    def read(self, correction: CorrectionId) -> SupervisionCorrection:
        """For the station and the officers above it."""
        found = self.get(correction)
        self._check(found, Action.READ_SUPERVISION_REPORT)
        return found

    def of(self, report: ReportId) -> tuple[SupervisionCorrection, ...]:
        """In the order of the report; the caller's right is the caller's matter."""
        return self._listed(CORRECTIONS.where(supervision_corrections.c.report_id == report))

    def unsettled(self, batch: BatchId) -> tuple[SupervisionCorrection, ...]:
        """What is not accepted yet; the caller's right is the caller's matter."""
        open_ones = supervision_corrections.c.state != CorrectionState.ACCEPTED
        return self._listed(CORRECTIONS.where(supervision_reports.c.batch_id == batch, open_ones))

    def due(self, after: int, limit: int) -> Sequence[CorrectionId]:
        """Those a station owes its reply to, by their ids: for jobs."""
        question = select(supervision_corrections.c.id).where(
            supervision_corrections.c.state == CorrectionState.OPEN,
            supervision_corrections.c.id > after,
        )
        ordered = question.order_by(supervision_corrections.c.id).limit(limit)
        return self._unit.connection.scalars(ordered).all()

    def to_answer(self) -> tuple[SupervisionCorrection, ...]:
        """What the caller's station owes, the next day first."""
        return self._in_state(CorrectionState.OPEN, Action.ANSWER_SUPERVISION_CORRECTION)

    def to_decide(self) -> tuple[SupervisionCorrection, ...]:
        """Replies that lie with the caller's management station."""
        return self._in_state(CorrectionState.ANSWERED, Action.CONFIRM_SUPERVISION_REPORT)

    def owed(self) -> tuple[SupervisionCorrection, ...]:
        """What stations below the caller's management station owe."""
        return self._in_state(CorrectionState.OPEN, Action.CONFIRM_SUPERVISION_REPORT)

    # --- inside ---

    def _in_state(
        self, state: CorrectionState, action: Action
    ) -> tuple[SupervisionCorrection, ...]:
        codes = rights.covered(self._unit, action)
        return self._listed(
            CORRECTIONS.where(
                batches.c.station_code.in_(codes), supervision_corrections.c.state == state
            )
        )

    def _listed(self, question: Select[Any]) -> tuple[SupervisionCorrection, ...]:
        ordered = question.order_by(supervision_corrections.c.due_on, supervision_corrections.c.id)
        return tuple(map(self._record, self._unit.connection.execute(ordered).all()))

    def _check(self, found: SupervisionCorrection, action: Action) -> None:
        station = self._unit.batches.get(found.batch).station_code
        rights.check(self._unit, action, institution=station)

    def _decide(self, correction: CorrectionId, *, accepted: bool, reason: str = "") -> None:
        self._unit.connection.execute(LOCK, {"correction": correction})
        self.answered_now(correction)
        last = self._unit.connection.execute(REPLIES, {"correction": correction}).all()[-1].id
        self._write(
            last,
            accepted=accepted,
            decided_by=self._unit.caller.person,
            decided_at=self._unit.now,
            reason=self._unit.seal(reason, f"correction_replies.reason:{last}") if reason else None,
        )

    def _moved(
        self, correction: CorrectionId, state: CorrectionState, **values: object
    ) -> SupervisionCorrection:
        changing = update(supervision_corrections).where(supervision_corrections.c.id == correction)
        self._unit.connection.execute(changing.values(state=state, **values))
        found = self.get(correction)
        self._unit.audit.note(
            f"supervision-correction-{state}", f"batch:{found.batch}", place=found.place
        )
        return found

    def _write(self, number: int, **values: object) -> None:
        changing = update(correction_replies).where(correction_replies.c.id == number)
        self._unit.connection.execute(changing.values(values))

    def _record(self, row: Row[Any]) -> SupervisionCorrection:
        report = self._unit.supervision_reports.get(ReportId(row.report_id))
        faults = [fault for fault in report.record.faults if fault.is_demand]
        replies = self._unit.connection.execute(REPLIES, {"correction": row.id}).all()
        return SupervisionCorrection(
            id=CorrectionId(row.id),
            report=report.id,
            batch=row.batch_id,
            place=row.place,
            fault=faults[row.place - 1],
            due_on=row.due_on,
            state=CorrectionState(row.state),
            replies=tuple(map(self._reply, replies)),
        )

    def _reply(self, row: Row[Any]) -> Reply:
        kept = json.loads(self._unit.unseal(row.reply, f"correction_replies.reply:{row.id}"))
        context = f"correction_replies.reason:{row.id}"
        return Reply(
            words=kept["words"],
            photos=tuple(map(FileId, kept["photos"])),
            replied_at=row.replied_at,
            accepted=row.accepted,
            reason=self._unit.unseal(row.reason, context) if row.reason else "",
        )


def lapsed(faults: Sequence[Fault], today: date) -> list[Fault]:
    """The demands whose day has passed while the report lay at the desk."""
    return [fault for fault in faults if fault.is_demand and fault.due_on and fault.due_on < today]
