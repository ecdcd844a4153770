"""Examiners and managers: who may become one (R2.4, R2.5) and what they may assess."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rules.candidates import Title
from rules.catalogue import INDUSTRIAL_ENGINEERING, Level, Programme
from rules.findings import Finding
from rules.roles import Role
from rules.years import add_years

UnitKey = tuple[Programme, str]

MOST_TRADES = 3
"""R2.4: 限三个."""
YEARS_AS_EXAMINER = 1
"""R2.5: before somebody becomes 高级考评员."""


class ExaminerKind(StrEnum):
    """参加培训项目, in printed order; the values are those of the roles they lead to."""

    SENIOR_EXAMINER = "senior_examiner"
    """高级考评员"""
    EXAMINER = "examiner"
    """考评员"""
    EXAM_MANAGER = "exam_manager"
    """管理人员"""

    @property
    def role(self) -> Role:
        return Role(self.value)

    @property
    def assesses(self) -> bool:
        """Whether it is appointed for trades; a manager assesses nobody."""
        return self is not ExaminerKind.EXAM_MANAGER


class ManagerPost(StrEnum):
    """Who may become 管理人员 (R2.5)."""

    PERSONNEL_HEAD = "personnel_head"
    """人力资源管理部门主要负责人"""
    TRAINING_HEAD = "training_head"
    """教育及培训部门主要负责人"""
    EXAM_AFFAIRS = "exam_affairs"
    """从事考务管理相关人员"""


class Proof(StrEnum):
    """What is handed in beside the photo (R2.5); each is the box of that name."""

    SKILL_PROOF = "skill_proof"
    TITLE_PROOF = "title_proof"
    EXAMINER_PROOF = "examiner_proof"
    """One year as 考评员"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExaminerApplication:
    """The form as the rules judge it; what was not said is None or empty."""

    kind: ExaminerKind
    trades: tuple[UnitKey, ...] = ()
    skill: Level | None = None
    """The highest skill level held; 3 is 高级工, 1 is 高级技师."""
    title: Title | None = None
    examiner_since: date | None = None
    manages: ManagerPost | None = None
    conduct: bool = False
    """The code of conduct was declared."""
    proofs: frozenset[Proof] = frozenset()


def application_findings(application: ExaminerApplication, on: date) -> tuple[Finding, ...]:
    """Everything that stands against the application on that day (R2.4, R2.5, R4.9)."""
    return (
        *_qualification_findings(application, on),
        *_trade_findings(application),
        *_proof_findings(application),
        *(() if application.conduct else (Finding("conduct-needed", "R2.5", box="conduct"),)),
    )


def qualifies(kind: ExaminerKind, skill: Level | None, title: Title | None) -> bool:
    """Whether skill or title is high enough; a manager needs neither (R2.5)."""
    match kind:
        case ExaminerKind.EXAMINER:
            least_skill, least_title = Level.THREE, Title.INTERMEDIATE
        case ExaminerKind.SENIOR_EXAMINER:
            least_skill, least_title = Level.ONE, Title.SENIOR
        case ExaminerKind.EXAM_MANAGER:
            return True
    skilled = skill is not None and skill <= least_skill
    return skilled or (title is not None and title.at_least(least_title))


def senior_from(examiner_since: date) -> date:
    """The first day on which an 考评员 of that date may apply as 高级考评员 (R2.5)."""
    return add_years(examiner_since, YEARS_AS_EXAMINER)


def may_assess(kind: ExaminerKind, level: Level, unit_code: str) -> bool:
    """R2.5: 考评员 levels 5 to 3, 高级考评员 also 2 and 1.

    Of JX02-07-01, whose 3, 2, 1 are 初级, 中级, 高级, a 考评员 may assess all three.
    """
    match kind:
        case ExaminerKind.EXAM_MANAGER:
            return False
        case ExaminerKind.SENIOR_EXAMINER:
            return True
        case ExaminerKind.EXAMINER:
            return level >= Level.THREE or unit_code == INDUSTRIAL_ENGINEERING


def entitled(kind: ExaminerKind, trades: tuple[UnitKey, ...], unit: UnitKey, level: Level) -> bool:
    """Whether somebody appointed for these trades may assess that one at that level (R4.4)."""
    return unit in trades and may_assess(kind, level, unit[1])


def _qualification_findings(application: ExaminerApplication, on: date) -> Iterator[Finding]:
    kind = application.kind
    if not qualifies(kind, application.skill, application.title):
        yield Finding("examiner-not-qualified", "R2.5", {"kind": str(kind)}, box="skill_level")
    if kind is ExaminerKind.SENIOR_EXAMINER:
        since = application.examiner_since
        if since is None:
            yield Finding("examiner-since-missing", "R2.5", box="examiner_since")
        elif on < senior_from(since):
            args = {"from": senior_from(since)}
            yield Finding("senior-too-soon", "R2.5", args, box="examiner_since")
    if kind is ExaminerKind.EXAM_MANAGER and application.manages is None:
        yield Finding("manager-post-missing", "R2.5", box="manages")


def _trade_findings(application: ExaminerApplication) -> Iterator[Finding]:
    trades = application.trades
    if application.kind.assesses and not trades:
        yield Finding("examiner-trades-missing", "R2.4", box="trades")
    if len(trades) > MOST_TRADES:
        yield Finding("examiner-trades-too-many", "R2.4", {"most": MOST_TRADES}, box="trades")
    if len(set(trades)) < len(trades):
        yield Finding("examiner-trade-twice", "R2.4", box="trades")


def _proof_findings(application: ExaminerApplication) -> Iterator[Finding]:
    wanted = {
        Proof.SKILL_PROOF: application.skill is not None,
        Proof.TITLE_PROOF: application.title is not None,
        Proof.EXAMINER_PROOF: application.kind is ExaminerKind.SENIOR_EXAMINER,
    }
    for proof, needed in wanted.items():
        if needed and proof not in application.proofs:
            yield Finding("proof-missing", "R2.5", {"proof": str(proof)}, box=str(proof))
