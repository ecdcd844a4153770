"""What is picked from around evaluation reports: to file, to speak on, and objections to decide (R7.2)."""

from collections.abc import Iterable, Iterator, Mapping

from conversations.engine.messages import Choosable, Json, Page
from conversations.evaluation_wording import item_told
from rules.evaluations import ReportState
from rules.findings import NotPossible
from store.batches import ItemId
from store.evaluations import ItemReport, Opinion, OpinionId, ReportId
from store.pages import page_of
from store.unit import UnitOfWork


class ReportsToFile:
    """Values are an item and the version seen of its report, `12.0` for none: of items the caller led."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        meant = (here for here in led(work) if query.strip() in here.batch.number)
        found = page_of(meant, page)
        return Page([to_file(here) for here in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        here = item_of(work, value)
        if here is None or here.team.leader.person != work.caller.person:
            return None
        return Choosable(value, key="report-option", args=told(here))


def led(work: UnitOfWork) -> Iterator[ItemReport]:
    """Whose scores count, what is most wanted first."""
    mine = (
        here
        for here in work.evaluations.own()
        if here.team.leader.person == work.caller.person and here.state is not ReportState.EARLY
    )
    yield from sorted(mine, key=lambda here: WANTED.index(here.state))


WANTED = (
    ReportState.OBJECTED,
    ReportState.OUTDATED,
    ReportState.DUE,
    ReportState.PENDING,
    ReportState.CONFIRMED,
)


def item_value(here: ItemReport) -> str:
    return f"{here.item.id}.{here.version}"


def item_of(work: UnitOfWork, value: str) -> ItemReport | None:
    """The item of `12.0` or `12`."""
    number = value.partition(".")[0]
    try:
        return work.evaluations.item(ItemId(int(number))) if number.isdecimal() else None
    except NotPossible:
        return None


def version_seen(value: str) -> int:
    version = value.partition(".")[2]
    return int(version) if version.isdecimal() else 0


def to_file(here: ItemReport) -> Choosable:
    return Choosable(item_value(here), key="report-option", args=told(here))


def told(here: ItemReport) -> dict[str, object]:
    return {**item_told(here), "state": here.state.value, "version": here.version}


class ReportsToAnswer:
    """Values are reports: versions that count and wait for the caller's opinion."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        meant = (here for here in to_answer(work) if query.strip() in here.batch.number)
        found = page_of(meant, page)
        return Page([answer_option(here) for here in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        """Also one that was revised since: the store says so."""
        here = item_of_report(work, value)
        served = here is not None and work.caller.person in here.team
        return Choosable(value, key="report-option", args=told(here)) if served and here else None


def to_answer(work: UnitOfWork) -> Iterator[ItemReport]:
    for here in work.evaluations.own():
        if here.report and work.caller.person in here.facts.awaited:
            yield here


def item_of_report(work: UnitOfWork, value: str) -> ItemReport | None:
    try:
        report = work.evaluations.get(ReportId(int(value))) if value.isdecimal() else None
    except NotPossible:
        return None
    return work.evaluations.item(report.item) if report else None


def answer_option(here: ItemReport) -> Choosable:
    assert here.report
    return Choosable(str(here.report.id), key="report-option", args=told(here))


class ObjectionsToDecide:
    """Values are opinions: objections to reports of the caller's stations."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = page_of(meant(work.evaluations.objections(), query.strip()), page)
        return Page([objection_option(*one) for one in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        found = (one for one in work.evaluations.objections() if str(one[0].id) == value)
        one = next(found, None)
        return objection_option(*one) if one else None


def meant(
    objections: Iterable[tuple[Opinion, ItemReport]], query: str
) -> Iterator[tuple[Opinion, ItemReport]]:
    for opinion, here in objections:
        if query in here.batch.number or query in here.batch.station_name:
            yield opinion, here


def objection_option(opinion: Opinion, here: ItemReport) -> Choosable:
    args = {**item_told(here), "station": here.batch.station_name}
    return Choosable(str(opinion.id), key="objection-option", args=args)


def objection_of(work: UnitOfWork, value: str) -> Opinion | None:
    try:
        return work.evaluations.opinion(OpinionId(int(value))) if value.isdecimal() else None
    except NotPossible:
        return None
