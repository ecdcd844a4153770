"""Whether a registration may be submitted, and its stamped form taken: every reason at once (R5)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import assert_never

from rules.candidates import CandidateType, Schooling
from rules.catalogue import Level, Unit, level_name
from rules.conditions import Condition
from rules.deadlines import office_day
from rules.eligibility import closed, conditions_for, judge, warnings
from rules.findings import Finding, Refused
from rules.histories import StudyEntry, WorkEntry, study_findings, work_findings
from rules.materials import Material, required
from rules.names import read_phone
from rules.needs import OfAge
from rules.photos import PictureFacts, stamped_form_findings
from rules.policy import Policy
from rules.profile import Diploma, HeldCertificate, HeldTitle, Profile, WorkPeriod
from rules.years import DAY, add_years, month_of

YOUNGEST_STUDENT = 12
"""Years of age before which nobody enters a vocational school: junior middle school comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """The form as filled in (R5.1); what was not said is None or empty."""

    name: str
    born: date
    phone: str
    candidate_type: CandidateType
    unit: Unit
    level: Level
    condition: str
    """The id of the condition claimed, one of `conditions_for`."""
    materials: frozenset[Material]
    education: Schooling | None = None
    """Of a student the school attended, of others the highest finished."""
    held_certificates: tuple[HeldCertificate, ...] = ()
    titles: tuple[HeldTitle, ...] = ()
    # Students
    school: str = ""
    major: str = ""
    enrolled_on: date | None = None
    graduating: bool = False
    leaves_for_practice: bool = False
    class_hours: int | None = None
    study: tuple[StudyEntry, ...] = ()
    # 在职人员, 社会人员
    employer: str = ""
    finished_at: str = ""
    """The school the diploma is of, which only condition 3.6 asks for."""
    work: tuple[WorkEntry, ...] = ()

    @property
    def is_student(self) -> bool:
        return self.candidate_type is CandidateType.STUDENT

    def profile(self) -> Profile:
        """What eligibility looks at; nothing in it is confirmed by a reviewer yet."""
        return Profile(
            born=self.born,
            schooling=self.education,
            school=self.school,
            enrolled_on=self.enrolled_on,
            graduating=self.graduating,
            leaves_for_practice=self.leaves_for_practice,
            class_hours=self.class_hours,
            work=tuple(WorkPeriod(job.since, job.until, job.related) for job in self.work),
            certificates=self.held_certificates,
            titles=self.titles,
            diplomas=self._diplomas(),
        )

    def _diplomas(self) -> tuple[Diploma, ...]:
        if self.is_student or self.education is None:
            return ()
        return (Diploma(self.education, self.finished_at),)


@dataclass(frozen=True, slots=True)
class OfferedItem:
    """A trade and level a batch examines; several plan lines of one choice are one item (R4.6)."""

    unit: Unit
    level: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchFacts:
    """What a registration has to know of its batch."""

    candidate_type: CandidateType
    items: tuple[OfferedItem, ...]
    exam_date: date
    opens_at: datetime
    closes_at: datetime
    """The first moment that is too late; kept by the batch, because a move may leave it (R4.7)."""


class RegistrationState(StrEnum):
    """How far a registration has come (R5.2, R5.4, R5.6)."""

    SUBMITTED = "submitted"
    """Nothing can be changed; the stamped form is awaited."""
    RETURNED = "returned"
    """A reviewer sent it back for correction."""
    COMPLETE = "complete"
    """The stamped form, or the pledge that stands for it, is in; the station reviews it."""
    APPROVED = "approved"
    """Reviewed with all its documents: ready for the roster (R5.7)."""
    REJECTED = "rejected"
    """Its seat is free again; it remains the one registration of the person in the batch (R5.2)."""


class Duty(StrEnum):
    """What somebody is named for in a batch, which keeps them from sitting its exam."""

    EXAMINES = "examines"
    """Of a team (▶ R4.4): nobody gives themselves a score (R7.1)."""
    SUPERVISES = "supervises"
    """▶ R4.8."""


