"""R5: what keeps a registration from being submitted, and the stamped form from being taken."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from rules.candidates import CandidateType, Schooling, Title
from rules.catalogue import Level
from rules.certificates import CertificateKind
from rules.deadlines import OFFICE, closes_at
from rules.findings import Finding
from rules.histories import StudyEntry, WorkEntry
from rules.materials import Material
from rules.photos import MAX_BYTES, PictureFacts
from rules.policy import Policy
from rules.profile import HeldCertificate, HeldTitle
from rules.registration import (
    Application,
    BatchFacts,
    OfferedItem,
    RegistrationState,
    findings,
    reviewer_warnings,
    stamped_findings,
)
from tests.rules.units import ALL_LEVELS, ENGINEER, LOST, MACHINIST, WELDER

EXAM = date(2026, 12, 20)
NOW = datetime(2026, 10, 1, 9, 0, tzinfo=OFFICE)
POLICY = Policy()
SCHOOL = "哈密职业技术学校"
CARDS = frozenset({Material.PHOTO, Material.ID_CARD_FRONT, Material.ID_CARD_BACK})

STUDENT = Application(
    name="阿不都热合曼·买买提",
    born=date(2008, 3, 4),
    phone="0902-2231234",
    candidate_type=CandidateType.STUDENT,
    unit=WELDER,
    level=Level.FOUR,
    condition="school-4",
    materials=CARDS | {Material.STUDENT_CARD, Material.CLASS_HOURS_PROOF},
    education=Schooling.SECONDARY_VOCATIONAL,
    school=SCHOOL,
    major="焊接技术应用",
    enrolled_on=date(2023, 9, 1),
    class_hours=400,
    study=(
        StudyEntry(date(2020, 9, 1), date(2023, 6, 20), "哈密第四中学", Schooling.JUNIOR_MIDDLE),
        StudyEntry(date(2023, 9, 1), None, SCHOOL, Schooling.SECONDARY_VOCATIONAL),
    ),
)
EMPLOYED = Application(
    name="王师傅",
    born=date(1990, 1, 1),
    phone="13812345678",
    candidate_type=CandidateType.EMPLOYED,
    unit=WELDER,
    level=Level.FOUR,
    condition="4.1",
    materials=CARDS | {Material.WORK_PROOF},
    employer="哈密机械厂",
    work=(WorkEntry(date(2015, 1, 1), None, "哈密机械厂", "焊工"),),
)
SOCIAL = replace(
    EMPLOYED,
    candidate_type=CandidateType.SOCIAL,
    level=Level.FIVE,
    condition="5.1",
    materials=CARDS | {Material.PLEDGE},
    employer="",
    work=(),
)


def batch(candidate_type: CandidateType, *items: OfferedItem) -> BatchFacts:
    return BatchFacts(
        candidate_type=candidate_type,
        items=items or tuple(OfferedItem(WELDER, level) for level in ALL_LEVELS),
        exam_date=EXAM,
        opens_at=datetime(2026, 9, 1, tzinfo=OFFICE),
        closes_at=closes_at(EXAM),
    )


def refused(
    application: Application,
    *,
    facts: BatchFacts | None = None,
    already_registered: bool = False,
    seats_left: int = 1,
    now: datetime = NOW,
    policy: Policy = POLICY,
) -> tuple[Finding, ...]:
    return findings(
        application,
        facts or batch(application.candidate_type),
        already_registered=already_registered,
        seats_left=seats_left,
        now=now,
        policy=policy,
    )


def reasons(application: Application, **circumstances) -> list[tuple[str, str | None]]:
    return [(f.key, f.box) for f in refused(application, **circumstances)]


@pytest.mark.parametrize("application", [STUDENT, EMPLOYED, SOCIAL])
def test_a_complete_registration_of_each_type_may_be_submitted(application):
    """R4.5, R5.1"""
    assert refused(application) == ()


# The batch


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (datetime(2026, 8, 31, 23, 59, 59, tzinfo=OFFICE), ["window-not-open"]),
        (datetime(2026, 9, 1, tzinfo=OFFICE), []),
        (datetime(2026, 12, 9, 23, 59, 59, tzinfo=OFFICE), []),
        (datetime(2026, 12, 10, tzinfo=OFFICE), ["window-closed"]),
    ],
)
def test_the_window_closes_ten_days_before_the_exam(now, found):
    """R4.3"""
    assert [finding.key for finding in refused(EMPLOYED, now=now)] == found


def test_the_window_names_its_days():
    """R4.3: the last day, not the day of the close."""
    (early,) = refused(EMPLOYED, now=datetime(2026, 8, 1, tzinfo=OFFICE))
    assert early.args == {"opens": date(2026, 9, 1)}
    (late,) = refused(EMPLOYED, now=datetime(2026, 12, 11, tzinfo=OFFICE))
    assert late.args == {"last": date(2026, 12, 9)}


def test_nobody_registers_twice_in_a_batch():
    """R5.2"""
    assert reasons(EMPLOYED, already_registered=True) == [("already-registered", None)]


@pytest.mark.parametrize(
    ("seats_left", "found"), [(1, []), (0, ["batch-full"]), (-1, ["batch-full"])]
)
def test_the_last_seat_is_given_and_no_further(seats_left, found):
    """R4.6"""
    assert [finding.key for finding in refused(EMPLOYED, seats_left=seats_left)] == found


@pytest.mark.parametrize("application", [STUDENT, EMPLOYED, SOCIAL])
@pytest.mark.parametrize("wanted", list(CandidateType))
def test_a_batch_takes_only_its_own_type(application, wanted):
    """R4.5"""
    right = application.candidate_type is wanted
    expected = [] if right else [("wrong-candidate-type", "candidate_type")]
    assert reasons(application, facts=batch(wanted)) == expected


def test_a_trade_the_batch_does_not_examine_is_refused():
    """R4.6"""
    facts = batch(CandidateType.EMPLOYED, OfferedItem(MACHINIST, Level.FOUR))
    assert reasons(EMPLOYED, facts=facts) == [("trade-not-offered", "trade")]


def test_a_level_the_batch_does_not_examine_is_refused():
    """R4.6: level 4 of another trade does not help."""
    facts = batch(
        CandidateType.EMPLOYED, OfferedItem(WELDER, Level.FIVE), OfferedItem(MACHINIST, Level.FOUR)
    )
    assert reasons(EMPLOYED, facts=facts) == [("level-not-offered", "level")]


@pytest.mark.parametrize(
    ("unit", "level", "key", "box"),
    [
        (LOST, Level.FOUR, "unit-incomplete", "trade"),
        (MACHINIST, Level.FIVE, "level-not-in-unit", "level"),
        (WELDER, Level.TWO, "level-closed", "level"),
        (ENGINEER, Level.THREE, "level-closed", "level"),
    ],
)
def test_a_closed_unit_or_level_is_named_once_and_its_condition_not_at_all(unit, level, key, box):
    """R1.3, R1.5, R3.1"""
    application = replace(EMPLOYED, unit=unit, level=level, condition=f"{level:d}.1")
    facts = batch(CandidateType.EMPLOYED, OfferedItem(unit, level))
    assert reasons(application, facts=facts) == [(key, box)]


# The person


@pytest.mark.parametrize(
    ("born", "found"),
    [(date(2010, 12, 20), []), (date(2010, 12, 21), [("under-age", "id_number")])],
)
def test_sixteen_is_reached_on_the_exam_date(born, found):
    """R3.3: named once, although the condition asks for it too."""
    assert reasons(replace(SOCIAL, born=born)) == found


@pytest.mark.parametrize("box", ["name", "phone", "school", "major"])
def test_a_student_leaves_no_obligatory_box_empty(box):
    """R5.1"""
    assert (f"{box}-missing", box) in reasons(replace(STUDENT, **{box: "  "}))


@pytest.mark.parametrize("box", ["education", "enrolled_on"])
def test_a_student_chooses_education_and_enrolment(box):
    """R5.1"""
    key = f"{box.replace('_', '-')}-missing"
    assert (key, box) in reasons(replace(STUDENT, **{box: None}))


def test_the_employed_give_employer_and_work():
    """R5.1"""
    assert reasons(replace(SOCIAL, candidate_type=CandidateType.EMPLOYED)) == [
        ("employer-missing", "employer"),
        ("work-missing", "work"),
    ]


@pytest.mark.parametrize(
    ("application", "phone", "found"),
    [
        (STUDENT, "0902-2231234", []),
        (STUDENT, "13812345678", []),
        (EMPLOYED, "0902-2231234", [("phone-mobile-only", "phone")]),
        (EMPLOYED, "1381234567", [("phone-form", "phone")]),
    ],
)
def test_only_students_may_give_a_landline(application, phone, found):
    """R5.4"""
    assert reasons(replace(application, phone=phone)) == found


# Histories


def test_faults_of_the_study_history_are_named_at_the_box_study():
    """R3.4"""
    middle, vocational = STUDENT.study
    reversed_dates = replace(middle, since=date(2023, 9, 1), until=date(2020, 6, 20))
    assert reasons(replace(STUDENT, study=(reversed_dates, vocational))) == [
        ("study-reversed", "study")
    ]


def test_faults_of_the_work_history_are_named_at_the_box_work():
    """R5.1"""
    ahead = WorkEntry(date(2026, 10, 2))
    assert reasons(replace(EMPLOYED, work=(*EMPLOYED.work, ahead))) == [("work-future", "work")]


def test_study_is_not_asked_of_workers():
    """R5.1"""
    assert EMPLOYED.study == ()
    assert refused(EMPLOYED) == ()


@pytest.mark.parametrize(
    ("enrolled_on", "found"),
    [
        (date(2020, 3, 4), []),
        (date(2020, 3, 3), ["enrolled-too-young"]),
        (date(2026, 10, 2), ["enrolled-in-future", "need-years-in-school"]),
    ],
)
def test_the_enrolment_date_is_possible(enrolled_on, found):
    """R3.4"""
    application = replace(STUDENT, enrolled_on=enrolled_on)
    assert [finding.key for finding in refused(application)] == found


# The condition


@pytest.mark.parametrize(
    ("application", "condition"),
    [
        (STUDENT, "4.1"),
        (EMPLOYED, "school-4"),
        (EMPLOYED, "3.1"),
        (EMPLOYED, "4.4"),
        (EMPLOYED, ""),
    ],
)
def test_only_a_condition_of_the_level_and_type_can_be_claimed(application, condition):
    """R3.1, R3.2"""
    found = reasons(replace(application, condition=condition))
    assert ("condition-not-available", "condition") in found


def test_a_condition_plainly_not_met_is_refused_with_its_figures():
    """R3.1: five years on the exam date."""
    started = WorkEntry(EXAM.replace(year=2021) + timedelta(days=1))
    (finding,) = refused(replace(EMPLOYED, work=(started,)))
    assert (finding.key, finding.box, finding.args) == ("need-worked", "work", {"years": 5})
    assert finding.rule == "G§4.3(2) 四级(1)"


def test_a_condition_that_only_needs_proof_is_the_reviewers():
    """R3.1: work that is only claimed to be related."""
    started = WorkEntry(EXAM.replace(year=2021))
    assert started.related is None
    assert refused(replace(EMPLOYED, work=(started,))) == ()


def test_every_missing_part_of_the_school_set_is_named_at_its_box():
    """R3.2, R4.9"""
    application = replace(
        STUDENT,
        born=date(2004, 12, 31),
        class_hours=399,
        education=Schooling.HIGH_SCHOOL,
        enrolled_on=date(2025, 9, 1),
    )
    assert reasons(application) == [
        ("need-schooling", "education"),
        ("need-birth-year", "id_number"),
        ("need-years-in-school", "enrolled_on"),
        ("need-class-hours", "class_hours"),
    ]


def test_the_reversed_birth_years_of_level_three_do_not_block():
    """R3.2"""
    student = replace(STUDENT, level=Level.THREE, condition="school-3", education=Schooling.COLLEGE)
    assert refused(student) == ()
    keys = [warning.key for warning in reviewer_warnings(student, EXAM, POLICY)]
    assert "birth-years-reversed" in keys


def test_a_graduate_claims_the_diploma_of_the_school_finished():
    """R3.1, G§4.3(2) 四级(3)"""
    graduate = replace(
        EMPLOYED,
        condition="4.3",
        education=Schooling.COLLEGE,
        materials=CARDS | {Material.DIPLOMA},
    )
    assert refused(graduate) == ()
    assert reasons(replace(graduate, education=Schooling.HIGH_SCHOOL)) == [
        ("need-diploma", "education")
    ]


def test_the_assessed_college_is_the_one_finished():
    """R3.1, G§4.3(2) 三级(6)"""
    graduate = replace(
        EMPLOYED,
        level=Level.THREE,
        condition="3.6",
        education=Schooling.COLLEGE,
        finished_at="新疆职业大学",
        materials=CARDS | {Material.DIPLOMA},
    )
    assert reasons(graduate) == [("need-diploma-assessed", "education")]
    assert refused(graduate, policy=Policy(assessed_schools=("新疆职业大学",))) == ()


def test_held_certificates_and_titles_are_looked_at():
    """R3.1, G§4.3(2) 四级(2), 三级(3)"""
    held = HeldCertificate(Level.FIVE, date(2023, 12, 20), CertificateKind.SKILL_LEVEL)
    papers = replace(
        EMPLOYED,
        condition="4.2",
        held_certificates=(held,),
        materials=EMPLOYED.materials | {Material.SKILL_CERTIFICATE},
    )
    assert refused(papers) == ()
    titled = replace(
        EMPLOYED,
        level=Level.THREE,
        condition="3.3",
        titles=(HeldTitle(Title.JUNIOR, date(2025, 12, 20)),),
        materials=EMPLOYED.materials | {Material.TITLE_CERTIFICATE},
    )
    assert refused(titled) == ()


# Materials


@pytest.mark.parametrize("application", [STUDENT, EMPLOYED, SOCIAL])
def test_every_missing_material_is_named_by_its_kind(application):
    """R4.5, R5.3"""
    found = refused(replace(application, materials=frozenset()))
    assert {finding.key for finding in found} == {"material-missing"}
    assert {finding.box for finding in found} == application.materials
    assert [finding.args["material"] for finding in found] == [finding.box for finding in found]


def test_a_material_too_many_is_no_fault():
    """R5.3"""
    assert refused(replace(SOCIAL, materials=frozenset(Material))) == ()


def test_a_social_candidate_with_employer_needs_no_pledge():
    """R5.4"""
    assert refused(replace(SOCIAL, employer="哈密机械厂", materials=CARDS)) == ()


# Everything at once


def test_everything_wrong_is_said_at_once_and_nothing_twice():
    """R4.9"""
    wrong = replace(
        STUDENT,
        name="",
        phone="",
        born=date(2011, 1, 1),
        level=Level.THREE,
        condition="4.1",
        materials=frozenset(),
        study=(),
        enrolled_on=date(2027, 1, 1),
    )
    found = refused(
        wrong,
        facts=batch(CandidateType.SOCIAL, OfferedItem(WELDER, Level.FIVE)),
        already_registered=True,
        seats_left=0,
        now=datetime(2026, 12, 10, tzinfo=OFFICE),
    )
    assert [finding.key for finding in found] == [
        "window-closed",
        "already-registered",
        "batch-full",
        "wrong-candidate-type",
        "level-not-offered",
        "name-missing",
        "phone-missing",
        "under-age",
        "study-missing",
        "enrolled-in-future",
        "condition-not-available",
        *["material-missing"] * 4,
    ]
    assert max(Counter((finding.key, finding.box) for finding in found).values()) == 1
    assert all(finding.rule for finding in found)


# The reviewer


def test_an_enrolment_in_another_month_than_the_last_school_is_shown_to_the_reviewer():
    """R3.4, G§4.3(3): compared with the student card, never a reason to refuse."""
    same_month = replace(STUDENT, enrolled_on=date(2023, 9, 15))
    other_month = replace(STUDENT, enrolled_on=date(2023, 10, 1))
    assert refused(other_month) == ()
    key = "enrolment-differs-from-study"
    assert key not in [w.key for w in reviewer_warnings(same_month, EXAM, POLICY)]
    assert key in [w.key for w in reviewer_warnings(other_month, EXAM, POLICY)]


def test_the_practice_exception_is_submitted_and_shown_to_the_reviewer():
    """R3.3, G§4.7(4)"""
    middle, vocational = STUDENT.study
    leaving = replace(
        STUDENT,
        born=date(2009, 3, 4),
        enrolled_on=date(2025, 6, 20),
        leaves_for_practice=True,
        study=(
            replace(middle, since=date(2022, 9, 1), until=date(2025, 6, 10)),
            replace(vocational, since=date(2025, 6, 20)),
        ),
    )
    assert refused(leaving) == ()
    assert "confirm-practice" in [w.key for w in reviewer_warnings(leaving, EXAM, POLICY)]


def test_workers_give_the_reviewer_no_student_card_to_compare():
    """R3.4"""
    assert reviewer_warnings(EMPLOYED, EXAM, POLICY) == ()


# The stamped form

SCAN = PictureFacts(width=1240, height=1754, bytes=MAX_BYTES, media_type="image/jpeg")
PDF = PictureFacts(width=0, height=0, bytes=MAX_BYTES, media_type="application/pdf")


def stamped(
    upload: PictureFacts = SCAN,
    state: RegistrationState = RegistrationState.SUBMITTED,
    now: datetime = NOW,
) -> list[str]:
    return [finding.key for finding in stamped_findings(state, upload, closes_at(EXAM), now)]


@pytest.mark.parametrize("upload", [SCAN, PDF])
def test_the_stamped_form_is_a_picture_or_a_pdf(upload):
    """R5.4"""
    assert stamped(upload) == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"media_type": "image/svg+xml"}, ["picture-type"]),
        ({"media_type": "application/msword"}, ["picture-type"]),
        ({"bytes": MAX_BYTES + 1}, ["upload-too-large"]),
    ],
)
def test_other_files_are_no_stamped_form(change, found):
    """R5.4"""
    assert stamped(replace(SCAN, **change)) == found


@pytest.mark.parametrize(
    ("state", "found"),
    [
        (RegistrationState.SUBMITTED, []),
        (RegistrationState.RETURNED, ["registration-not-submitted"]),
        (RegistrationState.COMPLETE, ["registration-not-submitted"]),
    ],
)
def test_only_a_submitted_registration_awaits_its_stamped_form(state, found):
    """R5.4"""
    assert stamped(state=state) == found


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (datetime(2026, 12, 9, 23, 59, 59, tzinfo=OFFICE), []),
        (datetime(2026, 12, 10, tzinfo=OFFICE), ["window-closed"]),
    ],
)
def test_the_stamped_form_is_due_before_the_close(now, found):
    """R4.3, R5.4"""
    assert stamped(now=now) == found


def test_everything_wrong_with_the_stamped_form_is_said_at_once():
    """R4.9"""
    late = datetime(2026, 12, 10, tzinfo=OFFICE)
    heavy = replace(PDF, bytes=MAX_BYTES + 1)
    assert stamped(heavy, RegistrationState.RETURNED, late) == [
        "window-closed",
        "registration-not-submitted",
        "upload-too-large",
    ]
