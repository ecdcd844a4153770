"""Dates and windows of a batch; all days are natural days of the office (R4.2, R4.3, R4.7)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from rules.findings import Finding

OFFICE = ZoneInfo("Asia/Shanghai")
LEAD = timedelta(days=30)
"""R4.2: from the application to the exam."""
CLOSE_AHEAD = timedelta(days=10)
"""R4.3 and R4.7: registration closes and the papers open so long before the exam."""


def office_day(moment: datetime) -> date:
    """The date on the office's wall; a moment without a time zone is a fault of ours."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(OFFICE).date()


def earliest_exam(applied_on: date) -> date:
    """The first exam date that may be applied for: 1 June gives 1 July (R4.2)."""
    return applied_on + LEAD


def application_findings(applied_on: date, exam: date) -> tuple[Finding, ...]:
    """Whether the exam is far enough away; nothing else of the batch is looked at (R4.2)."""
    earliest = earliest_exam(applied_on)
    if exam >= earliest:
        return ()
    return (Finding("exam-date-too-early", "R4.2", {"earliest": earliest}, box="theory_on"),)


def resubmission_keeps_date(
    returned_on: date, resubmitted_on: date, *, exam_unchanged: bool, within_days: int
) -> bool:
    """Whether a returned batch still counts from its first application date (R4.2)."""
    return exam_unchanged and resubmitted_on <= returned_on + timedelta(days=within_days)


def exam_date(theory_on: date, practice_on: date) -> date:
    """The date every window counts from: the earlier of the two (R4.11)."""
    return min(theory_on, practice_on)


def closes_at(exam: date) -> datetime:
    """The first moment at which registration, roster and papers are closed (R4.3).

    An exam on 1 September closes at 22 August 00:00, so 21 August is the last day.
    """
    return _midnight(exam - CLOSE_AHEAD)


def papers_open_at(exam: date) -> datetime:
    """The first moment at which the paper may be signed for and downloaded (R4.7)."""
    return _midnight(exam - CLOSE_AHEAD)


def registration_open(now: datetime, exam: date) -> bool:
    """Whether candidates may register and the station may hand in roster and papers (R4.3)."""
    return now < closes_at(exam)


def papers_open(now: datetime, exam_start: datetime) -> bool:
    """Whether the paper may be signed for: from ten days before the exam until it starts (R4.7)."""
    return papers_open_at(office_day(exam_start)) <= now < exam_start


@dataclass(frozen=True, slots=True)
class ExamDays:
    """The two days of an exam, which move together (R4.11)."""

    theory_on: date
    practice_on: date

    @property
    def exam_on(self) -> date:
        return exam_date(self.theory_on, self.practice_on)


@dataclass(frozen=True, slots=True)
class Reschedule:
    """An application to move the exam, decided at `now`."""

    old: ExamDays
    new: ExamDays
    begins_at: datetime
    """When the exam begins as it stands."""
    closes_at: datetime
    """When registration of this batch closes, or closed."""
    moved_before: bool


def reschedule_findings(move: Reschedule, now: datetime) -> tuple[Finding, ...]:
    """Everything that forbids the move; the thirty days of R4.2 are not asked again (R4.7)."""
    today, old, new = office_day(now), move.old.exam_on, move.new.exam_on
    findings = []
    if move.moved_before:
        findings.append(Finding("reschedule-used", "R4.7"))
    if now >= move.begins_at:
        findings.append(Finding("reschedule-exam-over", "R4.7", {"exam": old}))
    if move.new == move.old:
        findings.append(Finding("reschedule-same-date", "R4.7", {"exam": old}, box="theory_on"))
    if new <= today:
        args = {"today": today}
        findings.append(Finding("reschedule-not-future", "R4.7", args, box=_earlier(move.new)))
    elif rescheduled_close(move, now) <= now < move.closes_at:
        args = {"earliest": earliest_move(now, move.closes_at)}
        findings.append(Finding("reschedule-close-passed", "R4.7", args, box=_earlier(move.new)))
    return tuple(findings)


def earliest_move(now: datetime, closes: datetime) -> date:
    """The first day an exam can be moved to: its close, if it has not happened, stays ahead (R4.7)."""
    ahead = CLOSE_AHEAD if now < closes else timedelta()
    return office_day(now) + ahead + timedelta(days=1)


def rescheduled_close(move: Reschedule, now: datetime) -> datetime:
    """When registration closes after the move: what has closed stays closed (R4.7)."""
    return closes_at(move.new.exam_on) if now < move.closes_at else move.closes_at


def _earlier(days: ExamDays) -> str:
    """The box of the day the windows count from."""
    return "theory_on" if days.theory_on <= days.practice_on else "practice_on"


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), OFFICE)