def duty_findings(duty: Duty | None) -> Iterator[Finding]:
    """Why somebody with a duty in the batch is no candidate of it."""
    if duty is not None:
        rule = "R4.4" if duty is Duty.EXAMINES else "R4.8"
        yield Finding("candidate-serves", rule, {"duty": duty.value}, box="batch")


def findings(
    application: Application,
    batch: BatchFacts,
    *,
    already_registered: bool,
    seats_left: int,
    now: datetime,
    policy: Policy,
) -> tuple[Finding, ...]:
    """Everything that forbids submitting, at once; empty means it may be submitted (R4.9).

    `seats_left` counts the seats of the trade and level chosen, over all plan lines (R4.6).
    """
    today = office_day(now)
    return (
        *window_findings(batch, now),
        *_seat_findings(already_registered=already_registered, seats_left=seats_left),
        *_choice_findings(application, batch, policy),
        *_person_findings(application, batch.exam_date, policy),
        *_history_findings(application, today),
        *_condition_findings(application, batch.exam_date, policy),
        *_material_findings(application, policy),
    )


def reviewer_warnings(
    application: Application, exam_date: date, policy: Policy
) -> tuple[Finding, ...]:
    """What the station compares with the documents; nothing of it blocks (R3.2, R3.3, R3.4)."""
    condition = claimed_condition(application, policy)
    judged = [judge(condition, application.profile(), exam_date, policy)] if condition else []
    return (
        *warnings(judged, application.candidate_type, policy),
        *_enrolment_warnings(application),
    )


def claimed_condition(application: Application, policy: Policy) -> Condition | None:
    """The condition claimed, None where this candidate cannot claim it (R3.1, R3.2)."""
    offered = conditions_for(
        application.unit, application.level, application.candidate_type, policy
    )
    return next((one for one in offered if one.id == application.condition), None)


def window_findings(batch: BatchFacts, now: datetime) -> Iterator[Finding]:
    """Whether registration has begun and is still open (R4.3)."""
    if now < batch.opens_at:
        yield Finding("window-not-open", "R4.3", {"opens": office_day(batch.opens_at)})
    yield from close_findings(batch.closes_at, now)


def stamped_findings(
    state: RegistrationState, upload: PictureFacts, closes_at: datetime, now: datetime
) -> tuple[Finding, ...]:
    """Everything that forbids taking the stamped form: its time, its registration, the file (R5.4)."""
    return (
        *close_findings(closes_at, now),
        *_state_findings(state),
        *stamped_form_findings(upload),
    )


def close_findings(closes_at: datetime, now: datetime) -> Iterator[Finding]:
    if now >= closes_at:
        yield Finding("window-closed", "R4.3", {"last": office_day(closes_at) - DAY})


def _state_findings(state: RegistrationState) -> Iterator[Finding]:
    if state is not RegistrationState.SUBMITTED:
        yield Finding("registration-not-submitted", "R5.4", {"state": str(state)})


def _seat_findings(*, already_registered: bool, seats_left: int) -> Iterator[Finding]:
    if already_registered:
        yield Finding("already-registered", "R5.2")
    if seats_left <= 0:
        yield Finding("batch-full", "R4.6", box="level")


def _choice_findings(
    application: Application, batch: BatchFacts, policy: Policy
) -> Iterator[Finding]:
    """Whether the batch examines this type of candidate in this trade and level (R4.5, R4.6)."""
    unit, level = application.unit, application.level
    if application.candidate_type is not batch.candidate_type:
        args = {"wanted": str(batch.candidate_type), "given": str(application.candidate_type)}
        yield Finding("wrong-candidate-type", "R4.5", args, box="candidate_type")
    yield from closed(unit, level, policy)
    offered = {item.level for item in batch.items if item.unit.key == unit.key}
    if not offered:
        yield Finding("trade-not-offered", "R4.6", {"unit": unit.name}, box="trade")
    elif level not in offered:
        names: dict[str, object] = {"unit": unit.name, "level": level_name(level, unit)}
        yield Finding("level-not-offered", "R4.6", names, box="level")


