"""结算意见: the payment is there, or goes back to the station with the reason (R7.9)."""

from enum import StrEnum
from types import MappingProxyType

from conversations import batch_news
from conversations.engine.boxes import Choice, Pick, Text, only_if
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence
from conversations.sources.settlements import seen_settlement
from rules.findings import Finding, NotPossible
from rules.money import in_yuan
from rules.roles import Action, who_may
from rules.settlements import SettlementState
from store.settlements import Settlement
from store.unit import UnitOfWork


class SettlementChoice(StrEnum):
    """What an officer can decide."""

    CONFIRM = "confirm"
    RETURN = "return"


class SettlementDecision(Form):
    """Opened from a payment on the screen, `12.3 confirm`: the step that was seen, the decision."""

    roles = who_may(Action.CHECK_SETTLEMENT)
    in_menu_of = frozenset()
    ways_out = MappingProxyType({"settlement-moved-on": "/settlement_check"})
    reviewed = False

    settlement = Pick("settlements_to_check")
    decision = Choice(SettlementChoice)
    reason = only_if(lambda form: form.decision is SettlementChoice.RETURN, Text(longest=200))

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """NotPossible where it has moved on since the button was shown, or nothing waits."""
        seen, _, decision = argument.partition(" ")
        if not seen:
            if not work.settlements.to_check():
                raise NotPossible(Finding("settlement-checks-none", "R7.9"))
            return {}
        number, step = seen_settlement(seen)
        standing = work.settlements.get(number)
        if standing.step != step or standing.state is not SettlementState.FILED:
            raise NotPossible(Finding("settlement-moved-on", "R7.9"))
        return {"settlement": seen, **({"decision": decision} if decision else {})}

    def submit(self, work: UnitOfWork) -> Done:
        one = self.decide(work)
        batch = work.batches.get(one.batch)
        yuan = in_yuan(work.settlements.bill(batch.id).total)
        key = f"settlement-told-{one.state}"
        step = f"/payment_slip {batch.number}"
        if one.state is SettlementState.RETURNED:
            step = f"/settlement {batch.number}"
        batch_news.tell_station(work, batch, key, step, yuan=yuan, reason=one.reason)
        said = Sentence(f"settlement-done-{one.state}", {"number": batch.number, "yuan": yuan})
        return Done((said,), next=("/settlement_check", "/menu"))

    def decide(self, work: UnitOfWork) -> Settlement:
        number, step = seen_settlement(self.settlement)
        if self.decision is SettlementChoice.CONFIRM:
            return work.settlements.confirm(number, step)
        return work.settlements.send_back(number, self.reason, step)
