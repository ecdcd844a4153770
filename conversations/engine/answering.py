"""Taking an answer: at a box, a confirmation, a password, a repeating part or the review."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from conversations.engine import asking as ask
from conversations.engine.answering_rows import at_rows, at_workbook
from conversations.engine.asking import Asking, fillable, target, waiting
from conversations.engine.boxes import Document, Many, Photo, Pick, Secret
from conversations.engine.choosing import chosen, yes_or_no
from conversations.engine.desk import Filling, entries_left, part_answers, touched
from conversations.engine.form import NOTED, SKIPPED, Form, Line
from conversations.engine.messages import Json, Kind, Lookup, Received, Said, Words
from conversations.engine.moving import edit, refused_filing
from conversations.engine.presenting import Turn, confirm_question, present
from conversations.engine.review import review
from rules.findings import Finding, Refused

PASSWORD_STAYS_CHECKED = timedelta(minutes=10)


class SecretWanted(Exception):
    """The text is a password: it must be checked or hashed outside the turn, then the turn runs again."""

    def __init__(self, form: Form, box: Secret) -> None:
        super().__init__(box.name)
        self.form = form
        self.box = box


def answer(filling: Filling, said: Said, lookup: Lookup, words: Words) -> Turn:
    """Take one answer to the present question."""
    here = Asking(filling, filling.read(lookup), lookup, words)
    line = target(here.form, filling.desk)
    turn = replace(at_line(here, line, said), answered=line)
    return timed(filling, turn, said) if filling.form.on_site else turn


def timed(before: Filling, turn: Turn, said: Said) -> Turn:
    """The turn with the time of the answer beside it, where one was written."""
    after = turn.filling
    if turn.answered is None or said.at is None or after.answers == before.answers:
        return turn
    noted = {**after.answers.get(NOTED, {}), turn.answered.path: said.at.isoformat()}
    return replace(turn, filling=replace(after, answers={**after.answers, NOTED: noted}))


def then(here: Asking, filling: Filling, error: Finding | None = None) -> Turn:
    """The next question after the draft became `filling`."""
    return present(filling, here.lookup, here.words, error=error)


def at_line(here: Asking, line: Line | None, said: Said) -> Turn:
    """An answer where the person stands: at the review, a confirmation, a password or a box."""
    if said.file and (turn := at_file(here, line, said.file)):
        return turn
    if line is None:
        return at_review(here, said)
    if waiting(here.filling, line):
        return at_confirm(here, line, said)
    if isinstance(line.box, Secret):
        return at_secret(here, line, said)
    value = option_meant(here, line, said)
    if value is None and line.box.is_optional and skips(said):
        value = "skip"
    if isinstance(line.box, Many):
        return at_part(here, line, value)
    match value:
        case "keep":
            return go_on(here, here.filling, line)
        case "skip" if line.box.is_optional:
            return taken(here, line, said, SKIPPED)
        case "more":
            return then(here, here.filling.with_desk(page=here.filling.desk.page + 1))
    return at_box(here, line, said if value is None else replace(said, text=None, choice=value))


def at_file(here: Asking, line: Line | None, file: Received) -> Turn | None:
    """A workbook for a whole part, or a file that is no use here; None when it is the answer asked for.

    A photo that waits for its yes is not given up for one that could not be read.
    """
    if line and (part := fillable(here.form, line.path)):
        return at_workbook(here, part, file)
    wanted = line and isinstance(line.box, Photo | Document) and not waiting(here.filling, line)
    if file.problem and not wanted:
        return then(here, here.filling, file.problem)
    if line and line.box.kind in {Kind.PHOTO, Kind.FILE}:
        return None
    return then(here, here.filling, Finding("file-not-asked-for"))


def option_meant(here: Asking, line: Line, said: Said) -> str | None:
    """By its number, its label, or a yes or no in other words."""
    options = ask.options_of(here, line)
    numbers = {} if ask.writes(line.box) else here.filling.desk.numbers
    value = chosen(said, options, numbers)
    asks_yes_or_no = {"yes", "no"} <= {option.value for option in options}
    return yes_or_no(said, here.words) if value is None and asks_yes_or_no else value


def skips(said: Said) -> bool:
    """Whether an optional box is left empty, by the choice or by a dash."""
    return said.choice == "skip" or (said.text or "").strip() == "-"


def at_box(here: Asking, line: Line, said: Said) -> Turn:
    """An answer proper: read it, confirm it where needed, write it."""
    if isinstance(line.box, Pick) and said.choice is None:
        found = search(here, line, said)
        if not isinstance(found, str):
            return found
        said = replace(said, text=None, choice=found)
    try:
        kept = line.box.dump(line.box.read(said, line.sheet))
    except Refused as refused:
        return then(here, here.filling, refused.finding)
    if isinstance(line.box, Photo) and line.box.is_confirmed:
        return then(here, here.filling.with_desk(at=line.path, confirming="photo", proposed=kept))
    return taken(here, line, said, kept)


def search(here: Asking, line: Line, said: Said) -> str | Turn:
    """What typed words mean in a searched list: the one option, or a turn with a shorter list or none."""
    filling, query = here.filling, (said.text or "").strip()
    if not query:
        return then(here, filling, Finding("text-empty"))
    match list(line.box.options(line.sheet, query, 0).options):
        case []:
            return then(here, filling, Finding("pick-nothing", args={"query": query[:30]}))
        case [only]:
            return only.value
        case _:
            at = line.path if line.given else filling.desk.at
            return then(here, filling.with_desk(query=query, page=0, at=at))


def taken(here: Asking, line: Line, said: Said, kept: Json) -> Turn:
    """Write an answer, unless its words may only have been sent twice: then it waits for a yes."""
    if said.again:
        return then(here, here.filling.with_desk(at=line.path, confirming="again", proposed=kept))
    return written(here, line, kept)


def written(here: Asking, line: Line, kept: Json) -> Turn:
    """Write an answer; when it makes others void, name them first and wait for a yes."""
    changed = here.filling.with_answer(line.path, kept)
    if touched(here.form, changed.read(here.lookup), line.path):
        return effect_named(here, line, kept)
    return go_on(here, changed, line)


def effect_named(here: Asking, line: Line, kept: Json) -> Turn:
    """Name what an answer would make void, and wait for a yes."""
    return then(here, here.filling.with_desk(at=line.path, confirming="edit", proposed=kept))


def go_on(here: Asking, filling: Filling, line: Line) -> Turn:
    """To the next question: inside an entry being edited its next box, else the first open one."""
    desk = filling.desk.looked_at(line.path)
    if not desk.walking:
        return then(here, replace(filling, desk=desk.cleared()))
    following = next_in_entry(filling.read(here.lookup), line.path)
    return then(here, replace(filling, desk=desk.cleared(at=following, walking="." in following)))


def next_in_entry(form: Form, path: str) -> str:
    """The box after `path` in the same entry; after the last one the part's own list."""
    part, entry, _ = path.split(".")
    paths = asked_in_entry(form, f"{part}.{entry}.")
    following = paths[paths.index(path) + 1 :]
    return following[0] if following else part


