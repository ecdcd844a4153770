"""Annual plans: within the licence, for this year or the next, no line above 99 people (R4.1)."""

from dataclasses import replace
from datetime import date

import pytest

from rules.catalogue import Level, Programme
from rules.licences import LicenceState
from rules.plans import PlannedLine, findings, licence_findings, plan_years, split
from tests.plans import FITTER, PERMIT, WELDERS
from tests.store.office import MACHINIST

TODAY = date(2026, 6, 1)


def keys(
    *lines: PlannedLine, year: int = 2026, permit: object = PERMIT, today: date = TODAY
) -> list[str]:
    return [f.key for f in findings(Programme.CAPABILITY, year, lines, permit, today)]


def test_what_the_licence_covers_can_be_planned() -> None:
    assert keys(WELDERS, WELDERS, replace(WELDERS, unit=MACHINIST)) == []


@pytest.mark.parametrize(
    ("people", "sizes"),
    [(1, [1]), (99, [99]), (100, [99, 1]), (198, [99, 99]), (250, [99, 99, 52])],
)
def test_a_line_carries_at_most_99_people_and_more_become_more_lines(
    people: int, sizes: list[int]
) -> None:
    assert [line.people for line in split(replace(WELDERS, people=people))] == sizes


@pytest.mark.parametrize(
    ("line", "key"),
    [
        (replace(WELDERS, level=Level.THREE), "plan-outside-licence"),
        (replace(WELDERS, people=0), "plan-people"),
        (replace(WELDERS, people=1981), "plan-people"),
        (replace(WELDERS, month=13), "plan-month"),
        (replace(WELDERS, month=5), "plan-month-over"),
    ],
)
def test_a_line_is_refused_for_one_reason(line: PlannedLine, key: str) -> None:
    assert keys(line) == [key]


def test_a_trade_of_the_other_programme_and_a_level_the_unit_has_not_are_named() -> None:
    mixed, unknown = replace(WELDERS, unit=FITTER), PlannedLine(MACHINIST, Level.FIVE, 9, 9)
    assert keys(mixed) == ["plan-programmes-mixed", "plan-outside-licence"]
    assert keys(unknown) == ["plan-level-unknown", "plan-outside-licence"]


def test_the_month_running_and_all_months_of_next_year_can_be_planned() -> None:
    assert keys(replace(WELDERS, month=6)) == []
    assert keys(replace(WELDERS, month=1), year=2027) == []


def test_only_this_year_and_the_next_can_be_planned() -> None:
    assert plan_years(TODAY) == (2026, 2027)
    assert keys(WELDERS, year=2025)[0] == "plan-year"
    assert keys(WELDERS, year=2028) == ["plan-year", "licence-expired"]


def test_everything_wrong_is_named_at_once_each_line_by_its_number() -> None:
    bad = replace(WELDERS, level=Level.THREE, people=0, month=2)
    found = list(findings(Programme.CAPABILITY, 2026, (WELDERS, bad), PERMIT, TODAY))
    assert {f.key for f in found} == {"plan-outside-licence", "plan-people", "plan-month-over"}
    assert {(f.args["line"], f.box) for f in found} == {(2, "plan_lines")}


def test_a_plan_without_lines_is_none() -> None:
    assert keys() == ["plan-without-lines"]


def test_a_suspended_or_expired_licence_plans_nothing() -> None:
    assert keys(WELDERS, permit=replace(PERMIT, state=LicenceState.SUSPENDED)) == [
        "licence-suspended"
    ]
    ended = replace(PERMIT, valid_until=date(2026, 12, 31))
    assert keys(WELDERS, year=2027, permit=ended) == ["licence-expired"]
    assert keys(WELDERS, year=2026, permit=ended) == []


def test_at_approval_only_the_licence_is_asked_again() -> None:
    past = replace(WELDERS, month=1)
    assert list(licence_findings([past], PERMIT, TODAY)) == []
    shrunk = replace(PERMIT, units=PERMIT.units[1:])
    assert [f.key for f in licence_findings([past], shrunk, TODAY)] == ["plan-outside-licence"]
