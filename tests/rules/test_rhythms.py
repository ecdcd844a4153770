"""Rhythms: the next due moment, across midnight, month ends and leap days."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.rhythms import Daily, Hourly, Monthly, Rhythm, Weekly, between

ZONE = ZoneInfo("Asia/Shanghai")


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("rhythm", "after", "due"),
    [
        (Hourly(), "2026-06-01T09:00", "2026-06-01T10:00"),
        (Hourly(), "2026-06-01T09:59:59", "2026-06-01T10:00"),
        (Hourly(), "2026-12-31T23:30", "2027-01-01T00:00"),
        (Hourly(8, 20), "2026-06-01T20:00", "2026-06-02T08:00"),
        (Hourly(8, 20), "2026-06-01T03:00", "2026-06-01T08:00"),
        (Hourly(8, 20), "2026-06-01T19:30", "2026-06-01T20:00"),
        (Daily(time(8)), "2026-06-01T08:00", "2026-06-02T08:00"),
        (Daily(time(8)), "2026-06-01T07:59:59", "2026-06-01T08:00"),
        (Daily(time(0)), "2026-06-30T00:00", "2026-07-01T00:00"),
        (Weekly(1, time(9)), "2026-06-01T08:00", "2026-06-01T09:00"),
        (Weekly(1, time(9)), "2026-06-01T09:00", "2026-06-08T09:00"),
        (Weekly(7, time(9)), "2026-06-01T09:00", "2026-06-07T09:00"),
        (Monthly(31, time(9)), "2026-01-31T09:00", "2026-02-28T09:00"),
        (Monthly(31, time(9)), "2028-02-01T00:00", "2028-02-29T09:00"),
        (Monthly(1, time(0)), "2026-12-01T00:00", "2027-01-01T00:00"),
    ],
)
def test_what_is_due_next(rhythm: Rhythm, after: str, due: str) -> None:
    assert rhythm.next_after(moment(after)) == moment(due)


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001 - wanted naive
    st.sampled_from(
        [Hourly(), Hourly(8, 20), Daily(time(8)), Weekly(3, time(12)), Monthly(30, time(1))]
    ),
)
def test_a_rhythm_always_goes_on_and_skips_nothing(naive: datetime, rhythm: Rhythm) -> None:
    start = naive.replace(tzinfo=ZONE)
    due = rhythm.next_after(start)
    assert due > start
    middle = start + (due - start) / 2
    assert rhythm.next_after(middle) == due


def test_all_between_two_moments_the_last_included() -> None:
    found = between(Daily(time(8)), moment("2026-06-01T08:00"), moment("2026-06-04T08:00"))
    assert [due.day for due in found] == [2, 3, 4]
