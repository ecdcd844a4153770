"""The ⚙ values: their defaults are the printed ones, and officers' values are checked."""

import json
from dataclasses import fields, replace
from datetime import time

import pytest

from rules.candidates import CandidateType
from rules.catalogue import Level
from rules.certificates import CertificateKind
from rules.policy import BirthYears, Policy, UnitPrice, as_json


def test_the_defaults_are_the_printed_values() -> None:
    policy = Policy()
    assert policy.open_levels == (5, 4, 3)
    assert (policy.min_age, policy.class_hours, policy.resubmit_days) == (16, 400, 5)
    assert (policy.query_phone, policy.complaint_phone) == ("010-83068013", "010-83069009")
    assert policy.birth_years(Level.FOUR) == BirthYears(Level.FOUR, 2005, 2009)
    assert policy.birth_years(Level.FIVE) is None


def test_the_printed_range_of_level_three_stays_reversed() -> None:
    printed = Policy().birth_years(Level.THREE)
    assert printed == BirthYears(Level.THREE, 2005, 2004)
    assert printed.reversed
    assert not BirthYears(Level.FOUR, 2005, 2005).reversed


def test_values_from_json_overlay_the_defaults() -> None:
    values = json.loads(
        """{"open_levels": [5, 4, 3, 2], "class_hours": 360, "also_national_condition": true,
            "student_birth_years": [[4, 2006, 2010]], "unit_prices": [[5, 3500]],
            "quiet_from": "22:30", "landline_for": ["student", "social"],
            "number_required_for": ["capability"], "assessed_schools": ["新疆机电职业技术学院"],
            "query_phone": "010-00000000"}"""
    )
    policy = Policy.from_values(values)
    assert policy.open_levels[-1] is Level.TWO
    assert (policy.class_hours, policy.also_national_condition) == (360, True)
    assert policy.student_birth_years == (BirthYears(Level.FOUR, 2006, 2010),)
    assert policy.unit_prices == (UnitPrice(Level.FIVE, 3500),)
    assert policy.quiet_from == time(22, 30)
    assert policy.landline_for == (CandidateType.STUDENT, CandidateType.SOCIAL)
    assert policy.number_required_for == (CertificateKind.CAPABILITY,)
    assert policy.assessed_schools == ("新疆机电职业技术学院",)
    assert policy.min_age == Policy().min_age


def test_every_value_survives_json() -> None:
    policy = replace(Policy(), unit_prices=(UnitPrice(Level.FIVE, 3500),))
    values = {field.name: as_json(getattr(policy, field.name)) for field in fields(Policy)}
    assert Policy.from_values(json.loads(json.dumps(values))) == policy


def test_no_values_are_the_defaults() -> None:
    assert Policy.from_values({}) == Policy()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("min_age", "16"),
        ("min_age", True),
        ("min_age", 16.0),
        ("min_age", -1),
        ("min_age", None),
        ("also_national_condition", 1),
        ("query_phone", 10),
        ("open_levels", 5),
        ("open_levels", "543"),
        ("open_levels", [6]),
        ("open_levels", [True]),
        ("student_birth_years", [[4, 2005]]),
        ("student_birth_years", [[4, 2005, "2009"]]),
        ("quiet_from", "25:00"),
        ("quiet_from", "21:00+08:00"),
        ("landline_for", ["everybody"]),
        ("capability_number_scheme", "YYYY"),
        ("difficulty_mix", [20, 70, 20]),
    ],
)
def test_a_value_that_does_not_fit_is_named(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=rf"{name}|YYYY"):
        Policy.from_values({name: value})


def test_unknown_names_are_all_named() -> None:
    with pytest.raises(ValueError, match="a_typo, min_ages"):
        Policy.from_values({"min_ages": 16, "a_typo": 1, "min_age": 16})
