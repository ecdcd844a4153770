"""R3.1, R3.2: which schooling and title counts as at least which."""

import pytest

from rules.candidates import Schooling, Title

HIGHER_THAN_SECONDARY = [
    "senior_technical",
    "technician_class",
    "college",
    "bachelor",
    "postgraduate",
]


@pytest.mark.parametrize("schooling", Schooling)
def test_every_schooling_is_at_least_itself_and_primary_school(schooling: Schooling) -> None:
    assert schooling.at_least(schooling)
    assert schooling.at_least(Schooling.PRIMARY)


def test_level_four_needs_a_vocational_secondary_school_or_higher() -> None:
    enough = [s for s in Schooling if s.at_least(Schooling.SECONDARY_VOCATIONAL)]
    assert enough == ["secondary_vocational", *HIGHER_THAN_SECONDARY]


def test_technical_schools_and_colleges_are_two_ladders() -> None:
    assert Schooling.TECHNICIAN_CLASS.at_least(Schooling.SENIOR_TECHNICAL)
    assert Schooling.BACHELOR.at_least(Schooling.COLLEGE)
    assert not Schooling.COLLEGE.at_least(Schooling.SENIOR_TECHNICAL)
    assert not Schooling.TECHNICIAN_CLASS.at_least(Schooling.COLLEGE)


def test_titles_have_one_order() -> None:
    assert Title.SENIOR.at_least(Title.JUNIOR)
    assert Title.JUNIOR.at_least(Title.JUNIOR)
    assert not Title.JUNIOR.at_least(Title.INTERMEDIATE)
