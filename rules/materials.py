"""What a candidate hands in: what the type always does, and what the condition asks for (R4.5)."""

from enum import StrEnum

from rules.candidates import CandidateType
from rules.conditions import Condition
from rules.needs import (
    Certificate,
    ClassHours,
    Graduated,
    Need,
    ProfessionalTitle,
    Worked,
    WorkedSince,
)
from rules.policy import Policy


class Material(StrEnum):
    """A picture or document of a registration; the value is also its box (R5.3)."""

    PHOTO = "photo"
    """小2寸"""
    ID_CARD_FRONT = "id_card_front"
    ID_CARD_BACK = "id_card_back"
    STUDENT_CARD = "student_card"
    CLASS_HOURS_PROOF = "class_hours_proof"
    """The school's proof of the training hours."""
    SKILL_CERTIFICATE = "skill_certificate"
    TITLE_CERTIFICATE = "title_certificate"
    DIPLOMA = "diploma"
    WORK_PROOF = "work_proof"
    """工作年限证明, by the employer or from the social insurance."""
    PLEDGE = "pledge"
    """承诺书 of 社会人员 without employer (R5.4)."""
    STAMPED_FORM = "stamped_form"
    """The printed form with the seal, handed in after submission (R5.4)."""


def required(
    candidate_type: CandidateType,
    condition: Condition | None,
    *,
    has_employer: bool,
    policy: Policy,
) -> frozenset[Material]:
    """What a registration must hold when it is submitted (R4.5, R5.3); no more than that.

    Without a condition (not chosen yet) only what the type always hands in.
    """
    needs = condition.needs if condition else ()
    asked = {material for need in needs for material in _proofs(need, candidate_type)}
    return frozenset(asked) | _universal(candidate_type, has_employer=has_employer, policy=policy)


def needs_stamp(candidate_type: CandidateType, *, has_employer: bool, policy: Policy) -> bool:
    """Whether the printed form must come back stamped; otherwise the pledge stands for it (R5.4)."""
    if candidate_type is not CandidateType.SOCIAL or has_employer:
        return True
    return not policy.employerless_pledge


def _universal(
    candidate_type: CandidateType, *, has_employer: bool, policy: Policy
) -> frozenset[Material]:
    always = {Material.PHOTO, Material.ID_CARD_FRONT, Material.ID_CARD_BACK}
    if candidate_type is CandidateType.STUDENT:
        always.add(Material.STUDENT_CARD)
    if not needs_stamp(candidate_type, has_employer=has_employer, policy=policy):
        always.add(Material.PLEDGE)
    return frozenset(always)


def _proofs(need: Need, candidate_type: CandidateType) -> tuple[Material, ...]:
    """What proves a need; age and school stand on the cards everybody hands in."""
    match need:
        case Worked():
            return (Material.WORK_PROOF,)
        case WorkedSince(start=start):
            return (Material.WORK_PROOF, *_proofs(start, candidate_type))
        case Certificate():
            return (Material.SKILL_CERTIFICATE,)
        case ProfessionalTitle():
            return (Material.TITLE_CERTIFICATE,)
        case Graduated() if candidate_type is not CandidateType.STUDENT:
            return (Material.DIPLOMA,)
        case ClassHours():
            return (Material.CLASS_HOURS_PROOF,)
        case _:
            # A student's diploma is still to come; the student card shows the final year.
            return ()
