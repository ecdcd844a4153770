"""我的申请: what one's institution applied for, how far it has come and why, and what can be done about it."""

from collections.abc import Iterator

from conversations import paper_view as view
from conversations.engine.form import Done
from conversations.engine.messages import Sentence, sentences
from conversations.menu import Command
from conversations.paging import further, page_meant
from conversations.paper_news import correction
from conversations.talk import Talk
from rules.approvals import UNDER_WAY, PaperState
from rules.findings import NotPossible
from rules.roles import Action, who_may
from store.papers import Paper, PaperId


def my_papers(talk: Talk, argument: str) -> Done:
    """All of them, newest first, a page at a time; `12` one with its history, `12 openly` private lines once."""
    number, _, wish = argument.partition(" ")
    if not number.isdecimal():
        return listed(talk, page_meant(argument))
    try:
        paper = talk.work.papers.own(PaperId(int(number)))
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/my_papers",))
    return openly(talk, paper) if wish == "openly" else shown(talk, paper)


def listed(talk: Talk, page: int) -> Done:
    found = talk.work.papers.of_caller(page)
    if not found.things:
        return Done((Sentence("my-papers-none"),), next=("/menu",))
    lines = (
        Sentence("my-papers-line", {"n": n, **told(paper)})
        for n, paper in enumerate(found.things, start=1)
    )
    steps = [f"/my_papers {paper.id}" for paper in found.things]
    steps += further("/my_papers", page, found)
    return Done((Sentence("my-papers-listed"), *lines), next=tuple(steps))


def told(paper: Paper) -> dict[str, object]:
    return {
        "number": paper.id,
        "kind": paper.kind,
        "on": paper.filed_at.date(),
        "state": paper.state,
        "desk": paper.desk,
        "waiting": "yes" if paper.state is PaperState.WAITING else "no",
    }


def shown(talk: Talk, paper: Paper) -> Done:
    work, words = talk.work, talk.words
    version = work.papers.version(paper)
    says = (
        view.head(work, paper),
        *view.lines(version, words),
        *view.history(work, paper, words),
    )
    private = [f"/my_papers {paper.id} openly"] if view.has_private(version) else []
    here = [f"/approve {paper.id}"] if is_here(talk, paper) else []
    steps = (*here, *ways_on(paper), *private, "/my_papers")
    return Done(says, pictures=view.pictures(version.shown, words), next=steps)


def is_here(talk: Talk, paper: Paper) -> bool:
    """Whether it waits for the very person, whose department or unit has an opinion to give (R2.4)."""
    waits = paper.state is PaperState.WAITING
    return waits and talk.work.caller.person in talk.work.papers.officers_at(paper)


def ways_on(paper: Paper) -> Iterator[str]:
    """To correct it, to file it anew, to take it back."""
    if paper.state not in {PaperState.WAITING, PaperState.APPROVED}:
        yield correction(paper)
    if paper.state in UNDER_WAY:
        yield f"/withdrawal {paper.id}"


def openly(talk: Talk, paper: Paper) -> Done:
    """The private lines in full, in this reply only; that somebody looked is noted."""
    talk.work.audit.note("paper-private-shown", f"paper:{paper.id}")
    once = tuple(view.lines(talk.work.papers.version(paper), talk.words, openly=True))
    says = (view.head(talk.work, paper), Sentence("paper-private-shown"))
    return Done(says, once=(view.head(talk.work, paper), *once), next=(f"/my_papers {paper.id}",))


MY_PAPERS = Command("my_papers", who_may(Action.FILE_PAPER), my_papers)
