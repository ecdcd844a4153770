"""The histories on the form: school without a break, work without impossible dates (R3.4, R5.1).

Entries are numbered from 1 as they stand on the form; findings name the number.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from rules.candidates import Schooling
from rules.findings import Finding
from rules.names import institution_key
from rules.years import Period, add_months, month_of

LONGEST_BREAK = 4
"""Months between two schools that are no gap: from the last exam over the summer to enrolment."""


@dataclass(frozen=True, slots=True)
class StudyEntry(Period):
    """One school; the one attended now has no end, or one that lies ahead."""

    school: str = ""
    stage: Schooling | None = None
    class_name: str = ""


@dataclass(frozen=True, slots=True)
class WorkEntry(Period):
    """One employment, still going on where it has no end; `related` as in `rules.profile`."""

    employer: str = ""
    occupation: str = ""
    related: bool | None = None


def study_findings(
    entries: Sequence[StudyEntry], school: str, born: date, today: date
) -> tuple[Finding, ...]:
    """Everything wrong with the study history of a student of `school` (R3.4)."""
    if not entries:
        return (_study("study-missing"),)
    impossible = tuple(_impossible(entries, "study", "R3.4", born, today))
    if impossible:
        # Order and gaps mean nothing while a date is wrong.
        return impossible
    in_order = sorted(entries, key=lambda entry: entry.since)
    return (
        *_start_findings(in_order[0]),
        *_break_findings(entries, in_order),
        *_end_findings(in_order[-1], school, today),
    )


def work_findings(entries: Sequence[WorkEntry], born: date, today: date) -> tuple[Finding, ...]:
    """Every employment with impossible dates; several at a time are allowed (R5.1)."""
    ahead = (
        _entry("work-future", "work", "R5.1", n)
        for n, entry in enumerate(entries, start=1)
        if entry.since <= today and entry.until and entry.until > today
    )
    return (*_impossible(entries, "work", "R5.1", born, today), *ahead)


def _impossible(
    entries: Sequence[Period], box: str, rule: str, born: date, today: date
) -> Iterator[Finding]:
    for n, entry in enumerate(entries, start=1):
        if entry.last < entry.since:
            yield _entry(f"{box}-reversed", box, rule, n)
        if entry.since > today:
            yield _entry(f"{box}-future", box, rule, n)
        if entry.since <= born:
            yield _entry(f"{box}-before-birth", box, rule, n)


def _start_findings(first: StudyEntry) -> Iterator[Finding]:
    if first.stage not in (Schooling.PRIMARY, Schooling.JUNIOR_MIDDLE):
        yield _study("study-starts-too-late", since=month_of(first.since))


def _break_findings(
    entries: Sequence[StudyEntry], in_order: Sequence[StudyEntry]
) -> Iterator[Finding]:
    for earlier, later in pairwise(in_order):
        numbers = {"first": entries.index(earlier) + 1, "second": entries.index(later) + 1}
        if later.since < earlier.last:
            yield _study("study-overlap", **numbers)
        elif later.since > add_months(earlier.last, LONGEST_BREAK):
            gap = {"since": month_of(earlier.last), "until": month_of(later.since)}
            yield _study("study-gap", **numbers, **gap)


def _end_findings(last: StudyEntry, school: str, today: date) -> Iterator[Finding]:
    if last.last < today or institution_key(last.school) != institution_key(school):
        yield _study("study-ends-elsewhere", school=school)


def _study(key: str, **args: object) -> Finding:
    return Finding(key, "R3.4", args, box="study")


def _entry(key: str, box: str, rule: str, n: int) -> Finding:
    return Finding(key, rule, {"n": n}, box=box)
