"""职业工种: the assessment units of both programmes, found by name, code or pinyin (R1.2–R1.5)."""

from collections.abc import Mapping
from dataclasses import dataclass

from conversations.engine.messages import Choosable, Json, Page
from rules.catalogue import Programme, Unit
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class Trades:
    """Values are `programme:code`. Where only `complete` ones count, what an officer has yet to confirm is left out."""

    complete: bool = False

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = work.units.search(query, page=page)
        return Page([option(unit) for unit in found.things if self.lists(unit)], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        unit = unit_named(work, value)
        return option(unit) if unit and self.lists(unit) else None

    def lists(self, unit: Unit) -> bool:
        return unit.complete or not self.complete


def trade_value(unit: Unit) -> str:
    return f"{unit.programme}:{unit.code}"


def unit_named(work: UnitOfWork, value: str) -> Unit | None:
    """The unit of a list's value, None for anything else."""
    programme, _, code = value.partition(":")
    return work.units.find(Programme(programme), code) if programme in set(Programme) else None


def option(unit: Unit) -> Choosable:
    """Name, code and programme: the same name stands in both programmes."""
    key = f"trade-{unit.programme}" if unit.complete else "trade-incomplete"
    return Choosable(trade_value(unit), key=key, args={"name": unit.name, "code": unit.code})
