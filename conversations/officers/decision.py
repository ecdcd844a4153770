"""审批意见: what a desk decides on a paper, with the opinion, or with the reasons by box (R2.3)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from conversations import paper_news as news
from conversations.engine.boxes import Choice, Many, Part, Pick, only_if
from conversations.engine.boxes.base import Sheet, plain
from conversations.engine.form import Done, Form
from conversations.engine.messages import Choosable, Json, Said, Sentence, Words, sentences
from conversations.officers import reschedule_news, results_news
from conversations.officers.approve import ROLES
from conversations.reasons import Opinion, Reason, Refusal, in_words
from conversations.sources.papers import seen_paper
from conversations.words import LANGUAGES
from rules.approvals import (
    OWN_DESKS,
    WHOLE_PAPER,
    DecisionKind,
    PaperKind,
    PaperState,
    choices,
)
from rules.findings import Finding, NotPossible, Refused
from store.decisions import Decision as Decided
from store.papers import Paper
from store.unit import UnitOfWork

AFTERWARDS: Mapping[PaperKind, str] = {
    PaperKind.STATION_APPLICATION: "/new_station {subject}",
    PaperKind.CERTIFICATE_APPLICATION: "/certificates",
}
"""What the last desk does once it has approved."""
WHOLE = "whole"
LONGEST = 300

ALSO_TOLD: Mapping[PaperKind, Callable[[UnitOfWork, Paper], None]] = {
    PaperKind.RESCHEDULE: reschedule_news.spread,
    PaperKind.RESULTS: results_news.spread,
}
"""Whom a decision concerns besides the applicant and the next desk, by kind."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What may be decided on the paper, and the lines it can be returned for."""

    is_here: bool
    """Whether it still lies there as it was seen."""
    choices: tuple[DecisionKind, ...]
    lines: tuple[tuple[str, str], ...]
    """Boxes with their titles in the reader's language."""


class OwnWords(Choice[str]):
    """A reason from the list, or one's own words."""

    input = "text"

    def read(self, said: Said, sheet: Sheet) -> str:
        if said.choice is not None:
            if not any(o.value == said.choice for o in self.options(sheet, "", 0).options):
                raise Refused("choice-unknown")
            return said.choice
        text = " ".join(plain(said.text).split())
        if not text:
            raise Refused("text-empty")
        self.fits(text, sheet)
        return text

    def fits(self, value: str, sheet: Sheet) -> None:
        if len(value) > LONGEST:
            raise Refused("text-too-long", most=LONGEST, length=len(value))

    def load(self, kept: Json) -> str:
        if not isinstance(kept, str):
            raise TypeError(kept)
        return kept

    def show(self, value: str, sheet: Sheet, words: Words) -> str:
        return in_words(value, words)


def possible(form: "Decision") -> Iterable[Choosable]:
    """What this desk may do, and nothing else."""
    facts: Facts | None = form.facts
    for kind in facts.choices if facts else ():
        yield Choosable(kind.value, key=f"decision-kind-{kind.value}")


def returnable(entry: Sheet) -> Iterable[Choosable]:
    """The boxes a person wrote into, and the paper as a whole."""
    facts: Facts | None = entry.facts
    if facts:
        yield from (Choosable(box, title) for box, title in facts.lines)
        yield Choosable(WHOLE, key="paper-as-a-whole")


class ReturnedBox(Part):
    """One box to be corrected, and why."""

    item = Choice(returnable)
    why = OwnWords(Reason)


def is_here(form: "Decision") -> bool:
    facts: Facts | None = form.facts
    return facts is None or facts.is_here


def agrees(form: "Decision") -> bool:
    return form.decision in {DecisionKind.FORWARD, DecisionKind.APPROVE}


class Decision(Form):
    """Opened from a paper on the screen, `12.3 return`: the number, the step that was seen, the decision."""

    roles = ROLES
    in_menu_of = frozenset()
    ways_out = MappingProxyType({"paper-moved-on": "/todo", "paper-claimed": "/todo"})
    reviewed = False
    facts_from = ("application",)

    application = Pick("papers_here")
    decision = only_if(is_here, Choice(possible, of=DecisionKind))
    opinion = only_if(agrees, OwnWords(Opinion))
    returned = only_if(
        lambda form: form.decision is DecisionKind.RETURN, Many(ReturnedBox, at_least=1)
    )
    refusal = only_if(lambda form: form.decision is DecisionKind.REJECT, OwnWords(Refusal))

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """NotPossible when the paper has moved on since the button was shown, or nothing waits."""
        seen, _, kind = argument.partition(" ")
        if not seen and work.papers.waiting_for_caller().things:
            return {}
        if not seen:
            raise NotPossible(Finding("todo-none"))
        number, step = seen_paper(seen)
        work.papers.at_desk(number, step)
        return {"application": seen, **({"decision": kind} if kind else {})}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> Facts | None:
        if "application" not in answers:
            return None
        number, step = seen_paper(answers["application"])
        paper = work.papers.get(number)
        is_here = paper.state is PaperState.WAITING and paper.step == step
        language = language_of(work)
        shown = work.papers.version(paper).shown
        lines = tuple((line.box, line.title[language]) for line in shown if line.asked)
        return Facts(is_here, choices(paper.chain, paper.desk), lines)

    def submit(self, work: UnitOfWork) -> Done:
        """A refusal leads back to the paper: nobody is asked anew about what is decided already."""
        try:
            paper = self.decide(work)
        except NotPossible as refused:
            why = sentences(refused.findings)
            number, _ = seen_paper(self.application)
            return Done(why, next=(f"/approve {number}", "/todo"))
        decided = work.papers.history(paper)[-1]
        spread(work, paper, decided)
        told = {"kind": paper.kind, "number": paper.id, "next": paper.desk}
        following = work.papers.waiting_for_caller().things[:1]
        steps = [f"/approve {one.id}" for one in following]
        if paper.state is PaperState.APPROVED and paper.kind in AFTERWARDS:
            steps.insert(0, AFTERWARDS[paper.kind].format(subject=paper.subject))
        return Done((Sentence(f"paper-done-{decided.kind}", told),), next=(*steps, "/todo"))

    def decide(self, work: UnitOfWork) -> Paper:
        number, step = seen_paper(self.application)
        work.papers.at_desk(number, step)
        return work.papers.decide(
            number,
            self.decision,
            reason=self.opinion or self.refusal or "",
            boxes=self.boxes_returned(),
            seen=step,
        )

    def boxes_returned(self) -> dict[str, str]:
        """Why, by box; a box named twice has both reasons."""
        found: dict[str, str] = {}
        for entry in self.returned or ():
            box = WHOLE_PAPER if entry.values["item"] == WHOLE else entry.values["item"]
            found[box] = "；".join(filter(None, [found.get(box), entry.values["why"]]))
        return found


def language_of(work: UnitOfWork) -> str:
    """The language the caller reads."""
    person = work.caller.person
    return work.people.get(person).language if person else LANGUAGES[0]


def spread(work: UnitOfWork, paper: Paper, decision: Decided) -> None:
    """Word to the next desk and to the applicant, who knows what their own people agreed to."""
    agreed_at_home = decision.kind is DecisionKind.FORWARD and decision.desk in OWN_DESKS
    if not agreed_at_home:
        news.tell_applicant(work, paper, decision)
    if paper.state is PaperState.WAITING:
        news.tell_desk(work, paper)
    if others := ALSO_TOLD.get(paper.kind):
        others(work, paper)
