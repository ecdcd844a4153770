"""Results of a batch (提交成绩): filed once nothing is missing, approved desk by desk, the ground of what follows (R7.5)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from sqlalchemy import (
    Column,
    ColumnElement,
    Date,
    ForeignKey,
    Table,
    delete,
    exists,
    insert,
    or_,
    select,
    true,
)

from rules.approvals import PaperKind, PaperState
from rules.findings import Finding, NotPossible
from rules.results import ResultsFacts, filing_findings, free_on
from rules.roles import Action
from store import rights
from store.batch_rows import BATCHES, Batch, BatchId, BatchState, batch_of, batches
from store.paper_rows import papers
from store.rosters import LOCK_BATCH
from store.schema import Moment, metadata
from store.settlement_rows import settlements

if TYPE_CHECKING:
    from store.papers import Paper
    from store.unit import UnitOfWork

approved_results = Table(
    "approved_results",
    metadata,
    Column("batch_id", ForeignKey(batches.c.id), primary_key=True),
    Column("approved_at", Moment, nullable=False),
    Column("free_on", Date, nullable=False),
)

Gaps = Callable[["UnitOfWork", BatchId], tuple[Finding, ...]]

GAPS: Mapping[str, Gaps] = MappingProxyType(
    {
        "scores": lambda work, batch: work.scores.gaps(batch),
        "evaluation_report": lambda work, batch: work.evaluations.gaps(batch),
        "supervision_report": lambda work, batch: work.supervision_reports.gaps(batch),
        "exam_material": lambda work, batch: work.exam_material.gaps(batch),
    }
)
"""Everything results wait for (R7.5), by the form that closes the gap: one line for each noun."""

IN = (PaperState.WAITING, PaperState.APPROVED)
"""Of a paper that was not given back: until it is, nothing it was filed on changes."""
ARE_IN = exists().where(
    papers.c.kind == PaperKind.RESULTS,
    papers.c.subject == batches.c.id,
    papers.c.state.in_(IN),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """How far the results of a batch have come."""

    batch: BatchId
    state: PaperState
    filed_at: datetime
    approved_at: datetime | None = None
    free_on: date | None = None
    """The first day for what follows, past the public notice (⚙)."""

    @property
    def is_approved(self) -> bool:
        return self.approved_at is not None

    @property
    def approved_on(self) -> date | None:
        return self.approved_at.date() if self.approved_at else None

    def are_free(self, today: date) -> bool:
        """Whether roster, settlement and certificates may follow."""
        return self.free_on is not None and today >= self.free_on


class Submissions:
    """Filed and decided under the lock of the batch: nothing they rest on changes at the same moment."""

    def __init__(self, unit: "UnitOfWork", gaps: Mapping[str, Gaps] = GAPS) -> None:
        self._unit = unit
        self._gaps = gaps

    def check(self, batch: BatchId) -> Batch:
        """Right before its paper is filed, in the same unit: NotPossible names every gap at once (R7.5)."""
        self._unit.connection.execute(LOCK_BATCH, {"batch": batch})
        found = self._unit.batches.get(batch)
        station, programme = found.station_code, found.programme
        rights.check(self._unit, Action.SUBMIT_RESULTS, institution=station, programme=programme)
        if against := self.against(found):
            raise NotPossible(against)
        return found

    def decided(self, paper: "Paper") -> None:
        """Approved they are free once the public notice is over (⚙ R7.6)."""
        if paper.state is not PaperState.APPROVED:
            return
        batch = BatchId(paper.subject)
        self._unit.connection.execute(LOCK_BATCH, {"batch": batch})
        if gaps := self.gaps(batch):
            raise NotPossible(gaps)
        days = self._unit.policy.current(self._unit.today).notice_period_days
        values = {
            "batch_id": batch,
            "approved_at": self._unit.now,
            "free_on": free_on(self._unit.today, days),
        }
        self._unit.connection.execute(insert(approved_results), values)
        self._unit.audit.note("results-approved", f"batch:{batch}")

    def take_back(self, batch: BatchId, reason: str) -> "Paper":
        """Back to the station with the reason, until anything followed them: all they rest on is open again."""
        self._unit.connection.execute(LOCK_BATCH, {"batch": batch})
        found = self._unit.batches.get(batch)
        if against := tuple(self.against_taking_back(found)):
            raise NotPossible(against)
        paper = self._unit.papers.about(PaperKind.RESULTS, batch)
        assert paper  # it was approved
        returned = self._unit.papers.take_back(paper.id, reason)
        undoing = delete(approved_results).where(approved_results.c.batch_id == batch)
        self._unit.connection.execute(undoing)
        self._unit.audit.note("results-taken-back", f"batch:{batch}")
        return returned

    # --- questions ---

    def against_taking_back(self, batch: Batch) -> Iterator[Finding]:
        """▶ Certificates and money rest on results: once either was asked for, they stand (R7.6)."""
        paper, number = (
            self._unit.papers.about(PaperKind.RESULTS, batch.id),
            {"number": batch.number},
        )
        if paper is None or paper.state is not PaperState.APPROVED:
            yield Finding("results-not-approved", "R7.5", number)
        elif not self._unit.papers.may_take_back(paper):
            yield Finding("results-approved-elsewhere", "R4.10", number)
        if self._unit.settlements.find(batch.id):
            yield Finding("results-settled", "R7.6", number)
        if self._unit.certificate_applications.counting(batch.id):
            yield Finding("results-certificates", "R7.6", number)

    def retractable(self) -> tuple[Batch, ...]:
        """Batches whose results the caller may take back, the latest approved first."""
        settled = exists().where(settlements.c.batch_id == batches.c.id)
        found = self._approved(~settled)
        return tuple(one for one in found if not any(self.against_taking_back(one)))

    def against(self, batch: Batch) -> tuple[Finding, ...]:
        """Everything that stands against filing them now."""
        return self._barred(batch) or self.gaps(batch.id)

    def are_due(self, batch: Batch) -> bool:
        """Whether the exam is over and they are not in."""
        return not self._barred(batch)

    def gaps(self, batch: BatchId) -> tuple[Finding, ...]:
        """Scores, reports and material that are missing (R7.5)."""
        return tuple(gap for found in self.gaps_by_form(batch).values() for gap in found)

    def gaps_by_form(self, batch: BatchId) -> Mapping[str, tuple[Finding, ...]]:
        """The same by the form that closes each gap."""
        found = {form: gaps(self._unit, batch) for form, gaps in self._gaps.items()}
        return {form: gaps for form, gaps in found.items() if gaps}

    def find(self, batch: BatchId) -> Results | None:
        """The latest filing, decided or not."""
        paper = self._unit.papers.about(PaperKind.RESULTS, batch)
        if paper is None:
            return None
        question = select(approved_results).where(approved_results.c.batch_id == batch)
        row = self._unit.connection.execute(question).first()
        return Results(
            batch=batch,
            state=paper.state,
            filed_at=paper.filed_at,
            approved_at=row.approved_at if row else None,
            free_on=row.free_on if row else None,
        )

    def are_submitted(self, batch: BatchId) -> bool:
        """Whether they are filed and were not given back: scores, reports and material are locked."""
        question = select(papers.c.id).where(
            papers.c.kind == PaperKind.RESULTS, papers.c.subject == batch, papers.c.state.in_(IN)
        )
        return self._unit.connection.execute(question).first() is not None

    def approved(self) -> tuple[Batch, ...]:
        """Batches with approved results whose roster the caller may export, the latest first."""
        return self._approved(true())

    def _approved(self, which: ColumnElement[bool]) -> tuple[Batch, ...]:
        codes = rights.covered(self._unit, Action.EXPORT_ROSTER)
        question = (
            BATCHES.join(approved_results, approved_results.c.batch_id == batches.c.id)
            .where(batches.c.station_code.in_(codes), which)
            .order_by(approved_results.c.approved_at.desc(), batches.c.id)
        )
        found = map(batch_of, self._unit.connection.execute(question))
        return tuple(one for one in found if self._may_export(one))

    def to_submit(self) -> tuple[Batch, ...]:
        """Batches of the caller's stations whose exam is over and whose results are not in, the oldest first."""
        to_come = or_(
            batches.c.theory_on > self._unit.today, batches.c.practice_on > self._unit.today
        )
        question = BATCHES.where(
            batches.c.station_code.in_(rights.covered(self._unit, Action.SUBMIT_RESULTS)),
            batches.c.state == BatchState.SUBMITTED,
            ~to_come,
            ~ARE_IN,
        ).order_by(batches.c.exam_on, batches.c.id)
        return tuple(map(batch_of, self._unit.connection.execute(question)))

    def _barred(self, batch: Batch) -> tuple[Finding, ...]:
        """What forbids filing, whatever scores and reports say."""
        facts = ResultsFacts(
            has_roster=batch.state is BatchState.SUBMITTED,
            last_exam_day=max(batch.theory_on, batch.practice_on),
            today=self._unit.today,
            already_in=self.are_submitted(batch.id),
        )
        return tuple(filing_findings(facts))

    def _may_export(self, batch: Batch) -> bool:
        """A branch sees the skill-level programme only (R1.1)."""
        action, station = Action.EXPORT_ROSTER, batch.station_code
        return rights.covers(self._unit, action, station, batch.programme)
