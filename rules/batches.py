"""A batch as it is applied for: plan lines, dates, team, licence, all reasons at once (R4.1–R4.6, R4.9, R4.11)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from rules.candidates import CandidateType
from rules.catalogue import (
    MACHINERY_OCCUPATIONS,
    Level,
    Programme,
    Unit,
    level_name,
    machinery_class,
)
from rules.deadlines import (
    OFFICE,
    application_findings,
    closes_at,
    exam_date,
    papers_open_at,
    resubmission_keeps_date,
)
from rules.eligibility import closed
from rules.examiners import ExaminerKind, UnitKey, entitled
from rules.findings import Finding
from rules.licences import Permit, activity_findings, scope_findings
from rules.plans import LINE_HOLDS
from rules.policy import Policy
from rules.regions import lies_in
from rules.years import DAY

TEAM_LEAST = 3
"""R4.4: distinct examiners of an item, the leader included."""


@dataclass(frozen=True, slots=True)
class Windows:
    """What follows from the two days of a batch (R4.3, R4.7, R4.11)."""

    exam_on: date
    closes_at: datetime
    """The first moment at which registration, roster and papers are closed."""
    papers_from: datetime
    """The first moment at which the papers may be signed for."""

    @property
    def last_day(self) -> date:
        """Registration, roster and papers until its midnight."""
        return self.closes_at.date() - DAY


def windows(theory_on: date, practice_on: date) -> Windows:
    exam = exam_date(theory_on, practice_on)
    return Windows(exam, closes_at(exam), papers_open_at(exam))


def begins_at(theory: tuple[date, str], practice: tuple[date, str]) -> datetime:
    """When the exam begins, from each part's day and hour (`09:00`): papers are signed for until then (R4.7)."""
    day, hour = min(theory, practice)
    return datetime.combine(day, time.fromisoformat(hour), OFFICE)


