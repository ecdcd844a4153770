"""举报处理: the complaints an officer may read, taken in hand and given back (R1.10)."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from conversations.engine.form import Done
from conversations.engine.messages import Picture, Sentence, sentences
from conversations.menu import Command
from conversations.paging import further, is_page, page_meant
from conversations.talk import Talk
from rules.complaints import ComplaintState
from rules.findings import NotPossible
from rules.roles import Action, Role, who_may
from store.complaints import Complaint, ComplaintId, Complaints
from store.unit import UnitOfWork

ACTS: Mapping[str, Callable[[Complaints, ComplaintId], Complaint]] = MappingProxyType(
    {"claim": Complaints.claim, "release": Complaints.release}
)


def complaints(talk: Talk, argument: str) -> Done:
    """The list a page at a time; `12` one in full, `12 claim` and `12 release`; also by number."""
    named, _, act = argument.partition(" ")
    if is_page(named):
        return listed(talk.work, page_meant(named))
    try:
        complaint = meant(talk.work, named)
        if act in ACTS:
            ACTS[act](talk.work.complaints, complaint)
        return shown(talk.work, talk.work.complaints.read(complaint))
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/complaints", "/menu"))


def meant(work: UnitOfWork, named: str) -> ComplaintId:
    """By id, or by the whole number of the receipt."""
    if named.isdecimal():
        return ComplaintId(int(named))
    found = work.complaints.desk(named).things if named else ()
    exactly = (one.id for one in found if one.number == named.upper())
    return next(exactly, ComplaintId(0))


def listed(work: UnitOfWork, page: int) -> Done:
    found = work.complaints.desk(page=page)
    if not found.things:
        return Done((Sentence("complaints-none"),), next=("/menu",))
    lines = (
        Sentence("complaints-line", {"n": n, **told(work, one)})
        for n, one in enumerate(found.things, start=1)
    )
    steps = [f"/complaints {one.number}" for one in found.things]
    steps += further("/complaints", page, found)
    return Done((Sentence("complaints-listed"), *lines), next=(*steps, "/menu"))


def told(work: UnitOfWork, one: Complaint) -> dict[str, object]:
    concerned = work.institutions.get(one.concerned).name if one.concerned else "—"
    return {
        "number": one.number,
        "about": one.about,
        "on": one.filed_at.date(),
        "state": one.state,
        "concerned": concerned,
    }


def shown(work: UnitOfWork, one: Complaint) -> Done:
    facts = {
        **told(work, one),
        "subject": one.subject or "—",
        "text": one.text,
        "contact": one.contact or "—",
        "anonymous": "yes" if one.person is None else "no",
    }
    says = [Sentence("complaint-shown", facts)]
    if one.state is ComplaintState.ANSWERED and one.answered_at is not None:
        answered = {"result": one.result, "on": one.answered_at.date(), "answer": one.answer}
        says.append(Sentence("complaint-shown-answer", answered))
    files = tuple(
        Picture(file.id, f"{one.number} {n}", file.media_type, file.size)
        for n, file in enumerate(work.complaints.files(one), start=1)
    )
    return Done(tuple(says), pictures=files, next=(*ways_on(work, one), "/complaints", "/menu"))


def ways_on(work: UnitOfWork, one: Complaint) -> Iterator[str]:
    mine = one.claimed_by == work.caller.person
    if one.state is ComplaintState.FILED:
        yield f"/complaints {one.number} claim"
    if one.state is ComplaintState.FILED or (one.state is ComplaintState.CLAIMED and mine):
        yield f"/complaint_answer {one.number}"
    if one.state is ComplaintState.CLAIMED and (mine or Role.CENTRE_OFFICER in work.caller.roles):
        yield f"/complaints {one.number} release"


COMPLAINTS = Command("complaints", who_may(Action.HANDLE_COMPLAINT), complaints)
"""举报处理"""
