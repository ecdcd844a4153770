"""满 N 年, periods added, overlaps once (R3.1)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.identity import age_on
from rules.years import Period, add_months, add_years, full_on

DAYS = st.dates(date(1950, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "full"),
    [
        (date(2020, 3, 1), 12, date(2021, 3, 1)),
        (date(2024, 2, 29), 12, date(2025, 3, 1)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2024, 8, 31), 18, date(2026, 3, 1)),
        (date(2024, 9, 1), 18, date(2026, 3, 1)),
        (date(2024, 10, 31), 1, date(2024, 12, 1)),
        (date(2024, 11, 30), 13, date(2025, 12, 30)),
        (date.max, 1, date.max),
    ],
)
def test_full_months_end_on_the_same_day_or_the_first_day_after(day, months, full):
    assert add_months(day, months) == full


@given(born=DAYS, years=st.integers(0, 60))
def test_full_years_agree_with_ages(born, years):
    """R3.3: who is 16 by one count is 16 by the other, also when born on 29 February."""
    full = add_years(born, years)
    assert age_on(born, full) == years
    assert age_on(born, full - timedelta(days=1)) == years - 1


def test_one_running_period_is_full_on_the_same_day_years_later():
    """R3.1"""
    assert full_on([Period(date(2021, 12, 20))], 5) == date(2026, 12, 20)


@pytest.mark.parametrize(
    ("last_day", "full"), [(date(2026, 2, 28), date(2026, 3, 1)), (date(2026, 2, 27), None)]
)
def test_the_last_day_of_work_counts(last_day, full):
    """R3.1: five years from 1 March 2021 are worked at the end of 28 February 2026."""
    assert full_on([Period(date(2021, 3, 1), last_day)], 5) == full


def test_time_covered_twice_counts_once():
    """R3.1"""
    two_jobs = [
        Period(date(2020, 1, 1), date(2021, 12, 31)),
        Period(date(2021, 1, 1), date(2022, 12, 31)),
    ]
    assert full_on(two_jobs, 3) == date(2023, 1, 1)
    assert full_on(two_jobs, 4) is None


def test_a_job_within_another_adds_nothing():
    """R3.1"""
    jobs = [
        Period(date(2020, 1, 1), date(2022, 12, 31)),
        Period(date(2021, 1, 1), date(2021, 6, 30)),
    ]
    assert full_on(jobs, 3) == date(2023, 1, 1)


def test_periods_with_a_gap_add_up():
    """R3.1: 365 days before the gap, the second year after it."""
    jobs = [Period(date(2021, 1, 1), date(2021, 12, 31)), Period(date(2023, 7, 1))]
    assert full_on(jobs, 2) == date(2024, 7, 1)


def test_periods_that_touch_are_one_period():
    """R3.1"""
    jobs = [Period(date(2021, 7, 1)), Period(date(2020, 1, 1), date(2021, 6, 30))]
    assert full_on(jobs, 4) == date(2024, 1, 1)


def test_only_work_after_the_certificate_counts():
    """R3.1: years worked after the date of the certificate."""
    assert full_on([Period(date(2010, 1, 1))], 3, after=date(2024, 6, 11)) == date(2027, 6, 11)
    ended = [Period(date(2010, 1, 1), date(2024, 6, 10))]
    assert full_on(ended, 1, after=date(2024, 6, 11)) is None


def test_a_reversed_period_counts_nothing():
    assert full_on([Period(date(2024, 1, 1), date(2020, 1, 1))], 0) is None


def test_no_work_is_never_full():
    assert full_on([], 5) is None


@given(
    periods=st.lists(st.tuples(DAYS, st.integers(0, 4000)), max_size=5),
    years=st.integers(1, 10),
)
def test_the_order_of_the_jobs_does_not_matter_and_a_repetition_adds_nothing(periods, years):
    """R3.1"""
    jobs = [Period(since, since + timedelta(days=length)) for since, length in periods]
    assert full_on(jobs, years) == full_on([*reversed(jobs), *jobs], years)


@given(since=DAYS, length=st.integers(0, 6000), years=st.integers(1, 15))
def test_one_period_is_full_exactly_when_the_day_after_it_is_the_anniversary(since, length, years):
    """R3.1"""
    until = since + timedelta(days=length)
    worked = until + timedelta(days=1) >= add_years(since, years)
    assert (full_on([Period(since, until)], years) is not None) == worked
