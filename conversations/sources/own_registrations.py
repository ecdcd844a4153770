"""The person's own registrations, and those of them the stamped form belongs to (R5.4)."""

from collections.abc import Mapping

from conversations.engine.messages import Choosable, Json, Page
from conversations.levels import level_name
from conversations.sources.open_batches import last_day
from rules.registration import RegistrationState
from store.pages import page_of
from store.registrations import Registration
from store.unit import UnitOfWork


class AwaitingStamp:
    """Values are registration ids. A stamped form once sent may be replaced, so its registration is still found."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        awaiting = [one for one in own(work) if one.state is RegistrationState.SUBMITTED]
        found = page_of((one for one in awaiting if query.strip() in one.number), page)
        return Page([option(work, one) for one in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        filed = named(work, value)
        return option(work, filed) if filed else None


def own(work: UnitOfWork) -> tuple[Registration, ...]:
    """All the person filed, newest first."""
    return work.registrations.of(work.caller.person) if work.caller.person is not None else ()


def named(work: UnitOfWork, value: str) -> Registration | None:
    """The person's registration of this id or number."""
    return next((one for one in own(work) if value in {str(one.id), one.number}), None)


def option(work: UnitOfWork, filed: Registration) -> Choosable:
    return Choosable(str(filed.id), key="registration-option", args=told(work, filed))


def told(work: UnitOfWork, filed: Registration) -> dict[str, object]:
    """What is said of a registration: its number, trade and level, station, days and state."""
    batch = work.batches.get(filed.batch_id)
    unit = work.units.get(filed.programme, filed.unit_code)
    last = last_day(batch)
    return {
        "number": filed.number,
        "trade": unit.name,
        "level": level_name(filed.level, unit),
        "station": batch.station_name,
        "exam_on": batch.exam_on,
        "state": filed.state,
        "month": last.month,
        "day": last.day,
    }
