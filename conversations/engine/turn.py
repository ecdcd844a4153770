"""One turn of a form: an answer in, the next question out. Nothing is deleted by going back or editing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from conversations.engine import asking as ask
from conversations.engine import wording
from conversations.engine.asking import Asking, target
from conversations.engine.boxes import Many, Photo, Pick, Secret
from conversations.engine.choosing import chosen
from conversations.engine.desk import Filling, entries_left, part_answers, touched
from conversations.engine.form import SKIPPED, Form, Line, State
from conversations.engine.messages import Json, Lookup, Outgoing, Received, Said, SecretRead, Words
from conversations.engine.review import editable, review
from rules.findings import Finding, Refused

PASSWORD_STAYS_CHECKED = timedelta(minutes=10)


class SecretWanted(Exception):
    """The text is a password: it must be checked or hashed outside the turn, then the turn runs again."""

    def __init__(self, form: Form, box: Secret) -> None:
        super().__init__(box.name)
        self.form = form
        self.box = box


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
    asking = Asking(filling, form, lookup, words, tuple(before), error)
    desk = filling.desk
    line = target(form, desk)
    if line is None:
        if form.reviewed and not desk.filing:
            message = review(asking)
        else:
            return Turn(filling, None, file=form)
    elif desk.confirming:
        message = confirm_question(asking, line)
    else:
        message = ask.ask(asking, line)
    shown = [(o.number, o.value, o.label) for o in message.options]
    return Turn(filling.with_desk(shown=shown), message)


def repeat(filling: Filling, lookup: Lookup, words: Words) -> Turn:
    """The present question once more for an answer to an earlier one; records nothing."""
    back_one = filling.with_desk(turn=filling.desk.turn - 1)
    return present(back_one, lookup, words, error=ask.MOVED_ON)


def answer(filling: Filling, said: Said, lookup: Lookup, words: Words) -> Turn:
    """Take one answer to the present question."""
    form = filling.read(lookup)
    line = target(form, filling.desk)
    return replace(at_line(filling, form, line, said, lookup, words), answered=line)


def at_line(
    filling: Filling, form: Form, line: Line | None, said: Said, lookup: Lookup, words: Words
) -> Turn:
    """An answer where the person stands: at the review, a confirmation, a password or a box."""
    if line is None:
        return at_review(filling, form, said, lookup, words)
    if filling.desk.confirming:
        return at_confirm(filling, form, line, said, lookup, words)
    if isinstance(line.box, Secret):
        return at_secret(filling, form, line, said, lookup, words)
    asking = Asking(filling, form, lookup, words)
    options = ask.options_of(asking, line)
    value = chosen(said, options, {} if ask.writes(line.box) else filling.desk.numbers)
    if value is None and line.box.is_optional and (said.text or "").strip() == "-":
        value = "skip"
    if isinstance(line.box, Many):
        return at_part(filling, form, line, value, lookup, words)
    match value:
        case "keep":
            return go_on(filling, line, lookup, words)
        case "skip" if line.box.is_optional:
            return written(filling, form, line, SKIPPED, lookup, words)
        case "more":
            return present(filling.with_desk(page=filling.desk.page + 1), lookup, words)
    return at_box(filling, form, line, said if value is None else Said(choice=value), lookup, words)


def at_box(
    filling: Filling, form: Form, line: Line, said: Said, lookup: Lookup, words: Words
) -> Turn:
    """An answer proper: read it, confirm it where needed, write it."""
    if isinstance(line.box, Pick) and said.choice is None:
        found = search(filling, line, said)
        if isinstance(found, Finding):
            return present(filling, lookup, words, error=found)
        if isinstance(found, Filling):
            return present(found, lookup, words)
        said = Said(choice=found)
    try:
        value = line.box.read(said, line.sheet)
    except Refused as refused:
        return present(filling, lookup, words, error=refused.finding)
    kept = line.box.dump(value)
    if isinstance(line.box, Photo):
        proposing = filling.with_desk(at=line.path, confirming="photo", proposed=kept)
        return present(proposing, lookup, words)
    return written(filling, form, line, kept, lookup, words)


def search(filling: Filling, line: Line, said: Said) -> str | Filling | Finding:
    """What typed words mean in a searched list: one option, a shorter list, or nothing found."""
    query = (said.text or "").strip()
    if not query:
        return Finding("text-empty")
    page = line.box.options(line.sheet, query, 0)
    match list(page.options):
        case []:
            return Finding("pick-nothing", args={"query": query[:30]})
        case [only]:
            return only.value
        case _:
            return filling.with_desk(
                query=query, page=0, at=line.path if line.given else filling.desk.at
            )


def written(
    filling: Filling, form: Form, line: Line, kept: Json, lookup: Lookup, words: Words
) -> Turn:
    """Write an answer; when it makes others void, name them first and wait for a yes."""
    changed = filling.with_answer(line.path, kept)
    if line.given and touched(form, changed.read(lookup)):
        proposing = filling.with_desk(at=line.path, confirming="edit", proposed=kept)
        return present(proposing, lookup, words)
    return go_on(changed, line, lookup, words)


def go_on(filling: Filling, line: Line, lookup: Lookup, words: Words) -> Turn:
    """To the next question: inside an entry being edited its next box, else the first open one."""
    desk = filling.desk
    following = next_in_entry(filling.read(lookup), line.path) if desk.walking else None
    return present(
        replace(
            filling,
            desk=desk.cleared(
                at=following, walking=desk.walking and bool(following) and "." in (following or "")
            ),
        ),
        lookup,
        words,
    )


def next_in_entry(form: Form, path: str) -> str | None:
    """The box after `path` in the same entry; after the last one the part's own list."""
    part, entry, _ = path.split(".")
    paths = [
        x.path
        for x in form.lines
        if x.path.startswith(f"{part}.{entry}.") and x.state is not State.ASLEEP
    ]
    following = paths[paths.index(path) + 1 :]
    return following[0] if following else part


