"""The items of a batch with their teams and reports, as far as they have come (R7.2)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from rules.evaluations import ItemFacts, PaperFacts, ReportState, state_of
from rules.findings import Finding, NotPossible
from rules.grading import Absent
from rules.results import Figures, Outcome, figures
from store.batch_rows import Batch, BatchId, BatchItem, BatchState, ItemId, batch_items, batches
from store.batch_teams import TeamMember, batch_team
from store.evaluation_rows import EvaluationRows, Opinion, Report
from store.exam_calls import CallState
from store.examiners import examiners
from store.people import PersonId
from store.results import ARE_IN
from store.scores import ScoreLine

if TYPE_CHECKING:
    from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class Team:
    """Who served on an item."""

    leader: TeamMember
    others: tuple[TeamMember, ...]

    def __contains__(self, person: PersonId | None) -> bool:
        return any(one.person == person for one in (self.leader, *self.others))


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemReport:
    """An item of a batch, its team, and the version of its report that counts."""

    batch: Batch
    item: BatchItem
    team: Team
    report: Report | None
    opinions: tuple[Opinion, ...]
    facts: ItemFacts
    figures: Figures
    """By the scores as they stand now."""

    @property
    def state(self) -> ReportState:
        return state_of(self.facts)

    @property
    def version(self) -> int:
        """Of the report that counts; 0 as long as there is none."""
        return self.report.version if self.report else 0


BATCH_OF_ITEM = select(batch_items.c.batch_id).where(batch_items.c.id == bindparam("item"))
SERVED = (
    select(batch_items.c.batch_id, batches.c.exam_on)
    .select_from(batch_team)
    .join(examiners, examiners.c.id == batch_team.c.examiner_id)
    .join(batch_items, batch_items.c.id == batch_team.c.item_id)
    .join(batches, batches.c.id == batch_items.c.batch_id)
    .where(
        examiners.c.person_id == bindparam("person"),
        batches.c.state == BatchState.SUBMITTED,
        batches.c.exam_on <= bindparam("today"),
    )
    .distinct()
    .order_by(batches.c.exam_on, batch_items.c.batch_id)
)

EXAMINED = (
    select(batches.c.id)
    .where(
        batches.c.state == BatchState.SUBMITTED,
        batches.c.exam_on < bindparam("today"),
        ~ARE_IN,
        batches.c.id > bindparam("after"),
    )
    .order_by(batches.c.id)
    .limit(bindparam("most"))
)


class ItemReports:
    """Only asks; whether the caller may know is the caller's matter."""

    def __init__(self, unit: "UnitOfWork", rows: EvaluationRows) -> None:
        self._unit = unit
        self._rows = rows

    def of(self, batch: BatchId) -> tuple[ItemReport, ...]:
        """Every item somebody was to be examined on."""
        lines: dict[ItemId, list[ScoreLine]] = {}
        for line in self._unit.scores.of(batch):
            lines.setdefault(line.item, []).append(line)
        found, teams = self._unit.batches.get(batch), self._teams(batch)
        latest = {one.item: one for one in self._rows.of_batch(batch)}
        return tuple(
            self._item(found, item, teams[item.id], latest.get(item.id), lines[item.id])
            for item in self._unit.batches.items(batch)
            if item.id in lines and item.id in teams
        )

    def get(self, item: ItemId) -> ItemReport:
        """NotPossible for one nobody was examined on."""
        batch = self.batch_of(item)
        here = next((one for one in self.of(batch) if one.item.id == item), None)
        if here is None:
            raise NotPossible(Finding("report-unknown", "R7.2"))
        return here

    def batch_of(self, item: ItemId) -> BatchId:
        batch = self._unit.connection.execute(BATCH_OF_ITEM, {"item": item}).scalar()
        if batch is None:
            raise NotPossible(Finding("report-unknown", "R7.2"))
        return BatchId(batch)

    def of_caller(self) -> Iterator[ItemReport]:
        """Items the caller served on whose results are not filed, the earliest exam first."""
        person = self._unit.caller.person
        asked = {"person": person, "today": self._unit.today}
        for row in self._unit.connection.execute(SERVED, asked).all():
            if not self._unit.results.are_submitted(row.batch_id):
                yield from (here for here in self.of(row.batch_id) if person in here.team)

    def papers(self, here: ItemReport) -> Iterator[PaperFacts]:
        """The papers of the item with their receipts (R4.7)."""
        receipts = self._unit.paper_receipts.signatures(here.batch.id)
        for paper in self._unit.exam_papers.of(here.batch.id):
            if (paper.place.unit, paper.place.level) == (here.item.unit, here.item.level):
                signed = tuple((r.name, r.signed_at) for r in receipts if r.paper == paper.id)
                yield PaperFacts(part=paper.place.part, digest=paper.digest, signed=signed)

    def _item(
        self,
        batch: Batch,
        item: BatchItem,
        team: Team,
        report: Report | None,
        lines: Iterable[ScoreLine],
    ) -> ItemReport:
        opinions = self._rows.opinions(report.id) if report else ()
        now = counted(lines)
        facts = ItemFacts(
            scored=all(line.confirmed for line in lines),
            filed=report is not None,
            up_to_date=report is not None and report.content.figures == now,
            wanted=frozenset(one.person for one in team.others),
            said={one.person: one.said for one in opinions},
        )
        return ItemReport(
            batch=batch,
            item=item,
            team=team,
            report=report,
            opinions=opinions,
            facts=facts,
            figures=now,
        )

    def _teams(self, batch: BatchId) -> dict[ItemId, Team]:
        """Who served, item by item.

        ▶ Of a team whose leader could not come and was not replaced, the next one files the report.
        """
        calls = self._unit.exam_calls.of(batch)
        gone = {one.examiner for one in calls if one.state is CallState.DECLINED}
        served: dict[ItemId, list[TeamMember]] = {}
        for one in self._unit.batches.team(batch):
            if one.examiner not in gone:
                served.setdefault(one.item, []).append(one)
        return {item: Team(team[0], tuple(team[1:])) for item, team in served.items()}


def counted(lines: Iterable[ScoreLine]) -> Figures:
    """The figures of an item by its scores; what does not count yet is in no result."""
    return figures(Outcome(is_present(line), line.result) for line in lines)


def is_present(line: ScoreLine) -> bool:
    """Sat both parts."""
    return not any(isinstance(mark, Absent) for mark in (line.theory, line.practice))
