"""考试站: the approved exam stations, found by number, code, school or pinyin (R1.6)."""

from collections.abc import Mapping
from dataclasses import dataclass

from conversations.engine.messages import Choosable, Json, Page
from rules.roles import Action
from store import rights
from store.institutions import Institution, InstitutionKind
from store.pages import page_of
from store.unit import UnitOfWork


class Stations:
    """Values are station codes."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = work.institutions.search(query, page)
        return Page([option(one) for one in found.things if is_station(one)], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        found = work.institutions.find(value)
        return option(found) if found and is_station(found) else None


def is_station(institution: Institution) -> bool:
    return institution.kind is InstitutionKind.STATION


def option(station: Institution) -> Choosable:
    """The three figures people know the station by, and the school that runs it."""
    args = {"number": station.code[-3:], "operator": station.operator}
    return Choosable(station.code, key="station-option", args=args)


@dataclass(frozen=True, slots=True)
class StationsBelow:
    """The stations whose licence the caller decides on; `licensed` leaves out those without one."""

    licensed: bool = False

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        below = (one for one in work.institutions.matching(query) if self.lists(work, one))
        found = page_of(below, page)
        return Page([option(one) for one in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        found = work.institutions.find(value)
        return option(found) if found and self.lists(work, found) else None

    def lists(self, work: UnitOfWork, one: Institution) -> bool:
        if not is_station(one) or not rights.covers(work, Action.SET_LICENCE, one.code):
            return False
        return not self.licensed or work.licences.of(one.code) is not None
