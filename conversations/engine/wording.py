"""Which text belongs to a box: its form's own, else the box's common one, else the general one."""

from typing import Any

from conversations.engine.boxes import Box
from conversations.engine.form import Form
from conversations.engine.messages import Words
from rules.findings import Finding


def keys(form: type[Form], path: str) -> tuple[str, ...]:
    """The text keys of a box, most particular first: `registration-school`, `box-school`.

    Where a form borrows the words of another one, these come after its own.
    """
    names = [n for n in path.split(".") if not n.isdigit()]
    titles = [form.title, *([form.speaks_like] if form.speaks_like else [])]
    own = ("-".join([title, *names]) for title in titles)
    return *own, f"box-{'-'.join(names)}", f"box-{names[-1]}"


def part_of_text(form: type[Form], path: str, part: str, words: Words) -> str | None:
    """A text of the box's `part` (ask, hint, refused-…), or None where none is written."""
    found = next((k for k in keys(form, path) if words.has(f"{k}.{part}")), None)
    return f"{found}.{part}" if found else None


def title(form: type[Form], path: str, words: Words) -> str:
    """The short name of a box, as printed on the form."""
    found = next((k for k in keys(form, path) if words.has(k)), None)
    return words.say(found or keys(form, path)[0])


def refusal(form: type[Form], path: str, finding: Finding, words: Words) -> str:
    """Why an answer was not taken and what to do, in one or two sentences."""
    own = part_of_text(form, path, f"refused-{finding.key}", words)
    return words.say(own or finding.key, **finding.args)


def in_full(box: Box[Any], value: Any, sheet: Any, words: Words) -> str:
    """An answer in words, private or not."""
    return box.show(value, sheet, words)


def shown(box: Box[Any], value: Any, sheet: Any, words: Words) -> str:
    """An answer as the review shows it: private ones masked."""
    text = in_full(box, value, sheet, words)
    return box.mask(text) if box.is_private else text
