"""Applications to become a station, as whoever has to do something with them picks them."""

from collections.abc import Mapping

from conversations.engine.messages import Choosable, Json, Page
from rules.roles import Role
from rules.stations import StationApplicationState
from store import rights
from store.pages import page_of
from store.station_applications import StationApplicationId, StationRecord
from store.unit import UnitOfWork


class AwaitingSeals:
    """The unit's own, once it is filled in and before anybody has seen it. Values are ids."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        return Page([option(work, one) for one in self.own(work)])

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        return next((option(work, one) for one in self.own(work) if str(one.id) == value), None)

    @staticmethod
    def own(work: UnitOfWork) -> tuple[StationRecord, ...]:
        unit = rights.own_institution(work, frozenset({Role.APPLICANT_UNIT}))
        latest = work.station_applications.of(unit.code)
        if latest is None or latest.state is not StationApplicationState.AWAITING_SEAL:
            return ()
        return (latest,)


class ToInspect:
    """Those lying at the officer's second tier."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        return searched(work, self.all(work), query, page)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        return next((option(work, one) for one in self.all(work) if str(one.id) == value), None)

    @staticmethod
    def all(work: UnitOfWork) -> list[StationRecord]:
        lying = work.inspections.waiting()
        return [work.station_applications.get(StationApplicationId(one.subject)) for one in lying]


class ToFound:
    """Those the centre approved that have no code yet."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        return searched(work, work.station_applications.approved(), query, page)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        waiting = work.station_applications.approved()
        return next((option(work, one) for one in waiting if str(one.id) == value), None)


def searched(
    work: UnitOfWork,
    applications: list[StationRecord] | tuple[StationRecord, ...],
    query: str,
    page: int,
) -> Page:
    """By a part of the unit's name."""
    wanted = query.strip()
    named = [(one, work.institutions.get(one.institution).name) for one in applications]
    found = page_of((one for one, name in named if wanted in name), page)
    return Page([option(work, one) for one in found.things], found.more)


def option(work: UnitOfWork, application: StationRecord) -> Choosable:
    unit = work.institutions.get(application.institution)
    args = {"unit": unit.name, "on": application.filed_on}
    return Choosable(str(application.id), key="station-application-option", args=args)
