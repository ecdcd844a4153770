"""Reminders about a batch to its station, its examiners and its supervisor (R9.1)."""

from collections.abc import Iterator

from conversations.engine.messages import Sentence
from conversations.reminders.notes import Note
from rules import reminders
from rules.registration import RegistrationState
from rules.supervision import SENT, SupervisionState
from rules.years import DAY
from store.batches import Batch, BatchId, BatchState
from store.exam_calls import CallState
from store.people import PersonId
from store.reminders import Reminder
from store.unit import UnitOfWork


def batch_of(work: UnitOfWork, reminder: Reminder) -> Batch:
    return work.batches.get(BatchId(int(reminder.subject)))


def named(work: UnitOfWork, batch: Batch) -> dict[str, object]:
    """Its number and trades."""
    trades = dict.fromkeys(item.unit.name for item in work.batches.items(batch.id))
    return {"batch": batch.number, "trades": tuple(trades)}


# --- the station ---


def close(work: UnitOfWork, reminder: Reminder) -> Note | None:
    batch = batch_of(work, reminder)
    due = reminders.close(batch.closes_at, work.now, work.policy.current(work.today))
    if due is None or batch.state is not BatchState.OPEN:
        return None
    last = batch.closes_at.date() - DAY
    days = (last - work.today).days
    told = {**named(work, batch), "last": last, "days": days or "none"}
    says = (Sentence("reminder-close", told), *standing(work, batch))
    return Note(due.until, says, (*to_do(work, batch), f"/roster {batch.number}"))


def closed(work: UnitOfWork, reminder: Reminder) -> Note | None:
    batch = batch_of(work, reminder)
    due = reminders.closed(batch.closes_at, batch.begins_at, work.now)
    if due is None or batch.state is not BatchState.OPEN:
        return None
    told = {**named(work, batch), "exam": batch.exam_on}
    says = (Sentence("reminder-closed", told), *standing(work, batch))
    return Note(due.until, says, (f"/reschedule {batch.number}", f"/batches {batch.number}"))


def standing(work: UnitOfWork, batch: Batch) -> Iterator[Sentence]:
    """How many there are, and what still lacks."""
    counts = work.registrations.counts(batch.id)
    rejected = counts[RegistrationState.REJECTED]
    figures: dict[str, object] = {
        "all": sum(counts.values()) - rejected,
        "review": counts[RegistrationState.COMPLETE],
        "stamp": counts[RegistrationState.SUBMITTED],
        "returned": counts[RegistrationState.RETURNED],
    }
    yield Sentence("reminder-standing", figures)
    if papers := len(work.exam_papers.missing(batch.id)):
        yield Sentence("reminder-papers-missing", {"papers": papers})


def to_do(work: UnitOfWork, batch: Batch) -> Iterator[str]:
    """The steps to what still lacks, the longest first."""
    if work.registrations.counts(batch.id)[RegistrationState.COMPLETE]:
        yield f"/registration_review {batch.number}"
    if work.exam_papers.missing(batch.id):
        yield f"/paper {batch.number}"


def review(work: UnitOfWork, reminder: Reminder) -> Note | None:
    batch = batch_of(work, reminder)
    since = work.reviews.waits_since(batch.id)
    if since is None or batch.state_at(work.now) is not BatchState.OPEN:
        return None
    told = {
        **named(work, batch),
        "review": work.registrations.counts(batch.id)[RegistrationState.COMPLETE],
        "days": (work.today - since.date()).days,
    }
    steps = (f"/registration_review {batch.number}",)
    return Note(batch.closes_at, (Sentence("reminder-review", told),), steps)


def sign_off(work: UnitOfWork, reminder: Reminder) -> Note | None:
    batch = batch_of(work, reminder)
    due = reminders.sign_off(batch.windows.papers_from, batch.begins_at, work.now)
    if due is None or batch.state is not BatchState.SUBMITTED:
        return None
    told = {**named(work, batch), "begins": batch.begins_at}
    steps = (f"/paper_receipt {batch.number}",)
    return Note(due.until, (Sentence("reminder-sign_off", told),), steps)


def exam_held(work: UnitOfWork, reminder: Reminder) -> Note | None:
    batch = batch_of(work, reminder)
    if batch.state is not BatchState.SUBMITTED:
        return None
    return exam_note(work, batch, "reminder-exam_held", f"/batches {batch.number}")


# --- examiners ---


def appointed(work: UnitOfWork, reminder: Reminder) -> Note | None:
    batch = batch_of(work, reminder)
    due = reminders.appointed(batch.begins_at, work.now)
    if due is None or not is_examiner(work, batch, reminder.person):
        return None
    return Note(due.until, (Sentence("reminder-appointed", when_and_where(work, batch)),))


def exam_duty(work: UnitOfWork, reminder: Reminder) -> Note | None:
    batch = batch_of(work, reminder)
    if not is_examiner(work, batch, reminder.person):
        return None
    return exam_note(work, batch, "reminder-exam_duty", "/deadlines")


def call(work: UnitOfWork, reminder: Reminder) -> Note | None:
    batch = batch_of(work, reminder)
    asked = answered(work, batch, reminder.person) is CallState.ASKED
    if not asked or not is_examiner(work, batch, reminder.person) or work.now >= batch.begins_at:
        return None
    told = when_and_where(work, batch)
    return Note(batch.begins_at, (Sentence("reminder-call", told),), ("/assignments",))


def is_examiner(work: UnitOfWork, batch: Batch, person: PersonId) -> bool:
    takes_place = batch.state in {BatchState.OPEN, BatchState.SUBMITTED}
    if not takes_place or answered(work, batch, person) is CallState.DECLINED:
        return False
    return any(one.person == person for one in work.batches.team(batch.id))


def answered(work: UnitOfWork, batch: Batch, person: PersonId) -> CallState | None:
    """What somebody said to the days the exam was moved to; None where they were not asked."""
    calls = (one for one in work.exam_calls.of(batch.id) if one.person == person)
    return next((one.state for one in calls), None)


# --- supervisors ---


def assignment(work: UnitOfWork, reminder: Reminder) -> Note | None:
    batch = batch_of(work, reminder)
    sent = work.supervisions.standing(batch.id)
    waits = sent and sent.state is SupervisionState.ASKED and sent.person == reminder.person
    if not waits or work.now >= batch.begins_at:
        return None
    told = when_and_where(work, batch)
    return Note(batch.begins_at, (Sentence("reminder-assignment", told),), ("/assignments",))


def exam_supervised(work: UnitOfWork, reminder: Reminder) -> Note | None:
    batch = batch_of(work, reminder)
    sent = work.supervisions.standing(batch.id)
    if sent is None or sent.state not in SENT or sent.person != reminder.person:
        return None
    return exam_note(work, batch, "reminder-exam_supervised", "/assignments")


# --- all of them ---


def exam_note(work: UnitOfWork, batch: Batch, key: str, *steps: str) -> Note | None:
    """Time and place, as long as the exam is near."""
    due = reminders.exam(batch.begins_at, work.now, work.policy.current(work.today))
    told = (Sentence(key, when_and_where(work, batch)),)
    return Note(due.until, told, steps) if due else None


def when_and_where(work: UnitOfWork, batch: Batch) -> dict[str, object]:
    return {
        **named(work, batch),
        "station": batch.station_name,
        "theory": f"{batch.theory_on} {batch.starts_at}",
        "practice": f"{batch.practice_on} {batch.practice_starts_at or batch.starts_at}",
        "venue": batch.venue,
    }
