"""年审: what a station confirms every year, and what follows for its licence (R1.7, G§1.1.2(6))."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from rules.findings import Finding
from rules.years import DAY, add_years

EXTENDED_BY_YEARS = 1
"""▶ The review is an annual one: a station that passes may go on for a year."""


class ReviewItem(StrEnum):
    """The conditions of G§2.1 that have to go on being met, and what a station keeps to (R1.7, R7.7)."""

    STAFF = "staff"
    """One head, at least one deputy, one full-time officer (G§2.1.2)"""
    EXAMINERS = "examiners"
    """At least three for every trade (G§2.1.2)"""
    THEORY_VENUE = "theory_venue"
    PRACTICE_VENUE = "practice_venue"
    EQUIPMENT = "equipment"
    """Equipment and testing equipment as the trades need them (G§2.1.3)"""
    OFFICE = "office"
    """A fixed office with printer, filing, telephone, computers (G§2.1.3)"""
    SYSTEMS = "systems"
    """The eight management systems (G§2.1.4)"""
    SCOPE = "scope"
    """Nothing outside the licence (G§4.7(6))"""
    ARCHIVES = "archives"
    """Materials of all batches kept (R7.7)"""


class ReviewState(StrEnum):
    """How far a review has come."""

    FILED = "filed"
    PASSED = "passed"
    """The licence was extended."""
    FAILED = "failed"
    """The licence was suspended."""
    CLOSED = "closed"
    """Withdrawn"""


def extended_until(valid_until: date, today: date) -> date:
    """The last day after a review that was passed: a year more, but never less than a year from now."""
    return max(
        add_years(valid_until, EXTENDED_BY_YEARS),
        add_years(today, EXTENDED_BY_YEARS) - DAY,
    )


def findings(year: int, *, passed: bool) -> Iterator[Finding]:
    """A year is passed once."""
    if passed:
        yield Finding("review-passed-already", "R1.7", {"year": year})
