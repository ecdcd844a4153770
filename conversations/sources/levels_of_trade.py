"""The levels of one trade, each under its own figure (R1.3)."""

from collections.abc import Mapping

from conversations.engine.messages import Choosable, Json, Page
from conversations.levels import level_options
from conversations.sources.trades import unit_named
from store.unit import UnitOfWork


class LevelsOfTrade:
    """Values are figures; the answers name the trade."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        unit = unit_named(work, str(answers.get("trade", "")))
        return Page(level_options(unit) if unit and unit.complete else ())

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        listed = self.options(work, answers, "", 0).options
        return next((option for option in listed if option.value == value), None)
