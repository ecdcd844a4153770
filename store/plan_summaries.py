"""汇总申报年度计划表: the approved plans below a management station, put before the centre as one paper (R4.10)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    Row,
    String,
    Table,
    bindparam,
    insert,
    select,
    update,
)

from rules.approvals import PaperState
from rules.catalogue import Programme
from rules.findings import Finding, NotPossible
from rules.plans import PlanState
from rules.roles import Action
from store import rights
from store.institutions import institutions
from store.plans import PlanLine, lines_of_summary, plans
from store.schema import Moment, Serial, metadata

if TYPE_CHECKING:
    from store.papers import Paper
    from store.unit import UnitOfWork

SummaryId = NewType("SummaryId", int)

plan_summaries = Table(
    "plan_summaries",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("institution_code", ForeignKey(institutions.c.code), nullable=False, index=True),
    Column("programme", String(20), nullable=False),
    Column("year", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    Column("filed_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSummary:
    """One submission; what was approved later goes with the next one."""

    id: SummaryId
    institution: str
    programme: Programme
    year: int
    state: PlanState
    filed_at: datetime


BY_ID = select(plan_summaries).where(plan_summaries.c.id == bindparam("summary"))


class PlanSummaries:
    """Filed by the second tier for the stations below it; a plan goes to the centre once."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def file(self, institution: str, programme: Programme, year: int) -> PlanSummary:
        """Take every approved plan that has not gone to the centre yet; NotPossible when there is none."""
        rights.check(self._unit, Action.FILE_PAPER, institution=institution)
        values = {
            "institution_code": institution,
            "programme": programme,
            "year": year,
            "state": PlanState.FILED,
            "filed_at": self._unit.now,
        }
        adding = insert(plan_summaries).returning(plan_summaries.c.id)
        summary = SummaryId(self._unit.connection.execute(adding, values).scalar_one())
        self._gather(self.get(summary))
        return self.get(summary)

    def correct(self, summary: SummaryId, programme: Programme, year: int) -> PlanSummary:
        """Gather anew what a returned summary holds: plans approved meanwhile come along.

        Another programme or year is another summary.
        """
        found = self._locked(summary)
        rights.check(self._unit, Action.FILE_PAPER, institution=found.institution)
        if (found.programme, found.year) != (programme, year):
            args = {"programme": found.programme, "year": found.year}
            raise NotPossible(Finding("plan-summary-other", "R4.10", args, box="year"))
        self._gather(found)
        return found

    def decided(self, paper: "Paper") -> None:
        """What the centre's decision means: rejected or withdrawn, the plans wait for another summary."""
        summary = self._locked(SummaryId(paper.subject))
        match paper.state:
            case PaperState.APPROVED:
                self._state(summary.id, PlanState.APPROVED)
            case PaperState.REJECTED | PaperState.WITHDRAWN:
                self._state(summary.id, PlanState.CLOSED)
                letting_go = update(plans).where(plans.c.summary_id == summary.id)
                self._unit.connection.execute(letting_go.values(summary_id=None))
            case _:
                pass

    # --- questions ---

    def get(self, summary: SummaryId) -> PlanSummary:
        row = self._unit.connection.execute(BY_ID, {"summary": summary}).first()
        if row is None:
            raise NotPossible(Finding("plan-summary-unknown", "R4.10"))
        return _summary(row)

    def see(self, summary: SummaryId) -> PlanSummary:
        """The summary, for its management station and the centre (R9.3)."""
        found = self.get(summary)
        rights.check(self._unit, Action.SEE_PLAN_SUMMARY, institution=found.institution)
        return found

    def lines(self, summary: SummaryId) -> Iterator[PlanLine]:
        """Every line it holds, station by station."""
        return lines_of_summary(self._unit, summary)

    def to_gather(self, institution: str, programme: Programme, year: int) -> tuple[str, ...]:
        """The stations with approved plans the centre has not got yet."""
        question = (
            select(plans.c.station_code)
            .where(*self._waiting(institution, programme, year))
            .distinct()
            .order_by(plans.c.station_code)
        )
        return tuple(self._unit.connection.execute(question).scalars())

    # --- inside ---

    def _gather(self, summary: PlanSummary) -> None:
        waiting = self._waiting(summary.institution, summary.programme, summary.year)
        taking = update(plans).where(*waiting).values(summary_id=summary.id)
        self._unit.connection.execute(taking)
        held = select(plans.c.id).where(plans.c.summary_id == summary.id).limit(1)
        if self._unit.connection.execute(held).first() is None:
            args = {"year": summary.year}
            raise NotPossible(Finding("plans-none-to-gather", "R4.10", args, box="year"))

    def _waiting(self, institution: str, programme: Programme, year: int) -> tuple[Any, ...]:
        stations = self._unit.institutions.all()
        below = [s.code for s in stations if self._unit.institutions.is_below(s.code, institution)]
        return (
            plans.c.station_code.in_(below),
            plans.c.programme == programme,
            plans.c.year == year,
            plans.c.state == PlanState.APPROVED,
            plans.c.summary_id.is_(None),
        )

    def _locked(self, summary: SummaryId) -> PlanSummary:
        row = self._unit.connection.execute(BY_ID.with_for_update(), {"summary": summary}).first()
        if row is None:
            raise NotPossible(Finding("plan-summary-unknown", "R4.10"))
        return _summary(row)

    def _state(self, summary: SummaryId, state: PlanState) -> None:
        changed = update(plan_summaries).where(plan_summaries.c.id == summary)
        self._unit.connection.execute(changed.values(state=state))


def _summary(row: Row[Any]) -> PlanSummary:
    return PlanSummary(
        id=row.id,
        institution=row.institution_code,
        programme=Programme(row.programme),
        year=row.year,
        state=PlanState(row.state),
        filed_at=row.filed_at,
    )
