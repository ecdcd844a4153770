"""确认督导报告: the management station confirms it, so that its corrections are the station's, or sends it back (R7.3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from conversations.engine.boxes import Choice, Day, Known, Pick, Text, only_if, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence, Words
from conversations.examiners.supervision_news import tell_confirmed, tell_returned
from rules.findings import Finding, NotPossible
from rules.roles import Action, who_may
from store.supervision_corrections import lapsed
from store.supervision_report_rows import ReportId, SupervisionReport
from store.unit import UnitOfWork


class ReportDecision(StrEnum):
    """What an officer can decide."""

    CONFIRM = "confirm"
    SEND_BACK = "send_back"


@dataclass(frozen=True, slots=True)
class ConfirmationFacts:
    """The report, and the present day: a due date may have passed while it lay here."""

    report: SupervisionReport
    today: date


def conclusion(form: Sheet) -> SupervisionReport | None:
    facts: ConfirmationFacts | None = form.facts
    return facts.report if facts else None


def conclusion_shown(report: SupervisionReport | None, say: Words) -> str:
    if report is None:
        return "…"
    shown = say.say(f"supervision-conclusion-{report.conclusion}")
    return f"{shown}　{report.record.grounds}".strip()


def needs_day(form: Sheet) -> bool:
    facts: ConfirmationFacts | None = form.facts
    if facts is None or form.decision is not ReportDecision.CONFIRM:
        return False
    return bool(lapsed(facts.report.record.faults, facts.today))


class SupervisionConfirmation(Form):
    """Opened from the report, which is read first."""

    roles = who_may(Action.CONFIRM_SUPERVISION_REPORT)
    in_menu_of = frozenset()
    facts_from = ("report",)

    report = settled(Pick("reports_to_confirm"))
    concluded = Known(conclusion, conclusion_shown)
    decision = Choice(ReportDecision)
    due_on = only_if(needs_day, Day(earliest=lambda form: form.facts.today))
    reason = only_if(lambda form: form.decision is ReportDecision.SEND_BACK, Text(longest=300))

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """`12`, or `12 confirm`; NotPossible where somebody decided meanwhile."""
        number, _, decision = argument.partition(" ")
        if not number:
            if not work.supervision_reports.waiting().things:
                raise NotPossible(Finding("supervision-none-to-confirm", "R7.3"))
            return {}
        work.supervision_reports.to_decide(report_id(number))
        return {"report": number, **({"decision": decision} if decision else {})}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> ConfirmationFacts | None:
        number = str(answers.get("report", ""))
        if not number:
            return None
        return ConfirmationFacts(work.supervision_reports.get(report_id(number)), work.today)

    def submit(self, work: UnitOfWork) -> Done:
        report = report_id(self.report)
        batch = work.batches.get(work.supervision_reports.get(report).batch)
        if self.decision is ReportDecision.CONFIRM:
            confirmed = work.supervision_reports.confirm(report, self.due_on)
            tell_confirmed(work, batch, confirmed)
            key = "supervision-confirmed"
        else:
            tell_returned(work, batch, work.supervision_reports.send_back(report, self.reason))
            key = "supervision-sent-back"
        return Done(
            (Sentence(key, {"number": batch.number}),), next=("/supervision_reports", "/menu")
        )


def report_id(number: str) -> ReportId:
    return ReportId(int(number) if number.isdecimal() else 0)
