"""Evaluation reports (考评报告): who files them, who has a say, and when one stands (R7.2)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from rules.catalogue import Level, Unit, level_name
from rules.exam_papers import ExamPart
from rules.findings import Finding
from rules.results import Figures


class OpinionKind(StrEnum):
    """What an examiner says to the report of the leader."""

    CONFIRM = "confirm"
    """确认"""
    SUPPLEMENT = "supplement"
    """补充: agreed, with something to add."""
    OBJECT = "object"
    """反对: blocks until the leader revises or the management station overrules."""


class Remark(StrEnum):
    """What the leader says of the exam beside its figures; nothing where it went as it should."""

    UNSEALING = "unsealing"
    """试卷签收与拆封情况"""
    ROOMS = "rooms"
    """考场与设备、工量具情况"""
    SCORING = "scoring"
    """评分执行情况"""
    INCIDENTS = "incidents"
    """违纪与异常及处理"""


class ReportState(StrEnum):
    """How the report of one item stands."""

    EARLY = "early"
    """The scores are not complete and confirmed."""
    DUE = "due"
    """The leader has to file it."""
    OUTDATED = "outdated"
    """Scores changed after it was filed: the leader has to file it anew."""
    OBJECTED = "objected"
    PENDING = "pending"
    """Not every examiner has spoken."""
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFacts:
    """A paper of the exam with its checksum, and who signed for it when (R4.7)."""

    part: ExamPart
    digest: str
    signed: tuple[tuple[str, datetime], ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContent:
    """Everything a version says, kept as it was when it was filed."""

    leader: str = field(repr=False)
    examiners: tuple[str, ...] = field(repr=False)
    """The others of the team."""
    figures: Figures
    papers: tuple[PaperFacts, ...]
    remarks: Mapping[Remark, str] = field(repr=False)
    advice: str = field(repr=False)
    """意见和建议"""
    changed: str = field(repr=False)
    """What is other than in the version before; empty on the first."""


@dataclass(frozen=True, slots=True)
class Said:
    """An opinion on the version that counts."""

    kind: OpinionKind
    overruled: bool = False

    @property
    def blocks(self) -> bool:
        return self.kind is OpinionKind.OBJECT and not self.overruled


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFacts:
    """One item of a batch with its report, as far as there is one."""

    scored: bool
    filed: bool
    up_to_date: bool
    """Whether the figures of the report are still those of the scores."""
    wanted: frozenset[int]
    """The people whose opinion is asked."""
    said: Mapping[int, Said]

    @property
    def objections(self) -> int:
        return sum(one.blocks for one in self.said.values())

    @property
    def awaited(self) -> frozenset[int]:
        """Who has not spoken yet."""
        return self.wanted - self.said.keys()


def state_of(item: ItemFacts) -> ReportState:
    """An objection weighs more than an opinion that is missing; figures that changed more than both."""
    if not item.scored:
        return ReportState.EARLY
    if not item.filed:
        return ReportState.DUE
    if not item.up_to_date:
        return ReportState.OUTDATED
    if item.objections:
        return ReportState.OBJECTED
    return ReportState.PENDING if item.awaited else ReportState.CONFIRMED


def gap_findings(unit: Unit, level: Level, item: ItemFacts) -> Iterator[Finding]:
    """What keeps the report of an item from standing (R7.5)."""
    state, told = state_of(item), {"trade": unit.name, "level": level_name(level, unit)}
    match state:
        case ReportState.EARLY | ReportState.DUE:
            yield Finding("report-missing", "R7.5", told)
        case ReportState.OUTDATED:
            yield Finding("report-outdated", "R7.2", told)
        case ReportState.OBJECTED:
            yield Finding("report-objected", "R7.2", {**told, "count": item.objections})
        case ReportState.PENDING:
            yield Finding("report-unconfirmed", "R7.5", {**told, "count": len(item.awaited)})
        case ReportState.CONFIRMED:
            pass
