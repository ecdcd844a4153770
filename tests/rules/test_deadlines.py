"""R4.2, R4.3, R4.7, R4.11: the worked examples of the guide and every boundary."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.deadlines import (
    OFFICE,
    ExamDays,
    Reschedule,
    application_findings,
    closes_at,
    earliest_exam,
    earliest_move,
    exam_date,
    office_day,
    papers_open,
    papers_open_at,
    registration_open,
    reschedule_findings,
    rescheduled_close,
    resubmission_keeps_date,
)

SECOND = timedelta(seconds=1)


def at(day: date, hour: int = 0, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), OFFICE)


def keys(move: Reschedule, now: datetime) -> list[str]:
    return [finding.key for finding in reschedule_findings(move, now)]


@pytest.mark.parametrize(
    ("applied", "exam"),
    [
        (date(2026, 6, 1), date(2026, 7, 1)),
        (date(2025, 1, 31), date(2025, 3, 2)),
        (date(2024, 1, 31), date(2024, 3, 1)),
        (date(2024, 1, 30), date(2024, 2, 29)),
        (date(2026, 12, 31), date(2027, 1, 30)),
    ],
)
def test_the_earliest_exam_is_thirty_days_after_the_application(applied: date, exam: date) -> None:
    assert earliest_exam(applied) == exam
    assert application_findings(applied, exam) == ()
    (finding,) = application_findings(applied, exam - timedelta(days=1))
    assert (finding.key, finding.args) == ("exam-date-too-early", {"earliest": exam})


@pytest.mark.parametrize(
    ("exam", "closed_from"),
    [
        (date(2026, 9, 1), date(2026, 8, 22)),
        (date(2025, 3, 5), date(2025, 2, 23)),
        (date(2024, 3, 5), date(2024, 2, 24)),
        (date(2024, 3, 10), date(2024, 2, 29)),
        (date(2026, 1, 5), date(2025, 12, 26)),
    ],
)
def test_registration_closes_ten_days_before_the_exam_at_midnight(
    exam: date, closed_from: date
) -> None:
    assert closes_at(exam) == at(closed_from)
    assert registration_open(at(closed_from) - SECOND, exam)
    assert not registration_open(at(closed_from), exam)


def test_a_server_on_utc_closes_at_the_office_midnight() -> None:
    exam = date(2026, 9, 1)
    assert registration_open(datetime(2026, 8, 21, 15, 59, 59, tzinfo=UTC), exam)
    assert not registration_open(datetime(2026, 8, 21, 16, 0, tzinfo=UTC), exam)
    assert office_day(datetime(2026, 8, 21, 16, 0, tzinfo=UTC)) == date(2026, 8, 22)
    assert office_day(datetime(2026, 8, 21, 15, 59, tzinfo=UTC)) == date(2026, 8, 21)


def test_a_moment_without_a_time_zone_is_a_fault() -> None:
    with pytest.raises(ValueError, match="time zone"):
        office_day(datetime(2026, 8, 21))  # noqa: DTZ001 - wanted naive
    with pytest.raises(TypeError):
        registration_open(datetime(2026, 8, 21), date(2026, 9, 1))  # noqa: DTZ001 - wanted naive


def test_the_exam_date_is_the_earlier_part() -> None:
    first, second = date(2026, 9, 1), date(2026, 9, 2)
    assert exam_date(first, second) == exam_date(second, first) == first


def test_the_papers_open_the_moment_registration_closes_and_until_the_exam_starts() -> None:
    start = at(date(2026, 9, 1), 9)
    opens = papers_open_at(date(2026, 9, 1))
    assert opens == closes_at(date(2026, 9, 1))
    assert not papers_open(opens - SECOND, start)
    assert papers_open(opens, start)
    assert papers_open(start - SECOND, start)
    assert not papers_open(start, start)
    assert papers_open(opens, start.astimezone(UTC))


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_every_exam_that_may_be_applied_for_leaves_twenty_days_to_register(day: date) -> None:
    assert closes_at(earliest_exam(day)) - at(day) == timedelta(days=20)


@pytest.mark.parametrize(
    ("days_later", "exam_unchanged", "keeps"),
    [(0, True, True), (5, True, True), (6, True, False), (0, False, False)],
)
def test_a_returned_batch_keeps_its_date_for_five_days_if_the_exam_stays(
    days_later: int, exam_unchanged: bool, keeps: bool
) -> None:
    returned = date(2026, 6, 28)
    resubmitted = returned + timedelta(days=days_later)
    kept = resubmission_keeps_date(
        returned, resubmitted, exam_unchanged=exam_unchanged, within_days=5
    )
    assert kept is keeps


OLD = date(2026, 9, 1)
BEFORE_CLOSE = at(date(2026, 8, 10), 12)
AFTER_CLOSE = at(date(2026, 8, 25), 12)


def move(new: date, practice: date | None = None, *, moved_before: bool = False) -> Reschedule:
    """Of an exam at nine; both parts were and are on one day unless a practice day is named."""
    days = ExamDays(new, practice or new)
    return Reschedule(ExamDays(OLD, OLD), days, at(OLD, 9), closes_at(OLD), moved_before)


def test_a_move_later_is_possible_and_takes_the_close_along() -> None:
    later = move(date(2026, 9, 15))
    assert keys(later, BEFORE_CLOSE) == []
    assert rescheduled_close(later, BEFORE_CLOSE) == at(date(2026, 9, 5))


def test_a_move_earlier_needs_no_second_thirty_days() -> None:
    assert keys(move(date(2026, 8, 21)), BEFORE_CLOSE) == []


def test_a_move_earlier_must_leave_the_close_in_the_future() -> None:
    (finding,) = reschedule_findings(move(date(2026, 8, 20)), BEFORE_CLOSE)
    assert finding.key == "reschedule-close-passed"
    assert finding.args == {"earliest": date(2026, 8, 21)}


def test_what_has_closed_stays_closed() -> None:
    for new in (date(2026, 8, 26), date(2026, 10, 1)):
        assert keys(move(new), AFTER_CLOSE) == []
        assert rescheduled_close(move(new), AFTER_CLOSE) == closes_at(OLD)


def test_the_close_decides_at_its_very_second() -> None:
    close = closes_at(OLD)
    tomorrow = date(2026, 8, 23)
    assert keys(move(tomorrow), close - SECOND) == ["reschedule-close-passed"]
    assert keys(move(tomorrow), close) == []


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (date(2026, 8, 25), ["reschedule-not-future"]),
        (date(2026, 8, 24), ["reschedule-not-future"]),
        (OLD, ["reschedule-same-date"]),
    ],
)
def test_the_new_date_lies_in_the_future_and_is_another(new: date, expected: list[str]) -> None:
    assert keys(move(new), AFTER_CLOSE) == expected


def test_an_exam_moves_only_once() -> None:
    assert keys(move(date(2026, 9, 15), moved_before=True), BEFORE_CLOSE) == ["reschedule-used"]


def test_an_exam_that_is_over_cannot_be_moved() -> None:
    assert keys(move(date(2026, 9, 15)), at(date(2026, 9, 2))) == ["reschedule-exam-over"]
    assert keys(move(date(2026, 9, 15)), at(OLD, 9)) == ["reschedule-exam-over"]
    assert keys(move(date(2026, 9, 15)), at(OLD, 9) - SECOND) == []


def test_the_earlier_of_the_new_days_counts_and_the_finding_stands_there() -> None:
    (finding,) = reschedule_findings(move(date(2026, 9, 15), date(2026, 8, 20)), BEFORE_CLOSE)
    assert (finding.key, finding.box) == ("reschedule-close-passed", "practice_on")


def test_moving_only_the_second_day_is_a_move_too() -> None:
    one_day_more = move(OLD, OLD + timedelta(days=1))
    assert keys(one_day_more, BEFORE_CLOSE) == []
    assert rescheduled_close(one_day_more, BEFORE_CLOSE) == closes_at(OLD)


@pytest.mark.parametrize(
    "now", [BEFORE_CLOSE, AFTER_CLOSE, closes_at(OLD) - SECOND, closes_at(OLD)]
)
def test_the_earliest_day_offered_is_the_first_one_not_refused(now: datetime) -> None:
    earliest = earliest_move(now, closes_at(OLD))
    assert keys(move(earliest), now) in ([], ["reschedule-same-date"])
    assert keys(move(earliest - timedelta(days=1)), now) != []


def test_every_reason_is_named_at_once() -> None:
    found = keys(move(OLD, moved_before=True), at(date(2026, 9, 2)))
    assert found == [
        "reschedule-used",
        "reschedule-exam-over",
        "reschedule-same-date",
        "reschedule-not-future",
    ]
