"""Papers on their way: which desks an application passes, and what each desk may do with it (R4.10)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from rules.catalogue import Programme
from rules.roles import STATION_STAFF, Action, Role, Roles


class PaperKind(StrEnum):
    """What is applied for; the form that files it has the same name."""

    STATION_APPLICATION = "station_application"
    """考试站申报 (R2.3)"""
    LICENCE_CHANGE = "licence_change"
    """增减项 (R1.7)"""
    EXAMINER_APPLICATION = "examiner_application"
    """考评员申报 (R2.4)"""
    ANNUAL_REVIEW = "annual_review"
    """年审 (R1.7)"""
    ANNUAL_PLAN = "annual_plan"
    """年度计划 (R4.1)"""
    PLAN_SUMMARY = "plan_summary"
    """汇总申报年度计划表 (R9.3)"""
    BATCH = "batch"
    """批次申请 (R4.11)"""
    RESCHEDULE = "reschedule"
    """调整考试时间 (R4.7)"""
    RESULTS = "results"
    """提交成绩 (R7.5)"""
    CERTIFICATE_APPLICATION = "certificate_application"
    """证书核发申请 (R7.6)"""


class Desk(StrEnum):
    """Where a paper can lie, in the order papers travel: upwards."""

    DEPARTMENT = "department"
    """部门意见, of the applicant's own institution (R2.4)"""
    UNIT = "unit"
    """单位意见, of the applicant's own institution (R2.4)"""
    BRANCH = "branch"
    """省级分支机构, in the skill-level programme only (R1.1)"""
    MANAGEMENT_STATION = "management_station"
    """二级机构: the management station or another body of the second tier"""
    CENTRE = "centre"
    """指导中心"""


class PaperState(StrEnum):
    """How far a paper has come."""

    WAITING = "waiting"
    RETURNED = "returned"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


UNDER_WAY = (PaperState.WAITING, PaperState.RETURNED)


class DecisionKind(StrEnum):
    """What is done with a paper: by the applicant the first two and the last, by a desk the others."""

    FILE = "file"
    RESUBMIT = "resubmit"
    FORWARD = "forward"
    """Agreed here, on to the next desk"""
    APPROVE = "approve"
    """Agreed by the last desk"""
    RETURN = "return"
    REJECT = "reject"
    WITHDRAW = "withdraw"


Chain = tuple[Desk, ...]

_SECOND_TIER_AND_CENTRE = (Desk.MANAGEMENT_STATION, Desk.CENTRE)
OWN_DESKS = (Desk.DEPARTMENT, Desk.UNIT)
"""Where the applicant's own institution gives its opinion (R2.4)."""
_BY_MANAGEMENT_STATION = (Desk.MANAGEMENT_STATION,)

CHAINS: Mapping[tuple[PaperKind, Programme | None], Chain] = MappingProxyType(
    {
        (PaperKind.STATION_APPLICATION, None): _SECOND_TIER_AND_CENTRE,
        (PaperKind.LICENCE_CHANGE, None): _SECOND_TIER_AND_CENTRE,
        (PaperKind.EXAMINER_APPLICATION, None): (*OWN_DESKS, *_SECOND_TIER_AND_CENTRE),
        (PaperKind.ANNUAL_REVIEW, None): _BY_MANAGEMENT_STATION,
        (PaperKind.ANNUAL_PLAN, None): _BY_MANAGEMENT_STATION,
        (PaperKind.PLAN_SUMMARY, None): (Desk.CENTRE,),
        (PaperKind.BATCH, Programme.CAPABILITY): _BY_MANAGEMENT_STATION,
        (PaperKind.BATCH, Programme.SKILL_LEVEL): (Desk.BRANCH, *_SECOND_TIER_AND_CENTRE),
        (PaperKind.RESCHEDULE, None): _BY_MANAGEMENT_STATION,  # R4.7
        (PaperKind.RESULTS, Programme.CAPABILITY): _BY_MANAGEMENT_STATION,
        (PaperKind.RESULTS, Programme.SKILL_LEVEL): (Desk.BRANCH, *_SECOND_TIER_AND_CENTRE),
        (PaperKind.CERTIFICATE_APPLICATION, None): (Desk.CENTRE,),  # R7.6
    }
)
"""R4.10. Programme None: the same in both. The applicant's signature is the filing, not a desk."""

