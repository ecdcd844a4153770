"""报名审核意见: what the station decides on one registration, point by point and document by document (R3.4, R5.6)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from conversations.candidates.box_titles import document_title
from conversations.candidates.kept import reread
from conversations.engine import wording
from conversations.engine.boxes import Choice, Many, Part, Pick, Several, only_if
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Choosable, Json, Sentence, sentences
from conversations.officers.decision import OwnWords, language_of
from conversations.reasons import DocumentReason, RegistrationRefusal
from conversations.sources.registrations_here import seen_registration
from conversations.stations import review_news as news
from conversations.stations.registration_review import ROLES
from conversations.stations.registration_view import written
from conversations.words import words
from rules.findings import Finding, NotPossible, Refused
from rules.registration_reviews import FIXED, Point, ReviewKind, choices
from store.registrations import Registration
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class Facts:
    """What may be decided on it, what is to be compared, and what can be sent back."""

    is_here: bool
    """Whether it still is as it was seen."""
    choices: tuple[ReviewKind, ...]
    points: tuple[Point, ...]
    returnable: tuple[tuple[str, str], ...]
    """Documents and boxes with their titles in the reader's language."""


class AllOf(Several):
    """Every point is to be confirmed: what does not agree with the documents is returned instead."""

    def fits(self, value: tuple[Point, ...], sheet: Sheet) -> None:
        super().fits(value, sheet)
        if len(value) < len(self.listed(sheet)):
            raise Refused("review-all-points", "R3.4")


def possible(form: "RegistrationDecision") -> Iterable[Choosable]:
    facts: Facts | None = form.facts
    for kind in facts.choices if facts else ():
        if kind is not ReviewKind.REOPEN:
            yield Choosable(kind.value, key=f"review-kind-{kind.value}")


def points(form: "RegistrationDecision") -> Iterable[Choosable]:
    facts: Facts | None = form.facts
    for point in facts.points if facts else ():
        yield Choosable(point.value, key=f"point-{point.value}")


def returnable(entry: Sheet) -> Iterable[Choosable]:
    facts: Facts | None = entry.facts
    for box, title in facts.returnable if facts else ():
        yield Choosable(box, title)


class ReturnedItem(Part):
    """One document to be handed in again or box to be corrected, and why."""

    item = Choice(returnable)
    why = OwnWords(DocumentReason)


def is_here(form: "RegistrationDecision") -> bool:
    facts: Facts | None = form.facts
    return facts is None or facts.is_here


def has_points(form: "RegistrationDecision") -> bool:
    return form.decision is ReviewKind.APPROVE and bool(form.facts.points)


class RegistrationDecision(Form):
    """Opened from a registration on the screen, `12.3 return`: the step that was seen, the decision."""

    roles = ROLES
    in_menu_of = frozenset()
    ways_out = MappingProxyType({"review-moved-on": "/registration_review"})
    reviewed = False
    facts_from = ("registration",)

    registration = Pick("registrations_here")
    decision = only_if(is_here, Choice(possible, of=ReviewKind))
    confirmed = only_if(has_points, AllOf(points, of=Point))
    returned = only_if(
        lambda form: form.decision is ReviewKind.RETURN, Many(ReturnedItem, at_least=1)
    )
    refusal = only_if(
        lambda form: form.decision is ReviewKind.REJECT, OwnWords(RegistrationRefusal)
    )

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """NotPossible when it has moved on since the button was shown, or nothing waits."""
        seen, _, kind = argument.partition(" ")
        if not seen and work.reviews.waiting().things:
            return {}
        if not seen:
            raise NotPossible(Finding("reviews-none"))
        number, step = seen_registration(seen)
        work.reviews.at_hand(number, step)
        return {"registration": seen, **({"decision": kind} if kind else {})}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> Facts | None:
        if "registration" not in answers:
            return None
        number, step = seen_registration(answers["registration"])
        one = work.reviews.see(number)
        here = step in {None, one.step}
        return Facts(here, choices(one.state), one.to_confirm, tuple(sendable(work, one)))

    def submit(self, work: UnitOfWork) -> Done:
        """A refusal leads back to the registration: nobody is asked anew about what is decided already."""
        number, step = seen_registration(self.registration)
        try:
            one = self.decide(work)
        except NotPossible as refused:
            why = sentences(refused.findings)
            again = work.registrations.get(number).number
            return Done(why, next=(f"/registration_review {again}", "/registration_review"))
        last = work.reviews.history(number)[-1]
        news.tell_candidate(work, one, last)
        said = {"number": one.number, "name": work.people.get(one.person_id).name or ""}
        following = [f"/registration_review {x.number}" for x in work.reviews.waiting().things[:1]]
        undo = () if step is None else undone(one, last.kind)
        steps = (*following, *undo, "/registration_review")
        return Done((Sentence(f"review-done-{last.kind}", said),), next=steps)

    def decide(self, work: UnitOfWork) -> Registration:
        number, step = seen_registration(self.registration)
        work.reviews.at_hand(number, step)
        match self.decision:
            case ReviewKind.APPROVE:
                confirmed = self.confirmed or ()
                return work.reviews.approve(number, confirmed=confirmed, seen=step)
            case ReviewKind.RETURN:
                return work.reviews.send_back(number, self.reasons(), seen=step)
            case _:
                return work.reviews.reject(number, self.refusal or "", seen=step)

    def reasons(self) -> dict[str, str]:
        """Why, by document or box; one named twice has both reasons."""
        found: dict[str, str] = {}
        for entry in self.returned or ():
            box, why = entry.values["item"], entry.values["why"]
            found[box] = "；".join(filter(None, [found.get(box), why]))
        return found


def undone(one: Registration, kind: ReviewKind) -> tuple[str, ...]:
    """A wrong tap is taken back while it is on the screen; what was returned is with the candidate."""
    return () if kind is ReviewKind.RETURN else (f"/reopen_registration {one.id}.{one.step}",)


def sendable(work: UnitOfWork, one: Registration) -> Iterable[tuple[str, str]]:
    """The documents first: they are what is returned most."""
    spoken = words(language_of(work))
    for material in work.registrations.counting(one.id):
        yield material.value, document_title(material, spoken)
    form = reread(work, one)
    for line in written(form):
        if line.given and line.path not in FIXED:
            yield line.path, wording.title(type(form), line.path, spoken)
