"""R4.5, R5.3: what each type always hands in, and what the condition claimed adds."""

import pytest

from rules.candidates import CandidateType
from rules.catalogue import Level
from rules.conditions import national_conditions, school_set
from rules.materials import Material, needs_stamp, required
from rules.policy import Policy
from tests.rules.units import ALL_LEVELS, WELDER

POLICY = Policy()
EVERYBODY = {Material.PHOTO, Material.ID_CARD_FRONT, Material.ID_CARD_BACK}
CONDITIONS = {
    condition.id: condition
    for level in ALL_LEVELS
    for condition in national_conditions(WELDER.code, level)
}
EMPLOYED, STUDENT, SOCIAL = CandidateType.EMPLOYED, CandidateType.STUDENT, CandidateType.SOCIAL


def of(candidate_type, condition=None, *, has_employer=True, policy=POLICY):
    return required(candidate_type, condition, has_employer=has_employer, policy=policy)


@pytest.mark.parametrize(
    ("condition", "added"),
    [
        ("5.1", set()),
        ("5.2", set()),
        ("4.1", {Material.WORK_PROOF}),
        ("4.2", {Material.WORK_PROOF, Material.SKILL_CERTIFICATE}),
        ("4.3", {Material.DIPLOMA}),
        ("3.1", {Material.WORK_PROOF}),
        ("3.2", {Material.WORK_PROOF, Material.SKILL_CERTIFICATE}),
        ("3.3", {Material.WORK_PROOF, Material.TITLE_CERTIFICATE}),
        ("3.4", {Material.DIPLOMA}),
        ("3.5", {Material.DIPLOMA, Material.SKILL_CERTIFICATE}),
        ("3.6", {Material.DIPLOMA}),
        ("2.1", {Material.WORK_PROOF, Material.SKILL_CERTIFICATE}),
        ("2.2", {Material.WORK_PROOF, Material.SKILL_CERTIFICATE, Material.TITLE_CERTIFICATE}),
        ("2.3", {Material.WORK_PROOF, Material.TITLE_CERTIFICATE}),
        ("2.4", {Material.WORK_PROOF, Material.SKILL_CERTIFICATE, Material.DIPLOMA}),
        ("2.5", {Material.SKILL_CERTIFICATE}),
        ("1.1", {Material.WORK_PROOF, Material.SKILL_CERTIFICATE}),
        ("1.2", {Material.WORK_PROOF, Material.SKILL_CERTIFICATE, Material.TITLE_CERTIFICATE}),
        ("1.3", {Material.WORK_PROOF, Material.TITLE_CERTIFICATE}),
    ],
)
@pytest.mark.parametrize("candidate_type", [EMPLOYED, SOCIAL])
def test_a_condition_adds_the_papers_that_prove_it_and_no_others(candidate_type, condition, added):
    """R4.5"""
    assert of(candidate_type, CONDITIONS[condition]) == EVERYBODY | added


@pytest.mark.parametrize("level", [Level.FOUR, Level.THREE])
def test_a_student_proves_the_school_set_by_student_card_and_class_hours(level):
    """R3.2, R4.5"""
    assert of(STUDENT, school_set(WELDER.code, level)) == EVERYBODY | {
        Material.STUDENT_CARD,
        Material.CLASS_HOURS_PROOF,
    }


def test_a_final_year_student_has_no_diploma_to_hand_in():
    """R4.5: with `also_national_condition`, the student card shows the final year."""
    both = school_set(WELDER.code, Level.FOUR) & CONDITIONS["4.3"]
    assert Material.DIPLOMA not in of(STUDENT, both)
    with_certificate = school_set(WELDER.code, Level.FOUR) & CONDITIONS["4.2"]
    assert Material.SKILL_CERTIFICATE in of(STUDENT, with_certificate)


def test_before_a_condition_is_chosen_only_the_type_counts():
    """R4.5"""
    assert of(EMPLOYED) == EVERYBODY
    assert of(STUDENT) == EVERYBODY | {Material.STUDENT_CARD}


@pytest.mark.parametrize(
    ("candidate_type", "has_employer", "pledge"),
    [
        (SOCIAL, False, True),
        (SOCIAL, True, False),
        (EMPLOYED, False, False),
        (STUDENT, False, False),
    ],
)
def test_only_social_candidates_without_employer_sign_a_pledge_instead_of_a_stamped_form(
    candidate_type, has_employer, pledge
):
    """R5.4"""
    assert (Material.PLEDGE in of(candidate_type, has_employer=has_employer)) is pledge
    stamp = needs_stamp(candidate_type, has_employer=has_employer, policy=POLICY)
    assert stamp is not pledge


def test_without_the_pledge_everybody_brings_a_stamped_form():
    """R5.4 ⚙"""
    policy = Policy(employerless_pledge=False)
    assert Material.PLEDGE not in of(SOCIAL, has_employer=False, policy=policy)
    assert needs_stamp(SOCIAL, has_employer=False, policy=policy)


def test_the_stamped_form_is_never_asked_for_at_submission():
    """R5.4: it is printed from the submitted registration."""
    for condition in CONDITIONS.values():
        for candidate_type in CandidateType:
            assert Material.STAMPED_FORM not in of(candidate_type, condition)
