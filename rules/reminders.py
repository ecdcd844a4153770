"""Reminders: what is due to be said again, decided from a few facts at the moment of planning and of sending (R9.1, R9.2).

Every decision gives the occasion it belongs to: for each occasion a person is reminded once. Days are
natural days of the office, and an occasion stays due until the next one, so a day nobody planned loses none.
"""

import calendar
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from rules.deadlines import LEAD, OFFICE, earliest_exam
from rules.policy import Policy
from rules.years import DAY

PLANS_AHEAD_FROM = 7
"""A season from July on is for the plan of the year after, an earlier one for that of its own year."""
LAST_WEEK = 7
MATERIAL_AHEAD = 3


class ReminderKind(StrEnum):
    """What somebody is reminded of; where not everything can be said today, the first here goes first."""

    CLOSED = "closed"
    """Station: the close has passed without roster or papers (R6.5)."""
    EXAM = "exam"
    """Candidate: time and place."""
    EXAM_DUTY = "exam_duty"
    """Examiner: the same."""
    EXAM_SUPERVISED = "exam_supervised"
    """Supervisor: the same."""
    EXAM_HELD = "exam_held"
    """Station: the same."""
    DOCUMENT = "document"
    """Candidate: something was returned."""
    STAMP = "stamp"
    """Candidate: the stamped form is missing (R5.4)."""
    CLOSE = "close"
    """Station: registration, roster and papers close (R4.3)."""
    CALL = "call"
    """Examiner: accept or decline the days an exam was moved to (R4.7)."""
    ASSIGNMENT = "assignment"
    """Supervisor: accept or decline (R4.8)."""
    SIGN_OFF = "sign_off"
    """Station: the papers can be signed for (R4.7)."""
    APPOINTED = "appointed"
    """Examiner: of the team of a batch (R4.4)."""
    REVIEW = "review"
    """Station: registrations wait (R5.6)."""
    RESULTS = "results"
    """Station: results are due (R9.4)."""
    SCORES = "scores"
    """Station: scores are due, or one was sent back (R9.4)."""
    SCORES_TO_CONFIRM = "scores_to_confirm"
    """Examiner: scores wait for the yes (R7.1)."""
    OBJECTION = "objection"
    """Management station: an objection to an evaluation report waits (R7.2)."""
    EVALUATION = "evaluation"
    """Examiner: the report of the exam they led is due (R9.4)."""
    OPINION = "opinion"
    """Examiner: a report waits for their confirmation (R9.4)."""
    MATERIAL = "material"
    """Station: pictures or scans of an exam are missing (R7.4)."""
    SUPERVISION_REPORT = "supervision_report"
    """Supervisor: the report is due (R9.4)."""
    CORRECTION = "correction"
    """Station: what a supervision report demands is due (R7.3)."""
    REPORT_TO_CONFIRM = "report_to_confirm"
    """Management station: a supervision report waits (R7.3)."""
    SETTLEMENT = "settlement"
    """Station: certificates are to be paid for (R7.9, R9.4)."""
    PHOTOS = "photos"
    """Station: paper photos were returned (R7.8)."""
    PARCEL = "parcel"
    """Station: certificates on their way are to be signed for (R7.9)."""
    SPOT_CHECK = "spot_check"
    """Station: a spot check is to be answered (R7.7)."""
    PAYMENT = "payment"
    """Management station: a payment is to be checked (R7.9)."""
    SPOT_CHECK_ANSWERED = "spot_check_answered"
    """Management station: the answer to a spot check waits (R7.7)."""
    SUPERVISION = "supervision"
    """Management station: a batch of 80 people or more, undecided (R4.8)."""
    APPLY = "apply"
    """Management station: certificates can be applied for (R7.6)."""
    ISSUE = "issue"
    """Centre: certificates are to be issued (R7.6)."""
    APPROVALS = "approvals"
    """Officer: papers wait at the desk (R4.10)."""
    FIRST_APPLICATION = "first_application"
    """Station: from today on a planned line can become a batch (R4.2)."""
    LICENCE = "licence"
    """Station: the licence runs out (R1.7)."""
    EXAMINERS = "examiners"
    """Station: appointments run out (R2.5)."""
    PLAN_SEASON = "plan_season"
    """Station: the annual plan (R9.4)."""
    DRAFT = "draft"
    """Anybody: an unfinished form is about to be erased."""


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder that is due, and the moment from which it would be of no use any more."""

    occasion: str
    until: datetime


# --- batches ---


def close(closes_at: datetime, now: datetime, policy: Policy) -> Due | None:
    """Days before the close, of which the last one counts as day 0 (⚙ 7, 3, 1; R4.3)."""
    return _ahead(closes_at.date() - DAY, closes_at, now, policy.close_reminder_days)


def closed(closes_at: datetime, exam_at: datetime, now: datetime) -> Due | None:
    """After the close, until the exam; the caller knows that something is missing."""
    return Due(f"{closes_at.date()}", exam_at) if closes_at <= now < exam_at else None


def exam(begins_at: datetime, now: datetime, policy: Policy) -> Due | None:
    """Days before the exam begins (⚙ 3, 1); an exam that was moved is another occasion."""
    return _ahead(begins_at.date(), begins_at, now, policy.exam_reminder_days)


def sign_off(opens_at: datetime, begins_at: datetime, now: datetime) -> Due | None:
    """While the papers can be signed for (R4.7)."""
    return Due(f"{opens_at.date()}", begins_at) if opens_at <= now < begins_at else None


def appointed(begins_at: datetime, now: datetime) -> Due | None:
    """Once, from the approval of the batch on; when the exam is moved they are asked anew (R4.7)."""
    return Due("named", begins_at) if now < begins_at else None


def returned(since: datetime, closes_at: datetime, now: datetime, policy: Policy) -> Due | None:
    """Something that came back to a candidate and can still be put right before the close."""
    if now >= closes_at:
        return None
    return close(closes_at, now, policy) or waiting(since, now, policy, until=closes_at)


def waiting(
    since: datetime, now: datetime, policy: Policy, *, until: datetime | None = None
) -> Due | None:
    """What lies with somebody: after ⚙ days, and again after as many; `until` it is over by itself."""
    every = policy.waiting_reminder_days
    times = (now.date() - since.date()).days // every if every else 0
    if times < 1 or (until is not None and now >= until):
        return None
    return Due(f"{since.date()}+{times}", until or END_OF_TIME)


def material(results_due_on: date, now: datetime) -> Due | None:
    """Once, three days before the results are due; from then on the results themselves are reminded of."""
    until = midnight(results_due_on + DAY)
    return _ahead(results_due_on, until, now, (MATERIAL_AHEAD,))


def owed(due_on: date, now: datetime, policy: Policy) -> Due | None:
    """What somebody has to hand in by a day: the day before, the day after, and again after ⚙ days."""
    late = (now.date() - due_on).days
    if late < -1:
        return None
    every = policy.waiting_reminder_days or late
    times = 1 + (late - 1) // every if late > 0 else 0
    return Due(f"{due_on}+{times}", END_OF_TIME)


# --- stations ---


def expiry(last_day: date, now: datetime, policy: Policy) -> Due | None:
    """Days before a licence or an appointment runs out (⚙ 60, 30, 7); `last_day` is the last valid one."""
    return _ahead(last_day, midnight(last_day + DAY), now, policy.expiry_reminder_days)


def season(now: datetime, policy: Policy) -> Due | None:
    """Within the plan season: at the beginning of each of its months, and in its last week (R9.4)."""
    months = policy.plan_season_months
    if now.month not in months:
        return None
    last = _last_day(now.year, max(months))
    late = (last - now.date()).days < LAST_WEEK
    return Due(f"{now.year}-{'last' if late else now.month}", midnight(last + DAY))


def planned_year(now: datetime) -> int:
    """The year a plan is made for in the season under way."""
    return now.year + (now.month >= PLANS_AHEAD_FROM)


def month_to_apply(now: datetime) -> tuple[int, int]:
    """The year and month of the earliest exam that can be applied for today (R4.2)."""
    earliest = earliest_exam(now.date())
    return earliest.year, earliest.month


def first_application(year: int, month: int, now: datetime) -> Due | None:
    """From the first day on which an exam in that month can be applied for, to the last such day (R4.2)."""
    if month_to_apply(now) != (year, month):
        return None
    return Due(f"{year}-{month:02}", midnight(_last_day(year, month) - LEAD + DAY))


# --- drafts ---


def draft(touched_at: datetime, kept_days: int, now: datetime, policy: Policy) -> Due | None:
    """Some days before an untouched draft may be erased (⚙), and until then."""
    erased_from = touched_at + timedelta(days=kept_days)
    if now < erased_from - timedelta(days=policy.draft_notice_days):
        return None
    return Due(f"{erased_from.date()}", max(erased_from, now + DAY))


# --- what the above is made of ---


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(), OFFICE)


END_OF_TIME = midnight(date(9999, 1, 1))


def _ahead(last_day: date, until: datetime, now: datetime, days: tuple[int, ...]) -> Due | None:
    """The nearest number of days ahead that has been reached: of 7, 3, 1 it is 3 until two are left."""
    left = (last_day - now.date()).days
    reached = [ahead for ahead in days if left <= ahead]
    if not reached or now >= until:
        return None
    return Due(f"{last_day}-{min(reached)}", until)


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
