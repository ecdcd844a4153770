"""A returned paper taken up again: its form with the old answers, at the boxes named, with the reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from conversations import reasons
from conversations.engine.desk import Desk
from conversations.engine.form import PAPER, Form
from conversations.engine.messages import Outgoing
from rules.approvals import WHOLE_PAPER, PaperState
from rules.findings import Finding, NotPossible
from store.drafts import Draft
from store.papers import Paper, PaperId

if TYPE_CHECKING:
    from conversations.talk import Talk

RETURNED, ANEW = "paper:", "anew:"
"""How a form is opened for a paper, to correct or to repeat it: `/annual_plan paper:12`."""

TO_FILE_ANEW = frozenset({PaperState.REJECTED, PaperState.WITHDRAWN})


def is_about_paper(form: type[Form], argument: str) -> bool:
    return form.paper is not None and argument.startswith((RETURNED, ANEW))


def take_back(talk: Talk, form: type[Form], argument: str) -> list[Outgoing]:
    """Open the form with what stands on the paper.

    A returned one is corrected by whichever of its institution's staff opens it; one that was rejected or
    withdrawn is filed anew. An unfinished correction is gone on with. NotPossible says why not.
    """
    paper = correctable(talk, form, argument.partition(":")[2])
    begun = [
        d for d in talk.work.drafts.open_ones(talk.person.id) if d.answers.get(PAPER) == paper.id
    ]
    if begun and paper.state is PaperState.RETURNED:
        return talk.take_up(begun[0])
    return open_again(talk, form, paper)


def correctable(talk: Talk, form: type[Form], number: str) -> Paper:
    """NotPossible when there is nothing to correct, or it is not the caller's."""
    paper = talk.work.papers.own(PaperId(int(number) if number.isdecimal() else 0))
    if paper.kind is not form.paper:
        raise NotPossible(Finding("paper-unknown"))
    if paper.state is not PaperState.RETURNED and paper.state not in TO_FILE_ANEW:
        raise NotPossible(Finding("paper-not-returned", args={"state": paper.state}))
    return paper


def open_again(talk: Talk, form: type[Form], paper: Paper) -> list[Outgoing]:
    version = talk.work.papers.version(paper)
    is_returned = paper.state is PaperState.RETURNED
    content = (form.kept_since(talk.work, paper) if is_returned else None) or version.content
    answers = {**content, **({PAPER: paper.id} if is_returned else {})}
    draft = talk.work.drafts.open(talk.person.id, form.title, form.version, answers)
    why = talk.work.papers.returned_for(paper) if is_returned else {}
    before = [talk.words.say("paper-taken-up", kind=paper.kind, number=paper.id)]
    if WHOLE_PAPER in why:
        reason = reasons.in_words(why[WHOLE_PAPER], talk.words)
        before.append(talk.words.say("engine-returned", reason=reason))
    return talk.take_up(with_reasons(talk, draft, why), before=before)


def with_reasons(talk: Talk, draft: Draft, why: Mapping[str, str]) -> Draft:
    """The draft with the reasons on its desk: the boxes named are asked first, though they are answered."""
    if not why:
        return draft
    returned = {box: reasons.in_words(why[box], talk.words) for box in why if box != WHOLE_PAPER}
    return replace(draft, desk=Desk(returned=returned).dump())
