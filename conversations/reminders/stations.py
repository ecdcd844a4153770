"""Reminders to stations apart from their batches: the plan, the licence, the appointments (R9.1)."""

from datetime import date

from conversations.engine.messages import Sentence
from conversations.reminders.notes import Note
from rules import reminders
from rules.catalogue import Programme
from rules.deadlines import earliest_exam
from rules.names import mask_name
from rules.years import DAY
from store.examiners import Examiner, ExaminerState
from store.reminders import Reminder
from store.unit import UnitOfWork


def plan_season(work: UnitOfWork, reminder: Reminder) -> Note | None:
    due = reminders.season(work.now, work.policy.current(work.today))
    year = reminders.planned_year(work.now)
    missing = unplanned(work, reminder.subject, year)
    if due is None or not missing:
        return None
    told = {"year": year, "programmes": missing, "last": due.until.date() - DAY}
    return Note(due.until, (Sentence("reminder-plan_season", told),), ("/annual_plan",))


def unplanned(work: UnitOfWork, station: str, year: int) -> tuple[Programme, ...]:
    """The programmes of the station's licence it has handed in no plan for."""
    licence = work.licences.of(station)
    licensed = {unit.programme for unit in licence.units} if licence else set()
    return tuple(sorted(licensed - work.plans.programmes_planned(station, year)))


def first_application(work: UnitOfWork, reminder: Reminder) -> Note | None:
    station, _, month = reminder.subject.partition(":")
    year, month_of_year = map(int, month.split("-"))
    due = reminders.first_application(year, month_of_year, work.now)
    lines = work.plans.free_in(station, year, month_of_year)
    if due is None or not lines:
        return None
    told = {
        "month": month,
        "lines": lines,
        "earliest": earliest_exam(work.today),
        "last": due.until.date() - DAY,
    }
    return Note(due.until, (Sentence("reminder-first_application", told),), ("/batch",))


def licence(work: UnitOfWork, reminder: Reminder) -> Note | None:
    held = work.licences.of(reminder.subject)
    policy = work.policy.current(work.today)
    due = reminders.expiry(held.valid_until, work.now, policy) if held else None
    if held is None or due is None:
        return None
    told = {"number": held.number, "until": held.valid_until}
    return Note(due.until, (Sentence("reminder-licence", told),), ("/annual_review",))


def examiners(work: UnitOfWork, reminder: Reminder) -> Note | None:
    station, _, day = reminder.subject.partition(":")
    last_day = date.fromisoformat(day)
    due = reminders.expiry(last_day, work.now, work.policy.current(work.today))
    concerned = running_out(work, station, last_day)
    if due is None or not concerned:
        return None
    told = {
        "until": last_day,
        "count": len(concerned),
        "names": tuple(f"{mask_name(one.name)} {one.number}" for one in concerned),
    }
    return Note(due.until, (Sentence("reminder-examiners", told),), ("/examiner_application",))


def running_out(work: UnitOfWork, station: str, last_day: date) -> tuple[Examiner, ...]:
    """Whose appointment ends on that day."""
    return tuple(
        one
        for one in work.examiners.of(station)
        if one.valid_until == last_day and one.state(work.today) is ExaminerState.APPOINTED
    )
