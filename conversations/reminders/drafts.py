"""Unfinished forms: announced before they are erased, and erased (⚙)."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from conversations import bodies
from conversations.engine.messages import Outgoing, Sentence
from conversations.reminders.notes import Note
from conversations.words import words
from rules import reminders
from rules.reminders import Due, ReminderKind
from store.drafts import DraftId, IdleDraft
from store.reminders import Reminder
from store.unit import UnitOfWork


def draft(work: UnitOfWork, reminder: Reminder) -> Note | None:
    found = work.drafts.find_idle(DraftId(int(reminder.subject)))
    due = due_of(work, found)
    if found is None or due is None or found.person != reminder.person:
        return None
    # A reminder that had to wait moves the day: whoever is told has ⚙ days from then on.
    until = max(due.until, work.now + notice(work))
    told = {
        "form": Sentence(f"form-{found.form}"),
        "touched": found.touched_at.date(),
        "until": until.date(),
    }
    return Note(until, (Sentence("reminder-draft", told),), (f"/resume {found.id}",))


def due_of(work: UnitOfWork, found: IdleDraft | None) -> Due | None:
    """A draft nothing was written in needs no word."""
    if found is None or not found.written:
        return None
    policy = work.policy.current(work.today)
    kept = policy.guest_draft_days if found.guest else policy.person_draft_days
    return reminders.draft(found.touched_at, kept, work.now, policy)


def notice(work: UnitOfWork) -> timedelta:
    return timedelta(days=work.policy.current(work.today).draft_notice_days)


def to_announce(work: UnitOfWork, _: datetime, after: int, limit: int) -> Sequence[int]:
    """Drafts that may be erased soon."""
    return idle(work, notice(work), after, limit)


def announce(work: UnitOfWork, _: datetime, item: int) -> None:
    found = work.drafts.find_idle(DraftId(item))
    due = due_of(work, found)
    if found and due:
        work.reminders.once(ReminderKind.DRAFT, item, [found.person], due.occasion)


def to_erase(work: UnitOfWork, _: datetime, after: int, limit: int) -> Sequence[int]:
    """Drafts whose days are over."""
    return idle(work, timedelta(), after, limit)


def erase(work: UnitOfWork, _: datetime, item: int) -> None:
    """Only what was announced ⚙ days ago and not touched since; what was said on it goes, too."""
    found = work.drafts.find_idle(DraftId(item))
    if found is None or (found.written and not was_announced(work, found)):
        return
    person = work.people.lock(found.person)
    gone = Outgoing(words(person.language).say("draft-erased"))
    work.drafts.erase_idle(found, bodies.dump(gone))


def was_announced(work: UnitOfWork, found: IdleDraft) -> bool:
    told = work.reminders.was_told(
        ReminderKind.DRAFT, found.id, found.person, since=found.touched_at
    )
    return told is not None and work.now >= told + notice(work)


def idle(work: UnitOfWork, ahead: timedelta, after: int, limit: int) -> Sequence[int]:
    policy = work.policy.current(work.today)

    def before(days: int) -> datetime:
        return work.now - timedelta(days=days) + ahead

    guests, people = before(policy.guest_draft_days), before(policy.person_draft_days)
    return work.drafts.idle(guests, people, after, limit)
