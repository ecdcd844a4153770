"""Which boxes of the registration form a candidate is asked, by type and by the condition claimed (R5.1)."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from rules.candidates import CandidateType
from rules.materials import Material
from rules.needs import InSchool, Need, Worked, WorkedSince, Works
from rules.years import add_years

if TYPE_CHECKING:
    from conversations.candidates.registration import Registration

Asked = Callable[["Registration"], bool]


def is_student(form: "Registration") -> bool:
    return form.candidate_type is CandidateType.STUDENT


def is_social(form: "Registration") -> bool:
    return form.candidate_type is CandidateType.SOCIAL


def is_worker(form: "Registration") -> bool:
    return form.candidate_type is CandidateType.EMPLOYED or is_social(form)


def has_employer(form: "Registration") -> bool:
    return form.candidate_type is CandidateType.EMPLOYED or bool(form.has_employer)


def needs(*kinds: type[Need]) -> Asked:
    """Whether the condition claimed looks at something of these kinds."""
    return lambda form: any(isinstance(need, kinds) for need in form.needs)


def has_work(form: "Registration") -> bool:
    """Who is employed tells where; others only where the condition counts years (R5.1)."""
    employed = form.candidate_type is CandidateType.EMPLOYED
    return employed or needs(Works, Worked, WorkedSince)(form)


def may_leave_for_practice(form: "Registration") -> bool:
    """It matters only while the years in school are not full (R3.3)."""
    if form.enrolled_on is None or not needs(InSchool)(form):
        return False
    exam_date: date = form.facts.offered.exam_date
    return add_years(form.enrolled_on, form.facts.policy.years_in_school) > exam_date


def hands_in(material: Material) -> Asked:
    return lambda form: material in form.wanted
