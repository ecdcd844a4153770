"""Reminders around supervision: the report that is due, the one that waits, the correction a station owes (R9.1, R9.4)."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from conversations.engine.messages import Sentence
from conversations.reminders.batches import batch_of, named
from conversations.reminders.notes import Note
from conversations.reminders.planning import note, note_staff
from rules import reminders
from rules.policy import Policy
from rules.reminders import ReminderKind
from rules.roles import Action
from rules.supervision import SENT
from rules.supervision_reports import CorrectionState, ReportState
from store import rights
from store.batches import Batch, BatchId
from store.reminders import Reminder
from store.supervision_corrections import CorrectionId
from store.supervision_report_rows import SupervisionReport, exam_seen
from store.unit import UnitOfWork


def reports(work: UnitOfWork, _: datetime, after: int, limit: int) -> Sequence[int]:
    return work.supervision_reports.unsettled(after, limit)


def note_report(work: UnitOfWork, _: datetime, item: int) -> None:
    """The supervisor while nothing is filed, the management station once something is."""
    batch, policy = work.batches.get(BatchId(item)), work.policy.current(work.today)
    filed = work.supervision_reports.counting(batch.id)
    standing = work.supervisions.standing(batch.id)
    if filed:
        officers = rights.holders(
            work, Action.CONFIRM_SUPERVISION_REPORT, batch.station_code, batch.programme
        )
        due = reminders.waiting(filed.filed_at, work.now, policy)
        note(work, ReminderKind.REPORT_TO_CONFIRM, batch.id, officers, due)
    elif standing and standing.person:
        owed = reminders.owed(due_on(batch, policy), work.now, policy)
        note(work, ReminderKind.SUPERVISION_REPORT, batch.id, [standing.person], owed)


def due_on(batch: Batch, policy: Policy) -> date:
    """R9.4, from the last day of the exam."""
    return exam_seen(batch).last + timedelta(days=policy.supervision_report_due_days)


def corrections(work: UnitOfWork, _: datetime, after: int, limit: int) -> Sequence[int]:
    return work.supervision_corrections.due(after, limit)


def note_correction(work: UnitOfWork, _: datetime, item: int) -> None:
    one = work.supervision_corrections.get(CorrectionId(item))
    if due := reminders.owed(one.due_on, work.now, work.policy.current(work.today)):
        station = work.batches.get(one.batch).station_code
        note_staff(work, station, ReminderKind.CORRECTION, one.id, due)


# --- what is said, decided when it is sent ---


def report(work: UnitOfWork, reminder: Reminder) -> Note | None:
    batch = batch_of(work, reminder)
    standing = work.supervisions.standing(batch.id)
    sent = standing and standing.state in SENT and standing.person == reminder.person
    if not sent or work.supervision_reports.counting(batch.id):
        return None
    due = due_on(batch, work.policy.current(work.today))
    told = {**of_batch(work, batch), "due": due, "late": late(work, due)}
    steps = (f"/supervision_report {batch.number}",)
    return Note(reminders.END_OF_TIME, (Sentence("reminder-supervision_report", told),), steps)


def to_confirm(work: UnitOfWork, reminder: Reminder) -> Note | None:
    batch = batch_of(work, reminder)
    filed: SupervisionReport | None = work.supervision_reports.counting(batch.id)
    if filed is None or filed.state is not ReportState.FILED:
        return None
    days = (work.today - filed.filed_at.date()).days
    told = Sentence("reminder-report_to_confirm", {**of_batch(work, batch), "days": days})
    return Note(reminders.END_OF_TIME, (told,), (f"/supervision_reports {filed.id}",))


def correction(work: UnitOfWork, reminder: Reminder) -> Note | None:
    one = work.supervision_corrections.get(CorrectionId(int(reminder.subject)))
    if one.state is not CorrectionState.OPEN:
        return None
    told = {
        "batch": work.batches.get(one.batch).number,
        "demanded": one.fault.demanded,
        "due": one.due_on,
        "late": late(work, one.due_on),
    }
    steps = (f"/correction_reply {one.id}",)
    return Note(reminders.END_OF_TIME, (Sentence("reminder-correction", told),), steps)


def of_batch(work: UnitOfWork, batch: Batch) -> dict[str, object]:
    return {**named(work, batch), "station": batch.station_name}


def late(work: UnitOfWork, due: date) -> str:
    return "yes" if due < work.today else "no"
