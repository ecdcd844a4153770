"""What is said of long work while it goes on, in one message that is revised, when it is over, and when it goes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from conversations import bodies
from conversations.engine.messages import Option, Outgoing, Paper, Picture, Words
from conversations.steps import label
from conversations.telling import tell
from conversations.words import words
from store.chores import Chore, ChoreId, ChoreKind, ChoreState
from store.messages import NewMessage, Sender
from store.unit import UnitOfWork

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

SILENT = frozenset({ChoreKind.ROSTER_NEWS, ChoreKind.RESULTS_NEWS})
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


def tell_end(work: UnitOfWork, chore: Chore) -> None:
    """The last message: on all channels, with what was made and what to do next."""
    if chore.kind in SILENT:
        return
    person = work.people.get(chore.person_id)
    number = work.batches.get(chore.batch_id).number
    tell(work, person, lambda say: ended(say, chore, number))


def ended(say: Words, chore: Chore, number: str) -> Outgoing:
    return Outgoing(
        text(say, chore, number), options(chore, number, say), tuple(files(say, chore, number))
    )


def text(say: Words, chore: Chore, number: str) -> str:
    """What came of it in figures, or why nothing did."""
    result = dict(chore.result)
    if chore.state is ChoreState.FAILED:
        problem = say.say(result["key"], **result["args"])
        return say.say(f"chore-{chore.kind}-failed", number=number, problem=problem)
    figures = {name: value for name, value in result.items() if isinstance(value, int)}
    return say.say(f"chore-{chore.kind}-done", number=number, **figures)


def files(say: Words, chore: Chore, number: str) -> Iterator[Paper | Picture]:
    """What was made: the zip, or the list with what is wrong in it."""
    if chore.state is not ChoreState.DONE:
        return
    if chore.kind in {ChoreKind.APPLICATION_FORMS, ChoreKind.ARCHIVE}:
        yield Paper("bundle", chore.id, say.say(f"export-{chore.kind}", number=number))
    if "report" in chore.result:
        name = say.say("roster-report-file", number=number)
        yield Picture(chore.result["report"], name, WORKBOOK, chore.result["report_size"])


def options(chore: Chore, number: str, say: Words) -> tuple[Option, ...]:
    steps = [f"/{step}" for step in next_steps(chore, number)]
    return tuple(Option(label(s, say), s, str(n)) for n, s in enumerate(steps, start=1))


def next_steps(chore: Chore, number: str) -> tuple[str, ...]:
    """The one button that leads to the thing to do."""
    match chore.kind, chore.state:
        case ChoreKind.CERTIFICATES, _:
            return (f"certificates {number}",)
        case ChoreKind.APPLICATION_FORMS, ChoreState.FAILED:
            return (f"application_forms {number}",)
        case ChoreKind.ARCHIVE, _:
            return (f"archive {number}",)
        case ChoreKind.ROSTER_CHECK, ChoreState.DONE if chore.result.get("good"):
            return (f"take_roster {chore.id}", f"roster_import {number}")
        case ((ChoreKind.ROSTER_CHECK | ChoreKind.ROSTER_IMPORT), _):
            return (f"roster_import {number}", f"roster {number}")
        case _:
            return (f"roster {number}",)


def old_chores(work: UnitOfWork, due: datetime, after: int, limit: int) -> tuple[ChoreId, ...]:
    """Chores whose files have been kept long enough (⚙ R9.6)."""
    days = timedelta(days=work.policy.current(work.today).export_retention_days)
    return work.chores.ended_before(due - days, after, limit)


def erase_chore(work: UnitOfWork, _: datetime, chore: int) -> None:
    work.chores.erase(ChoreId(chore))
