"""Who hears at once what became of an evaluation report: the team, its leader, the station, the officers (R7.2)."""

from collections.abc import Callable, Iterable

from conversations import evaluation_wording as wording
from conversations.engine.messages import Outgoing, Words
from conversations.steps import options
from conversations.telling import tell, tell_institution
from rules.evaluations import OpinionKind, ReportState
from rules.roles import STATION_STAFF, Action
from store import rights
from store.evaluations import ItemReport, Opinion, Report
from store.people import PersonId
from store.unit import UnitOfWork


def tell_filed(work: UnitOfWork, before: ItemReport, report: Report) -> None:
    """Everybody else of the team is asked; of a revision those who objected are told first."""
    objectors = {one.person for one in before.opinions if one.kind is OpinionKind.OBJECT}
    others = [one.person for one in before.team.others]
    for person in sorted(others, key=lambda one: one not in objectors):
        key = "report-told-objector" if person in objectors else "report-told-filed"
        told = {"changed": report.content.changed or "none", "version": report.version}
        tell_each(work, [person], news(key, before, [f"/report_opinion {report.id}"], **told))
    if before.report is None:
        filed = news("report-told-station", before, [f"/evaluation_reports {before.batch.number}"])
        tell_institution(work, before.batch.station_code, filed, STATION_STAFF)


def tell_opinion(work: UnitOfWork, before: ItemReport, opinion: Opinion) -> None:
    """The leader hears each; of an objection also who may overrule it and the station; all that it stands."""
    here = work.evaluations.item(before.item.id)
    said = {"name": opinion.name, "kind": opinion.kind.value, "text": opinion.text}
    if opinion.kind is OpinionKind.OBJECT:
        to_leader = [f"/evaluation_report {here.item.id}"]
        tell_each(
            work,
            rights.holders(work, Action.OVERRULE, here.batch.station_code, here.batch.programme),
            news("objection-told-officers", here, [f"/report_overruling {opinion.id}"], **said),
        )
        to_station = news("objection-told-station", here, [f"/batches {here.batch.number}"])
        tell_institution(work, here.batch.station_code, to_station, STATION_STAFF)
    else:
        to_leader = [f"/evaluation_reports r{opinion.report}"]
    tell_each(work, [here.team.leader.person], news("opinion-told-leader", here, to_leader, **said))
    tell_confirmed(work, here)


def tell_overruled(work: UnitOfWork, before: ItemReport, opinion: Opinion) -> None:
    """Whoever objected, and the leader."""
    here = work.evaluations.item(before.item.id)
    told = {"name": opinion.name, "reason": opinion.overruling}
    people = [opinion.person, here.team.leader.person]
    steps = [f"/evaluation_reports r{opinion.report}"]
    tell_each(work, people, news("objection-told-overruled", here, steps, **told))
    tell_confirmed(work, here)


def tell_confirmed(work: UnitOfWork, here: ItemReport) -> None:
    """Leader and station, once everybody has agreed."""
    if here.state is not ReportState.CONFIRMED:
        return
    leader = news("report-told-confirmed", here, [])
    tell_each(work, [here.team.leader.person], leader)
    station = news("report-told-confirmed", here, [f"/batches {here.batch.number}"])
    tell_institution(work, here.batch.station_code, station, STATION_STAFF)


def tell_each(
    work: UnitOfWork, people: Iterable[PersonId], what: Callable[[Words], Outgoing]
) -> None:
    for person in people:
        tell(work, work.people.get(person), what)


def news(
    key: str, here: ItemReport, steps: list[str], **more: object
) -> Callable[[Words], Outgoing]:
    def what(say: Words) -> Outgoing:
        told = {**wording.item_told(here), "station": here.batch.station_name, **more}
        return Outgoing(say.say(key, **told), options(steps, say))

    return what
