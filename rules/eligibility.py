"""Who may apply for which level, and why: every condition with met, not met or needs proof (R3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rules.candidates import CandidateType
from rules.catalogue import Level, Unit, level_name
from rules.conditions import Condition, national_conditions, school_set
from rules.findings import Finding
from rules.needs import BornInRange, Case, InSchool, Need
from rules.policy import Policy
from rules.profile import Profile


class Verdict(StrEnum):
    """How a need, a condition or a level stands on the exam date (R3.5)."""

    MET = "met"
    NEEDS_PROOF = "needs-proof"
    """Met by what the candidate says; the reviewer has to confirm it."""
    NOT_MET = "not-met"


@dataclass(frozen=True, slots=True)
class NeedResult:
    """How one need stands; `finding` is its text, its figures and the clause it comes from."""

    need: Need
    verdict: Verdict
    finding: Finding
    opens_on: date | None
    """Of a need not met: the first day it will be; None if it does not come with time."""


@dataclass(frozen=True, slots=True)
class ConditionResult:
    """How one condition stands: as its weakest need."""

    condition: Condition
    needs: tuple[NeedResult, ...]

    @property
    def verdict(self) -> Verdict:
        return max((result.verdict for result in self.needs), key=list(Verdict).index)

    @property
    def missing(self) -> tuple[NeedResult, ...]:
        """The needs not met."""
        return tuple(result for result in self.needs if result.verdict is Verdict.NOT_MET)

    @property
    def opens_on(self) -> date | None:
        """The first exam date it will be met on, None if it is met or lacks more than time."""
        days = [result.opens_on for result in self.missing]
        return max((day for day in days if day), default=None) if all(days) else None


@dataclass(frozen=True, slots=True)
class Explanation:
    """The whole answer about one level (R3.5)."""

    level: Level
    closed: tuple[Finding, ...]
    """Why nobody can claim this level now; empty where it is open."""
    conditions: tuple[ConditionResult, ...]
    warnings: tuple[Finding, ...]
    """For the reviewer; they never block (R3.2, R3.3, R3.4)."""
    nearest: Level | None
    """The highest level of the unit that is open to the candidate on the exam date."""

    @property
    def verdict(self) -> Verdict:
        return _best(self.conditions)

    @property
    def opens_on(self) -> date | None:
        """The first exam date the level opens on; None if it is open or lacks more than time.

        What else is lacking stands in the `missing` needs of each condition.
        """
        if self.verdict is not Verdict.NOT_MET:
            return None
        return min((day for result in self.conditions if (day := result.opens_on)), default=None)


def conditions_for(
    unit: Unit, level: Level, candidate_type: CandidateType, policy: Policy
) -> tuple[Condition, ...]:
    """What a candidate may claim, in printed order; empty where the level is closed.

    For students the school set is the condition, where one is printed; with
    `also_national_condition` it is claimed together with one of the ordinary list (R3.2).
    """
    if closed(unit, level, policy):
        return ()
    national = national_conditions(unit.code, level)
    school = school_set(unit.code, level) if candidate_type is CandidateType.STUDENT else None
    if school is None:
        return national
    if policy.also_national_condition:
        return tuple(school & condition for condition in national)
    return (school,)


def closed(unit: Unit, level: Level, policy: Policy) -> tuple[Finding, ...]:
    """Why nobody can claim this level of this unit now, whatever the candidate brings."""
    if not unit.complete:
        return (Finding("unit-incomplete", "R1.5", {"unit": unit.code}, box="trade"),)
    args = {"unit": unit.name, "level": level_name(level, unit)}
    if level not in unit.levels:
        return (Finding("level-not-in-unit", "R1.3", args, box="level"),)
    if level not in policy.open_levels or not national_conditions(unit.code, level):
        return (Finding("level-closed", "R3.1", args, box="level"),)
    return ()


def judge(
    condition: Condition, profile: Profile, exam_date: date, policy: Policy
) -> ConditionResult:
    """How one condition stands on the exam date."""
    confirmed = Case.as_confirmed(profile, policy)
    claimed = Case.as_claimed(profile, policy)

    def result(need: Need) -> NeedResult:
        finding = Finding(need.key, condition.clause, need.args(claimed), box=need.box)
        sure, said = need.holds_from(confirmed), need.holds_from(claimed)
        if sure and sure <= exam_date:
            return NeedResult(need, Verdict.MET, finding, None)
        if said and said <= exam_date:
            return NeedResult(need, Verdict.NEEDS_PROOF, finding, None)
        return NeedResult(need, Verdict.NOT_MET, finding, said)

    return ConditionResult(condition, tuple(map(result, condition.needs)))


def explain(
    profile: Profile,
    unit: Unit,
    level: Level,
    candidate_type: CandidateType,
    exam_date: date,
    policy: Policy,
) -> Explanation:
    """Every condition of the level and the nearest open one, on the exam date (R3.5)."""

    def judged(level: Level) -> tuple[ConditionResult, ...]:
        conditions = conditions_for(unit, level, candidate_type, policy)
        return tuple(judge(condition, profile, exam_date, policy) for condition in conditions)

    conditions = judged(level)
    open_now = (one for one in unit.levels if _best(judged(one)) is not Verdict.NOT_MET)
    return Explanation(
        level=level,
        closed=closed(unit, level, policy),
        conditions=conditions,
        warnings=warnings(conditions, candidate_type, policy),
        nearest=min(open_now, default=None),
    )


def warnings(
    conditions: Iterable[ConditionResult], candidate_type: CandidateType, policy: Policy
) -> tuple[Finding, ...]:
    """What the reviewer has to look at with a student; it never blocks (R3.2, R3.3, R3.4)."""
    if candidate_type is not CandidateType.STUDENT:
        return ()
    unproved = {
        result.need
        for condition in conditions
        for result in condition.needs
        if result.verdict is Verdict.NEEDS_PROOF
    }
    return (
        Finding("confirm-school-and-major", "R3.4", box="major"),
        Finding("confirm-enrolment-as-on-student-card", "R3.4", box="enrolled_on"),
        *(_birth_years_warning(need, policy) for need in unproved if isinstance(need, BornInRange)),
        *(
            Finding("confirm-practice", "R3.3", {"months": policy.practice_months}, need.box)
            for need in unproved
            if isinstance(need, InSchool)
        ),
    )


def _birth_years_warning(need: BornInRange, policy: Policy) -> Finding:
    """The range is missing, or printed the wrong way round (R3.2)."""
    args: dict[str, object] = {"level": need.level}
    if years := policy.birth_years(need.level):
        args |= {"first": years.first, "last": years.last}
        return Finding("birth-years-reversed", "R3.2", args, box=need.box)
    return Finding("birth-years-not-set", "R3.2", args, box=need.box)


def _best(results: Iterable[ConditionResult]) -> Verdict:
    """Any one condition suffices (R3.1)."""
    verdicts = [Verdict.NOT_MET, *(result.verdict for result in results)]
    return min(verdicts, key=list(Verdict).index)
