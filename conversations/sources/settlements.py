"""Batches to settle, and payments to check (R7.9)."""

from collections.abc import Mapping, Sequence

from conversations.engine.messages import Choosable, Json, Page
from rules.findings import NotPossible
from rules.money import in_yuan
from store.batches import Batch
from store.pages import page_of
from store.settlements import Settlement, SettlementId
from store.unit import UnitOfWork


def to_settle(work: UnitOfWork) -> Sequence[Batch]:
    return work.settlements.to_file()


def with_amount(work: UnitOfWork, batch: Batch) -> Choosable:
    due = work.settlements.due(batch.id)
    args = {
        "number": batch.number,
        "certificates": due.certificates,
        "yuan": "none" if due.unpriced else in_yuan(due.total),
    }
    return Choosable(batch.number, key="settlement-batch-option", args=args)


def seen_settlement(value: str) -> tuple[SettlementId, int]:
    """The settlement and the step that was seen of `12.3`."""
    number, _, step = value.partition(".")
    is_one = number.isdecimal() and step.isdecimal()
    return (SettlementId(int(number)), int(step)) if is_one else (SettlementId(0), 0)


class SettlementsToCheck:
    """What waits; one that has moved on meanwhile stays chosen, to be told of."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = page_of(work.settlements.to_check(), page)
        return Page([option(work, one) for one in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        try:
            one = work.settlements.get(seen_settlement(value)[0])
            work.settlements.seen(one.batch)
        except NotPossible:
            return None
        return Choosable(value, key="settlement-option", args=told(work, one))


def option(work: UnitOfWork, one: Settlement) -> Choosable:
    return Choosable(f"{one.id}.{one.step}", key="settlement-option", args=told(work, one))


def told(work: UnitOfWork, one: Settlement) -> dict[str, object]:
    batch = work.batches.get(one.batch)
    yuan = in_yuan(work.settlements.bill(batch.id).total)
    return {"number": batch.number, "station": batch.station_name, "yuan": yuan}
