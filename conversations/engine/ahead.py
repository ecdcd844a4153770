"""The questions of a form in the order they come, each with what it hangs on: what a page can ask by itself.

What is known already, hangs on more than one answer or needs the store to be chosen from is left out;
the answers are read again, one by one, once they arrive.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from conversations.engine import wording
from conversations.engine.asking import numbered, quiet
from conversations.engine.boxes import Box, Known, Many, Pick, Secret
from conversations.engine.boxes.base import Sheet, always
from conversations.engine.form import Form, PartCopy, only_option
from conversations.engine.messages import Kind, Option, Question, Words

MORE = "more"


@dataclass(frozen=True, slots=True)
class Ahead:
    """A question as it will be put; `when` names the box and kept answer it exists for."""

    question: Question
    text: str
    options: tuple[Option, ...]
    when: tuple[str, str] | None


def asked_ahead(form: Form, words: Words) -> Iterator[Ahead]:
    """In printed order; a repeating part as its first question, its boxes, and "another one?"."""
    for box in form.boxes:
        if isinstance(box, Many):
            yield from part_ahead(form, box, words)
        elif may_be_asked(box, form):
            yield box_ahead(form, box, box.name, form, words)


def may_be_asked(box: Box[Any], sheet: Sheet) -> bool:
    if isinstance(box, Known | Pick | Secret) or (box.applies is not always and not box.when):
        return False
    return not (box.is_settled and only_option(box, sheet))


def part_ahead(form: Form, box: Many[Any], words: Words) -> Iterator[Ahead]:
    copy = PartCopy(box.part, "1", {}, form)
    if box.is_optional:
        yield more_ahead(form, box, "ask", words)
    for inner in box.part.boxes:
        if may_be_asked(inner, copy):
            yield box_ahead(form, inner, f"{box.name}.{inner.name}", copy, words)
    yield more_ahead(form, box, MORE, words)


def box_ahead(form: Form, box: Box[Any], path: str, sheet: Sheet, words: Words) -> Ahead:
    part = path.rpartition(".")[0]
    hint_key = wording.part_of_text(type(form), path, "hint", words)
    hint = words.say(hint_key, **box.told(sheet)) if hint_key else None
    ask_key = wording.part_of_text(type(form), path, "ask", words)
    title = wording.title(type(form), path, words)
    least, most = box.bounds(sheet)
    text = [title, words.say(ask_key) if ask_key else "", hint or ""]
    options = numbered(box.options(sheet, "", 0).options, words)
    options += [quiet("skip", words)] if box.is_optional else []
    when = (f"{part}.{box.when[0]}" if part else box.when[0], box.when[1]) if box.when else None
    question = Question(
        form=form.title,
        box=path,
        kind=box.kind,
        turn="",
        optional=box.is_optional,
        private=box.is_private,
        label=title,
        hint=hint,
        input=box.input,
        min=least,
        max=most,
        ahead=True,
    )
    return Ahead(question, "\n".join(filter(None, text)), tuple(options), when)


def more_ahead(form: Form, box: Many[Any], which: str, words: Words) -> Ahead:
    key = wording.part_of_text(type(form), box.name, which, words) or f"engine-part-{which}"
    title = wording.title(type(form), box.name, words)
    options = tuple(
        Option(words.say(f"choice-{value}"), value, str(n))
        for n, value in enumerate(("yes", "no"), start=1)
    )
    question = Question(
        form=form.title,
        box=f"{box.name}.{MORE}",
        kind=Kind.YES_NO,
        turn="",
        label=title,
        input="options",
        ahead=True,
    )
    return Ahead(question, f"{title}\n{words.say(key)}", options, None)
