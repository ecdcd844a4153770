"""确认报告: every other examiner of the team reads the report and confirms, supplements or objects (R7.2)."""

from collections.abc import Mapping
from dataclasses import dataclass

from conversations import evaluation_wording as wording
from conversations import exam_wording
from conversations.engine.boxes import Choice, Pick, Text, only_if, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence
from conversations.examiners.report_news import tell_opinion
from conversations.sources.evaluations import item_of_report, to_answer
from rules.evaluations import OpinionKind
from rules.findings import Finding, NotPossible
from rules.roles import Action, who_may
from store.evaluations import ReportId
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class OpinionFacts:
    """The report in words, to be read where it is answered."""

    report: str


class OpinionChoice(Choice[OpinionKind]):
    """Shows the report above the choice."""

    def told(self, sheet: Sheet) -> Mapping[str, object]:
        facts: OpinionFacts | None = sheet.facts
        return {"report": facts.report if facts else ""}


class ReportOpinion(Form):
    """A yes is one tap and stands for the signature; anything else says what."""

    roles = who_may(Action.FILE_EVALUATION)
    reviewed = False
    facts_from = ("report",)

    report = settled(Pick("reports_to_answer"))
    opinion = OpinionChoice(OpinionKind)
    text = only_if(
        lambda form: form.opinion in {OpinionKind.SUPPLEMENT, OpinionKind.OBJECT},
        Text(longest=1000),
    )

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """`12`, a version; NotPossible where it is not the caller's to speak on any more."""
        if not argument:
            if next(to_answer(work), None) is None:
                raise NotPossible(Finding("opinion-none", "R7.2"))
            return {}
        report = work.evaluations.get(ReportId(int(argument) if argument.isdecimal() else 0))
        here = work.evaluations.item(report.item)
        if against := work.evaluations.against_opinion(here, report):
            raise NotPossible(against)
        return {"report": argument}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> OpinionFacts | None:
        value = str(answers.get("report", ""))
        here = item_of_report(work, value)
        if here is None:
            return None
        say, report = exam_wording.spoken(work), work.evaluations.get(ReportId(int(value)))
        return OpinionFacts(wording.in_words(wording.said(work, here, report, say), say))

    def submit(self, work: UnitOfWork) -> Done:
        report = work.evaluations.get(ReportId(int(self.report)))
        here = work.evaluations.item(report.item)
        given = work.evaluations.opine(report.id, self.opinion, self.text or "")
        tell_opinion(work, here, given)
        told = {**wording.item_told(here), "kind": given.kind.value, "version": report.version}
        steps = (f"/evaluation_reports r{report.id}", "/menu")
        return Done((Sentence("opinion-given", told),), next=steps)
