"""Training classes: plan, seats, results (R2.9)."""

from dataclasses import replace
from datetime import date

import pytest

from rules.training import (
    ClassPlan,
    ClassState,
    TrainingKind,
    TrainingMode,
    plan_findings,
    result_findings,
    waiting_position,
)

PLAN = ClassPlan(
    kind=TrainingKind.EXAMINER,
    mode=TrainingMode.ON_SITE,
    place="北京市西城区",
    starts_on=date(2026, 6, 10),
    ends_on=date(2026, 6, 12),
    seats=2,
)


def test_a_class_of_one_day_and_one_seat_is_a_class() -> None:
    assert list(plan_findings(replace(PLAN, ends_on=PLAN.starts_on, seats=1))) == []


def test_no_seats_and_an_end_before_the_start_are_both_said() -> None:
    wrong = replace(PLAN, ends_on=date(2026, 6, 9), seats=0)
    keys = [finding.key for finding in plan_findings(wrong)]
    assert keys == ["class-ends-before-start", "class-without-seats"]


@pytest.mark.parametrize(
    ("day", "keys"),
    [(11, ["class-not-over"]), (12, []), (30, [])],
)
def test_results_are_taken_from_the_last_day_on(day: int, keys: list[str]) -> None:
    found = result_findings(PLAN, ClassState.OPEN, date(2026, 6, day))
    assert [finding.key for finding in found] == keys


def test_a_cancelled_class_has_no_results() -> None:
    found = result_findings(PLAN, ClassState.CANCELLED, date(2026, 7, 1))
    assert [finding.key for finding in found] == ["class-cancelled"]


@pytest.mark.parametrize(("place", "position"), [(0, 0), (1, 0), (2, 1), (3, 2)])
def test_the_third_of_two_seats_is_first_of_the_waiting_list(place: int, position: int) -> None:
    assert waiting_position(place, PLAN.seats) == position
