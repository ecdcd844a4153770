"""撤销批次: a station withdraws a batch that is open, with the reason; everybody concerned hears of it (R4.1)."""

from collections.abc import Mapping

from conversations.engine.boxes import Pick, Text, YesNo, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence
from conversations.stations import withdrawal_news as news
from rules.findings import Finding, NotPossible
from rules.roles import Action, who_may
from store.batches import Batch
from store.unit import UnitOfWork


class Sure(YesNo):
    """Says beforehand how many will hear of it."""

    def told(self, sheet: Sheet) -> Mapping[str, object]:
        return {"people": sheet.facts or "none"}


class BatchWithdrawal(Form):
    """What is begun with the roster goes on: from then on an exam can only be moved (R4.7)."""

    roles = who_may(Action.WITHDRAW_BATCH)
    reviewed = False
    facts_from = ("batch",)

    batch = settled(Pick("batches_to_withdraw"))
    reason = Text(longest=300)
    sure = Sure()

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """`2026-0417`; NotPossible says at once why that batch, or none, can be withdrawn."""
        if not argument:
            if not work.batch_withdrawals.possible():
                raise NotPossible(Finding("batch-withdrawal-none", "R4.1"))
            return {}
        batch = work.batches.seen(argument)
        if against := tuple(work.batch_withdrawals.against(batch)):
            raise NotPossible(against)
        return {"batch": batch.number}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> int:
        """How many are registered."""
        batch = work.batches.find_by_number(answers["batch"]) if "batch" in answers else None
        return registered(work, batch) if batch else 0

    def submit(self, work: UnitOfWork) -> Done:
        batch = work.batches.seen(self.batch)
        steps = (f"/batches {batch.number}", "/batches")
        if not self.sure:
            return Done((Sentence("nothing-changed"),), next=steps)
        sent = news.sent(work, batch)
        withdrawn = work.batch_withdrawals.withdraw(batch.id, self.reason)
        news.spread(work, withdrawn, self.reason, sent)
        people = registered(work, withdrawn)
        told = {"number": batch.number, "people": people or "none"}
        return Done((Sentence("batch-withdrawn", told),), next=("/batch", "/batches"))


def registered(work: UnitOfWork, batch: Batch) -> int:
    return len(work.reschedules.candidates(batch.id))
