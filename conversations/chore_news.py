"""What is said of long work while it goes on, in one message that is revised, and when it is over."""

from collections.abc import Mapping
from dataclasses import dataclass

from conversations import bodies
from conversations.engine.messages import Option, Outgoing, Paper, Picture, Words
from conversations.steps import label
from conversations.telling import tell
from conversations.words import words
from store.chores import Chore, ChoreKind, ChoreState
from store.messages import NewMessage, Sender
from store.unit import UnitOfWork

SILENT = frozenset({ChoreKind.ROSTER_NEWS})
"""Done for others: who set it going is not told how far it is."""


@dataclass(frozen=True, slots=True)
class Step:
    """So much of the work is done."""

    done: int
    of: int

    @property
    def percent(self) -> int:
        return 100 * self.done // self.of if self.of else 100


def show_progress(work: UnitOfWork, chore: Chore, step: Step) -> None:
    """Say how far it is, always in the same message of the person's history."""
    if chore.kind in SILENT:
        return
    person = work.people.lock(chore.person_id)
    body = bodies.dump(progress(words(person.language), work, chore, step))
    if chore.message is None:
        (said,) = work.messages.add(person.id, NewMessage(Sender.BOT, body))
        work.chores.shown_in(chore.id, said.number)
    else:
        work.messages.revise(person.id, chore.message, body)


def progress(say: Words, work: UnitOfWork, chore: Chore, step: Step) -> Outgoing:
    args = {"number": work.batches.get(chore.batch_id).number, "percent": step.percent}
    return Outgoing(say.say(f"chore-{chore.kind}-under-way", **args), progress=step.percent)


def tell_end(work: UnitOfWork, chore: Chore, *files: Picture) -> None:
    """The last message: on all channels, with what was made and what to do next."""
    if chore.kind in SILENT:
        return
    person = work.people.get(chore.person_id)
    number = work.batches.get(chore.batch_id).number
    tell(work, person, lambda say: ended(say, chore, number, files))


def ended(say: Words, chore: Chore, number: str, files: tuple[Picture, ...]) -> Outgoing:
    key = f"chore-{chore.kind}-{chore.state}"
    text = say.say(key, number=number, **plain(chore.result))
    return Outgoing(text, options(chore, number, say), (*papers(chore, number, say), *files))


def plain(result: Mapping[str, object]) -> dict[str, object]:
    return {name.replace("_", "-"): value for name, value in result.items()}


def papers(chore: Chore, number: str, say: Words) -> tuple[Paper, ...]:
    if (chore.kind, chore.state) != (ChoreKind.APPLICATION_FORMS, ChoreState.DONE):
        return ()
    return (Paper("bundle", chore.id, say.say("export-application_forms", number=number)),)


def options(chore: Chore, number: str, say: Words) -> tuple[Option, ...]:
    steps = [f"/{step}" for step in next_steps(chore, number)]
    return tuple(Option(label(s, say), s, str(n)) for n, s in enumerate(steps, start=1))


def next_steps(chore: Chore, number: str) -> tuple[str, ...]:
    """The one button that leads to the thing to do."""
    match chore.kind, chore.state:
        case ChoreKind.APPLICATION_FORMS, ChoreState.FAILED:
            return (f"application_forms {number}",)
        case ChoreKind.ROSTER_CHECK, ChoreState.DONE if chore.result.get("good"):
            return (f"take_roster {chore.id}", f"roster_import {number}")
        case ((ChoreKind.ROSTER_CHECK | ChoreKind.ROSTER_IMPORT), _):
            return (f"roster_import {number}", f"roster {number}")
        case _:
            return (f"roster {number}",)
