"""整改复核: the management station accepts what a station did, or asks again with a reason and a new day (R7.3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from conversations.engine.boxes import Day, Known, Pick, Text, YesNo, only_if, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence
from conversations.examiners.supervision_news import tell_accepted, tell_asked_again
from conversations.stations.correction_reply import correction_id, demand_shown
from rules.findings import Finding, NotPossible
from rules.roles import Action, who_may
from store.supervision_corrections import SupervisionCorrection
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class CheckFacts:
    """The correction with its last reply, and the present day."""

    correction: SupervisionCorrection
    today: date


def checked(form: Sheet) -> SupervisionCorrection | None:
    facts: CheckFacts | None = form.facts
    return facts.correction if facts else None


def replied(form: Sheet) -> str:
    one = checked(form)
    return one.replies[-1].words if one and one.replies else "—"


def is_refused(form: Sheet) -> bool:
    return form.accepted is False


class CorrectionCheck(Form):
    """The pictures of the reply are shown before, with the correction."""

    roles = who_may(Action.CONFIRM_SUPERVISION_REPORT)
    in_menu_of = frozenset()
    facts_from = ("correction",)

    correction = settled(Pick("corrections_to_check"))
    demand = Known(checked, demand_shown)
    reply = Known(replied)
    accepted = YesNo()
    reason = only_if(is_refused, Text(longest=300))
    due_on = only_if(is_refused, Day(earliest=lambda form: form.facts.today))

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """`12`, `12 yes` or `12 no`; NotPossible where nothing is to be decided."""
        number, _, answer = argument.partition(" ")
        if not number:
            if not work.supervision_corrections.to_decide():
                raise NotPossible(Finding("corrections-none-to-check", "R7.3"))
            return {}
        work.supervision_corrections.answered_now(correction_id(number))
        return {"correction": number, **({"accepted": answer == "yes"} if answer else {})}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> CheckFacts | None:
        number = str(answers.get("correction", ""))
        if not number:
            return None
        return CheckFacts(work.supervision_corrections.get(correction_id(number)), work.today)

    def submit(self, work: UnitOfWork) -> Done:
        correction = correction_id(self.correction)
        if self.accepted:
            one = work.supervision_corrections.accept(correction)
            tell_accepted(work, work.batches.get(one.batch), one)
            key = "correction-accepted"
        else:
            one = work.supervision_corrections.ask_again(correction, self.reason, self.due_on)
            tell_asked_again(work, work.batches.get(one.batch), one)
            key = "correction-asked-again"
        args = {"number": work.batches.get(one.batch).number, "place": one.place, "due": one.due_on}
        return Done((Sentence(key, args),), next=("/supervision_reports", "/menu"))
