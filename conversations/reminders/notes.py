"""What a reminder says, put together from the state at the moment of sending (R9.2)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from conversations.engine.messages import Sentence, Words
from store.reminders import Reminder
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class Note:
    """Lines, the steps that lead to the thing to do, and the moment from which it is of no use."""

    until: datetime
    says: tuple[Sentence, ...]
    steps: tuple[str, ...] = ()


Teller = Callable[[UnitOfWork, Reminder], Note | None]
"""What is said now; None when there is nothing to be reminded of any more."""


def spoken(note: Note, words: Words) -> str:
    """The lines in words; an argument that is a sentence itself is said first."""

    def line(sentence: Sentence) -> str:
        args = {
            name: line(value) if isinstance(value, Sentence) else value
            for name, value in sentence.args.items()
        }
        return words.say(sentence.key, **args)

    return "\n".join(map(line, note.says))
