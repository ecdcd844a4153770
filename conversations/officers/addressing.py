"""Whom it goes to: the boxes every notice and broadcast begins with, and whom that reaches (R1.11)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from conversations.engine.boxes import Choice, Known, Pick, only_if, optional
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import SKIPPED, Form
from conversations.engine.messages import Choosable, Json, Words
from rules.audiences import PLACED, WHOLE, Audience, AudienceKind
from rules.catalogue import Programme
from rules.findings import Finding, NotPossible
from rules.roles import Action, may
from store import rights
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class Reached:
    """Whom the audience holds now: how many people, of these in chats, and the institutions."""

    people: int = 0
    pushed: int = 0
    institutions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddressFacts:
    """What the caller may address, and whom the answers so far reach."""

    today: date
    everybody: bool
    sender: str = ""
    reached: Reached = Reached()
    refused: tuple[Finding, ...] = ()


def kinds(form: Sheet) -> Iterator[Choosable]:
    for kind in AudienceKind:
        if form.facts.everybody or kind not in WHOLE:
            yield Choosable(kind, key=f"audience-kind-{kind}")


def is_placed(form: Sheet) -> bool:
    return form.audience in PLACED


def is_one(form: Sheet) -> bool:
    return form.audience is AudienceKind.INSTITUTION


NAMED = 3
"""Institutions shown as a sample."""


def reached_in_words(reached: Reached, words: Words) -> str:
    """Exactly how many, and who for example."""
    key = "reached-institutions" if reached.institutions else "reached-people"
    return words.say(
        key,
        people=reached.people,
        pushed=reached.pushed,
        institutions=len(reached.institutions),
        sample=reached.institutions[:NAMED],
    )


class Addressed(Form):
    """Subclasses add what is said; `action` is the right the store checks again."""

    action = Action.SEND_BROADCAST
    facts_from = ("audience", "region", "programme", "institution")

    audience = Choice(kinds, of=AudienceKind)
    region = only_if(is_placed, optional(Pick("provinces")))
    programme = only_if(is_placed, optional(Choice(Programme)))
    institution = only_if(is_one, Pick("institutions_addressed"))
    reach = Known[Reached](lambda form: form.facts.reached, reached_in_words)

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> AddressFacts:
        everybody = may(work.caller.roles, Action.ADDRESS_EVERYBODY)
        try:
            reached = reached_by(work, cls.action, answers)
            return AddressFacts(work.today, everybody, sender(work), reached)
        except NotPossible as wrong:
            return AddressFacts(work.today, everybody, refused=wrong.findings)

    def meant(self) -> Audience:
        return Audience(
            kind=self.audience,
            region=self.region or "",
            programme=self.programme,
            institution=self.institution or "",
        )

    def problems(self) -> Iterator[Finding]:
        yield from self.facts.refused


def sender(work: UnitOfWork) -> str:
    """The institution the caller speaks for."""
    return rights.own_institution(work).name


def reached_by(work: UnitOfWork, action: Action, answers: Mapping[str, Json]) -> Reached:
    """Whom the answers given so far reach; nobody before the first."""
    if "audience" not in answers:
        return Reached()
    audience = work.audiences.narrowed(of_answers(answers), action)
    named = work.audiences.institutions(audience)
    return Reached(
        work.audiences.count(audience),
        work.audiences.pushed(audience),
        tuple(one.operator or one.name for one in named),
    )


def of_answers(answers: Mapping[str, Json]) -> Audience:
    given = {name: answers[name] for name in ("region", "institution") if given_at(answers, name)}
    programme = Programme(answers["programme"]) if given_at(answers, "programme") else None
    return Audience(kind=AudienceKind(answers["audience"]), programme=programme, **given)


def given_at(answers: Mapping[str, Json], name: str) -> bool:
    return isinstance(answers.get(name), str)


def as_answers(audience: Audience) -> dict[str, Json]:
    """The answers an audience came from, to open a form with."""
    answers: dict[str, Json] = {"audience": str(audience.kind)}
    if audience.kind in PLACED:
        answers["region"] = audience.region or SKIPPED
        answers["programme"] = str(audience.programme) if audience.programme else SKIPPED
    if audience.institution:
        answers["institution"] = audience.institution
    return answers
