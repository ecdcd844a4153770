"""Putting the present question: a box, a confirmation, the review, or nothing more to ask."""

from collections.abc import Sequence
from dataclasses import dataclass

from conversations.engine import asking as ask
from conversations.engine import wording
from conversations.engine.asking import Asking, target, waiting
from conversations.engine.desk import Filling, touched
from conversations.engine.form import Form, Line, State
from conversations.engine.messages import Lookup, Outgoing, Received, Words
from conversations.engine.review import review
from conversations.engine.workbooks import row_options
from rules.findings import Finding


@dataclass(frozen=True, slots=True)
class Turn:
    """What a turn leaves: the draft, what is said, and the form when it is ready to be filed."""

    filling: Filling
    message: Outgoing | None
    file: Form | None = None
    cancel: bool = False
    answered: Line | None = None
    """Where the answer went, so that a private one is masked in the history."""


def present(
    filling: Filling,
    lookup: Lookup,
    words: Words,
    *,
    before: Sequence[str] = (),
    error: Finding | None = None,
) -> Turn:
    """Put the present question (again), under a new turn number."""
    filling = filling.with_desk(turn=filling.desk.turn + 1)
    form = filling.read(lookup)
    filling = to_look_at(filling, form)
    desk = filling.desk
    line = target(form, desk)
    if line and line.path in desk.returned:
        before = [*before, words.say("engine-returned", reason=desk.returned[line.path])]
    confirming = waiting(filling, line)
    problem = error if confirming else unfit(line, error)
    asking = Asking(filling, form, lookup, words, tuple(before), problem)
    if line is None:
        if form.reviewed and not desk.filing:
            message = review(asking)
        else:
            return Turn(filling, None, file=form)
    elif confirming:
        message = confirm_question(asking, line)
    else:
        message = ask.ask(asking, line)
    shown = [(o.number, o.value, o.label) for o in message.options]
    return Turn(filling.with_desk(shown=shown), message)


def to_look_at(filling: Filling, form: Form) -> Filling:
    """Of a returned paper the boxes named are asked first, in printed order, though they are answered."""
    desk = filling.desk
    if desk.at or not desk.returned:
        return filling
    named = [x.path for x in form.lines if x.path in desk.returned and x.state in ASKABLE]
    return filling.with_desk(at=named[0]) if named else filling


ASKABLE = frozenset({State.ANSWERED, State.SKIPPED, State.OPEN, State.UNFIT})

UNHEARD = frozenset({"text-empty", "choice-unknown", "file-not-asked-for"})
"""What is said of an answer nothing could be made of, perhaps because it was for another box."""


def unfit(line: Line | None, error: Finding | None) -> Finding | None:
    """What is wrong: with the answer just given, else with the kept one that is asked for again."""
    why = line.why if line else None
    if why is None or why.key == "choice-unknown":
        # The options simply no longer hold it.
        return error
    return why if error is None or error.key in UNHEARD else error


def repeat(filling: Filling, lookup: Lookup, words: Words) -> Turn:
    """The present question once more for an answer to an earlier one; records nothing."""
    back_one = filling.with_desk(turn=filling.desk.turn - 1)
    return present(back_one, lookup, words, error=ask.MOVED_ON)


def confirm_question(asking: Asking, line: Line) -> Outgoing:
    """Show what waits for a yes: the picture as received, or what an edit would touch."""
    desk, words = asking.filling.desk, asking.words
    if desk.confirming == "workbook":
        return ask.ask_confirm(asking, line, desk.proposed["report"], options=row_options(asking))
    if desk.confirming == "photo":
        picture: Received = line.box.load(desk.proposed)
        return ask.ask_confirm(asking, line, photo_text(picture, words), picture)
    if desk.confirming == "again":
        return ask.ask_confirm(asking, line, again_text(asking, line))
    after = asking.filling.with_answer(line.path, desk.proposed).read(asking.lookup)
    gone = touched(asking.form, after, line.path)
    affected = {x.path.split(".")[0] for x in (line, *gone)}
    new = after.line(line.path)
    value = new.sheet.values.get(new.box.name) if new else None
    text = words.say(
        "engine-edit-effect",
        title=wording.title(asking.filling.form, line.path, words),
        value=line.box.show(value, line.sheet, words)
        if value is not None and not line.box.is_private
        else "…",
        gone=list(dict.fromkeys(wording.title(asking.filling.form, x.path, words) for x in gone)),
        others=len([x for x in asking.form.asked() if x.given and x.path not in affected]),
    )
    return ask.ask_confirm(asking, line, text)


def again_text(asking: Asking, line: Line) -> str:
    """Whether the words meant for the copy before are meant for this one, too."""
    key = wording.part_of_text(asking.filling.form, line.path, "again", asking.words)
    told = {**line.box.told(line.sheet), "said": asking.filling.desk.just.get("text", "")}
    return asking.words.say(key or "engine-again", **told)


def photo_text(picture: Received, words: Words) -> str:
    if picture.media_type == "application/pdf":
        return words.say("engine-pdf-received", kilobytes=round(picture.size / 1000))
    done = [words.say(f"engine-photo-{x}") for x in ("turned", "reduced") if getattr(picture, x)]
    return words.say(
        "engine-photo-received",
        width=picture.original_width or 0,
        height=picture.original_height or 0,
        done="".join(done),
        megabytes=f"{picture.size / 1_000_000:.2f}",
    )
