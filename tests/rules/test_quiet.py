"""Nobody is woken at night (⚙ R9.2)."""

from dataclasses import replace
from datetime import datetime, time

import pytest

from rules.policy import Policy
from rules.quiet import not_before


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}:00+08:00")


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2026-06-01 20:59", None),
        ("2026-06-01 21:00", "2026-06-02 08:00"),
        ("2026-06-01 23:59", "2026-06-02 08:00"),
        ("2026-06-02 00:00", "2026-06-02 08:00"),
        ("2026-06-02 07:59", "2026-06-02 08:00"),
        ("2026-06-02 08:00", None),
        ("2026-12-31 22:00", "2027-01-01 08:00"),
    ],
)
def test_what_comes_at_night_waits_for_the_morning(now: str, then: str | None) -> None:
    assert not_before(at(now), Policy()) == (at(then) if then else None)


def test_quiet_hours_within_one_day() -> None:
    noon = replace(Policy(), quiet_from=time(12), quiet_until=time(14, 30))
    assert not_before(at("2026-06-01 12:10"), noon) == at("2026-06-01 14:30")
    assert not_before(at("2026-06-01 14:30"), noon) is None
    assert not_before(at("2026-06-01 23:00"), noon) is None


def test_no_quiet_hours_when_they_begin_as_they_end() -> None:
    never = replace(Policy(), quiet_from=time(9), quiet_until=time(9))
    assert not_before(at("2026-06-01 09:00"), never) is None
