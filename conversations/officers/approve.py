"""审批: one paper whole, with what is known about it and what became of it, and what may be decided."""

from conversations import paper_view as view
from conversations.engine.form import Done
from conversations.engine.messages import Sentence, sentences
from conversations.menu import Command
from conversations.officers.todo import todo
from conversations.talk import Talk
from rules.approvals import ACTION_AT, choices
from rules.findings import NotPossible
from rules.roles import Role, who_may
from store.papers import Paper, PaperId

ROLES = frozenset[Role]().union(*map(who_may, ACTION_AT.values()))


def approve(talk: Talk, argument: str) -> Done:
    """`12` takes the paper and shows it, `12 openly` shows private lines once, `12 release` puts it back."""
    number, _, wish = argument.partition(" ")
    if not number.isdecimal():
        return todo(talk, argument)
    paper = PaperId(int(number))
    try:
        if wish == "release":
            talk.work.papers.release(paper)
            return Done((Sentence("paper-released", {"number": number}),), next=("/todo",))
        claimed = talk.work.papers.claim(paper)
    except NotPossible as refused:
        return not_here(talk, paper, refused)
    return openly(talk, claimed) if wish == "openly" else shown(talk, claimed)


def shown(talk: Talk, paper: Paper) -> Done:
    """The whole paper with the decisions there are at this desk, and no others."""
    work, words = talk.work, talk.words
    version = work.papers.version(paper)
    form = talk.house.forms.get(paper.kind)
    says = (
        view.head(work, paper),
        *view.lines(version, words),
        *(form.briefing(work, paper) if form else ()),
        *view.history(work, paper, words),
    )
    decide = [
        f"/decision {paper.id}.{paper.step} {kind}" for kind in choices(paper.chain, paper.desk)
    ]
    private = [f"/approve {paper.id} openly"] if view.has_private(version) else []
    errands = form.errands(work, paper) if form else ()
    steps = (*errands, *decide, *private, f"/approve {paper.id} release", "/todo")
    papers = form.documents(work, paper) if form else ()
    return Done(says, papers, pictures=view.pictures(version.shown, words), next=steps)


def openly(talk: Talk, paper: Paper) -> Done:
    """The private lines in full, in this reply only; that somebody looked is noted."""
    talk.work.audit.note("paper-private-shown", f"paper:{paper.id}")
    once = tuple(view.lines(talk.work.papers.version(paper), talk.words, openly=True))
    says = (view.head(talk.work, paper), Sentence("paper-private-shown"))
    return Done(says, once=(view.head(talk.work, paper), *once), next=(f"/approve {paper.id}",))


def not_here(talk: Talk, paper: PaperId, refused: NotPossible) -> Done:
    """Why it cannot be decided now; who may see the paper also sees what became of it."""
    why = sentences(refused.findings)
    try:
        found = talk.work.papers.see(paper)
    except NotPossible:
        return Done(why, next=("/todo",))
    told = tuple(view.history(talk.work, found, talk.words))
    return Done((*why, view.head(talk.work, found), *told), next=("/todo",))


APPROVE = Command("approve", ROLES, approve, in_menu_of=frozenset())
