"""年度计划: the lines a station plans for a year, and how each is used by one batch item (R4.1)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from rules.catalogue import Level, Programme, Unit, level_name
from rules.findings import Finding
from rules.licences import Permit, activity_findings, scope_findings

LINE_HOLDS = 99
"""R4.1: one line of the annual plan carries at most so many people."""
MOST_PEOPLE = 1980
"""Of one trade and level in one month, before it is split: twenty lines."""
MONTHS = range(1, 13)


class PlanState(StrEnum):
    """How far a plan has come; at which desk it lies is its paper's matter."""

    FILED = "filed"
    APPROVED = "approved"
    """Its lines can be used."""
    CLOSED = "closed"
    """Rejected or withdrawn."""


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A trade and level a station wants to examine in a month, and how many people it expects."""

    unit: Unit
    level: Level
    people: int
    month: int


def plan_years(today: date) -> tuple[int, int]:
    """The years a plan can be filed for: this one, with further lines, and the next (R4.1)."""
    return today.year, today.year + 1


def split(line: PlannedLine) -> tuple[PlannedLine, ...]:
    """As many lines of at most 99 people as it takes (R4.1): 250 are 99, 99 and 52."""
    full, rest = divmod(line.people, LINE_HOLDS)
    sizes = [LINE_HOLDS] * full + ([rest] if rest else [])
    return tuple(replace(line, people=size) for size in sizes)


def findings(
    programme: Programme, year: int, lines: Sequence[PlannedLine], permit: Permit, today: date
) -> Iterator[Finding]:
    """Everything that stands against a plan, each line's by its number (R1.2, R1.3, R1.7, R4.1)."""
    if year not in plan_years(today):
        first, last = plan_years(today)
        yield Finding("plan-year", "R4.1", {"first": first, "last": last}, box="year")
    if not lines:
        yield Finding("plan-without-lines", "R4.1", box="plan_lines")
    for n, line in enumerate(lines, start=1):
        yield from _line_findings(programme, year, n, line, today)
    yield from licence_findings(lines, permit, begins(year, today))


def licence_findings(lines: Sequence[PlannedLine], permit: Permit, day: date) -> Iterator[Finding]:
    """Whether the licence still allows what is planned: asked again when the plan is approved (R1.7)."""
    yield from activity_findings(permit, day)
    for n, line in enumerate(lines, start=1):
        if any(scope_findings(permit, line.unit, line.level)):
            args = {"line": n, "trade": line.unit.name, "level": level_name(line.level, line.unit)}
            yield Finding("plan-outside-licence", "R1.7", args, box="plan_lines")


def begins(year: int, today: date) -> date:
    """The first day a plan can be used on: the licence has to hold there, not at the end of its year."""
    return max(today, date(year, 1, 1))


def _line_findings(
    programme: Programme, year: int, n: int, line: PlannedLine, today: date
) -> Iterator[Finding]:
    """What is wrong with the n-th line, whatever the licence says."""
    name, box = line.unit.name, "plan_lines"
    if line.unit.programme is not programme:
        yield Finding("plan-programmes-mixed", "R1.2", {"line": n, "trade": name}, box)
    elif not line.unit.offers(line.level):
        args = {"line": n, "trade": name, "level": level_name(line.level, line.unit)}
        yield Finding("plan-level-unknown", "R1.3", args, box)
    if not 1 <= line.people <= MOST_PEOPLE:
        args = {"line": n, "people": line.people, "most": MOST_PEOPLE}
        yield Finding("plan-people", "R4.1", args, box)
    if line.month not in MONTHS:
        yield Finding("plan-month", "R4.1", {"line": n, "month": line.month}, box)
    elif (year, line.month) < (today.year, today.month):
        yield Finding("plan-month-over", "R4.1", {"line": n, "month": line.month}, box)


def total(lines: Iterable[PlannedLine]) -> int:
    return sum(line.people for line in lines)
