"""Lines of the station's approved annual plans a batch can still be applied for with (R4.1)."""

from collections.abc import Mapping, Sequence

from conversations.engine.messages import Choosable, Json, Page
from conversations.sources.batch_trades import named
from rules.catalogue import Programme, level_name
from rules.roles import STATION_STAFF
from store import rights
from store.batches import BatchId
from store.pages import page_of
from store.plans import PlanLine
from store.unit import UnitOfWork


class FreeLines:
    """Values are the lines' ids. The answers name the programme, what is `taken` on the same form, and
    the batch that is corrected (`own`), whose lines stay its own."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        lines = usable(work, answers)
        fitting = {unit.key for unit in named(dict.fromkeys(x.unit for x in lines), query)}
        found = page_of((line for line in lines if line.unit.key in fitting), page)
        return Page([option(line) for line in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        return next((option(x) for x in usable(work, answers) if str(x.id) == value), None)


def usable(work: UnitOfWork, answers: Mapping[str, Json]) -> Sequence[PlanLine]:
    station = rights.own_institution(work, STATION_STAFF).code
    own = BatchId(answers["own"]) if answers["own"] else None
    lines = work.plans.usable(station, Programme(answers["programme"]), own)
    return [line for line in lines if str(line.id) not in answers["taken"]]


def option(line: PlanLine) -> Choosable:
    return Choosable(
        str(line.id),
        key="batch-line-option",
        args={
            "year": line.year,
            "month": line.month,
            "trade": line.unit.name,
            "level": level_name(line.level, line.unit),
            "people": line.people,
        },
    )
