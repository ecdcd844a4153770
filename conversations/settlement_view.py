"""A settlement in words: line by line, the amount in figures and in capitals, the payment as it was told."""

from collections.abc import Iterator

from conversations.engine.messages import Paper, Sentence, Words
from rules.catalogue import level_name
from rules.money import in_capitals, in_yuan
from rules.settlements import Bill, BillLine, SettlementState
from store.batches import Batch
from store.settlements import Settlement
from store.unit import UnitOfWork


def line_told(line: BillLine) -> dict[str, object]:
    return {
        "trade": line.unit.name,
        "level": level_name(line.level, line.unit),
        "certificates": line.certificates,
        "yuan": "none" if line.fen is None else in_yuan(line.fen),
        "amount": in_yuan(line.amount),
    }


def total_told(due: Bill) -> dict[str, object]:
    return {
        "certificates": due.certificates,
        "yuan": in_yuan(due.total),
        "capitals": in_capitals(due.total),
    }


def bill_lines(due: Bill) -> Iterator[Sentence]:
    """Each trade and level, then the whole where every price is known."""
    for line in due.lines:
        yield Sentence("bill-line", line_told(line))
    if not due.unpriced:
        yield Sentence("bill-total", total_told(due))


def shown(due: Bill, say: Words) -> str:
    """Below the title of its box."""
    return "\n".join(["", *(say.say(one.key, **one.args) for one in bill_lines(due))])


def payee_lines(work: UnitOfWork) -> Iterator[Sentence]:
    """Where to pay (⚙), or whom to ask."""
    payee = work.policy.current(work.today).payee
    if payee:
        yield Sentence("bill-payee", {"payee": "\n".join(payee)})
    else:
        yield Sentence("bill-payee-unknown")


def payment_lines(one: Settlement) -> Iterator[Sentence]:
    """What the station told, and what became of it."""
    args: dict[str, object] = {
        "payer": one.payer,
        "paid_on": one.paid_on,
        "filed_on": one.filed_at.date(),
    }
    yield Sentence("bill-payment", args)
    on = one.decided_at.date() if one.decided_at else one.filed_at.date()
    yield Sentence(f"bill-{one.state}", {"on": on, "reason": one.reason})


def documents(batch: Batch, say: Words) -> tuple[Paper, ...]:
    """To pay by, and to keep."""
    number = batch.number
    return (
        Paper("payment_slip", batch.id, say.say("export-payment_slip", number=number)),
        Paper("settlement", batch.id, say.say("export-settlement", number=number)),
    )


def is_open(one: Settlement | None) -> bool:
    """Whether the station is to pay, or to put something right."""
    return one is None or one.state is SettlementState.RETURNED
