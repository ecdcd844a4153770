"""证书结算: the station tells of its payment, with a copy of the remittance slip (R7.9)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from conversations import batch_news, settlement_view
from conversations.candidates.kept import as_received
from conversations.candidates.pictures import scan
from conversations.engine.boxes import Day, Known, Pick, Text, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence, Words
from rules.findings import Finding, NotPossible
from rules.money import in_yuan
from rules.roles import Action, who_may
from rules.settlements import Bill
from store.batches import Batch
from store.files import FileId
from store.settlements import Payment
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class SettlementFacts:
    """What is to be paid, and when it may have been."""

    due: Bill
    earliest: date
    today: date


def shown_due(due: Bill | None, say: Words) -> str:
    return settlement_view.shown(due, say) if due else "…"


def earliest(form: Sheet) -> date | None:
    facts: SettlementFacts | None = form.facts
    return facts.earliest if facts else None


def latest(form: Sheet) -> date | None:
    facts: SettlementFacts | None = form.facts
    return facts.today if facts else None


class Settlement(Form):
    """One payment for the whole batch; what was sent back opens as it was told."""

    roles = who_may(Action.FILE_SETTLEMENT)
    facts_from = ("batch",)

    batch = settled(Pick("batches_to_settle"))
    due = Known(lambda form: form.facts.due if form.facts else None, shown_due)
    payer = Text(longest=100)
    paid_on = Day(earliest=earliest, latest=latest)
    slip = scan()

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """`2026-0417`; NotPossible at once where there is nothing to pay, or no price for it."""
        if not argument:
            owed = work.settlements.to_file()
            if not owed:
                raise NotPossible(Finding("settlements-none", "R7.9"))
            if len(owed) > 1:
                return {}
            argument = owed[0].number
        batch = work.batches.seen(argument)
        if against := work.settlements.against(batch):
            raise NotPossible(against)
        return {"batch": batch.number, **told_before(work, batch)}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> SettlementFacts | None:
        batch = work.batches.find_by_number(answers["batch"]) if "batch" in answers else None
        if batch is None:
            return None
        return SettlementFacts(work.settlements.due(batch.id), batch.applied_on, work.today)

    def submit(self, work: UnitOfWork) -> Done:
        batch = work.batches.seen(self.batch)
        payment = Payment(self.payer, self.paid_on, FileId(self.slip.file))
        filed = work.settlements.file(batch.id, payment)
        yuan = in_yuan(work.settlements.bill(batch.id).total)
        tell_officers(work, batch, yuan, again=filed.step > 1)
        said = Sentence("settlement-filed", {"number": batch.number, "yuan": yuan})
        return Done((said,), next=(f"/payment_slip {batch.number}", "/menu"))


def told_before(work: UnitOfWork, batch: Batch) -> dict[str, Json]:
    """The payment as it was told before it was sent back."""
    before = work.settlements.find(batch.id)
    if before is None:
        return {}
    slip = as_received(work.files.get(before.slip))
    return {"payer": before.payer, "paid_on": before.paid_on.isoformat(), "slip": slip}


def tell_officers(work: UnitOfWork, batch: Batch, yuan: str, *, again: bool) -> None:
    step = f"/settlement_check {batch.number}"
    told = {"yuan": yuan, "again": "yes" if again else "no"}
    batch_news.tell_officers(
        work, batch, Action.CHECK_SETTLEMENT, "settlement-told-filed", step, **told
    )
