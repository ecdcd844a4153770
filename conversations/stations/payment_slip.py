"""缴费通知单: what a batch has to pay and where, how far the settlement is, for the station and the officers above it (R7.9)."""

from conversations import settlement_view as view
from conversations.engine.form import Done
from conversations.engine.messages import Sentence, sentences
from conversations.menu import Command
from conversations.talk import Talk
from rules.findings import NotPossible
from rules.roles import Action, who_may
from store import rights
from store.batches import Batch
from store.unit import UnitOfWork

MAY_FILE = who_may(Action.FILE_SETTLEMENT)


def payment_slip(talk: Talk, argument: str) -> Done:
    """`2026-0417` of that batch; without a number the batches that are to be settled."""
    try:
        if not argument:
            return listed(talk.work)
        return shown(talk, talk.work.batches.seen(argument))
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/batches", "/menu"))


def listed(work: UnitOfWork) -> Done:
    found = work.settlements.to_file()
    if not found:
        return Done((Sentence("settlements-none"),), next=("/batches", "/menu"))
    lines = (
        Sentence("settlements-line", {"n": n, "number": one.number, "exam_on": one.exam_on})
        for n, one in enumerate(found, start=1)
    )
    steps = (f"/payment_slip {one.number}" for one in found)
    return Done((Sentence("settlements-listed"), *lines), next=(*steps, "/menu"))


def shown(talk: Talk, batch: Batch) -> Done:
    work = talk.work
    standing = work.settlements.seen(batch.id)
    due = work.settlements.bill(batch.id)
    head = Sentence("bill-head", {"number": batch.number, "station": batch.station_name})
    if not due.certificates:
        return Done((head, Sentence("settlement-nobody-passed")), next=("/batches", "/menu"))
    unpriced = (Sentence("settlement-no-price", {"level": x}) for x in due.unpriced)
    payee = view.payee_lines(work) if view.is_open(standing) else ()
    payment = view.payment_lines(standing) if standing else ()
    says = (head, *view.bill_lines(due), *unpriced, *payee, *payment)
    papers = () if due.unpriced else view.documents(batch, talk.words)
    may_file = rights.covers(work, Action.FILE_SETTLEMENT, batch.station_code, batch.programme)
    files_now = view.is_open(standing) and not due.unpriced and may_file
    steps = (f"/settlement {batch.number}",) if files_now else ()
    back = (f"/batches {batch.number}",) if may_file else ()
    return Done(says, papers, next=(*steps, *back, "/menu"))


PAYMENT_SLIP = Command(
    "payment_slip", who_may(Action.SEE_SETTLEMENT), payment_slip, in_menu_of=MAY_FILE
)
