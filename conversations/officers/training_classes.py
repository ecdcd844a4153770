"""培训安排: the classes there are, and who takes part in one of them (R2.9)."""

from collections.abc import Iterator

from conversations.engine.form import Done
from conversations.engine.messages import Sentence, sentences
from conversations.menu import Command
from conversations.paging import further, is_page, page_meant
from conversations.sources.training_classes import holds, told
from conversations.talk import Talk
from rules.findings import NotPossible
from rules.roles import OFFICERS, Action, who_may
from rules.training import ClassState
from store.nominations import Participant
from store.pages import page_of
from store.training import TrainingClass
from store.unit import UnitOfWork


def training_classes(talk: Talk, argument: str) -> Done:
    """A page of the list, `page:2`, or one class by its number."""
    number = argument.partition(" ")[0]
    if is_page(number):
        return listed(talk.work, page_meant(number))
    try:
        return shown(talk.work, talk.work.training_classes.by_number(number))
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/training_classes",))


def listed(work: UnitOfWork, page: int) -> Done:
    found = page_of(work.training_classes.all(), page)
    may_plan = ("/training_class",) if work.caller.roles & who_may(Action.HOLD_TRAINING) else ()
    if not found.things:
        return Done((Sentence("classes-none"),), next=(*may_plan, "/menu"))
    lines = (
        Sentence("classes-line", {"n": n, **told(work, one)})
        for n, one in enumerate(found.things, start=1)
    )
    steps = [f"/training_classes {one.number}" for one in found.things]
    steps += further("/training_classes", page, found)
    return Done((Sentence("classes-listed"), *lines), next=(*steps, *may_plan))


def shown(work: UnitOfWork, one: TrainingClass) -> Done:
    people = work.nominations.participants(one.id)
    says = (Sentence("class-shown", told(work, one)), *map(participant, enumerated(people)))
    return Done(says, next=(*ways_on(work, one, people), "/training_classes"))


def enumerated(people: tuple[Participant, ...]) -> Iterator[tuple[int, Participant]]:
    return iter(enumerate(people, start=1))


def participant(numbered: tuple[int, Participant]) -> Sentence:
    n, one = numbered
    return Sentence(
        "class-participant",
        {
            "n": n,
            "name": one.name,
            "unit": one.unit,
            "result": one.place.result or "none",
            "waiting": one.place.waiting or "none",
        },
    )


def ways_on(work: UnitOfWork, one: TrainingClass, people: tuple[Participant, ...]) -> Iterator[str]:
    """What can be done with the class now, by whom asks."""
    if one.state is ClassState.CANCELLED:
        return
    assessed = any(person.place.result for person in people)
    if holds(work, one):
        if people and work.today >= one.ends_on:
            yield f"/training_results {one.number}"
        if not assessed:
            yield f"/training_class {one.number}"
            yield f"/cancel_class {one.number}"
    if holds(work, one) or one.ends_on >= work.today:
        yield "/nomination"


TRAINING_CLASSES = Command(
    "training_classes", who_may(Action.NOMINATE) | OFFICERS, training_classes
)
