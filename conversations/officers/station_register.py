"""考试站名册: every station below the officer with its licence; one of them whole; all as a workbook (R9.3)."""

from conversations.engine.form import Done
from conversations.engine.messages import Paper, Sentence, sentences
from conversations.menu import Command
from conversations.paging import further, is_page, page_meant
from conversations.stations.my_licence import licence_paper, shown
from conversations.talk import Talk
from rules.findings import NotPossible
from rules.licences import activity_findings
from rules.roles import OFFICERS, Action, may
from store import rights
from store.institutions import Institution, InstitutionKind
from store.licences import Licence
from store.pages import page_of
from store.unit import UnitOfWork


def station_register(talk: Talk, argument: str) -> Done:
    """`49284267` shows one station, `常州` looks for it, `page:2` is the second page."""
    station = talk.work.institutions.find(argument)
    if station and station.kind is InstitutionKind.STATION:
        return one(talk, station)
    if is_page(argument):
        return listed(talk, "", page_meant(argument))
    return listed(talk, argument, 0)


def one(talk: Talk, station: Institution) -> Done:
    try:
        rights.check(talk.work, Action.READ_STATION, institution=station.code)
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/station_register",))
    licence = talk.work.licences.of(station.code)
    says = tuple(shown(talk.work, station, licence))
    papers = (licence_paper(licence, talk.words),) if licence else ()
    steps = [f"/licence {station.code}"] if may(talk.roles, Action.SET_LICENCE) else []
    if steps and licence:
        steps.append(f"/handing_over {station.code}")
    return Done(says, papers, next=(*steps, "/station_register"))


def listed(talk: Talk, query: str, page: int) -> Done:
    """A page of the stations of that number, school or name, with the workbook of all of them."""
    wanted = query.strip()
    every = talk.work.licences.register()
    fitting = (pair for pair in every if fits(pair[0], wanted)) if wanted else every
    found = page_of(fitting, page)
    if not found.things:
        return Done((Sentence("station-register-none"),), next=("/station_register", "/menu"))
    lines = [line(talk.work, n, *pair) for n, pair in enumerate(found.things, start=1)]
    steps = [f"/station_register {station.code}" for station, _ in found.things]
    more = () if wanted else further("/station_register", page, found)
    label = talk.words.say("station-register-xlsx")
    return Done(
        (Sentence("station-register-listed"), *lines),
        (Paper("station_register", 0, label),),
        next=(*steps, *more, "/menu"),
    )


def fits(station: Institution, wanted: str) -> bool:
    return any(wanted in text for text in (station.code, station.operator, station.name))


def line(work: UnitOfWork, n: int, station: Institution, licence: Licence | None) -> Sentence:
    told: dict[str, object] = {"n": n, "number": station.code[-3:], "operator": station.operator}
    if licence is None:
        return Sentence("station-register-unlicensed", told)
    why = [finding.key for finding in activity_findings(licence, work.today)]
    state = why[0].removeprefix("licence-") if why else "active"
    until = {"until": licence.valid_until, "state": state}
    return Sentence("station-register-line", {**told, **until})


STATION_REGISTER = Command("station_register", OFFICERS, station_register)
