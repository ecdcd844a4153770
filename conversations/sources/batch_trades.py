"""The trades one batch examines (R4.6)."""

from collections.abc import Iterable, Mapping

from conversations.engine.messages import Choosable, Json, Page
from conversations.sources.open_batches import batch_named
from conversations.sources.trades import trade_value
from rules.catalogue import Unit
from store.catalogue.pinyin import Names, fold
from store.pages import page_of
from store.unit import UnitOfWork


class BatchTrades:
    """Values are `programme:code`; the answer before says which batch."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = page_of(named(examined(work, answers), query), page)
        return Page([option(unit) for unit in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        return next((option(u) for u in examined(work, answers) if trade_value(u) == value), None)


def examined(work: UnitOfWork, answers: Mapping[str, Json]) -> list[Unit]:
    """Each trade once, in the order the batch was applied for."""
    batch = batch_named(work, answers.get("batch", ""))
    return list(dict.fromkeys(i.unit for i in work.batches.items(batch.id))) if batch else []


def named(units: Iterable[Unit], query: str) -> list[Unit]:
    """Those a query means by characters, pinyin or code; all for an empty one."""
    offered = list(units)
    if not query.strip():
        return offered
    fits = Names(unit.name for unit in offered).fits(query)
    wanted = fold(query)
    return [u for u in offered if fold(u.name) in fits or wanted in fold(u.code)]


def option(unit: Unit) -> Choosable:
    """A batch stays within one programme, so name and code say all."""
    return Choosable(trade_value(unit), f"{unit.name} {unit.code}")