FILED_BY: Mapping[PaperKind, Roles] = MappingProxyType(
    {
        PaperKind.STATION_APPLICATION: frozenset({Role.APPLICANT_UNIT}),  # R2.1
        PaperKind.LICENCE_CHANGE: STATION_STAFF,
        PaperKind.EXAMINER_APPLICATION: STATION_STAFF | {Role.APPLICANT_UNIT},  # R2.1
        PaperKind.ANNUAL_REVIEW: STATION_STAFF,
        PaperKind.ANNUAL_PLAN: STATION_STAFF,
        PaperKind.PLAN_SUMMARY: frozenset({Role.MANAGEMENT_OFFICER}),
        PaperKind.BATCH: STATION_STAFF,
        PaperKind.RESCHEDULE: STATION_STAFF,
        PaperKind.RESULTS: STATION_STAFF,
        PaperKind.CERTIFICATE_APPLICATION: frozenset({Role.MANAGEMENT_OFFICER}),
    }
)
"""Who files, resubmits and withdraws, at their own institution."""

ACTION_AT: Mapping[Desk, Action] = MappingProxyType(
    {
        Desk.DEPARTMENT: Action.GIVE_DEPARTMENT_OPINION,
        Desk.UNIT: Action.GIVE_UNIT_OPINION,
        Desk.BRANCH: Action.DECIDE_AT_BRANCH,
        Desk.MANAGEMENT_STATION: Action.DECIDE_AT_MANAGEMENT_STATION,
        Desk.CENTRE: Action.DECIDE_AT_CENTRE,
    }
)


@dataclass(frozen=True, slots=True)
class ReplacedChain:
    """⚙ Another chain for papers filed from a day on; those on their way keep theirs.

    `programme` is empty where the kind's chain is the same in both.
    """

    kind: PaperKind
    programme: str
    desks: Chain

    def __post_init__(self) -> None:
        programme = Programme(self.programme) if self.programme else None
        if (self.kind, programme) not in CHAINS:
            raise ValueError(f"{self.kind} has no chain of programme {self.programme!r}")
        if not self.desks or list(self.desks) != sorted(set(self.desks), key=list(Desk).index):
            raise ValueError("desks stand in the order papers travel, each once")
        if self.desks[-1] in OWN_DESKS:
            raise ValueError("an institution does not approve its own paper")
        if Desk.BRANCH in self.desks and programme is not Programme.SKILL_LEVEL:
            raise ValueError("a branch sees the skill-level programme only")


def chain_of(
    kind: PaperKind, programme: Programme | None, replaced: Iterable[ReplacedChain] = ()
) -> Chain:
    """The desks a new paper of this kind passes, first to last; the last replacement counts.

    KeyError for a kind whose chain depends on the programme, where none is given.
    """
    key = (kind, programme) if (kind, programme) in CHAINS else (kind, None)
    chain = CHAINS[key]
    for one in replaced:
        if (one.kind, one.programme) == (kind, key[1] or ""):
            chain = one.desks
    return chain


def choices(chain: Chain, desk: Desk) -> tuple[DecisionKind, ...]:
    """What a desk may do with a paper lying there: only the last one approves."""
    agree = DecisionKind.APPROVE if desk is chain[-1] else DecisionKind.FORWARD
    return (agree, DecisionKind.RETURN, DecisionKind.REJECT)


def outcome(chain: Chain, desk: Desk, decision: DecisionKind) -> tuple[PaperState, Desk]:
    """The state and desk after a desk's decision; ValueError for what it may not do."""
    if decision not in choices(chain, desk):
        raise ValueError(f"{desk} cannot {decision}")
    match decision:
        case DecisionKind.FORWARD:
            return PaperState.WAITING, chain[chain.index(desk) + 1]
        case DecisionKind.APPROVE:
            return PaperState.APPROVED, desk
        case DecisionKind.RETURN:
            return PaperState.RETURNED, desk
        case _:
            return PaperState.REJECTED, desk


WHOLE_PAPER = ""
"""In place of a box: the reason is about the paper as a whole."""


def desk_after_return(
    chain: Chain, returned_by: Desk, *, named: Collection[str], changed: Collection[str]
) -> Desk:
    """Where a corrected paper goes on: to the desk that returned it, for those before have agreed.

    ▶ They agreed to the rest as it stood: a change in a box nobody had named brings the paper before
    the first desk again. A reason about the whole paper names every box.
    """
    asked_for = WHOLE_PAPER in named or set(changed) <= set(named)
    return returned_by if asked_for else chain[0]


def claim_holds(claimed_at: datetime, now: datetime, hours: int) -> bool:
    """Whether an officer who took a paper still has it to himself (⚙ hours of office time)."""
    return now < claimed_at + timedelta(hours=hours)
