"""What a next step, `/name argument`, is called on its option."""

from collections.abc import Iterable

from conversations.engine.messages import Option, Words
from conversations.paging import MORE
from conversations.returned import ANEW, RETURNED


def named(step: str) -> str:
    """The command of a next step: `registration` of `/registration 12`."""
    return step.removeprefix("/").split(" ")[0]


def label(step: str, words: Words) -> str:
    """The most particular text there is: of the last word of the step, of its command, the title.

    A text of its own may show the argument, which is `none` where there is none.
    """
    name, argument = named(step), step.partition(" ")[2]
    last = argument.split(" ")[-1]
    keys = [
        *(["paper-correct"] if argument.startswith(RETURNED) else []),
        *(["paper-anew"] if argument.startswith(ANEW) else []),
        *([f"menu-{argument}"] if name == "menu" and argument else []),
        f"next-{name}-{last}",
        *(["next-page"] if last == MORE else []),
        f"next-{name}",
        f"command-{name}",
        f"form-{name}",
    ]
    key = next(key for key in keys if words.has(key))
    return words.say(key, argument=argument or "none")


def options(steps: Iterable[str], words: Words) -> tuple[Option, ...]:
    """Next steps as numbered options."""
    return tuple(Option(label(s, words), s, str(n)) for n, s in enumerate(steps, start=1))
