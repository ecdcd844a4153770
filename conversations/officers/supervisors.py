"""督导员名册: the supervisors of one's management station, with what they were trained in (R2.7)."""

from collections.abc import Iterator

from conversations.engine.form import Done
from conversations.engine.messages import Sentence
from conversations.menu import Command
from conversations.paging import further, is_page, page_meant
from conversations.sources.appointed import has_account
from conversations.talk import Talk
from rules.names import mask_phone
from rules.roles import Action, who_may
from store.pages import page_of
from store.supervisors import Supervisor, SupervisorState
from store.unit import UnitOfWork


def supervisors(talk: Talk, argument: str) -> Done:
    """A page of the list, `page:2`, or one entry by its number, its phone in full but once."""
    number = argument.partition(" ")[0]
    everyone = list(talk.work.supervisors.everyone())
    if is_page(number):
        return listed(talk.work, everyone, page_meant(number))
    found = next((one for one in everyone if one.number == number), None)
    if found is None:
        return Done((Sentence("supervisor-unknown"),), next=("/supervisors",))
    return shown(talk.work, found)


def listed(work: UnitOfWork, everyone: list[Supervisor], page: int) -> Done:
    found = page_of(everyone, page)
    if not found.things:
        return Done((Sentence("supervisors-none"),), next=("/supervisor", "/menu"))
    lines = (
        Sentence("supervisors-line", {"n": n, **told(work, one)})
        for n, one in enumerate(found.things, start=1)
    )
    steps = [f"/supervisors {one.number}" for one in found.things]
    steps += further("/supervisors", page, found)
    head = Sentence("supervisors-listed", {"count": len(everyone)})
    return Done((head, *lines), next=(*steps, "/supervisor"))


def shown(work: UnitOfWork, one: Supervisor) -> Done:
    masked = Sentence("supervisor-shown", {**told(work, one), "phone": mask_phone(one.phone)})
    in_full = Sentence("supervisor-shown", {**told(work, one), "phone": one.phone})
    return Done((masked,), next=(*ways_on(work, one), "/supervisors"), once=(in_full,))


def told(work: UnitOfWork, one: Supervisor) -> dict[str, object]:
    return {
        "number": one.number,
        "name": one.name,
        "works_at": one.works_at,
        "training": one.training or "none",
        "trained_on": one.trained_on or "none",
        "valid_until": one.valid_until,
        "state": one.state(work.today),
    }


def ways_on(work: UnitOfWork, one: Supervisor) -> Iterator[str]:
    match one.state(work.today):
        case SupervisorState.TO_BE_TRAINED:
            yield "/nomination"
        case SupervisorState.APPOINTED if not has_account(work, one):
            yield f"/personal_account {one.number}"
        case SupervisorState.ENDED | SupervisorState.EXPIRED:
            yield "/supervisor"
        case _:
            pass
    if one.state(work.today) is not SupervisorState.ENDED:
        yield f"/end_appointment {one.number}"


SUPERVISORS = Command("supervisors", who_may(Action.KEEP_SUPERVISORS), supervisors)
