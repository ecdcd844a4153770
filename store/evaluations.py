"""Evaluation reports (考评报告): filed by the leader of an item's team, confirmed by all others of it (R7.2)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sqlalchemy import select

from rules.catalogue import level_name
from rules.evaluations import OpinionKind, PaperFacts, Remark, ReportContent, gap_findings
from rules.findings import Finding, NotPossible
from rules.names import mask_name
from rules.roles import Action
from store import rights
from store.batch_rows import Batch, BatchId, ItemId, batch_items, batches
from store.evaluation_rows import (
    EvaluationRows,
    Opinion,
    OpinionId,
    Report,
    ReportId,
    evaluation_reports,
    report_opinions,
)
from store.item_reports import EXAMINED, ItemReport, ItemReports, Team
from store.rosters import LOCK_BATCH

if TYPE_CHECKING:
    from store.unit import UnitOfWork

__all__ = ["Evaluations", "ItemReport", "Opinion", "OpinionId", "Report", "ReportId", "Team"]


class Evaluations:
    """Changed under the lock of the batch: nobody confirms what is being revised at the same moment."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit
        self._rows = EvaluationRows(unit)
        self._items = ItemReports(unit, self._rows)

    # --- by the leader ---

    def file(
        self,
        item: ItemId,
        seen: int,
        remarks: Mapping[Remark, str],
        *,
        advice: str = "",
        changed: str = "",
    ) -> Report:
        """File the report, or its next version, which asks everybody anew; `seen` is the version it revises.

        NotPossible for anybody but the leader, before all scores count, and once results are filed.
        """
        here = self._locked(item)
        if against := self.against(here, seen):
            raise NotPossible(against)
        if here.report and not changed:
            raise NotPossible(Finding("report-change-unsaid", "R7.2", box="changed"))
        content = ReportContent(
            leader=here.team.leader.name,
            examiners=tuple(one.name for one in here.team.others),
            figures=here.figures,
            papers=self.papers(here),
            remarks=remarks,
            advice=advice,
            changed=changed,
        )
        version = here.version + 1
        added = self._rows.add(item, version, content)
        self._unit.audit.note("report-filed", f"batch:{here.batch.id}", item=item, version=version)
        return self.get(added)

    def against(self, here: ItemReport, seen: int) -> tuple[Finding, ...]:
        """Why the caller cannot file this report now, having seen that version."""
        self._check_served(here)
        if here.team.leader.person != self._unit.caller.person:
            leader = mask_name(here.team.leader.name)
            return (Finding("report-not-leader", "R7.2", {"leader": leader}),)
        if locked := self._locked_by_results(here.batch):
            return locked
        if not here.facts.scored:
            args = {
                "trade": here.item.unit.name,
                "level": level_name(here.item.level, here.item.unit),
            }
            return (Finding("report-scores-open", "R7.5", args),)
        if seen != here.version:
            return (Finding("report-filed-meanwhile", "R7.2", {"version": here.version}),)
        return ()

    # --- by the other examiners ---

    def opine(self, report: ReportId, kind: OpinionKind, text: str = "") -> Opinion:
        """The caller's opinion of the version that counts: one each. Anything but a yes says what."""
        found = self.get(report)
        here = self._locked(found.item)
        if against := self.against_opinion(here, found):
            raise NotPossible(against)
        if kind is not OpinionKind.CONFIRM and not text:
            raise NotPossible(Finding("opinion-text-wanted", "R7.2", box="text"))
        added = self._rows.add_opinion(report, kind, text)
        self._unit.audit.note(f"report-opinion-{kind}", f"batch:{here.batch.id}", report=report)
        return self.opinion(added)

    def against_opinion(self, here: ItemReport, report: Report) -> tuple[Finding, ...]:
        """Why the caller cannot speak on that version now."""
        self._check_served(here)
        person = self._unit.caller.person
        if here.team.leader.person == person:
            return (Finding("opinion-own-report", "R7.2"),)
        if here.report is None or here.report.id != report.id:
            return (Finding("opinion-report-revised", "R7.2", {"version": here.version}),)
        if any(one.person == person for one in here.opinions):
            return (Finding("opinion-given-already", "R7.2", {"version": here.version}),)
        return self._locked_by_results(here.batch)

    # --- by the management station ---

    def overrule(self, opinion: OpinionId, reason: str) -> Opinion:
        """An objection does not stand; the reason is kept with it (R7.2)."""
        here = self._locked(self.get(self.opinion(opinion).report).item)
        self._check(here.batch, Action.OVERRULE)
        if against := self.against_overruling(here, self.opinion(opinion)):
            raise NotPossible(against)
        self._rows.overrule(opinion, reason)
        self._unit.audit.note("objection-overruled", f"batch:{here.batch.id}", opinion=opinion)
        return self.opinion(opinion)

    def against_overruling(self, here: ItemReport, objection: Opinion) -> tuple[Finding, ...]:
        """Why there is nothing to overrule any more."""
        if here.report is None or here.report.id != objection.report:
            return (Finding("objection-revised", "R7.2", {"version": here.version}),)
        if not objection.said.blocks:
            return (Finding("objection-decided", "R7.2"),)
        return self._locked_by_results(here.batch)

    def objections(self) -> tuple[tuple[Opinion, ItemReport], ...]:
        """What stands against the reports of the caller's stations, the longest waiting first."""
        question = (
            select(batches.c.id)
            .select_from(report_opinions)
            .join(evaluation_reports)
            .join(batch_items)
            .join(batches)
            .where(
                batches.c.station_code.in_(rights.covered(self._unit, Action.OVERRULE)),
                report_opinions.c.kind == OpinionKind.OBJECT,
                report_opinions.c.overruled_at.is_(None),
            )
            .distinct()
        )
        objected = self._unit.connection.execute(question).scalars().all()
        found = [
            (one, here)
            for batch in objected
            for here in self.of(batch)
            for one in here.opinions
            if one.said.blocks
        ]
        return tuple(sorted(found, key=lambda pair: pair[0].id))

    # --- questions ---

    def gaps(self, batch: BatchId) -> tuple[Finding, ...]:
        """The reports that do not stand, and why; empty when all are confirmed (R7.5)."""
        return tuple(
            gap
            for here in self.of(batch)
            for gap in gap_findings(here.item.unit, here.item.level, here.facts)
        )

    def of(self, batch: BatchId) -> tuple[ItemReport, ...]:
        """Every item somebody was to be examined on; the caller's right is the caller's matter."""
        return self._items.of(batch)

    def papers(self, here: ItemReport) -> tuple[PaperFacts, ...]:
        """The papers of the item with their receipts, as a report names them (R4.7)."""
        return tuple(self._items.papers(here))

    def find(self, batch: BatchId) -> tuple[Report, ...]:
        """The versions that count, in the order of the items."""
        return tuple(here.report for here in self.of(batch) if here.report)

    def item(self, item: ItemId) -> ItemReport:
        """One of them, of whatever batch; NotPossible for one nobody was examined on."""
        return self._items.get(item)

    def own(self) -> tuple[ItemReport, ...]:
        """Items the caller served on whose results are not filed, the earliest exam first."""
        return tuple(self._items.of_caller())

    def unfinished(self, after: int, limit: int) -> tuple[BatchId, ...]:
        """Batches whose exam has been and whose results are not in, by number."""
        asked = {"today": self._unit.today, "after": after, "most": limit}
        return tuple(self._unit.connection.execute(EXAMINED, asked).scalars())

    def get(self, report: ReportId) -> Report:
        found = self._rows.find(report)
        if found is None:
            raise NotPossible(Finding("report-unknown", "R7.2"))
        return found

    def versions(self, here: ItemReport) -> tuple[Report, ...]:
        """All there ever were, the first one first."""
        every = self._rows.of_batch(here.batch.id)
        return tuple(one for one in every if one.item == here.item.id)

    def opinion(self, opinion: OpinionId) -> Opinion:
        found = self._rows.find_opinion(opinion)
        if found is None:
            raise NotPossible(Finding("opinion-unknown", "R7.2"))
        return found

    def opinions(self, report: ReportId) -> tuple[Opinion, ...]:
        """What was said of that version."""
        return self._rows.opinions(report)

    def check_sight(self, here: ItemReport) -> None:
        """NotPossible for whoever neither served nor may see the batch."""
        if self._unit.caller.person not in here.team:
            self._check(here.batch, Action.SEE_BATCHES)

    # --- inside ---

    def _locked(self, item: ItemId) -> ItemReport:
        self._unit.connection.execute(LOCK_BATCH, {"batch": self._items.batch_of(item)})
        return self.item(item)

    def _check_served(self, here: ItemReport) -> None:
        self._unit.require(Action.FILE_EVALUATION)
        if self._unit.caller.person not in here.team:
            subject = f"batch:{here.batch.id}"
            raise rights.refused(self._unit, Action.FILE_EVALUATION, subject)

    def _check(self, batch: Batch, action: Action) -> None:
        station, programme = batch.station_code, batch.programme
        rights.check(self._unit, action, institution=station, programme=programme)

    def _locked_by_results(self, batch: Batch) -> tuple[Finding, ...]:
        if self._unit.results.are_submitted(batch.id):
            return (Finding("report-locked", "R7.5", {"number": batch.number}),)
        return ()
