"""Which words are commands: `/back` 返回, `/edit school`, `/registration` or 报名."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from conversations.engine.messages import Words

CONTROLS = ("menu", "back", "edit", "cancel", "help", "resume", "undo", "again", "new")
"""Words every channel understands in any state, beside the names of forms."""

EVERYWHERE = ("language", "handover")
"""Commands of the house that are understood in any state, too."""

ALWAYS = frozenset({*CONTROLS, *EVERYWHERE})
"""What is a command even while free text is written."""

TAPPED = frozenset({"undo", "again", "new"})
"""Commands that mean nothing without an argument; their words are only labels of options."""


@dataclass(frozen=True, slots=True)
class Order:
    """A command as given: what to do, and the one word after it."""

    name: str
    argument: str = ""


def understood(
    text: str | None, choice: str | None, words: Words, names: tuple[str, ...], *, writing: bool
) -> Order | None:
    """The command meant, or None for an ordinary answer.

    While free text is `writing`, titles of forms are answers (a school may be called 注册);
    the control words and everything behind a slash stay commands. The bare word of `edit` is one
    of them, but where there is something to choose it is an option's label.
    """
    if choice is not None:
        return of_choice(choice, (*CONTROLS, *names))
    said = unicodedata.normalize("NFKC", text or "").strip()
    if said.startswith("/"):
        name, _, argument = said[1:].partition(" ")
        order = Order(name.casefold().replace("-", "_"), argument.strip())
        return order if order.name in CONTROLS or order.name in names else None
    called = names_by_word(words, names)
    name = called.get(said.casefold(), "")
    if name and (name in ALWAYS or not writing) and (writing or name != "edit"):
        return Order(name)
    head, _, argument = said.partition(" ")
    if argument and called.get(head.casefold()) == "edit":
        return Order("edit", argument)
    return None


@lru_cache(maxsize=16)
def names_by_word(words: Words, names: tuple[str, ...]) -> Mapping[str, str]:
    """What each command is called in that language, casefolded; of two with one word the first."""
    found: dict[str, str] = {}
    for name in (*CONTROLS, *names):
        if name not in TAPPED:
            word = words.say(f"command-{name}" if name in CONTROLS else f"form-{name}")
            found.setdefault(word.casefold(), name)
    return found


def of_choice(choice: str, known: Iterable[str]) -> Order | None:
    """A tapped command: `/name argument`, or `edit:box` from any question.

    Without a slash it is an option, which may have a command's name: `export`, `new`.
    """
    if choice.startswith("edit:"):
        return Order("edit", choice.removeprefix("edit:"))
    name, _, argument = choice.removeprefix("/").partition(" ")
    return Order(name, argument) if choice.startswith("/") and name in known else None


SHORTEST_WORD = 4
"""Of Latin letters: `in` and `one` stand in any sentence, and in the middle of `nothing` and `phone`."""


def other_names(also: str) -> list[str]:
    """The words a form is spoken of by, beside its title."""
    found = also.replace(",", " ").split()
    return [word for word in found if len(word) >= SHORTEST_WORD or not word.isascii()]


def meant(text: str, words: Words, names: Iterable[str]) -> str | None:
    """`/name` of the form a free sentence speaks of, by the longest of its names in it; None when unclear."""
    said = unicodedata.normalize("NFKC", text).casefold()
    found: list[tuple[int, str]] = []
    for name in names:
        titles = [words.say(f"form-{name}")]
        if words.has(f"form-{name}.also"):
            titles += other_names(words.say(f"form-{name}.also"))
        hits = [len(t) for t in titles if t.casefold() in said]
        if hits:
            found.append((max(hits), name))
    best = [name for length, name in found if length == max(found)[0]]
    return f"/{best[0]}" if len(best) == 1 else None
