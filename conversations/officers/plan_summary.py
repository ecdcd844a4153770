"""汇总申报年度计划表: the approved plans of all stations below, put before the centre (R4.10)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from conversations.engine.boxes import Choice, Known, Text, optional
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Paper, Sentence, Words
from conversations.filing import file_paper, receipt
from conversations.stations.annual_plan import years
from conversations.words import words
from rules.approvals import PaperKind
from rules.catalogue import Programme
from rules.findings import Finding
from rules.roles import Role
from store import rights
from store.institutions import Institution
from store.papers import Paper as Filed
from store.papers import PaperId
from store.plan_summaries import PlanSummary as Summary
from store.plan_summaries import SummaryId
from store.unit import UnitOfWork

OFFICER = frozenset({Role.MANAGEMENT_OFFICER})


@dataclass(frozen=True, slots=True)
class SummaryFacts:
    """Which stations have plans the centre has not got yet."""

    today: date
    institution: Institution
    stations: tuple[str, ...] = ()


def station_names(form: Sheet) -> tuple[str, ...]:
    stations: tuple[str, ...] = form.facts.stations
    return stations


def listed(stations: tuple[str, ...], say: Words) -> str:
    return say.say("plan-summary-stations", count=len(stations), stations=stations)


class PlanSummary(Form):
    """Everything approved so far; what comes later goes with the next one."""

    roles = OFFICER
    paper = PaperKind.PLAN_SUMMARY
    facts_from = ("programme", "year")

    programme = Choice(Programme)
    year = Choice(years)
    stations = Known(station_names, listed)
    note = optional(Text(longest=200))

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> SummaryFacts:
        institution = rights.own_institution(work, OFFICER)
        if {"programme", "year"} - answers.keys():
            return SummaryFacts(work.today, institution)
        programme, year = Programme(answers["programme"]), int(answers["year"])
        waiting = work.plan_summaries.to_gather(institution.code, programme, year)
        called = tuple(work.institutions.get(code).operator or code for code in waiting)
        return SummaryFacts(work.today, institution, called)

    @classmethod
    def briefing(cls, work: UnitOfWork, paper: Filed) -> tuple[Sentence, ...]:
        """What the table holds, for the centre that cannot see single plans."""
        return summed(work, SummaryId(paper.subject))

    @classmethod
    def documents(cls, work: UnitOfWork, paper: Filed) -> tuple[Paper, ...]:
        assert work.caller.person
        language = work.people.get(work.caller.person).language
        return (table(SummaryId(paper.subject), words(language)),)

    def problems(self) -> Iterator[Finding]:
        if not self.facts.stations and not self.paper_id:
            yield Finding("plans-none-to-gather", "R4.10", {"year": self.year}, box="year")

    def submit(self, work: UnitOfWork) -> Done:
        institution = self.facts.institution.code
        summary = self.kept(work, institution)
        paper = file_paper(
            self, work, programme=self.programme, institution=institution, subject=summary.id
        )
        assert work.caller.person
        say = words(work.people.get(work.caller.person).language)
        return Done(
            (receipt(paper), *summed(work, summary.id)),
            (table(summary.id, say),),
            next=(f"/my_papers {paper.id}", "/menu"),
        )

    def kept(self, work: UnitOfWork, institution: str) -> Summary:
        year = int(self.year)
        if self.paper_id:
            subject = work.papers.own(PaperId(self.paper_id)).subject
            return work.plan_summaries.correct(SummaryId(subject), self.programme, year)
        return work.plan_summaries.file(institution, self.programme, year)


def summed(work: UnitOfWork, summary: SummaryId) -> tuple[Sentence, ...]:
    lines = list(work.plan_summaries.lines(summary))
    facts = {
        "stations": len({line.station for line in lines}),
        "lines": len(lines),
        "people": sum(line.people for line in lines),
    }
    return (Sentence("plan-summary-sum", facts),)


def table(summary: SummaryId, say: Words) -> Paper:
    return Paper("plan_summary", summary, say.say("plan-summary-table"))
