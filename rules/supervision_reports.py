"""Supervision reports (督导报告): the checklist, what must add up before one is filed, and what follows from it (R7.3)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from rules.deadlines import office_day
from rules.findings import Finding


class SupervisionLine(StrEnum):
    """What a supervisor looks at: the examiners first, then rooms, papers and order; each worded as it should be."""

    EXAMINERS_ON_TIME = "examiners_on_time"
    EXAMINERS_BADGES = "examiners_badges"
    IDENTITY_CHECKED = "identity_checked"
    NO_SUBSTITUTES = "no_substitutes"
    BELONGINGS_CHECKED = "belongings_checked"
    RULES_READ = "rules_read"
    ROOMS_PATROLLED = "rooms_patrolled"
    VIOLATIONS_NOTED = "violations_noted"
    STANDARD_APPLIED = "standard_applied"
    NO_CHEATING = "no_cheating"
    RECORD_KEPT = "record_kept"
    THEORY_SEATS = "theory_seats"
    PRACTICE_SITE = "practice_site"
    EQUIPMENT_READY = "equipment_ready"
    PAPERS_SEALED = "papers_sealed"
    ORDER_OF_EVENTS = "order_of_events"
    SAFETY = "safety"
    FEES = "fees"
    NUMBERS_SHOWN = "numbers_shown"


class LineVerdict(StrEnum):
    """The three taps of a line."""

    YES = "yes"
    NO = "no"
    NOT_APPLICABLE = "not_applicable"


class SupervisionConclusion(StrEnum):
    """总体结论."""

    NORMAL = "normal"
    CORRECTION = "correction"
    """需整改: at least one finding demands a correction."""
    INVALID = "invalid"
    """建议成绩无效: whoever approves the results is shown it."""


class ReportState(StrEnum):
    """How far a report has come."""

    FILED = "filed"
    """The management station has not decided."""
    RETURNED = "returned"
    """With a reason; the supervisor files it anew."""
    CONFIRMED = "confirmed"


COUNTING = frozenset({ReportState.FILED, ReportState.CONFIRMED})
"""A supervision has one such report at most; returned ones stay beside it as they were."""


class CorrectionState(StrEnum):
    """整改, from the confirmation of the report on."""

    OPEN = "open"
    """The station owes its reply; also when it was asked again."""
    ANSWERED = "answered"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Seen:
    """What was tapped at a line, and what was said to a no."""

    verdict: LineVerdict
    remark: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Fault:
    """发现问题: with what was done on the spot, and the correction demanded, where there is one."""

    what: str = field(repr=False)
    handled: str = field(default="", repr=False)
    demanded: str = field(default="", repr=False)
    due_on: date | None = None

    @property
    def is_demand(self) -> bool:
        return bool(self.demanded)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRecord:
    """The report as filed; moments are office time, counts are people."""

    arrived_at: datetime
    left_at: datetime
    expected: int
    """应到: on the roster."""
    present: int
    checked: int
    """抽查: whose identity was looked at."""
    mismatched: int
    """Of those, who was not the person of the card."""
    lines: Mapping[SupervisionLine, Seen]
    faults: tuple[Fault, ...]
    conclusion: SupervisionConclusion
    grounds: str = field(default="", repr=False)
    """The grounds where results are to be void."""
    remarks: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ExamSeen:
    """The days of the exam that was supervised."""

    first: date
    last: date


def report_findings(record: ReportRecord, exam: ExamSeen, now: datetime) -> Iterator[Finding]:
    """Everything that forbids filing (R7.3): times, counts, lines, demands and the conclusion."""
    yield from too_early(exam, now)
    yield from _times(record, exam, now)
    yield from _counts(record)
    yield from _lines(record)
    yield from _demands(record.faults, office_day(now))
    yield from _conclusion(record)


def too_early(exam: ExamSeen, now: datetime) -> Iterator[Finding]:
    """A report is filed from the beginning of the exam's first day on."""
    if office_day(now) < exam.first:
        yield Finding("supervision-report-too-early", "R7.3", {"from": exam.first})


def _times(record: ReportRecord, exam: ExamSeen, now: datetime) -> Iterator[Finding]:
    if not exam.first <= office_day(record.arrived_at) <= exam.last:
        args = {"first": exam.first, "last": exam.last}
        yield Finding("supervision-other-day", "R7.3", args, box="arrived_at")
    if record.left_at < record.arrived_at:
        times = {"arrived": f"{record.arrived_at:%H:%M}", "left": f"{record.left_at:%H:%M}"}
        yield Finding("supervision-left-early", "R7.3", times, box="left_at")
    elif record.left_at > now:
        yield Finding("supervision-left-later", "R7.3", {"now": f"{now:%H:%M}"}, box="left_at")


def _counts(record: ReportRecord) -> Iterator[Finding]:
    if record.present > record.expected:
        args = {"present": record.present, "expected": record.expected}
        yield Finding("supervision-present-too-many", "R7.3", args, box="present")
    if record.checked > record.present:
        args = {"checked": record.checked, "present": record.present}
        yield Finding("supervision-checked-too-many", "R7.3", args, box="checked")
    if record.mismatched > record.checked:
        args = {"mismatched": record.mismatched, "checked": record.checked}
        yield Finding("supervision-mismatched-too-many", "R7.3", args, box="mismatched")


def _lines(record: ReportRecord) -> Iterator[Finding]:
    for line in SupervisionLine:
        seen = record.lines.get(line)
        if seen is None:
            yield Finding("supervision-line-missing", "R7.3", box=line)
        elif seen.verdict is LineVerdict.NO and not seen.remark:
            yield Finding("supervision-remark-missing", "R7.3", box=f"{line}_remark")


def _demands(faults: tuple[Fault, ...], today: date) -> Iterator[Finding]:
    for place, fault in enumerate(faults, start=1):
        if not fault.is_demand:
            continue
        if fault.due_on is None:
            yield Finding("supervision-due-missing", "R7.3", {"n": place}, box="faults")
        elif fault.due_on < today:
            args = {"n": place, "due": fault.due_on}
            yield Finding("supervision-due-past", "R7.3", args, box="faults")


def _conclusion(record: ReportRecord) -> Iterator[Finding]:
    demands = any(fault.is_demand for fault in record.faults)
    match record.conclusion:
        case SupervisionConclusion.NORMAL if demands:
            yield Finding("supervision-not-normal", "R7.3", box="conclusion")
        case SupervisionConclusion.CORRECTION if not demands:
            yield Finding("supervision-nothing-demanded", "R7.3", box="faults")
        case SupervisionConclusion.INVALID if not record.grounds:
            yield Finding("supervision-no-grounds", "R7.3", box="grounds")


def report_gaps(
    state: ReportState | None,
    conclusion: SupervisionConclusion | None,
    open_corrections: int,
    *,
    corrections_first: bool,
) -> Iterator[Finding]:
    """What a supervised batch lacks before its results can be submitted (R7.5).

    ▶ Open corrections wait behind the results, except where the supervisor holds the results to be
    void, or ⚙ demands it: see decision 27.
    """
    if state is None or state is ReportState.RETURNED:
        yield Finding("supervision-report-missing", "R7.5")
    elif state is ReportState.FILED:
        yield Finding("supervision-report-unconfirmed", "R7.5")
    elif open_corrections and (corrections_first or conclusion is SupervisionConclusion.INVALID):
        yield Finding("supervision-corrections-open", "R7.5", {"count": open_corrections})
