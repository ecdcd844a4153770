"""我的许可证: what the station may do, until when, and what it was given (R1.7, R2.8)."""

from collections.abc import Iterator

from conversations.engine.form import Done
from conversations.engine.messages import Paper, Sentence, Words, sentences
from conversations.menu import Command
from conversations.talk import Talk
from rules.catalogue import level_name
from rules.licences import activity_findings
from rules.roles import STATION_STAFF
from store import rights
from store.institutions import Institution
from store.licences import Licence
from store.unit import UnitOfWork


def my_licence(talk: Talk, _: str) -> Done:
    station = rights.own_institution(talk.work, STATION_STAFF)
    licence = talk.work.licences.of(station.code)
    says = tuple(shown(talk.work, station, licence))
    papers = (licence_paper(licence, talk.words),) if licence else ()
    return Done(says, papers, next=("/licence_change", "/annual_review", "/menu"))


def shown(work: UnitOfWork, station: Institution, licence: Licence | None) -> Iterator[Sentence]:
    """A station with all its licence says, and why nothing new can be done where that is so."""
    facts = {"name": station.name, "code": station.code, "operator": station.operator}
    yield Sentence("station-shown", facts)
    if licence is None:
        yield Sentence("licence-none")
        return
    yield Sentence(
        "licence-shown",
        {
            "number": licence.number,
            "region": licence.region,
            "since": licence.valid_from,
            "until": licence.valid_until,
        },
    )
    for unit in licence.units:
        found = work.units.get(*unit.key)
        levels = tuple(level_name(level, found) for level in unit.levels)
        told = {"name": found.name, "code": unit.code, "levels": levels}
        yield Sentence(f"licence-unit-{unit.programme}", told)
    yield from sentences(activity_findings(licence, work.today))
    if licence.reason:
        yield Sentence("licence-reason", {"reason": licence.reason})
    for given in work.licences.handed_over(station.code):
        yield Sentence("handed-over-line", {"thing": given.thing, "on": given.on})


def licence_paper(licence: Licence, say: Words) -> Paper:
    return Paper("licence_pdf", licence.id, say.say("licence-pdf", number=licence.number))


MY_LICENCE = Command("my_licence", STATION_STAFF, my_licence)
