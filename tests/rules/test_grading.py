"""R7.1: scores and results at their exact thresholds."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.findings import Refused
from rules.grading import Absent, Result, read_score, result

TENTHS = st.integers(0, 1000).map(lambda tenths: Decimal(tenths) / 10)


@pytest.mark.parametrize(
    ("raw", "score"),
    [
        ("0", "0"),
        ("100", "100"),
        ("100.0", "100"),
        (" 79.5 ", "79.5"),
        ("８５", "85"),
        ("60.50", "60.5"),
    ],
)
def test_a_score_is_0_to_100_with_one_decimal(raw: str, score: str) -> None:
    assert read_score(raw) == Decimal(score)


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("", "score-form"),
        ("-1", "score-form"),
        ("1e1", "score-form"),
        ("NaN", "score-form"),
        ("85分", "score-form"),
        ("٨٥", "score-form"),
        ("100.1", "score-too-high"),
        ("101", "score-too-high"),
        ("79.55", "score-decimals"),
    ],
)
def test_what_is_no_score_is_refused(raw: str, key: str) -> None:
    with pytest.raises(Refused) as refused:
        read_score(raw)
    assert refused.value.finding.key == key


@pytest.mark.parametrize(
    ("lower", "expected"),
    [
        ("0", Result.FAILED),
        ("59.9", Result.FAILED),
        ("60", Result.PASSED),
        ("79.5", Result.PASSED),
        ("79.9", Result.PASSED),
        ("80", Result.GOOD),
        ("89.9", Result.GOOD),
        ("90", Result.EXCELLENT),
        ("100", Result.EXCELLENT),
    ],
)
def test_the_result_follows_the_lower_score_unrounded(lower: str, expected: Result) -> None:
    assert result(Decimal(lower), Decimal(100)) is expected
    assert result(Decimal(100), Decimal(lower)) is expected


@given(TENTHS, TENTHS)
def test_the_order_of_the_parts_does_not_count(theory: Decimal, practice: Decimal) -> None:
    assert result(theory, practice) is result(practice, theory)


def test_who_was_absent_from_a_part_has_not_passed() -> None:
    for marks in (
        (Absent.ABSENT, Decimal(100)),
        (Decimal(100), Absent.ABSENT),
        (Absent.ABSENT, Absent.ABSENT),
    ):
        assert result(*marks) is Result.FAILED
