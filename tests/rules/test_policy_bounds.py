"""Nonsense is refused before it reaches a rule; what the office prints itself is none."""

from dataclasses import fields

import pytest

from rules.policy import Policy, as_json
from rules.policy_bounds import forbidden


@pytest.mark.parametrize("name", [field.name for field in fields(Policy)])
def test_every_value_we_ship_may_be_set(name: str) -> None:
    assert forbidden(name, as_json(getattr(Policy(), name))) == ()


@pytest.mark.parametrize(
    ("name", "value", "key"),
    [
        ("min_age", 15, "policy-out-of-range"),
        ("min_age", 61, "policy-out-of-range"),
        ("min_age", "16", "policy-value-unfit"),
        ("no_such_value", 1, "policy-value-unfit"),
        ("lock_out_after", 0, "policy-out-of-range"),
        ("electronic_retention_years", 4, "policy-out-of-range"),
        ("paper_retention_years", 2, "policy-out-of-range"),
        ("scores_due_days", 366, "policy-out-of-range"),
        ("plan_season_months", [11, 13], "policy-out-of-range"),
        ("plan_season_months", [], "policy-list-empty"),
        ("open_levels", [], "policy-list-empty"),
        ("open_levels", [5, 5], "policy-list-twice"),
        ("close_reminder_days", [3, 3], "policy-list-twice"),
        ("difficulty_mix", [20, 80], "policy-mix-three"),
        ("difficulty_mix", [20, 70, 20], "policy-value-unfit"),
        ("student_birth_years", [[4, 1900, 2009]], "policy-out-of-range"),
        ("student_birth_years", [[4, 2005, 2009], [4, 2006, 2010]], "policy-list-twice"),
        ("unit_prices", [[5, 0]], "policy-out-of-range"),
        ("unit_prices", [[5, 3500], [5, 3600]], "policy-list-twice"),
        ("query_phone", "电话", "policy-phone-form"),
        ("query_phone", " ", "policy-text-length"),
        ("assessed_schools", ["学" * 101], "policy-text-length"),
        ("capability_number_scheme", "NNNN", "policy-value-unfit"),
        ("capability_number_scheme", "YYSSSLNNNNN", "policy-value-unfit"),
    ],
)
def test_nonsense_is_refused(name: str, value: object, key: str) -> None:
    assert {finding.key for finding in forbidden(name, value)} == {key}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("difficulty_mix", [30, 40, 30]),
        ("student_birth_years", [[3, 2005, 2004]]),
        ("unit_prices", [[5, 3500], [4, 3500]]),
        ("complaint_phone", "12333"),
        ("close_reminder_days", []),
        ("scores_due_days", 0),
    ],
)
def test_what_only_looks_odd_may_be_set(name: str, value: object) -> None:
    """A reversed range of birth years warns the reviewer and never blocks (R3.2)."""
    assert forbidden(name, value) == ()
