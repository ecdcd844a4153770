"""裁定反对意见: the management station overrules an objection to an evaluation report, with its reason (R7.2)."""

from collections.abc import Mapping
from dataclasses import dataclass

from conversations import evaluation_wording as wording
from conversations import exam_wording
from conversations.engine.boxes import Known, Pick, Text, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence, Words
from conversations.examiners.report_news import tell_overruled
from conversations.sources.evaluations import objection_of
from rules.findings import Finding, NotPossible
from rules.roles import Action, who_may
from store.evaluations import OpinionId
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class ObjectionFacts:
    """What was objected by whom, and the report in words."""

    name: str
    text: str
    report: str


def shown_objection(facts: ObjectionFacts | None, say: Words) -> str:
    return say.say("objection-shown", name=facts.name, text=facts.text) if facts else "…"


class RulingText(Text):
    """Shows what it is about."""

    def told(self, sheet: Sheet) -> Mapping[str, object]:
        facts: ObjectionFacts | None = sheet.facts
        return {"report": facts.report if facts else ""}


class ReportOverruling(Form):
    """Where the objection is right the leader revises the report, and there is nothing to do here."""

    roles = who_may(Action.OVERRULE)
    facts_from = ("objection",)

    objection = settled(Pick("objections_to_decide"))
    objected = Known(lambda form: form.facts, shown_objection)
    reason = RulingText(longest=500)

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """`12`; NotPossible where it was decided, or revised away."""
        if not argument:
            if not work.evaluations.objections():
                raise NotPossible(Finding("objection-none", "R7.2"))
            return {}
        objection = work.evaluations.opinion(
            OpinionId(int(argument) if argument.isdecimal() else 0)
        )
        here = work.evaluations.item(work.evaluations.get(objection.report).item)
        if against := work.evaluations.against_overruling(here, objection):
            raise NotPossible(against)
        return {"objection": argument}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> ObjectionFacts | None:
        objection = objection_of(work, str(answers.get("objection", "")))
        if objection is None:
            return None
        report = work.evaluations.get(objection.report)
        here, say = work.evaluations.item(report.item), exam_wording.spoken(work)
        text = wording.in_words(wording.said(work, here, report, say), say)
        return ObjectionFacts(objection.name, objection.text, text)

    def submit(self, work: UnitOfWork) -> Done:
        ruled = work.evaluations.overrule(OpinionId(int(self.objection)), self.reason)
        here = work.evaluations.item(work.evaluations.get(ruled.report).item)
        tell_overruled(work, here, ruled)
        steps = (f"/evaluation_reports {here.batch.number}", "/todo", "/menu")
        return Done((Sentence("objection-overruled", wording.item_told(here)),), next=steps)
