"""The trades on the station's licence, of one programme (R1.7)."""

from collections.abc import Mapping

from conversations.engine.messages import Choosable, Json, Page
from conversations.sources.batch_trades import named, option
from conversations.sources.trades import trade_value
from rules.catalogue import Unit
from rules.roles import STATION_STAFF
from store import rights
from store.pages import page_of
from store.unit import UnitOfWork


class LicensedTrades:
    """Values are `programme:code`; the answers name the programme, or none for both."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = page_of(named(licensed(work, answers), query), page)
        return Page([option(unit) for unit in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        return next((option(u) for u in licensed(work, answers) if trade_value(u) == value), None)


def licensed(work: UnitOfWork, answers: Mapping[str, Json]) -> list[Unit]:
    """As the licence lists them, ascending by code."""
    licence = work.licences.of(rights.own_institution(work, STATION_STAFF).code)
    wanted = answers.get("programme")
    units = licence.units if licence else ()
    return [work.units.get(*unit.key) for unit in units if wanted in {None, unit.programme}]
