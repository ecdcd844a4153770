"""考评员名册: who is appointed at one's institution, or below an officer, for what and until when (R2.5, R9.3)."""

from collections.abc import Iterator

from conversations.engine.form import Done
from conversations.engine.messages import Paper, Sentence
from conversations.menu import Command
from conversations.paging import further, is_page, page_meant
from conversations.sources.appointed import has_account
from conversations.stations.examiner_application import form_papers
from conversations.talk import Talk
from rules.catalogue import level_name
from rules.examiners import may_assess
from rules.roles import Action, who_may
from store import rights
from store.examiners import Examiner, ExaminerState
from store.pages import page_of
from store.unit import UnitOfWork


def examiners(talk: Talk, argument: str) -> Done:
    """A page of the list, `page:2`, or one entry by its number."""
    number = argument.partition(" ")[0]
    everyone = list(talk.work.examiners.everyone())
    if is_page(number):
        return listed(talk, everyone, page_meant(number))
    found = next((one for one in everyone if one.number == number), None)
    if found is None:
        return Done((Sentence("examiner-unknown"),), next=("/examiners",))
    return shown(talk, found)


def listed(talk: Talk, everyone: list[Examiner], page: int) -> Done:
    work = talk.work
    found = page_of(everyone, page)
    propose = ("/examiner_application",) if may_propose(work) else ()
    if not found.things:
        return Done((Sentence("examiners-none"),), next=(*propose, "/menu"))
    lines = (
        Sentence("examiners-line", {"n": n, **told(work, one)})
        for n, one in enumerate(found.things, start=1)
    )
    steps = [f"/examiners {one.number}" for one in found.things]
    steps += further("/examiners", page, found)
    head = Sentence("examiners-listed", {"count": len(everyone)})
    register = Paper("examiner_register", 0, talk.words.say("examiner-register-xlsx"))
    return Done((head, *lines), (register,), next=(*steps, *propose))


def shown(talk: Talk, one: Examiner) -> Done:
    work, person = talk.work, talk.work.people.get(one.person)
    says = [Sentence("examiner-shown", told(work, one)), *trades(work, one)]
    if work.personal_accounts.has_one(person):
        says.append(Sentence("account-signs-in", {"user_name": person.user_name}))
    else:
        says.append(Sentence("account-missing"))
    proposal = work.examiner_applications.get(one.application)
    papers = form_papers(proposal, talk.words.language)
    return Done(tuple(says), papers, next=(*ways_on(work, one), "/examiners"))


def told(work: UnitOfWork, one: Examiner) -> dict[str, object]:
    institution = work.institutions.get(one.institution)
    return {
        "number": one.number,
        "name": one.name,
        "kind": one.kind,
        "unit": institution.operator or institution.name,
        "code": institution.code,
        "trades": tuple(work.units.get(*key).name for key in one.trades) or "—",
        "trained_on": one.trained_on,
        "appointed_on": one.appointed_on,
        "valid_until": one.valid_until,
        "state": one.state(work.today),
    }


def trades(work: UnitOfWork, one: Examiner) -> Iterator[Sentence]:
    """Each trade with the levels the person may assess (R2.5)."""
    for key in one.trades:
        unit = work.units.get(*key)
        levels = [x for x in unit.levels if may_assess(one.kind, x, unit.code)]
        names = tuple(level_name(level, unit) for level in levels)
        yield Sentence("examiner-trade", {"name": unit.name, "code": unit.code, "levels": names})


def ways_on(work: UnitOfWork, one: Examiner) -> Iterator[str]:
    if one.state(work.today) is ExaminerState.ENDED:
        return
    if not has_account(work, one) and rights.covers(
        work, Action.OPEN_PERSONAL_ACCOUNT, one.institution
    ):
        yield f"/personal_account {one.number}"
    if rights.covers(work, Action.END_EXAMINER, one.institution):
        yield f"/end_appointment {one.number}"


def may_propose(work: UnitOfWork) -> bool:
    return bool(work.caller.roles & who_may(Action.FILE_EXAMINER_APPLICATION))


EXAMINERS = Command("examiners", who_may(Action.SEE_EXAMINERS), examiners)
