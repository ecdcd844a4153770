"""When results may be filed and what follows them, and how an item came out (R7.5, R7.6)."""

from datetime import date

import pytest

from rules.grading import Result
from rules.results import Outcome, ResultsFacts, figures, filing_findings, free_on

EXAM = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("roster", "today", "already", "keys"),
    [
        (True, EXAM, False, []),
        (True, date(2026, 8, 31), False, ["results-before-exam"]),
        (False, date(2026, 8, 31), False, ["results-no-roster"]),
        (True, date(2026, 9, 20), True, ["results-in-already"]),
    ],
)
def test_they_are_filed_from_the_last_day_of_the_exam_on_and_once(
    roster: bool, today: date, already: bool, keys: list[str]
) -> None:
    facts = ResultsFacts(has_roster=roster, last_exam_day=EXAM, today=today, already_in=already)
    assert [one.key for one in filing_findings(facts)] == keys


def test_the_notice_begins_the_day_after_the_approval_and_what_follows_comes_after_it() -> None:
    assert free_on(EXAM, 0) == EXAM
    assert free_on(EXAM, 5) == date(2026, 9, 7)


def test_figures_count_who_came_and_who_qualified() -> None:
    found = figures(
        [
            Outcome(present=True, result=Result.EXCELLENT),
            Outcome(present=True, result=Result.PASSED),
            Outcome(present=True, result=Result.FAILED),
            Outcome(present=False, result=Result.FAILED),
        ]
    )
    assert (found.expected, found.present, found.absent, found.qualified) == (4, 3, 1, 2)
    assert found.per_cent == "66.7"
    assert figures([Outcome(present=False, result=Result.FAILED)]).per_cent == ""
