"""学习经历 and 工作经历: the lines of the form, asked by months, and what the rules make of them (R5.1)."""

from datetime import date
from typing import Any

from conversations.engine.boxes import Choice, Day, Part, Text, YesNo, optional
from rules.candidates import Schooling
from rules.histories import StudyEntry, WorkEntry
from rules.years import DAY, add_months


def today(line: Any) -> date:
    day: date = line.facts.today
    return day


def begun(line: Any) -> date | None:
    day: date | None = line.since
    return day


class School(Part):
    """One school; the one attended now has no end."""

    since = Day(month=True, latest=today)
    until = optional(Day(month=True, earliest=begun))
    school = Text()
    stage = Choice(Schooling)
    class_name = optional(Text(longest=30))


class Job(Part):
    """One employment; the present one has no end."""

    since = Day(month=True, latest=today)
    until = optional(Day(month=True, earliest=begun, latest=today))
    employer = Text()
    occupation = Text(longest=30)
    related = YesNo()


def study_entry(school: School, today: date) -> StudyEntry:
    """A school left in a month may be followed by the next in the same month; one left now is attended still."""
    until = school.until
    if until and until >= today.replace(day=1):
        until = month_end(until)
    return StudyEntry(school.since, until, school.school, school.stage, school.class_name or "")


def work_entry(job: Job, today: date) -> WorkEntry:
    """Whole months count, the present one up to today; what is called related is only claimed (R3.1)."""
    until = min(month_end(job.until), today) if job.until else None
    related = None if job.related else False
    return WorkEntry(job.since, until, job.employer, job.occupation, related)


def month_end(month: date) -> date:
    return add_months(month.replace(day=1), 1) - DAY