def asked_in_entry(form: Form, entry: str) -> list[str]:
    """The boxes a person answers in an entry, `part.id.`."""
    return [line.path for line in form.lines if line.path.startswith(entry) and line.theirs]


def at_confirm(here: Asking, line: Line, said: Said) -> Turn:
    """The yes or no to a photo, to words sent twice or to the effect of an edit.

    A new photo, or other words than those, simply take the place of what was shown.
    """
    filling, why = here.filling, here.filling.desk.confirming
    if why == "workbook":
        return at_rows(here, line, said)
    unasked = filling.with_desk(confirming="", proposed=None)
    if why == "photo" and said.file is not None:
        return at_box(replace(here, filling=unasked), line, said)
    value = chosen(said, confirm_question(here, line).options, filling.desk.numbers)
    if value is None and why == "photo":
        value = {"yes": "keep", "no": "change"}.get(yes_or_no(said, here.words) or "")
    match value:
        case "keep" if why in {"photo", "again"}:
            return written(replace(here, filling=unasked), line, filling.desk.proposed)
        case "keep":
            return go_on(here, filling.with_answer(line.path, filling.desk.proposed), line)
        case "change" if why in {"photo", "again"}:
            return then(here, unasked)
        case "change":
            return then(here, replace(filling, desk=filling.desk.cleared()))
        case None if why == "again" and not said.again:
            return at_line(replace(here, filling=unasked), line, said)
        case _:
            return then(here, filling, Finding("choice-unknown"))