def _person_findings(
    application: Application, exam_date: date, policy: Policy
) -> Iterator[Finding]:
    yield from (
        Finding(f"{box.replace('_', '-')}-missing", "R5.1", box=box)
        for box, answer in _obligatory(application)
        if not answer
    )
    of_age_on = add_years(application.born, policy.min_age)
    if of_age_on > exam_date:
        args = {"years": policy.min_age, "on": of_age_on}
        yield Finding("under-age", "R3.3", args, box="id_number")
    if application.phone.strip():
        yield from _phone_findings(application, policy)


def _obligatory(application: Application) -> Iterator[tuple[str, object]]:
    """The boxes nobody of this type may leave empty, with their answers."""
    yield "name", application.name.strip()
    yield "phone", application.phone.strip()
    match application.candidate_type:
        case CandidateType.STUDENT:
            yield "school", application.school.strip()
            yield "education", application.education
            yield "enrolled_on", application.enrolled_on
            yield "major", application.major.strip()
        case CandidateType.EMPLOYED:
            yield "employer", application.employer.strip()
            yield "work", application.work
        case CandidateType.SOCIAL:
            pass
        case unknown:
            assert_never(unknown)


def _phone_findings(application: Application, policy: Policy) -> Iterator[Finding]:
    try:
        read_phone(application.phone, landline=application.candidate_type in policy.landline_for)
    except Refused as refused:
        yield replace(refused.finding, box="phone")


def _history_findings(application: Application, today: date) -> Iterator[Finding]:
    yield from work_findings(application.work, application.born, today)
    if not application.is_student:
        return
    yield from study_findings(application.study, application.school, application.born, today)
    if application.enrolled_on is None:
        return
    if application.enrolled_on > today:
        yield Finding("enrolled-in-future", "R3.4", box="enrolled_on")
    if application.enrolled_on < add_years(application.born, YOUNGEST_STUDENT):
        yield Finding("enrolled-too-young", "R3.4", {"years": YOUNGEST_STUDENT}, box="enrolled_on")


def _enrolment_warnings(application: Application) -> Iterator[Finding]:
    """The last school of the history should begin in the month of enrolment (R3.4, G§4.3(3))."""
    enrolled = application.enrolled_on
    if not (application.is_student and enrolled and application.study):
        return
    since = max(entry.since for entry in application.study)
    if (since.year, since.month) != (enrolled.year, enrolled.month):
        args = {"enrolled": month_of(enrolled), "since": month_of(since)}
        yield Finding("enrolment-differs-from-study", "R3.4", args, box="enrolled_on")


def _condition_findings(
    application: Application, exam_date: date, policy: Policy
) -> Iterator[Finding]:
    """What plainly fails the condition claimed; what only needs proof is the reviewer's (R3.1)."""
    if closed(application.unit, application.level, policy):
        return
    condition = claimed_condition(application, policy)
    if condition is None:
        yield Finding("condition-not-available", "R3.1", box="condition")
        return
    missing = judge(condition, application.profile(), exam_date, policy).missing
    # The age floor is the same for every condition and has its own finding.
    yield from (result.finding for result in missing if not isinstance(result.need, OfAge))


def _material_findings(application: Application, policy: Policy) -> Iterator[Finding]:
    wanted = required(
        application.candidate_type,
        claimed_condition(application, policy),
        has_employer=bool(application.employer.strip()),
        policy=policy,
    )
    for material in Material:
        if material in wanted - application.materials:
            args = {"material": str(material)}
            yield Finding("material-missing", "R4.5", args, box=str(material))
