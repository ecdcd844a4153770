"""Training classes to choose from: for a nominee, and those whose results are to be entered (R2.9)."""

from collections.abc import Iterator, Mapping

from conversations.engine.messages import Choosable, Json, Page
from conversations.sources.nominees import Nominee, nominee, training_kind
from rules.roles import Action
from rules.training import ClassState
from store import rights
from store.examiner_applications import Proposal
from store.pages import page_of
from store.training import TrainingClass
from store.unit import UnitOfWork


class ClassesFor:
    """Values are class numbers. Whoever holds them is also offered classes that are over."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        who = nominee(work, str(answers.get("nominee", "")))
        found = page_of(suitable(work, who, query) if who else (), page)
        return Page([option(work, one) for one in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        return next(
            (o for o in self.options(work, answers, value, 0).options if o.value == value), None
        )


class HeldClasses:
    """Values are class numbers: what the caller holds and has not called off, the latest first."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = page_of((one for one in held(work) if meant(one, query)), page)
        return Page([option(work, one) for one in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        found = next((one for one in held(work) if one.number == value), None)
        return option(work, found) if found else None


def held(work: UnitOfWork) -> Iterator[TrainingClass]:
    for one in work.training_classes.all():
        if one.state is ClassState.OPEN and holds(work, one):
            yield one


def holds(work: UnitOfWork, one: TrainingClass) -> bool:
    return rights.covers(work, Action.HOLD_TRAINING, one.organiser)


def suitable(work: UnitOfWork, who: Nominee, query: str) -> Iterator[TrainingClass]:
    """Of the nominee's kind and management station."""
    for one in work.training_classes.all():
        below = not isinstance(who, Proposal) or work.institutions.is_below(
            who.institution, one.organiser
        )
        to_come = one.ends_on >= work.today or holds(work, one)
        kind = one.kind is training_kind(who) and one.state is ClassState.OPEN
        if kind and below and to_come and meant(one, query):
            yield one


def meant(one: TrainingClass, query: str) -> bool:
    return query.strip().upper() in one.number or query.strip() in one.place


def option(work: UnitOfWork, one: TrainingClass) -> Choosable:
    return Choosable(one.number, key="class-option", args=told(work, one))


def told(work: UnitOfWork, one: TrainingClass) -> dict[str, object]:
    """What is said of a class: kind, days, place, and how many seats are taken."""
    places = work.nominations.of_class(one.id)
    return {
        "number": one.number,
        "kind": one.kind,
        "mode": one.mode,
        "place": one.place,
        "starts_on": one.starts_on,
        "ends_on": one.ends_on,
        "seats": one.seats,
        "taken": sum(not place.waiting for place in places),
        "waiting": sum(bool(place.waiting) for place in places) or "none",
        "state": one.state,
        "cancelled": "yes" if one.state is ClassState.CANCELLED else "no",
    }
