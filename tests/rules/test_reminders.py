"""When a reminder is due, on both sides of every boundary (R9.1, R9.4)."""

from datetime import date, datetime, timedelta

import pytest

from rules import reminders
from rules.deadlines import closes_at
from rules.policy import Policy
from rules.reminders import Due
from store.clock import OFFICE_ZONE

POLICY = Policy()
EXAM_AT = datetime(2026, 9, 1, 9, tzinfo=OFFICE_ZONE)
CLOSES = closes_at(EXAM_AT.date())


def at(month: int, day: int, hour: int = 8, *, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, tzinfo=OFFICE_ZONE)


def occasion(due: Due | None) -> str | None:
    return due.occasion if due else None


@pytest.mark.parametrize(
    ("now", "wanted"),
    [
        (at(8, 13, 23), None),
        (at(8, 14, 0), "2026-08-21-7"),
        (at(8, 17), "2026-08-21-7"),
        (at(8, 18), "2026-08-21-3"),
        (at(8, 19), "2026-08-21-3"),
        (at(8, 20), "2026-08-21-1"),
        (at(8, 21, 23), "2026-08-21-1"),
        (at(8, 22, 0), None),
    ],
)
def test_the_close_is_announced_seven_three_and_one_days_ahead(
    now: datetime, wanted: str | None
) -> None:
    assert occasion(reminders.close(CLOSES, now, POLICY)) == wanted


def test_a_day_nobody_planned_loses_no_occasion() -> None:
    planned = [at(8, 14) + timedelta(days=n) for n in (0, 5, 6)]
    occasions = {occasion(reminders.close(CLOSES, now, POLICY)) for now in planned}
    assert occasions == {"2026-08-21-7", "2026-08-21-3", "2026-08-21-1"}


def test_a_policy_without_days_reminds_of_no_close() -> None:
    silent = Policy(close_reminder_days=())
    assert reminders.close(CLOSES, at(8, 21), silent) is None


def test_what_is_missing_is_named_from_the_close_until_the_exam() -> None:
    assert reminders.closed(CLOSES, EXAM_AT, at(8, 21, 23)) is None
    assert reminders.closed(CLOSES, EXAM_AT, at(8, 22, 0)) == Due("2026-08-22", EXAM_AT)
    assert reminders.closed(CLOSES, EXAM_AT, EXAM_AT) is None


def test_the_papers_can_be_signed_for_until_the_exam_begins() -> None:
    opens = at(8, 22, 0)
    assert reminders.sign_off(opens, EXAM_AT, opens - timedelta(seconds=1)) is None
    assert reminders.sign_off(opens, EXAM_AT, opens) == Due("2026-08-22", EXAM_AT)
    assert reminders.sign_off(opens, EXAM_AT, EXAM_AT) is None


@pytest.mark.parametrize(
    ("now", "wanted"),
    [
        (at(8, 28), None),
        (at(8, 29), "2026-09-01-3"),
        (at(8, 31), "2026-09-01-1"),
        (at(9, 1, 8), "2026-09-01-1"),
        (at(9, 1, 9), None),
    ],
)
def test_the_exam_is_announced_until_it_begins(now: datetime, wanted: str | None) -> None:
    assert occasion(reminders.exam(EXAM_AT, now, POLICY)) == wanted


def test_a_moved_exam_is_another_occasion() -> None:
    moved = EXAM_AT + timedelta(days=1)
    first, second = (
        reminders.exam(EXAM_AT, at(8, 31), POLICY),
        reminders.exam(moved, at(9, 1), POLICY),
    )
    assert first
    assert second
    assert first.occasion != second.occasion


@pytest.mark.parametrize(
    ("days", "wanted"), [(0, None), (1, None), (2, "+1"), (3, "+1"), (4, "+2"), (20, "+10")]
)
def test_what_waits_reminds_every_second_day(days: int, wanted: str | None) -> None:
    since = at(6, 1, 17)
    now = at(6, 1, 8) + timedelta(days=days)
    assert occasion(reminders.waiting(since, now, POLICY)) == (wanted and f"2026-06-01{wanted}")


def test_what_was_returned_reminds_until_the_close_and_by_it() -> None:
    def due(now: datetime) -> str | None:
        return occasion(reminders.returned(at(8, 5), CLOSES, now, POLICY))

    assert due(at(8, 6)) is None
    assert due(at(8, 7)) == "2026-08-05+1"
    assert due(at(8, 20)) == "2026-08-21-1"
    assert due(at(8, 22, 0)) is None


@pytest.mark.parametrize(
    ("today", "wanted"),
    [
        (date(2026, 10, 31), None),
        (date(2026, 11, 1), "2026-12-31-60"),
        (date(2026, 12, 1), "2026-12-31-30"),
        (date(2026, 12, 24), "2026-12-31-7"),
        (date(2026, 12, 31), "2026-12-31-7"),
        (date(2027, 1, 1), None),
    ],
)
def test_what_runs_out_is_announced_until_its_last_day(today: date, wanted: str | None) -> None:
    now = at(today.month, today.day, year=today.year)
    assert occasion(reminders.expiry(date(2026, 12, 31), now, POLICY)) == wanted


@pytest.mark.parametrize(
    ("now", "wanted"),
    [
        (at(10, 31), None),
        (at(11, 1, 0), "2026-11"),
        (at(11, 30), "2026-11"),
        (at(12, 1), "2026-12"),
        (at(12, 24), "2026-12"),
        (at(12, 25), "2026-last"),
        (at(12, 31, 23), "2026-last"),
        (at(1, 1, year=2027), None),
    ],
)
def test_the_plan_season_lasts_from_november_to_december(now: datetime, wanted: str | None) -> None:
    assert occasion(reminders.season(now, POLICY)) == wanted


def test_a_season_in_autumn_plans_the_year_after_and_one_in_spring_its_own() -> None:
    assert reminders.planned_year(at(11, 1)) == 2027
    assert reminders.planned_year(at(2, 1)) == 2026


@pytest.mark.parametrize(
    ("today", "possible"),
    [
        (date(2026, 8, 1), False),  # 31 August is the earliest exam
        (date(2026, 8, 2), True),  # 1 September
        (date(2026, 8, 31), True),  # 30 September
        (date(2026, 9, 1), False),  # 1 October
    ],
)
def test_a_planned_month_is_brought_up_when_it_can_first_be_applied_for(
    today: date, *, possible: bool
) -> None:
    due = reminders.first_application(2026, 9, at(today.month, today.day))
    assert occasion(due) == ("2026-09" if possible else None)
    assert due is None or due.until == at(9, 1, 0)


def test_in_january_of_a_leap_year_february_comes_into_reach() -> None:
    assert reminders.month_to_apply(at(1, 30, year=2028)) == (2028, 2)
    assert reminders.month_to_apply(at(1, 30, year=2027)) == (2027, 3)


def test_a_draft_is_announced_before_it_is_erased() -> None:
    touched = at(6, 1, 10)
    assert reminders.draft(touched, 30, at(6, 24, 9), POLICY) is None
    due = reminders.draft(touched, 30, at(6, 24, 10), POLICY)
    assert due == Due("2026-07-01", at(7, 1, 10))
    late = reminders.draft(touched, 30, at(9, 1), POLICY)
    assert late == Due("2026-07-01", at(9, 2))


def test_moments_of_another_zone_are_the_offices_days() -> None:
    from datetime import UTC

    utc = datetime(2026, 8, 13, 16, tzinfo=UTC).astimezone(OFFICE_ZONE)
    assert occasion(reminders.close(CLOSES, utc, POLICY)) == "2026-08-21-7"
