"""核对结算: payments the stations told of, each with its slip, to be found in the account or sent back (R7.9)."""

from conversations import settlement_view as view
from conversations.engine.form import Done
from conversations.engine.messages import Picture, Sentence, sentences
from conversations.menu import Command
from conversations.paging import further, is_page, page_meant
from conversations.talk import Talk
from rules.findings import NotPossible
from rules.money import in_yuan
from rules.roles import Action, who_may
from rules.settlements import SettlementState
from store.batches import Batch
from store.pages import page_of
from store.settlements import Settlement
from store.unit import UnitOfWork


def settlement_check(talk: Talk, argument: str) -> Done:
    """What waits, `page:2` of it; `2026-0417` the payment of one batch."""
    if is_page(argument):
        return listed(talk.work, page_meant(argument))
    try:
        return shown(talk, talk.work.batches.seen(argument))
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/settlement_check", "/menu"))


def listed(work: UnitOfWork, page: int) -> Done:
    found = page_of(work.settlements.to_check(), page)
    if not found.things:
        return Done((Sentence("settlement-checks-none"),), next=("/menu",))
    batches = [work.batches.get(one.batch) for one in found.things]
    lines = (
        Sentence("settlement-checks-line", {"n": n, **told(work, batch, one)})
        for n, (batch, one) in enumerate(zip(batches, found.things, strict=True), start=1)
    )
    steps = [f"/settlement_check {batch.number}" for batch in batches]
    steps += further("/settlement_check", page, found)
    return Done((Sentence("settlement-checks-listed"), *lines), next=(*steps, "/menu"))


def told(work: UnitOfWork, batch: Batch, one: Settlement) -> dict[str, object]:
    return {
        "number": batch.number,
        "station": batch.station_name,
        "yuan": in_yuan(work.settlements.bill(batch.id).total),
        "paid_on": one.paid_on,
        "days": (work.today - one.filed_at.date()).days,
    }


def shown(talk: Talk, batch: Batch) -> Done:
    """The bill beside what was paid; the slip to look at."""
    work = talk.work
    standing = work.settlements.seen(batch.id)
    if standing is None:
        none = Sentence("settlement-not-filed", {"number": batch.number})
        return Done((none,), next=("/settlement_check", "/menu"))
    head = Sentence("bill-head", {"number": batch.number, "station": batch.station_name})
    says = (head, *view.bill_lines(work.settlements.bill(batch.id)), *view.payment_lines(standing))
    steps: tuple[str, ...] = ()
    if standing.state is SettlementState.FILED:
        seen = f"{standing.id}.{standing.step}"
        steps = tuple(f"/settlement_decision {seen} {what}" for what in ("confirm", "return"))
    documents = view.documents(batch, talk.words)
    return Done(says, documents, (slip(talk, standing),), (*steps, "/settlement_check", "/menu"))


def slip(talk: Talk, one: Settlement) -> Picture:
    file = talk.work.files.get(one.slip)
    return Picture(file.id, talk.words.say("settlement-slip-file"), file.media_type, file.size)


SETTLEMENT_CHECK = Command("settlement_check", who_may(Action.CHECK_SETTLEMENT), settlement_check)
