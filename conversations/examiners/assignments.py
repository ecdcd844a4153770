"""督导和考评任务: what a supervisor was sent to and what an examiner was asked again for, with a yes or no (R4.7, R4.8)."""

from conversations import exam_wording as wording
from conversations.engine.form import Done
from conversations.engine.messages import Sentence
from conversations.menu import Command
from conversations.paging import further, is_page, page_meant
from conversations.sources.own_assignments import Assignment, find, own
from conversations.talk import Talk
from rules.roles import Action, who_may
from store.exam_calls import CallState
from store.pages import page_of


def assignments(talk: Talk, argument: str) -> Done:
    """A page of the list, `page:2`, or one with all there is to know about it: `s12`."""
    value = argument.partition(" ")[0]
    if is_page(value):
        return listed(talk, page_meant(value))
    found = find(talk.work, value)
    if found is None:
        return Done((Sentence("assignment-unknown"),), next=("/assignments", "/menu"))
    return shown(talk, found)


def listed(talk: Talk, page: int) -> Done:
    found = page_of(own(talk.work), page)
    if not found.things:
        return Done((Sentence("assignments-none"),), next=("/menu",))
    lines = (
        Sentence(
            "assignment-line",
            {
                "n": n,
                "kind": one.kind,
                "number": one.batch.number,
                "exam_on": one.batch.exam_on,
                "station": one.batch.station_name,
                "state": one.state,
            },
        )
        for n, one in enumerate(found.things, start=1)
    )
    steps = [f"/assignments {one.value}" for one in found.things]
    steps += further("/assignments", page, found)
    return Done((Sentence("assignments-listed"), *lines), next=tuple(steps))


def shown(talk: Talk, one: Assignment) -> Done:
    """Days, place, and whom to ask there once the answer was yes."""
    told = {"kind": one.kind, "number": one.batch.number, "state": one.state}
    says = [
        Sentence("assignment-shown", told),
        Sentence("assignment-place", wording.told(one.batch, talk.words)),
    ]
    contact = talk.work.batches.contact(one.batch)
    if contact.name and one.state == CallState.ACCEPTED:
        says.append(Sentence("assignment-contact", {"name": contact.name, "phone": contact.phone}))
    answers = {CallState.ASKED: ("yes", "no"), CallState.ACCEPTED: ("no",)}
    steps = [f"/assignment_reply {one.value} {a}" for a in answers.get(CallState(one.state), ())]
    return Done(tuple(says), next=(*steps, "/assignments"))


ASSIGNMENTS = Command("assignments", who_may(Action.ANSWER_ASSIGNMENT), assignments)