@dataclass(frozen=True, slots=True)
class LineFacts:
    """A line of an approved annual plan (R4.1)."""

    id: int
    station: str
    unit: UnitKey
    level: Level
    free: bool
    """Whether no other item uses it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessor:
    """Somebody of the register, where nobody stands untrained (R2.6)."""

    person: int
    called: str
    """For a reason: the name masked, and the number in the register."""
    station: str
    kind: ExaminerKind
    trades: tuple[UnitKey, ...]
    appointed_on: date
    last_day: date
    """Of the appointment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedItem:
    """A trade and level on its line, and who assesses it; of the team the leader stands first.

    The number planned was an estimate: what counts is what a line holds (R4.1).
    """

    unit: Unit
    level: Level
    people: int
    line: LineFacts | None = None
    has_leader: bool = False
    team: tuple[Assessor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedBatch:
    """The application as the rules judge it. One type of candidates (R4.5), one programme (R1.2)."""

    station: str
    programme: Programme
    candidate_type: CandidateType
    theory_on: date
    practice_on: date
    applied_on: date
    """The day the thirty days count from (R4.2)."""
    items: tuple[AppliedItem, ...]
    venue: str = ""
    contact: str = field(default="", repr=False)

    @property
    def exam_on(self) -> date:
        return exam_date(self.theory_on, self.practice_on)

    @property
    def last_on(self) -> date:
        return max(self.theory_on, self.practice_on)


def findings(batch: AppliedBatch, permit: Permit | None, policy: Policy) -> tuple[Finding, ...]:
    """Everything that stands against the application, at once (R4.9)."""
    found = (
        *entry_findings(batch),
        *machinery_findings(item.unit for item in batch.items),
        *_lines_used_twice(batch),
        *(
            f
            for n, item in enumerate(batch.items, 1)
            for f in item_findings(batch, n, item, policy)
        ),
        *licence_findings(batch, permit),
        *_venue_findings(batch, permit),
    )
    # Several lines of one trade and level may lack the same thing.
    return tuple({(f.key, *map(str, f.args.items())): f for f in found}.values())


def entry_findings(batch: AppliedBatch) -> Iterator[Finding]:
    """What not even the office itself may enter (R1.2, R1.3, R4.1, R4.2)."""
    yield from application_findings(batch.applied_on, batch.exam_on)
    if not batch.items:
        yield Finding("batch-without-lines", "R4.1", box="items")
    for item in batch.items:
        args = {"unit": item.unit.name, "level": level_name(item.level, item.unit)}
        if item.unit.programme is not batch.programme:
            yield Finding("programmes-mixed", "R1.2", args, box="items")
        if not item.unit.offers(item.level):
            yield Finding("level-not-in-unit", "R1.3", args, box="items")
        if not 1 <= item.people <= LINE_HOLDS:
            size = {**args, "people": item.people, "most": LINE_HOLDS}
            yield Finding("line-size", "R4.1", size, box="items")
        if item.line and not _stands_on(batch, item, item.line):
            yield Finding("plan-line-unfit", "R4.1", args, box="items")


def item_findings(
    batch: AppliedBatch, n: int, item: AppliedItem, policy: Policy
) -> Iterator[Finding]:
    """What is wrong with the n-th item: its line, its level, its team."""
    args = {"unit": item.unit.name, "level": level_name(item.level, item.unit)}
    if item.line is None:
        yield Finding("plan-line-missing", "R4.1", args, box="items")
    elif not item.line.free:
        yield Finding("plan-line-used", "R4.1", box="items")
    if item.unit.offers(item.level):
        yield from (replace(f, box="items") for f in closed(item.unit, item.level, policy))
    yield from team_findings(batch, n, item)


def team_findings(batch: AppliedBatch, n: int, item: AppliedItem) -> Iterator[Finding]:
    """One leader and three distinct examiners, and who of them is missing what (R4.4)."""
    args = {"item": n, "trade": item.unit.name, "level": level_name(item.level, item.unit)}
    if not item.has_leader:
        yield Finding("team-without-leader", "R4.4", args, box="items")
    has = len({one.person for one in item.team})
    if has < TEAM_LEAST:
        yield Finding(
            "team-too-few", "R4.4", {**args, "has": has, "least": TEAM_LEAST}, box="items"
        )
    for one in item.team:
        yield from assessor_findings(batch, one, item.unit, item.level)


def assessor_findings(
    batch: AppliedBatch, one: Assessor, unit: Unit, level: Level
) -> Iterator[Finding]:
    """Of this station, appointed on both days, for the trade, entitled to the level (R4.4, R2.5)."""
    who = {"who": one.called}
    if one.station != batch.station:
        yield Finding("team-other-station", "R4.4", who, box="items")
    if one.appointed_on > batch.exam_on:
        yield Finding("team-not-yet", "R4.4", {**who, "since": one.appointed_on}, box="items")
    if one.last_day < batch.last_on:
        yield Finding("team-expired", "R4.4", {**who, "until": one.last_day}, box="items")
    if unit.key not in one.trades:
        yield Finding("team-other-trade", "R4.4", {**who, "trade": unit.name}, box="items")
    elif not entitled(one.kind, one.trades, unit.key, level):
        args = {**who, "trade": unit.name, "level": level_name(level, unit)}
        yield Finding("team-level", "R2.5", args, box="items")


def may_assess(one: Assessor, unit: Unit, level: Level, first: date, last: date) -> bool:
    """Whether somebody can be put on a team that examines from the first to the last of these days."""
    appointed = one.appointed_on <= first and last <= one.last_day
    return appointed and entitled(one.kind, one.trades, unit.key, level)


def licence_findings(batch: AppliedBatch, permit: Permit | None) -> Iterator[Finding]:
    """The licence holds on both days and covers every trade and level (R1.7)."""
    if permit is None:
        yield Finding("no-licence", "R1.7")
        return
    for day in dict.fromkeys((batch.theory_on, batch.practice_on)):
        yield from activity_findings(permit, day)
    for item in batch.items:
        yield from scope_findings(permit, item.unit, item.level)


def machinery_findings(units: Iterable[Unit]) -> Iterator[Finding]:
    """工程机械: a batch stays within one of the classes; a type without one stands alone (R1.4)."""
    classes = dict.fromkeys(
        machinery_class(unit) or unit.name
        for unit in units
        if unit.occupation_code in MACHINERY_OCCUPATIONS
    )
    if len(classes) > 1:
        args = {"classes": "、".join(classes)}
        yield Finding("batch-machinery-classes", "R1.4", args, box="items")


def counts_from(
    first: date, returned_on: date, today: date, *, exam_unchanged: bool, policy: Policy
) -> date:
    """The day the thirty days of a corrected application count from (R4.2)."""
    keeps = resubmission_keeps_date(
        returned_on, today, exam_unchanged=exam_unchanged, within_days=policy.resubmit_days
    )
    return first if keeps else today


def opening_findings(of: Windows, now: datetime) -> Iterator[Finding]:
    """A batch is not opened when its registration would be closed already (R4.3)."""
    if now >= of.closes_at:
        args = {"last_day": of.last_day, "exam": of.exam_on}
        yield Finding("batch-closed-before-open", "R4.3", args)


def _lines_used_twice(batch: AppliedBatch) -> Iterator[Finding]:
    """A line is used once (R4.1)."""
    seen: set[int] = set()
    for n, item in enumerate(batch.items, start=1):
        if item.line and item.line.id in seen:
            args = {"item": n, "trade": item.unit.name, "level": level_name(item.level, item.unit)}
            yield Finding("plan-line-twice", "R4.1", args, box="items")
        seen |= {item.line.id} if item.line else set()


def _stands_on(batch: AppliedBatch, item: AppliedItem, line: LineFacts) -> bool:
    return (line.station, line.unit, line.level) == (batch.station, item.unit.key, item.level)


def _venue_findings(batch: AppliedBatch, permit: Permit | None) -> Iterator[Finding]:
    if not batch.venue.strip():
        yield Finding("batch-venue-missing", "R4.11", box="venue")
    elif permit and not lies_in(batch.venue, permit.region):
        args = {"region": permit.region}
        yield Finding("venue-outside-licence", "R4.11", args, box="venue")
    if not batch.contact.strip():
        yield Finding("batch-contact-missing", "R4.11", box="contact")
