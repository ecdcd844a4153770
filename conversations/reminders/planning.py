"""Whom to remind of what today: each day every batch, station and waiting paper is looked at once.

What is noted here is decided again when it is sent; noting twice changes nothing.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from conversations.reminders.stations import unplanned
from rules import reminders
from rules.policy import Policy
from rules.registration import RegistrationState
from rules.reminders import Due, ReminderKind
from rules.roles import STATION_STAFF, Action
from rules.supervision import SENT, SupervisionState, must_be_decided
from store import rights
from store.batches import Batch, BatchId, BatchState
from store.exam_calls import CallState
from store.examiners import ExaminerState
from store.licences import LicenceId
from store.paper_rows import PaperId
from store.people import PersonId
from store.registrations import RegistrationId
from store.unit import UnitOfWork

AWAITING_STAMP = frozenset({RegistrationState.SUBMITTED})
RETURNED = frozenset({RegistrationState.RETURNED})
ON_ROSTER = frozenset({RegistrationState.APPROVED})

# --- batches ---


def batches(work: UnitOfWork, _: datetime, after: int, limit: int) -> Sequence[int]:
    """Every batch whose exam is still to come."""
    return work.batches.coming(after, limit)


def note_batch(work: UnitOfWork, _: datetime, item: int) -> None:
    batch, policy = work.batches.get(BatchId(item)), work.policy.current(work.today)
    if batch.state is BatchState.OPEN:
        note_open(work, batch, policy)
    else:
        note_submitted(work, batch, policy)
    note_team(work, batch, policy)
    note_supervision(work, batch, policy)


def note_open(work: UnitOfWork, batch: Batch, policy: Policy) -> None:
    """Until the roster is in: the close, what waits for review, and what candidates still owe."""
    closing = reminders.close(batch.closes_at, work.now, policy)
    note_station(work, batch, ReminderKind.CLOSE, closing)
    closed = reminders.closed(batch.closes_at, batch.begins_at, work.now)
    note_station(work, batch, ReminderKind.CLOSED, closed)
    if closing:
        note_candidates(work, batch, ReminderKind.STAMP, AWAITING_STAMP, closing)
        note_candidates(work, batch, ReminderKind.DOCUMENT, RETURNED, closing)
    if since := work.reviews.waits_since(batch.id):
        waiting = reminders.waiting(since, work.now, policy, until=batch.closes_at)
        note_station(work, batch, ReminderKind.REVIEW, waiting)


def note_submitted(work: UnitOfWork, batch: Batch, policy: Policy) -> None:
    """Once it is in: the papers, and the exam."""
    opens = batch.windows.papers_from
    opened = reminders.sign_off(opens, batch.begins_at, work.now)
    note_station(work, batch, ReminderKind.SIGN_OFF, opened)
    exam = reminders.exam(batch.begins_at, work.now, policy)
    note_station(work, batch, ReminderKind.EXAM_HELD, exam)
    if exam:
        note_candidates(work, batch, ReminderKind.EXAM, ON_ROSTER, exam)


def note_team(work: UnitOfWork, batch: Batch, policy: Policy) -> None:
    team = {one.person for one in work.batches.team(batch.id)}
    calls = work.exam_calls.of(batch.id)
    appointed = reminders.appointed(batch.begins_at, work.now)
    called = {call.person for call in calls}
    note(work, ReminderKind.APPOINTED, batch.id, sorted(team - called), appointed)
    for call in calls:
        if call.state is CallState.ASKED:
            asked = reminders.waiting(call.asked_at, work.now, policy, until=batch.begins_at)
            note(work, ReminderKind.CALL, batch.id, [call.person], asked)
    exam = reminders.exam(batch.begins_at, work.now, policy)
    note(work, ReminderKind.EXAM_DUTY, batch.id, sorted(team), exam)


def note_supervision(work: UnitOfWork, batch: Batch, policy: Policy) -> None:
    sent = work.supervisions.standing(batch.id)
    if sent and sent.person and sent.state in SENT:
        if sent.state is SupervisionState.ASKED and sent.asked_at:
            asked = reminders.waiting(sent.asked_at, work.now, policy, until=batch.begins_at)
            note(work, ReminderKind.ASSIGNMENT, batch.id, [sent.person], asked)
        exam = reminders.exam(batch.begins_at, work.now, policy)
        note(work, ReminderKind.EXAM_SUPERVISED, batch.id, [sent.person], exam)
    people = work.supervisions.people(batch.id)
    if must_be_decided(people, sent.state if sent else None):
        undecided = reminders.waiting(batch.opens_at, work.now, policy, until=batch.begins_at)
        note_officers(work, batch, undecided)


def note_officers(work: UnitOfWork, batch: Batch, due: Due | None) -> None:
    station, programme = batch.station_code, batch.programme
    officers = rights.holders(work, Action.SEND_SUPERVISOR, station, programme)
    note(work, ReminderKind.SUPERVISION, batch.id, officers, due)


def note_candidates(
    work: UnitOfWork,
    batch: Batch,
    kind: ReminderKind,
    states: frozenset[RegistrationState],
    due: Due,
) -> None:
    work.reminders.once_for_candidates(kind, batch.id, states, due.occasion)


def note_station(work: UnitOfWork, batch: Batch, kind: ReminderKind, due: Due | None) -> None:
    if due:
        note_staff(work, batch.station_code, kind, batch.id, due)


# --- candidates whose registration came back ---


def returned(work: UnitOfWork, _: datetime, after: int, limit: int) -> Sequence[int]:
    """Registrations that wait for their candidate."""
    return work.reviews.returned(after, limit)


def note_returned(work: UnitOfWork, _: datetime, item: int) -> None:
    registration = work.registrations.get(RegistrationId(item))
    since = work.reviews.returned_at(registration.id)
    closes_at = work.batches.get(registration.batch_id).closes_at
    policy = work.policy.current(work.today)
    due = reminders.waiting(since, work.now, policy, until=closes_at) if since else None
    note(work, ReminderKind.DOCUMENT, item, [registration.person_id], due)


# --- stations ---


def stations(work: UnitOfWork, _: datetime, after: int, limit: int) -> Sequence[int]:
    """Every station with a licence, by its number."""
    return work.licences.numbers(after, limit)


def note_licensed(work: UnitOfWork, _: datetime, item: int) -> None:
    licence, policy = work.licences.seen(LicenceId(item)), work.policy.current(work.today)
    station = licence.station
    if due := reminders.expiry(licence.valid_until, work.now, policy):
        note_staff(work, station, ReminderKind.LICENCE, station, due)
    if due := reminders.season(work.now, policy):
        year = reminders.planned_year(work.now)
        if unplanned(work, station, year):
            note_staff(work, station, ReminderKind.PLAN_SEASON, station, due)
    note_month(work, station)
    note_appointments(work, station, policy)


def note_month(work: UnitOfWork, station: str) -> None:
    year, month = reminders.month_to_apply(work.now)
    due = reminders.first_application(year, month, work.now)
    if due and work.plans.free_in(station, year, month):
        subject = f"{station}:{due.occasion}"
        note_staff(work, station, ReminderKind.FIRST_APPLICATION, subject, due)


def note_appointments(work: UnitOfWork, station: str, policy: Policy) -> None:
    """Those that end on one day are brought up together."""
    appointed = [
        one
        for one in work.examiners.of(station)
        if one.state(work.today) is ExaminerState.APPOINTED
    ]
    for last_day in sorted({one.valid_until for one in appointed}):
        if due := reminders.expiry(last_day, work.now, policy):
            note_staff(work, station, ReminderKind.EXAMINERS, f"{station}:{last_day}", due)


def note_staff(
    work: UnitOfWork, station: str, kind: ReminderKind, subject: object, due: Due
) -> None:
    staff = [one.id for one in work.people.holders(station, STATION_STAFF)]
    work.reminders.once(kind, subject, staff, due.occasion, institution=station)


# --- officers ---


def papers(work: UnitOfWork, _: datetime, after: int, limit: int) -> Sequence[int]:
    """Papers that lie at some desk."""
    return work.papers.lying(after, limit)


def note_paper(work: UnitOfWork, _: datetime, item: int) -> None:
    """The officers of its desk hear of all that waits there, so all papers are one subject."""
    paper = work.papers.get(PaperId(item))
    due = reminders.waiting(paper.waiting_since, work.now, work.policy.current(work.today))
    if due:
        officers = work.papers.officers_at(paper)
        note(work, ReminderKind.APPROVALS, ALL_PAPERS, officers, due)


ALL_PAPERS = 0


def note(
    work: UnitOfWork,
    kind: ReminderKind,
    subject: object,
    people: Iterable[PersonId],
    due: Due | None,
) -> None:
    if due:
        work.reminders.once(kind, subject, people, due.occasion)
