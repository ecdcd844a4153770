"""年度计划: what a station wants to examine in a year, typed line by line or sent as a workbook (R4.1)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from conversations.engine.boxes import (
    Choice,
    Many,
    Number,
    Part,
    Pick,
    Template,
    Text,
    optional,
    settled,
)
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Choosable, Json, Sentence
from conversations.filing import file_paper, receipt
from conversations.levels import level_options
from conversations.sources.trades import trade_value
from rules.approvals import PaperKind
from rules.catalogue import Level, Programme, Unit, level_name
from rules.findings import Finding
from rules.plans import MONTHS, MOST_PEOPLE, PlannedLine, findings, plan_years, split, total
from rules.roles import STATION_STAFF
from store import rights
from store.institutions import Institution
from store.licences import Licence
from store.papers import Paper, PaperId
from store.plans import Plan, PlanId
from store.unit import UnitOfWork

LINES_AT_MOST = 300
BOTH = tuple(Programme)
"""A template is named by the place of its programme here."""


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """Who plans, and what the licence allows."""

    today: date
    station: Institution
    licence: Licence
    units: Mapping[str, Unit]
    """Those of the licence, by the value they are chosen with."""

    def levels(self, unit: Unit) -> tuple[Level, ...]:
        """What the licence allows of the unit."""
        return next((one.levels for one in self.licence.units if one.key == unit.key), ())


class LicensedTrade(Pick):
    """A trade of the licence, of the programme chosen on the form."""

    def __init__(self) -> None:
        super().__init__("licensed_trades")

    def known(self, sheet: Sheet) -> Mapping[str, Json]:
        return {"programme": str(sheet.form.programme)}


class Month(Choice[str]):
    """A month by its figure; Excel likes to make a day of what was typed as 3月."""

    def __init__(self) -> None:
        super().__init__(months)

    def of_day(self, day: date) -> str:
        return str(day.month)


def months(_: Sheet) -> list[Choosable]:
    return [Choosable(str(n), key="month-name", args={"n": n}, number=str(n)) for n in MONTHS]


def licensed_levels(line: Sheet) -> Sequence[Choosable]:
    unit = line.facts.units.get(line.trade)
    if unit is None:
        return ()
    allowed = line.facts.levels(unit)
    return [option for option in level_options(unit) if Level(int(option.value)) in allowed]


def programmes(form: Sheet) -> Iterable[Choosable]:
    licensed = form.facts.licence.programmes
    return [Choosable(one.value, key=f"programme-{one}") for one in Programme if one in licensed]


def years(form: Sheet) -> list[Choosable]:
    planned = map(str, plan_years(form.facts.today))
    return [Choosable(y, key="year-name", args={"year": y}, number=y) for y in planned]


class Line(Part):
    """A trade and level, how many people are expected, and in which month."""

    trade = settled(LicensedTrade())
    level = settled(Choice(licensed_levels, of=Level))
    people = Number(least=1, most=MOST_PEOPLE)
    month = Month()


class AnnualPlan(Form):
    """One paper for each programme; further lines of the same year are a further plan."""

    roles = STATION_STAFF
    paper = PaperKind.ANNUAL_PLAN

    programme = settled(Choice(programmes, of=Programme))
    year = Choice(years)
    plan_lines = Many(
        Line,
        at_least=1,
        at_most=LINES_AT_MOST,
        from_workbook=Template(
            "annual_plan_template", lambda form: BOTH.index(form.programme or BOTH[0])
        ),
    )
    note = optional(Text(longest=200))

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """Refused before anything is asked when the station may begin nothing new (R1.7)."""
        work.licences.require_active(rights.own_institution(work, STATION_STAFF).code)
        return {}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> PlanFacts:
        station = rights.own_institution(work, STATION_STAFF)
        licence = work.licences.get(station.code)
        units = [work.units.get(*unit.key) for unit in licence.units]
        return PlanFacts(work.today, station, licence, {trade_value(u): u for u in units})

    @classmethod
    def briefing(cls, work: UnitOfWork, paper: Paper) -> tuple[Sentence, ...]:
        """The sum of the plan, and what the station has planned for the year before."""
        plan = work.plans.get(PlanId(paper.subject))
        lines = work.plans.lines(plan.id)
        free, there = work.plans.counts(plan.station)
        return (
            Sentence("plan-sum", {"lines": len(lines), "people": sum(x.people for x in lines)}),
            Sentence("plan-before", {"lines": there, "free": free}),
        )

    def planned(self) -> list[PlannedLine]:
        units = self.facts.units
        return [
            PlannedLine(units[one.trade], one.level, int(one.people), int(one.month))
            for one in self.plan_lines or ()
        ]

    def problems(self) -> Iterator[Finding]:
        facts: PlanFacts = self.facts
        year = int(self.year or 0)
        return findings(self.programme, year, self.planned(), facts.licence, facts.today)

    def submit(self, work: UnitOfWork) -> Done:
        facts: PlanFacts = self.facts
        plan = self.kept(work, facts.station.code)
        paper = file_paper(
            self,
            work,
            programme=self.programme,
            institution=facts.station.code,
            subject=plan.id,
        )
        lines = self.planned()
        filed = [one for line in lines for one in split(line)]
        summed = Sentence("plan-sum", {"lines": len(filed), "people": total(lines)})
        return Done(
            (receipt(paper), summed, *splits(lines)),
            next=(f"/my_papers {paper.id}", "/plan_lines", "/menu"),
        )

    def kept(self, work: UnitOfWork, station: str) -> Plan:
        year, lines = int(self.year), self.planned()
        if self.paper_id:
            subject = work.papers.own(PaperId(self.paper_id)).subject
            return work.plans.correct(PlanId(subject), self.programme, year, lines)
        return work.plans.file(station, self.programme, year, lines)


def splits(lines: Iterable[PlannedLine]) -> Iterator[Sentence]:
    """What became more than one line, because a line carries at most 99 people (R4.1)."""
    for line in lines:
        if len(split(line)) > 1:
            yield Sentence(
                "plan-line-split",
                {
                    "trade": line.unit.name,
                    "level": level_name(line.level, line.unit),
                    "people": line.people,
                    "lines": len(split(line)),
                },
            )
