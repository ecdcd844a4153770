"""Reminders from the exam to the certificates: results to hand in, certificates to apply for, certificates to issue (R9.1, R9.4)."""

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
from store import outcomes, rights
from store.batches import Batch, BatchId
from store.people import PersonId
from store.reminders import Reminder
from store.unit import UnitOfWork


def examined(work: UnitOfWork, _: datetime, after: int, limit: int) -> Sequence[int]:
    """Every batch from its exam to its last certificate."""
    return work.issuing.unfinished(after, limit)


def note_examined(work: UnitOfWork, _: datetime, item: int) -> None:
    """Whoever has the next step: the station, the management station, the centre."""
    batch, policy = work.batches.get(BatchId(item)), work.policy.current(work.today)
    results, issue = work.results.find(batch.id), work.issuing.find(batch.id)
    if issue:
        waiting = reminders.waiting(issue.released_at, work.now, policy)
        note(work, ReminderKind.ISSUE, batch.id, holders(work, batch, ISSUES), waiting)
    elif results and results.approved_at and not work.certificate_applications.against(batch):
        waiting = reminders.waiting(results.approved_at, work.now, policy)
        note(work, ReminderKind.APPLY, batch.id, holders(work, batch, APPLIES), waiting)
    else:
        note_due(work, batch, policy)


def note_due(work: UnitOfWork, batch: Batch, policy: Policy) -> None:
    """The station, until its results are in."""
    due = reminders.owed(due_on(batch, policy), work.now, policy)
    if due and work.results.are_due(batch):
        note_staff(work, batch.station_code, ReminderKind.RESULTS, batch.id, due)


ISSUES, APPLIES = Action.ISSUE_CERTIFICATES, Action.APPLY_FOR_CERTIFICATES


def holders(work: UnitOfWork, batch: Batch, action: Action) -> Sequence[PersonId]:
    return rights.holders(work, action, batch.station_code, batch.programme)


def due_on(batch: Batch, policy: Policy) -> date:
    """R9.4, from the last day of the exam."""
    return max(batch.theory_on, batch.practice_on) + timedelta(days=policy.results_due_days)


# --- what is said, decided when it is sent ---


def to_hand_in(work: UnitOfWork, reminder: Reminder) -> Note | None:
    batch = batch_of(work, reminder)
    if not work.results.are_due(batch):
        return None
    due = due_on(batch, work.policy.current(work.today))
    told = {
        **named(work, batch),
        "due": due,
        "late": "yes" if due < work.today else "no",
        "gaps": len(work.results.gaps(batch.id)),
    }
    steps = (f"/results {batch.number}",)
    return Note(reminders.END_OF_TIME, (Sentence("reminder-results", told),), steps)


def to_apply(work: UnitOfWork, reminder: Reminder) -> Note | None:
    batch = batch_of(work, reminder)
    if work.certificate_applications.against(batch):
        return None
    people = len(outcomes.qualified(work, batch.id))
    told = {**named(work, batch), "station": batch.station_name, "people": people}
    steps = (f"/certificate_application {batch.number}",)
    return Note(reminders.END_OF_TIME, (Sentence("reminder-apply", told),), steps)


def to_issue(work: UnitOfWork, reminder: Reminder) -> Note | None:
    batch = batch_of(work, reminder)
    issue = work.issuing.find(batch.id)
    if issue is None or issue.finished_at is not None:
        return None
    left = issue.people - work.issuing.count(batch.id)
    told = {**named(work, batch), "station": batch.station_name, "people": left}
    steps = (f"/certificates {batch.number}", "/certificates")
    return Note(reminders.END_OF_TIME, (Sentence("reminder-issue", told),), steps)
