"""待办: the papers that wait for whoever asks, longest waiting first, and those returned to his institution."""

from collections.abc import Iterator, Sequence

from conversations import paper_view as view
from conversations.engine.form import Done
from conversations.engine.messages import Sentence
from conversations.examiners import score_desk
from conversations.menu import Command
from conversations.officers import (
    certificate_desk,
    evaluation_desk,
    settlement_desk,
    supervision_desk,
)
from conversations.officers.supervision_desk import Entry
from conversations.paging import after, page_meant
from conversations.paper_news import correction
from conversations.talk import Talk
from rules.approvals import ACTION_AT, PaperState
from rules.roles import EXAMINERS, Action, Role, who_may
from store.papers import Paper
from store.unit import UnitOfWork

ROLES = frozenset[Role]().union(*map(who_may, ACTION_AT.values()), who_may(Action.FILE_PAPER))
"""Who has it in the menu; examiners and supervisors have their own entries there, and may ask all the same."""
RETURNED_SHOWN = 3


def todo(talk: Talk, argument: str) -> Done:
    """A page of the list, `page:2`; the first one also names what is to be corrected."""
    work, page = talk.work, page_meant(argument)
    waiting = work.papers.waiting_for_caller(page)
    returned = work.papers.of_caller(0, PaperState.RETURNED).things if page == 0 else ()
    desks = brought(work) if page == 0 else {}
    if not waiting.things and not returned and not any(desks.values()):
        return Done((Sentence("todo-none"),), next=("/menu",))
    returned = returned[:RETURNED_SHOWN]
    says = [*waiting_lines(work, waiting.things), *returned_lines(returned)]
    lines = len(waiting.things) + len(returned)
    for heading, entries in desks.items():
        says += numbered(heading, entries, after=lines)
        lines += len(entries)
    steps = [f"/approve {paper.id}" for paper in waiting.things]
    steps += [correction(paper) for paper in returned]
    steps += [one.step for entries in desks.values() for one in entries]
    steps += [after("/todo", page)] if waiting.more else []
    return Done(tuple(says), next=tuple(steps))


def brought(work: UnitOfWork) -> dict[str, list[Entry]]:
    """What other desks bring, by its heading."""
    return {
        "scores-to-confirm-listed": list(score_desk.here(work)),
        "todo-evaluations": list(evaluation_desk.here(work)),
        "supervision-reports-listed": list(supervision_desk.here(work)),
        "todo-after-results": [*certificate_desk.here(work), *settlement_desk.here(work)],
    }


def waiting_lines(work: UnitOfWork, papers: tuple[Paper, ...]) -> Iterator[Sentence]:
    if papers:
        yield Sentence("todo-listed")
    for n, paper in enumerate(papers, start=1):
        yield Sentence(
            "todo-line",
            {
                "n": n,
                "number": paper.id,
                "kind": paper.kind,
                "programme": paper.programme or "none",
                "institution": view.called(work.institutions.get(paper.institution)),
                "days": view.waiting(work, paper),
                "claim": claim(work, paper),
            },
        )


def claim(work: UnitOfWork, paper: Paper) -> str:
    if not work.papers.is_claimed(paper):
        return "none"
    return "mine" if paper.claimed_by == work.caller.person else "other"


def returned_lines(papers: tuple[Paper, ...]) -> Iterator[Sentence]:
    if papers:
        yield Sentence("todo-returned")
    for paper in papers:
        yield Sentence("todo-returned-line", {"number": paper.id, "kind": paper.kind})


def numbered(heading: str, entries: Sequence[Entry], *, after: int) -> Iterator[Sentence]:
    """What another desk brings, numbered on below its heading."""
    if entries:
        yield Sentence(heading)
    for n, one in enumerate(entries, start=after + 1):
        yield Sentence(one.line.key, {**one.line.args, "n": n})


TODO = Command("todo", ROLES | EXAMINERS | {Role.SUPERVISOR}, todo, in_menu_of=ROLES)
