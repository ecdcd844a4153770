"""Reminders of what an exam leaves to write: the report, everybody's opinion, objections, material (R9.1, R9.4)."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from conversations import evaluation_wording as wording
from conversations.engine.messages import Sentence
from conversations.reminders.batches import batch_of, named
from conversations.reminders.notes import Note
from conversations.reminders.planning import note, note_station
from rules import reminders
from rules.evaluations import ReportState
from rules.policy import Policy
from rules.reminders import END_OF_TIME, ReminderKind
from rules.roles import Action
from store import rights
from store.batches import Batch, BatchId, ItemId
from store.evaluations import ItemReport, Opinion, OpinionId, ReportId
from store.reminders import Reminder
from store.unit import UnitOfWork

TO_FILE = frozenset({ReportState.DUE, ReportState.OUTDATED})


def batches(work: UnitOfWork, _: datetime, after: int, limit: int) -> Sequence[int]:
    """From the exam until the results are in."""
    return work.evaluations.unfinished(after, limit)


def note_batch(work: UnitOfWork, _: datetime, item: int) -> None:
    batch, policy = work.batches.get(BatchId(item)), work.policy.current(work.today)
    for here in work.evaluations.of(batch.id):
        note_item(work, here, policy)
    if work.exam_material.gaps(batch.id):
        due = reminders.material(due_on(batch, policy.results_due_days), work.now)
        note_station(work, batch, ReminderKind.MATERIAL, due)


def note_item(work: UnitOfWork, here: ItemReport, policy: Policy) -> None:
    """The leader until it is filed, the others until they have spoken, officers of each objection."""
    leader = [here.team.leader.person]
    if here.state in TO_FILE:
        owed = reminders.owed(due_on(here.batch, policy.report_due_days), work.now, policy)
        note(work, ReminderKind.EVALUATION, here.item.id, leader, owed)
    elif here.report:
        confirm_by = due_on(here.batch, policy.confirmations_due_days)
        owed = reminders.owed(confirm_by, work.now, policy)
        awaited = [o.person for o in here.team.others if o.person in here.facts.awaited]
        note(work, ReminderKind.OPINION, here.report.id, awaited, owed)
    for one in standing(here):
        waiting = reminders.waiting(one.given_at, work.now, policy)
        station, programme = here.batch.station_code, here.batch.programme
        officers = rights.holders(work, Action.OVERRULE, station, programme)
        note(work, ReminderKind.OBJECTION, one.id, officers, waiting)
        note(work, ReminderKind.EVALUATION, here.item.id, leader, waiting)


def standing(here: ItemReport) -> Sequence[Opinion]:
    """Objections to the version that counts."""
    return [one for one in here.opinions if one.said.blocks]


def due_on(batch: Batch, days: int) -> date:
    """R9.4, from the last day of the exam."""
    return max(batch.theory_on, batch.practice_on) + timedelta(days=days)


# --- what is said, decided when it is sent ---


def report(work: UnitOfWork, reminder: Reminder) -> Note | None:
    here = work.evaluations.item(ItemId(int(reminder.subject)))
    open_states = TO_FILE | {ReportState.OBJECTED}
    if here.team.leader.person != reminder.person or here.state not in open_states:
        return None
    days = work.policy.current(work.today).report_due_days
    told = {**of_item(here), "state": here.state.value, **by(work, here.batch, days)}
    step = f"/evaluation_report {here.item.id}"
    return Note(END_OF_TIME, (Sentence("reminder-evaluation", told),), (step,))


def opinion(work: UnitOfWork, reminder: Reminder) -> Note | None:
    """Nothing for who has spoken, nor on a version that was revised: the new one was told at once."""
    report_id = ReportId(int(reminder.subject))
    here = work.evaluations.item(work.evaluations.get(report_id).item)
    counts = here.report is not None and here.report.id == report_id
    if not counts or reminder.person not in here.facts.awaited:
        return None
    days = work.policy.current(work.today).confirmations_due_days
    told = {**of_item(here), **by(work, here.batch, days)}
    step = f"/report_opinion {report_id}"
    return Note(END_OF_TIME, (Sentence("reminder-opinion", told),), (step,))


def objection(work: UnitOfWork, reminder: Reminder) -> Note | None:
    one = work.evaluations.opinion(OpinionId(int(reminder.subject)))
    here = work.evaluations.item(work.evaluations.get(one.report).item)
    if one.id not in {other.id for other in standing(here)}:
        return None
    days = (work.today - one.given_at.date()).days
    told = {**of_item(here), "days": days}
    step = f"/report_overruling {one.id}"
    return Note(END_OF_TIME, (Sentence("reminder-objection", told),), (step,))


def material(work: UnitOfWork, reminder: Reminder) -> Note | None:
    batch = batch_of(work, reminder)
    gaps = work.exam_material.gaps(batch.id)
    if not gaps or work.exam_material.against(batch):
        return None
    last = due_on(batch, work.policy.current(work.today).results_due_days)
    told = {**named(work, batch), "count": len(gaps), "due": last}
    says = (Sentence("reminder-material", told),)
    return Note(reminders.midnight(last), says, (f"/exam_material {batch.number}",))


def of_item(here: ItemReport) -> dict[str, object]:
    return {**wording.item_told(here), "station": here.batch.station_name}


def by(work: UnitOfWork, batch: Batch, days: int) -> dict[str, object]:
    """The day it is due, and whether that is over."""
    due = due_on(batch, days)
    return {"due": due, "late": "yes" if due < work.today else "no"}
