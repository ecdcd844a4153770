"""Word about papers: to the desk one has come to, and to the applicant when something was decided."""

from collections.abc import Callable, Iterable

from conversations import reasons
from conversations.engine.messages import Outgoing, Words
from conversations.paper_view import place
from conversations.returned import ANEW, RETURNED
from conversations.steps import options
from conversations.telling import tell
from rules.approvals import FILED_BY, DecisionKind, PaperState
from store.decisions import Decision
from store.paper_versions import Shown
from store.papers import Paper
from store.people import PersonId
from store.unit import UnitOfWork


def tell_desk(work: UnitOfWork, paper: Paper) -> None:
    """One message to everybody who may decide on it where it lies now."""
    told = {
        "kind": paper.kind,
        "institution": work.institutions.get(paper.institution).name,
        "number": paper.id,
    }

    def arrived(words: Words) -> Outgoing:
        steps = [f"/approve {paper.id}", "/todo"]
        return Outgoing(words.say("paper-arrived", **told), options(steps, words))

    tell_all(work, work.papers.officers_at(paper), arrived)


def tell_applicant(work: UnitOfWork, paper: Paper, decision: Decision) -> None:
    """What was decided, why, and what comes next: to those at the applicant's who file such papers."""
    staff = [one.id for one in work.people.holders(paper.institution, FILED_BY[paper.kind])]
    shown = work.papers.version(paper).shown

    def news(words: Words) -> Outgoing:
        correct = [correction(paper)] if paper.state is PaperState.RETURNED else []
        steps = [*correct, f"/my_papers {paper.id}"]
        return Outgoing(what_happened(work, paper, decision, shown, words), options(steps, words))

    tell_all(work, staff or filter(None, [paper.filed_by]), news)


def correction(paper: Paper) -> str:
    """What opens the form with the old answers: at the boxes named, or to be filed anew."""
    returned = paper.state is PaperState.RETURNED
    return f"/{paper.kind} {RETURNED if returned else ANEW}{paper.id}"


def what_happened(
    work: UnitOfWork, paper: Paper, decision: Decision, shown: Iterable[Shown], words: Words
) -> str:
    """'年度计划（12 号）：职教管理站退回修改。' with the reasons, one a line."""
    told = {
        "kind": paper.kind,
        "number": paper.id,
        "desk": place(work, decision, words),
        "next": paper.desk,
    }
    lines = [words.say(f"paper-told-{decision.kind}", **told)]
    if decision.kind in {DecisionKind.RETURN, DecisionKind.REJECT}:
        for box, why in reasons.by_box(decision.reasons, shown, words):
            lines.append(words.say("paper-reason", box=box, reason=why))
    return "\n".join(lines)


def tell_all(
    work: UnitOfWork, people: Iterable[PersonId], what: Callable[[Words], Outgoing]
) -> None:
    """Tell each of them but the caller; by number, so that two units never wait for each other."""
    for person in sorted({*people} - {work.caller.person}):
        tell(work, work.people.get(person), what)
