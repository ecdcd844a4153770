"""What a reviewer confirms, may decide and may return (R3.1–R3.4, R5.2, R5.6)."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from rules.candidates import CandidateType, Schooling
from rules.catalogue import Level
from rules.deadlines import OFFICE
from rules.histories import StudyEntry, WorkEntry
from rules.materials import Material
from rules.policy import Policy
from rules.registration import Application, RegistrationState
from rules.registration_reviews import (
    STANDING,
    Point,
    ReviewKind,
    choices,
    confirmation_findings,
    points_to_confirm,
    reopening_findings,
    returnable,
    unasked_changes,
)
from tests.rules.units import WELDER

EXAM = date(2026, 9, 1)
STUDENT = Application(
    name="李晓雨",
    born=date(2008, 3, 4),
    phone="0902-2231234",
    candidate_type=CandidateType.STUDENT,
    unit=WELDER,
    level=Level.FOUR,
    condition="school-4",
    materials=frozenset(),
    education=Schooling.SECONDARY_VOCATIONAL,
    enrolled_on=date(2023, 9, 1),
    class_hours=400,
    study=(
        StudyEntry(date(2020, 9, 1), date(2023, 6, 20), "四中", Schooling.JUNIOR_MIDDLE),
        StudyEntry(date(2023, 9, 1), None, "职校", Schooling.SECONDARY_VOCATIONAL),
    ),
)
WORKER = replace(
    STUDENT,
    candidate_type=CandidateType.EMPLOYED,
    condition="4.1",
    work=(WorkEntry(date(2015, 1, 1), None, "机械厂", "焊工", None),),
)


def points(application: Application) -> set[Point]:
    return set(points_to_confirm(application, EXAM, Policy()))


def test_of_every_student_school_major_and_enrolment_are_confirmed() -> None:
    assert points(STUDENT) == STANDING


@pytest.mark.parametrize(
    ("application", "point"),
    [
        (
            replace(STUDENT, enrolled_on=date(2024, 10, 1), leaves_for_practice=True),
            Point.PRACTICE,
        ),
        (replace(STUDENT, enrolled_on=date(2023, 10, 1)), Point.ENROLMENT_DIFFERS),
        (
            replace(STUDENT, level=Level.THREE, condition="school-3", education=Schooling.COLLEGE),
            Point.BIRTH_YEARS,
        ),
        (WORKER, Point.PROOF),
        (replace(STUDENT, level=Level.FIVE, condition="5.2", work=WORKER.work), Point.PROOF),
    ],
)
def test_what_is_only_claimed_has_a_point_of_its_own(
    application: Application, point: Point
) -> None:
    assert point in points(application)


def test_age_alone_needs_no_confirmation() -> None:
    anybody = replace(
        STUDENT, candidate_type=CandidateType.SOCIAL, level=Level.FIVE, condition="5.1"
    )
    assert points(anybody) == set()


def test_every_point_left_out_is_named() -> None:
    left = [f.args["point"] for f in confirmation_findings(tuple(Point), [Point.PROOF])]
    assert left == [point for point in Point if point is not Point.PROOF]
    assert list(confirmation_findings((), [])) == []


@pytest.mark.parametrize(
    ("state", "allowed"),
    [
        (RegistrationState.SUBMITTED, {ReviewKind.RETURN, ReviewKind.REJECT}),
        (RegistrationState.COMPLETE, {ReviewKind.APPROVE, ReviewKind.RETURN, ReviewKind.REJECT}),
        (RegistrationState.RETURNED, {ReviewKind.REJECT}),
        (RegistrationState.APPROVED, {ReviewKind.REOPEN}),
        (RegistrationState.REJECTED, {ReviewKind.REOPEN}),
    ],
)
def test_what_may_be_decided_in_each_state(
    state: RegistrationState, allowed: set[ReviewKind]
) -> None:
    assert set(choices(state)) == allowed


def test_a_decision_is_taken_back_on_its_day_only() -> None:
    made = datetime(2026, 6, 1, 0, 0, tzinfo=OFFICE)
    late = made.replace(hour=23, minute=59, second=59)
    next_day = datetime(2026, 6, 2, tzinfo=OFFICE)
    assert list(reopening_findings(made, late)) == []
    assert [f.key for f in reopening_findings(made, next_day)] == ["review-not-today"]


@pytest.mark.parametrize(
    ("box", "possible"),
    [
        ("school", True),
        ("photo", True),
        ("diploma", False),
        ("name", False),
        ("id_number", False),
        ("batch", False),
        ("nothing", False),
    ],
)
def test_what_may_be_sent_back(box: str, *, possible: bool) -> None:
    boxes = {"school": "职校", "name": "李晓雨", "id_number": "1", "batch": "2026-0001"}
    assert returnable(box, boxes, [Material.PHOTO]) is possible


@pytest.mark.parametrize(
    ("change", "returned", "unasked"),
    [
        ({"school": "新"}, {"school"}, ()),
        ({"school": "新"}, {"major"}, ("school",)),
        ({"trade": "b", "level": "5", "condition": "5.1"}, {"trade"}, ()),
        ({"level": "5"}, {"condition"}, ("level",)),
        ({"condition": "5.1"}, {"level"}, ()),
        ({"condition": "5.1"}, {"school"}, ("condition",)),
        ({"extra": "new"}, {"condition"}, ()),
    ],
)
def test_only_what_was_returned_changes_and_what_follows_from_it(
    change: dict[str, str], returned: set[str], unasked: tuple[str, ...]
) -> None:
    before = {"school": "旧", "major": "焊接", "trade": "a", "level": "4", "condition": "4.1"}
    assert unasked_changes(before, {**before, **change}, returned) == unasked


def test_a_box_that_goes_with_a_corrected_one_is_no_change() -> None:
    before = {"has_employer": True, "employer": "厂"}
    assert unasked_changes(before, {"has_employer": False}, {"has_employer"}) == ()
