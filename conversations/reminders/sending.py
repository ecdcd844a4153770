"""Reminders are sent person by person: each decided anew, the most urgent first, not too many a day (R9.2)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from types import MappingProxyType

from conversations.engine.messages import Outgoing, Words
from conversations.reminders import (
    batches,
    candidates,
    drafts,
    evaluations,
    officers,
    results,
    scores,
    settlements,
    stations,
    supervision,
)
from conversations.reminders.mailing import mail_staff
from conversations.reminders.notes import Note, Teller, spoken
from conversations.steps import options
from conversations.telling import tell
from rules.quiet import not_before
from rules.reminders import ReminderKind
from store.people import Person, PersonId
from store.reminders import Reminder, ReminderId, ReminderState
from store.unit import UnitOfWork

TELLERS: Mapping[ReminderKind, Teller] = MappingProxyType(
    {
        ReminderKind.CLOSED: batches.closed,
        ReminderKind.EXAM: candidates.exam,
        ReminderKind.EXAM_DUTY: batches.exam_duty,
        ReminderKind.EXAM_SUPERVISED: batches.exam_supervised,
        ReminderKind.EXAM_HELD: batches.exam_held,
        ReminderKind.DOCUMENT: candidates.document,
        ReminderKind.STAMP: candidates.stamp,
        ReminderKind.CLOSE: batches.close,
        ReminderKind.CALL: batches.call,
        ReminderKind.ASSIGNMENT: batches.assignment,
        ReminderKind.SIGN_OFF: batches.sign_off,
        ReminderKind.APPOINTED: batches.appointed,
        ReminderKind.REVIEW: batches.review,
        ReminderKind.RESULTS: results.to_hand_in,
        ReminderKind.APPLY: results.to_apply,
        ReminderKind.ISSUE: results.to_issue,
        ReminderKind.SCORES: scores.entry,
        ReminderKind.SCORES_TO_CONFIRM: scores.confirmation,
        ReminderKind.OBJECTION: evaluations.objection,
        ReminderKind.EVALUATION: evaluations.report,
        ReminderKind.OPINION: evaluations.opinion,
        ReminderKind.MATERIAL: evaluations.material,
        ReminderKind.SUPERVISION_REPORT: supervision.report,
        ReminderKind.CORRECTION: supervision.correction,
        ReminderKind.REPORT_TO_CONFIRM: supervision.to_confirm,
        ReminderKind.SETTLEMENT: settlements.settlement,
        ReminderKind.PHOTOS: settlements.photos,
        ReminderKind.PARCEL: settlements.parcel,
        ReminderKind.SPOT_CHECK: settlements.spot_check,
        ReminderKind.PAYMENT: settlements.payment,
        ReminderKind.SPOT_CHECK_ANSWERED: settlements.spot_check_answered,
        ReminderKind.SUPERVISION: officers.supervision,
        ReminderKind.APPROVALS: officers.approvals,
        ReminderKind.FIRST_APPLICATION: stations.first_application,
        ReminderKind.LICENCE: stations.licence,
        ReminderKind.EXAMINERS: stations.examiners,
        ReminderKind.PLAN_SEASON: stations.plan_season,
        ReminderKind.DRAFT: drafts.draft,
    }
)
URGENCY = {kind: place for place, kind in enumerate(ReminderKind)}

Decided = tuple[Reminder, Note]


def people_to_remind(work: UnitOfWork, _: datetime, after: int, limit: int) -> Sequence[int]:
    """Nobody at night (⚙)."""
    if not_before(work.now, work.policy.current(work.today)):
        return ()
    return work.reminders.people_waiting(after, limit)


def remind(work: UnitOfWork, _: datetime, item: int) -> None:
    """Say what is due to one person, as much as the day still has room for (⚙); the rest waits."""
    person = work.people.lock(PersonId(item))
    policy = work.policy.current(work.today)
    room = policy.reminders_per_day - work.reminders.sent_today(person.id)
    if room <= 0:
        return
    for reminder, note in decided(work, person)[:room]:
        tell(work, person, said(work, reminder, note))
        mail_staff(work, person, reminder, note)
        work.reminders.settle(ReminderState.SENT, reminder.id)


def decided(work: UnitOfWork, person: Person) -> list[Decided]:
    """What is still to be said, most urgent first; of several occasions of one thing the latest."""
    found: dict[tuple[ReminderKind, str], Decided | None] = {}
    dropped = []
    for reminder in work.reminders.waiting_for(person.id):
        thing = (reminder.kind, reminder.subject)
        note = None if thing in found else note_of(work, reminder)
        if note is None:
            dropped.append(reminder.id)
        if thing not in found:
            found[thing] = (reminder, note) if note else None
    work.reminders.settle(ReminderState.DROPPED, *dropped)
    return sorted(filter(None, found.values()), key=urgency)


def urgency(decided: Decided) -> tuple[int, datetime, int]:
    reminder, note = decided
    return URGENCY[reminder.kind], note.until, reminder.id


def note_of(work: UnitOfWork, reminder: Reminder) -> Note | None:
    """Nothing for who has left the institution it concerns."""
    if reminder.institution is not None:
        held = {post.institution for post in work.people.posts_of(reminder.person)}
        if reminder.institution not in held:
            return None
    return TELLERS[reminder.kind](work, reminder)


def said(work: UnitOfWork, reminder: Reminder, note: Note) -> Callable[[Words], Outgoing]:
    """The lines, the way to the thing to do, and 明天再提醒 where tomorrow is not too late."""
    steps = [*note.steps]
    if tomorrow(work) < note.until:
        steps.append(f"/remind_tomorrow {reminder.id}")
    return lambda words: Outgoing(spoken(note, words), options(steps, words))


def tomorrow(work: UnitOfWork) -> datetime:
    """The next morning after the quiet hours (⚙)."""
    begins = work.policy.current(work.today).quiet_until
    return datetime.combine(work.today + timedelta(days=1), begins, work.now.tzinfo)


def old(work: UnitOfWork, _: datetime, after: int, limit: int) -> Sequence[int]:
    return work.reminders.old(after, limit)


def forget(work: UnitOfWork, _: datetime, item: int) -> None:
    work.reminders.forget(ReminderId(item))