def at_secret(here: Asking, line: Line, said: Said) -> Turn:
    """A password: outside the turn it is checked or hashed; here only its outcome arrives."""
    filling, box = here.filling, line.box
    assert isinstance(box, Secret)
    if said.secret is None and (said.text or "").strip():
        raise SecretWanted(here.form, box)
    try:
        outcome = box.read(said, here.form)
    except Refused as refused:
        return then(here, filling, refused.finding)
    if outcome.verified is False:
        return then(here, filling, Finding("password-wrong"))
    if stale(filling, outcome.at):
        return then(here, filling.with_desk(passed={}), Finding("password-again"))
    here.form.values[box.name] = outcome
    passed = {**filling.desk.passed, box.name: outcome.at.isoformat()}
    if here.form.open_secret(passed) is None:
        return Turn(filling, None, file=here.form)
    return then(here, filling.with_desk(passed=passed))


def stale(filling: Filling, now: datetime) -> bool:
    """Whether a password found right earlier has to be asked again."""
    times = map(datetime.fromisoformat, filling.desk.passed.values())
    return any(now - at > PASSWORD_STAYS_CHECKED for at in times)


def at_part(here: Asking, line: Line, value: str | None) -> Turn:
    """Another entry of a repeating part or not; or, opened for editing, what to do with its entries."""
    box, part, filling = line.box, line.path, here.filling
    assert isinstance(box, Many)
    left = len(entries_left(filling, part))
    entries = part_answers(filling.form, filling.answers, part)["entries"]
    cleared = replace(filling, desk=filling.desk.cleared())
    match (value or "").split(":"):
        case ["more"]:
            return then(here, filling.with_desk(page=filling.desk.page + 1))
        case ["yes"] | ["add"] if left < box.most(here.form):
            added = [*entries, {"id": box.new_entry(entries), "answers": {}}]
            return then(here, cleared.with_part(part, {"entries": added}))
        case ["no"] | ["skip"] | ["done"] if left < box.at_least:
            return then(here, filling, Finding("part-too-few", args={"n": box.at_least}))
        case ["no"] | ["skip"] | ["done"]:
            closed = cleared.with_part(part, {"closed": True})
            return then(here, replace(closed, desk=closed.desk.looked_at(part)))
        case ["entry", entry]:
            first = asked_in_entry(here.form, f"{part}.{entry}.")[0]
            return then(here, cleared.with_desk(at=first, walking=True))
        case ["remove", entry]:
            kept = [{**e, "removed": True} if e["id"] == entry else e for e in entries]
            return entries_changed(here, line, kept)
        case ["restore"]:
            return entries_changed(here, line, restored(entries, box.most(here.form) - left))
        case _:
            return then(here, filling, Finding("choice-unknown"))


def entries_changed(here: Asking, line: Line, entries: Sequence[Json]) -> Turn:
    """The part's list again with other entries, unless other answers depend on those before."""
    changed = here.filling.with_part(line.path, {"entries": entries})
    if touched(here.form, changed.read(here.lookup), line.path):
        return effect_named(here, line, changed.answers[line.path])
    return then(here, changed)


def restored(entries: Sequence[Json], room: int) -> list[Json]:
    """The entries with those taken away back again, as far as there is room."""
    kept = []
    for entry in entries:
        back = bool(entry.get("removed")) and room > 0
        room -= back
        kept.append({k: v for k, v in entry.items() if k != "removed"} if back else entry)
    return kept


def at_review(here: Asking, said: Said) -> Turn:
    """Submit, change one answer, show the private ones once, or leave."""
    filling = here.filling
    value = chosen(said, review(here).options, filling.desk.numbers)
    match (value or "").split(":"):
        case ["submit"]:
            return submitted(here)
        case ["edit", path]:
            return edit(filling, path, here.lookup, here.words)
        case ["cancel"]:
            return Turn(filling, None, cancel=True)
        case ["reveal"]:
            turn = then(here, filling)
            assert turn.message is not None
            openly = review(replace(here, filling=turn.filling), openly=True)
            return replace(turn, message=replace(turn.message, once=openly.text))
        case _:
            return then(here, filling, Finding("review-unknown"))


def submitted(here: Asking) -> Turn:
    """From the review to filing; problems across boxes lead to theirs."""
    problems = tuple(here.form.problems())
    if problems:
        return refused_filing(here.filling, problems, here.lookup, here.words)
    return then(here, here.filling.with_desk(filing=True))