def confirm_question(asking: Asking, line: Line) -> Outgoing:
    """Show what waits for a yes: the picture as received, or what an edit would touch."""
    desk, words = asking.filling.desk, asking.words
    if desk.confirming == "photo":
        picture: Received = line.box.load(desk.proposed)
        return ask.ask_confirm(asking, line, photo_text(picture, words), picture)
    after = asking.filling.with_answer(line.path, desk.proposed).read(asking.lookup)
    gone = touched(asking.form, after)
    new = after.line(line.path)
    value = new.sheet.values.get(new.box.name) if new else None
    text = words.say(
        "engine-edit-effect",
        title=wording.title(asking.filling.form, line.path, words),
        value=line.box.show(value, line.sheet, words)
        if value is not None and not line.box.is_private
        else "…",
        gone="、".join(wording.title(asking.filling.form, x.path, words) for x in gone),
        others=len([x for x in asking.form.asked() if x.given]) - len(gone) - 1,
    )
    return ask.ask_confirm(asking, line, text)


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


def at_confirm(
    filling: Filling, form: Form, line: Line, said: Said, lookup: Lookup, words: Words
) -> Turn:
    """The yes or no to a photo or to the effect of an edit; a new photo simply replaces the one shown."""
    asking = Asking(filling, form, lookup, words)
    options = confirm_question(asking, line).options
    why = filling.desk.confirming
    if why == "photo" and said.file is not None:
        return at_box(
            filling.with_desk(confirming="", proposed=None), form, line, said, lookup, words
        )
    match chosen(said, options, filling.desk.numbers):
        case "keep" if why == "photo":
            plain = filling.with_desk(confirming="", proposed=None)
            return written(plain, form, line, filling.desk.proposed, lookup, words)
        case "keep":
            return go_on(filling.with_answer(line.path, filling.desk.proposed), line, lookup, words)
        case "change" if why == "photo":
            return present(filling.with_desk(confirming="", proposed=None), lookup, words)
        case "change":
            return present(replace(filling, desk=filling.desk.cleared()), lookup, words)
        case _:
            return present(filling, lookup, words, error=Finding("choice-unknown"))


def at_secret(
    filling: Filling, form: Form, line: Line, said: Said, lookup: Lookup, words: Words
) -> Turn:
    """A password: outside the turn it is checked or hashed; here only its outcome arrives."""
    assert isinstance(line.box, Secret)
    if said.secret is None and (said.text or "").strip():
        raise SecretWanted(form, line.box)
    try:
        outcome = line.box.read(said, form)
    except Refused as refused:
        return present(filling, lookup, words, error=refused.finding)
    if outcome.verified is False:
        return present(filling, lookup, words, error=Finding("password-wrong"))
    if stale(filling, outcome.at):
        return present(filling.with_desk(passed={}), lookup, words, error=Finding("password-again"))
    form.values[line.box.name] = outcome
    passed = {**filling.desk.passed, line.box.name: outcome.at.isoformat()}
    if form.open_secret(passed) is None:
        return Turn(filling, None, file=form)
    return present(filling.with_desk(passed=passed), lookup, words)


def stale(filling: Filling, now: datetime) -> bool:
    """Whether a password found right earlier has to be asked again."""
    return any(
        now - datetime.fromisoformat(t) > PASSWORD_STAYS_CHECKED
        for t in filling.desk.passed.values()
    )


