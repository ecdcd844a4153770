"""Reminders about scores: the station that has to enter them, the examiners who have to confirm them (R9.1, R9.4)."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from conversations.engine.messages import Sentence
from conversations.reminders.batches import batch_of, named
from conversations.reminders.notes import Note
from conversations.reminders.planning import note, note_staff
from conversations.score_wording import OPEN
from rules import reminders
from rules.exam_papers import ExamPart
from rules.policy import Policy
from rules.reminders import ReminderKind
from rules.scores import ScoreState
from store.batches import Batch, BatchId
from store.people import PersonId
from store.reminders import Reminder
from store.scores import Score
from store.unit import UnitOfWork


def unfinished(work: UnitOfWork, _: datetime, after: int, limit: int) -> Sequence[int]:
    return work.scores.unfinished(after, limit)


def note_batch(work: UnitOfWork, _: datetime, item: int) -> None:
    """The station while something is to be entered, and every examiner something waits for."""
    batch, policy = work.batches.get(BatchId(item)), work.policy.current(work.today)
    if open_boxes(work, batch) and (due := reminders.owed(due_on(batch, policy), work.now, policy)):
        note_staff(work, batch.station_code, ReminderKind.SCORES, batch.id, due)
    for person in sorted({one.person for one in work.batches.team(batch.id)}):
        if waiting := waiting_for(work, batch, person):
            due = reminders.waiting(since(waiting), work.now, policy)
            note(work, ReminderKind.SCORES_TO_CONFIRM, batch.id, [person], due)


def due_on(batch: Batch, policy: Policy) -> date:
    """R9.4, from the last day of the exam."""
    return max(batch.theory_on, batch.practice_on) + timedelta(days=policy.scores_due_days)


def open_boxes(work: UnitOfWork, batch: Batch) -> int:
    """How many scores the station still has to enter."""
    lines = work.scores.of(batch.id)
    return sum(line.state(part) in OPEN for line in lines for part in ExamPart)


def waiting_for(work: UnitOfWork, batch: Batch, person: PersonId) -> tuple[Score, ...]:
    own = {one.examiner for one in work.batches.team(batch.id) if one.person == person}
    return tuple(
        one
        for line in work.scores.of(batch.id)
        for one in line.scores.values()
        if one.state is ScoreState.ENTERED and one.examiner in own
    )


def since(waiting: Sequence[Score]) -> datetime:
    return min(one.entered_at for one in waiting)


# --- what is said, decided when it is sent ---


def entry(work: UnitOfWork, reminder: Reminder) -> Note | None:
    batch = batch_of(work, reminder)
    count = open_boxes(work, batch)
    if not count:
        return None
    due = due_on(batch, work.policy.current(work.today))
    late = "yes" if due < work.today else "no"
    told = {**named(work, batch), "due": due, "late": late, "count": count}
    steps = (f"/scores {batch.number}",)
    return Note(reminders.END_OF_TIME, (Sentence("reminder-scores", told),), steps)


def confirmation(work: UnitOfWork, reminder: Reminder) -> Note | None:
    batch = batch_of(work, reminder)
    waiting = waiting_for(work, batch, reminder.person)
    if not waiting:
        return None
    days = (work.today - since(waiting).date()).days
    told = {**named(work, batch), "station": batch.station_name}
    says = Sentence("reminder-scores_to_confirm", {**told, "count": len(waiting), "days": days})
    return Note(reminders.END_OF_TIME, (says,), (f"/score_confirmation {batch.number}",))
