"""The annual review: passed once a year, for a year more (R1.7)."""

from datetime import date

import pytest

from rules.reviews import extended_until, findings


@pytest.mark.parametrize(
    ("valid_until", "today", "until"),
    [
        (date(2026, 12, 31), date(2026, 11, 2), date(2027, 12, 31)),
        (date(2028, 6, 30), date(2026, 11, 2), date(2029, 6, 30)),
        (date(2025, 12, 31), date(2026, 3, 1), date(2027, 2, 28)),
        (date(2024, 2, 29), date(2024, 2, 1), date(2025, 3, 1)),
    ],
    ids=["ahead", "years ahead", "expired", "leap day"],
)
def test_a_licence_runs_a_year_longer_and_never_less_than_a_year_from_now(
    valid_until: date, today: date, until: date
) -> None:
    assert extended_until(valid_until, today) == until


def test_a_year_is_passed_once() -> None:
    assert [f.key for f in findings(2026, passed=True)] == ["review-passed-already"]
    assert list(findings(2026, passed=False)) == []
