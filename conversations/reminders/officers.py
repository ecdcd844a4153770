"""Reminders to officers: papers at their desks, and large batches nobody has decided on (R9.1)."""

from conversations.engine.messages import Sentence
from conversations.reminders.batches import batch_of, named
from conversations.reminders.notes import Note
from rules import reminders
from rules.supervision import must_be_decided
from store.batches import BatchState
from store.people import PersonId
from store.reminders import Reminder
from store.rights import roles_of
from store.unit import Caller, UnitOfWork


def approvals(work: UnitOfWork, reminder: Reminder) -> Note | None:
    """One for all that waits, whichever paper it was noted for."""
    page = seen_by(work, reminder.person).papers.waiting_for_caller()
    policy = work.policy.current(work.today)
    if not page.things or not reminders.waiting(page.things[0].waiting_since, work.now, policy):
        return None
    told = {
        "count": len(page.things),
        "more": "yes" if page.more else "no",
        "days": (work.today - page.things[0].waiting_since.date()).days,
    }
    steps = (f"/approve {page.things[0].id}", "/todo")
    return Note(reminders.END_OF_TIME, (Sentence("reminder-approvals", told),), steps)


def supervision(work: UnitOfWork, reminder: Reminder) -> Note | None:
    batch = batch_of(work, reminder)
    people, standing = work.supervisions.people(batch.id), work.supervisions.standing(batch.id)
    undecided = must_be_decided(people, standing.state if standing else None)
    takes_place = batch.state in {BatchState.OPEN, BatchState.SUBMITTED}
    if not undecided or not takes_place or work.now >= batch.begins_at:
        return None
    told = {
        **named(work, batch),
        "station": batch.station_name,
        "people": people,
        "exam": batch.exam_on,
    }
    steps = (f"/supervision {batch.number}",)
    return Note(batch.begins_at, (Sentence("reminder-supervision", told),), steps)


def seen_by(work: UnitOfWork, person: PersonId) -> UnitOfWork:
    """The same transaction with the eyes of that person."""
    roles = roles_of(work, work.people.get(person))
    caller = Caller(person, None, work.caller.channel, None, roles)
    return UnitOfWork(work.store, work.connection, caller)