def at_part(
    filling: Filling, form: Form, line: Line, value: str | None, lookup: Lookup, words: Words
) -> Turn:
    """Another entry of a repeating part or not; or, opened for editing, what to do with its entries."""
    assert isinstance(line.box, Many)
    part = line.path
    kept = part_answers(filling.form, filling.answers, part)
    cleared = replace(filling, desk=filling.desk.cleared())
    match (value or "").split(":"):
        case ["yes"] | ["add"] if len(entries_left(filling, part)) < line.box.at_most:
            entry = {"id": line.box.new_entry(kept), "answers": {}}
            return present(
                cleared.with_part(part, {"entries": [*kept["entries"], entry]}), lookup, words
            )
        case ["no"] | ["done"]:
            if len(entries_left(filling, part)) < line.box.at_least:
                return present(
                    filling,
                    lookup,
                    words,
                    error=Finding("part-too-few", args={"n": line.box.at_least}),
                )
            return present(cleared.with_part(part, {"closed": True}), lookup, words)
        case ["entry", entry]:
            first = f"{part}.{entry}.{line.box.part.boxes[0].name}"
            return present(cleared.with_desk(at=first, walking=True), lookup, words)
        case ["remove", entry]:
            entries = [{**e, "removed": True} if e["id"] == entry else e for e in kept["entries"]]
            return present(filling.with_part(part, {"entries": entries}), lookup, words)
        case ["restore"]:
            entries = [{k: v for k, v in e.items() if k != "removed"} for e in kept["entries"]]
            return present(filling.with_part(part, {"entries": entries}), lookup, words)
        case _:
            return present(filling, lookup, words, error=Finding("choice-unknown"))


def at_review(filling: Filling, form: Form, said: Said, lookup: Lookup, words: Words) -> Turn:
    """Submit, change one answer, show the private ones once, or leave."""
    page = review(Asking(filling, form, lookup, words))
    value = chosen(said, page.options, filling.desk.numbers)
    match (value or "").split(":"):
        case ["submit"]:
            return submitted(filling, form, lookup, words)
        case ["edit", path]:
            return edit(filling, path, lookup, words)
        case ["cancel"]:
            return Turn(filling, None, cancel=True)
        case ["reveal"]:
            turn = present(filling, lookup, words)
            openly = review(Asking(turn.filling, form, lookup, words), openly=True)
            assert turn.message is not None
            return replace(turn, message=replace(turn.message, once=openly.text))
        case _:
            return present(filling, lookup, words, error=Finding("review-unknown"))


def submitted(filling: Filling, form: Form, lookup: Lookup, words: Words) -> Turn:
    """From the review to filing; a problem across boxes leads to its box."""
    problem = next(iter(form.problems()), None)
    if problem:
        return refused_filing(filling, (problem,), lookup, words)
    return present(filling.with_desk(filing=True), lookup, words)


def refused_filing(
    filling: Filling, findings: Sequence[Finding], lookup: Lookup, words: Words
) -> Turn:
    """Filing was refused: every reason is said, the draft stays, and the first box concerned is asked."""
    form = filling.read(lookup)
    before = [wording.refusal(filling.form, f.box or "", f, words) for f in findings]
    boxes = [f.box for f in findings if f.box and form.line(f.box)]
    here = boxes[0] if boxes and (len(findings) == 1 or not form.reviewed) else None
    last = editable(form)[-1] if not form.reviewed and editable(form) else None
    desk = filling.desk.cleared(at=here or last, filing=False, passed={})
    return present(replace(filling, desk=desk), lookup, words, before=list(dict.fromkeys(before)))


def edit(filling: Filling, path: str, lookup: Lookup, words: Words) -> Turn:
    """Ask one box again, whatever comes of it."""
    form = filling.read(lookup)
    line = form.line(path)
    if line is None or line.state in {State.ASLEEP, State.KNOWN} or isinstance(line.box, Secret):
        return present(filling, lookup, words, error=Finding("edit-unknown"))
    return present(
        replace(filling, desk=filling.desk.cleared(at=path, filing=False)), lookup, words
    )


def back(filling: Filling, lookup: Lookup, words: Words) -> Turn:
    """The box before the present one, in printed order, with its old answer as one tap."""
    form = filling.read(lookup)
    desk = filling.desk
    if desk.confirming:
        return present(replace(filling, desk=desk.cleared(at=desk.at)), lookup, words)
    here = target(form, desk)
    stops = [x.path for x in form.lines if x.state not in {State.ASLEEP, State.KNOWN}]
    at = stops.index(here.path) if here else len(stops)
    if isinstance(here.box if here else None, Secret):
        return present(replace(filling, desk=desk.cleared(filing=False, passed={})), lookup, words)
    before = [p for p in stops[:at] if not isinstance(getattr(form.line(p), "box", None), Secret)]
    if not before:
        return present(filling, lookup, words, error=Finding("back-at-first"))
    return present(replace(filling, desk=desk.cleared(at=before[-1], filing=False)), lookup, words)


__all__ = [
    "SecretRead",
    "SecretWanted",
    "Turn",
    "answer",
    "back",
    "edit",
    "present",
    "refused_filing",
    "repeat",
]
