"""合格人员名册 and 证书登记册: who qualified in a batch, and the certificates of a year, as workbooks (R7.6, R9.3)."""

from collections.abc import Iterator

from conversations.engine.form import Done
from conversations.engine.messages import Paper, Sentence, sentences
from conversations.menu import Command
from conversations.paging import further, is_page, page_meant
from conversations.talk import Talk
from rules.findings import NotPossible
from rules.roles import Action, who_may
from store import outcomes
from store.batches import Batch
from store.pages import page_of
from store.unit import UnitOfWork

ROLES = who_may(Action.EXPORT_ROSTER)
YEARS_SHOWN = 3


def qualified_roster(talk: Talk, argument: str) -> Done:
    """The batches with approved results, `page:2` of them; `2026-0417` the list of one."""
    if is_page(argument):
        return listed(talk.work, page_meant(argument))
    try:
        return shown(talk, talk.work.batches.seen(argument))
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/qualified_roster", "/menu"))


def listed(work: UnitOfWork, page: int) -> Done:
    found = page_of(work.results.approved(), page)
    if not found.things:
        return Done((Sentence("qualified-none"),), next=("/menu",))
    lines = (
        Sentence("qualified-line", {"n": n, **told(work, batch)})
        for n, batch in enumerate(found.things, start=1)
    )
    steps = [f"/qualified_roster {batch.number}" for batch in found.things]
    steps += further("/qualified_roster", page, found)
    return Done((Sentence("qualified-listed"), *lines), next=(*steps, "/menu"))


def told(work: UnitOfWork, batch: Batch) -> dict[str, object]:
    return {
        "number": batch.number,
        "station": batch.station_name,
        "exam_on": batch.exam_on,
        "people": len(outcomes.qualified(work, batch.id)),
        "issued": work.issuing.count(batch.id),
    }


def shown(talk: Talk, batch: Batch) -> Done:
    outcomes.approved(talk.work, batch.id)
    name = talk.words.say("export-qualified_roster", number=batch.number)
    papers = (Paper("qualified_roster", batch.id, name),)
    steps = (f"/settlement {batch.number}", f"/certificate_application {batch.number}")
    said = Sentence("qualified-shown", told(talk.work, batch))
    return Done((said,), papers, next=(*steps, "/qualified_roster", "/menu"))


def certificate_register(talk: Talk, _: str) -> Done:
    """A workbook a year, this one and those before."""
    papers = tuple(register_papers(talk))
    return Done(
        (Sentence("certificate-register-here"),), papers, next=("/qualified_roster", "/menu")
    )


def register_papers(talk: Talk) -> Iterator[Paper]:
    this = talk.work.today.year
    for year in range(this, this - YEARS_SHOWN, -1):
        name = talk.words.say("export-certificate_register", year=str(year))
        yield Paper("certificate_register", year, name)


QUALIFIED_ROSTER = Command("qualified_roster", ROLES, qualified_roster)
CERTIFICATE_REGISTER = Command("certificate_register", ROLES, certificate_register)
