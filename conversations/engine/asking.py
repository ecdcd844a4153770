"""Putting a question: its words, its options and what the channel needs to draw it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from conversations.engine import wording
from conversations.engine.boxes import (
    Box,
    Choice,
    Many,
    Part,
    Photo,
    Pick,
    SentWorkbook,
    Several,
    YesNo,
    label,
)
from conversations.engine.desk import Desk, Filling, entries_left
from conversations.engine.form import SKIPPED, Form, Line
from conversations.engine.messages import (
    Choosable,
    Json,
    Kind,
    Lookup,
    Option,
    Outgoing,
    Page,
    Paper,
    Picture,
    Question,
    Received,
    Words,
)
from rules.findings import Finding

E = TypeVar("E")

ENTRIES_A_PAGE = 10
"""Of a long list so many entries can be chosen at a time,"""
ENTRIES_SHOWN = 30
"""and so many stand on the review."""

MOVED_ON = Finding("moved-on")
"""The answer belonged to an earlier question; nothing was recorded."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What a question is put with: the draft, the paper as read, the language, and what happened before."""

    filling: Filling
    form: Form
    lookup: Lookup
    words: Words
    before: tuple[str, ...] = ()
    error: Finding | None = None

    def problem(self, path: str) -> str | None:
        return (
            wording.refusal(self.filling.form, path, self.error, self.words) if self.error else None
        )


def target(form: Form, desk: Desk) -> Line | None:
    """The line being asked; None when nothing but review or filing is left."""
    asked = form.line(desk.at) if desk.at else None
    if asked and asked.theirs and answerable(asked):
        return asked
    open_line = form.first_open()
    if open_line or (form.reviewed and not desk.filing):
        return open_line
    return form.open_secret(desk.passed)


def answerable(line: Line) -> bool:
    """Whether there is anything to choose: a list may wait for the answers before it."""
    listed = isinstance(line.box, Choice | Pick | Several) and not line.given
    return not listed or bool(line.box.options(line.sheet, "", 0).options)


def waiting(filling: Filling, line: Line | None) -> str:
    """What waits for a yes at this line: `photo`, `edit`, `again`, `workbook` or nothing.

    What was proposed for a box that is not asked any more, or that became another kind of box,
    waits no longer.
    """
    desk = filling.desk
    if line is None or desk.at != line.path:
        return ""
    if desk.confirming == "photo" and not isinstance(line.box, Photo):
        return ""
    if desk.confirming == "workbook" and not isinstance(line.box, Many):
        return ""
    return desk.confirming if desk.proposed == SKIPPED or loads(line.box, desk.proposed) else ""


def loads(box: Box[Any], kept: Json) -> bool:
    try:
        box.load(kept)
    except (ValueError, TypeError, KeyError):
        return False
    return True


def numbered(options: Sequence[Choosable], words: Words) -> list[Option]:
    """Options in words, each with the number a person may reply; numbers that are options stay themselves."""
    return [
        Option(label(o, words), o.value, o.number or str(place))
        for place, o in enumerate(options, start=1)
    ]


def quiet(value: str, words: Words) -> Option:
    """A control beside the options proper: keep, skip, more."""
    return Option(words.say(f"engine-{value}"), value, quiet=True)


def page_of(asking: Asking, line: Line) -> Page:
    """The options of a line's box as they stand now."""
    desk = asking.filling.desk
    if isinstance(line.box, Many):
        entries = len(entries_left(asking.filling, line.path))
        listed = desk.at == line.path
        return Page(part_options(asking, line), more=listed and entries > ENTRIES_A_PAGE)
    return line.box.options(line.sheet, desk.query, desk.page)


def part_options(asking: Asking, line: Line) -> list[Choosable]:
    """Of a repeating part: another one? — or, when opened for editing, its entries to edit or remove."""
    assert isinstance(line.box, Many)
    if asking.filling.desk.at != line.path:
        return [Choosable("yes", key="choice-yes"), Choosable("no", key="choice-no")]
    entries = entries_left(asking.filling, line.path)
    options = [Choosable("done", key="engine-part-done")]
    for place, entry in page_of_entries(entries, asking.filling.desk.page):
        options.append(Choosable(f"entry:{entry['id']}", key="engine-part-edit", args={"n": place}))
        options.append(
            Choosable(f"remove:{entry['id']}", key="engine-part-remove", args={"n": place})
        )
    room = len(entries) < line.box.most(asking.form)
    if room:
        options.append(Choosable("add", key="engine-part-add"))
    if room and removed(asking, line.path):
        options.append(Choosable("restore", key="engine-part-restore"))
    return options


def page_of_entries(entries: Sequence[E], page: int) -> list[tuple[int, E]]:
    """The entries of a page with their numbers; after the last page comes the first again."""
    pages = -(-len(entries) // ENTRIES_A_PAGE) or 1
    first = page % pages * ENTRIES_A_PAGE
    return list(enumerate(entries, start=1))[first : first + ENTRIES_A_PAGE]


def removed(asking: Asking, part: str) -> bool:
    kept = asking.filling.answers.get(part) or {"entries": []}
    return any(e.get("removed") for e in kept["entries"])


def options_of(asking: Asking, line: Line) -> list[Option]:
    """Everything that can be tapped at a line, controls last."""
    page = page_of(asking, line)
    options = numbered(page.options, asking.words)
    if line.box.by_name:
        options = [replace(option, number="") for option in options]
    if page.more:
        options.append(quiet("more", asking.words))
    if line.given and not isinstance(line.box, Many):
        options.append(quiet("keep", asking.words))
    if line.box.is_optional and not isinstance(line.box, Many):
        options.append(quiet("skip", asking.words))
    return options


def kind_of(asking: Asking, line: Line) -> Kind:
    if isinstance(line.box, Many) and asking.filling.desk.at != line.path:
        return Kind.YES_NO
    return line.box.kind


def box_name(asking: Asking, line: Line) -> str:
    """The box as callers know it: `school`, `study.since`, `study.more`."""
    if isinstance(line.box, Many):
        return f"{line.path}.more" if asking.filling.desk.at != line.path else line.path
    return ".".join(n for n in line.path.split(".") if not n.isdigit())


def place(form: Form, path: str) -> tuple[int | None, int | None]:
    """Step and count of a line among those a person answers: '3 of 17'. Forms without review count nothing."""
    if not form.reviewed:
        return None, None
    paths = [line.path for line in form.asked()]
    return paths.index(path.split(".", maxsplit=1)[0]) + 1, len(paths)


def heading(asking: Asking, line: Line) -> str:
    """'第 3 项，共 17 项：身份证号', with the entry's number inside a repeating part."""
    words, form = asking.words, asking.filling.form
    title = wording.title(form, line.path.split(".", maxsplit=1)[0], words)
    if "." in line.path:
        part, entry, _ = line.path.split(".")
        ids = [e["id"] for e in entries_left(asking.filling, part)]
        n = ids.index(entry) + 1 if entry in ids else len(ids) + 1
        inner = wording.title(form, line.path, words)
        title = words.say("engine-entry-title", part=title, n=n, box=inner)
    step, of = place(asking.form, line.path)
    return words.say("engine-step", step=step, of=of, title=title) if of else ""


def ask(asking: Asking, line: Line) -> Outgoing:
    """The question at a line."""
    options = options_of(asking, line)
    said, hint = instruction(asking, line), hint_of(asking, line)
    if not options and isinstance(line.box, Choice | Pick | Several):
        # Nothing to choose: the reason takes the question's place, and the way out is a button.
        said, hint = nothing_to_choose(asking, line), None
        options = [Option(asking.words.say("command-cancel"), "/cancel", "1")]
    problem, now = asking.problem(line.path), present_answer(asking, line)
    templates = template(asking, line)
    head = (*asking.before, problem, heading(asking, line), said, hint)
    text = "\n".join(t for t in (*head, *below(asking, line, now, templates)) if t)
    shown = None if line.box.is_private else now
    asked = question(asking, line, hint=hint, problem=problem, shown=shown)
    return Outgoing(text, tuple(options), templates, question=asked)


def instruction(asking: Asking, line: Line) -> str | None:
    """What to do here, where more is to be said than the title; a repeating part always says it."""
    many = isinstance(line.box, Many)
    part = part_asked(asking, line) if many else "ask"
    key = wording.part_of_text(asking.filling.form, line.path, part, asking.words)
    if key is None and not many:
        return None
    return asking.words.say(key or f"engine-part-{part}", **line.box.told(line.sheet))


def part_asked(asking: Asking, line: Line) -> str:
    """Of a repeating part: its list, the first entry, or one more."""
    if asking.filling.desk.at == line.path:
        return "list"
    return "more" if entries_left(asking.filling, line.path) else "first"


def hint_of(asking: Asking, line: Line) -> str | None:
    key = wording.part_of_text(asking.filling.form, line.path, "hint", asking.words)
    return asking.words.say(key, **line.box.told(line.sheet)) if key else None


def nothing_to_choose(asking: Asking, line: Line) -> str:
    key = wording.part_of_text(asking.filling.form, line.path, "none", asking.words)
    return asking.words.say(key or "engine-none")


def present_answer(asking: Asking, line: Line) -> str | None:
    """The answer that stands, shown back while it may be changed."""
    value = line.sheet.values.get(line.box.name)
    if not line.given or value is None or isinstance(line.box, Many):
        return None
    return wording.shown(line.box, value, line.sheet, asking.words)


def below(
    asking: Asking, line: Line, now: str | None, templates: tuple[Paper, ...]
) -> Iterator[str]:
    """What there is already, and that a workbook will do as well."""
    if isinstance(line.box, Many) and asking.filling.desk.at == line.path:
        yield entries_text(asking, line)
    if now:
        yield asking.words.say("engine-now", value=now)
    if templates and not isinstance(line.box, SentWorkbook):
        yield asking.words.say("engine-workbook-hint")


def fillable(form: Form, path: str) -> Many[Any] | None:
    """The part a workbook may be sent for while this line is asked."""
    name = path.partition(".")[0]
    box = next(b for b in form.boxes if b.name == name)
    return box if isinstance(box, Many) and box.from_workbook else None


def template(asking: Asking, line: Line) -> tuple[Paper, ...]:
    """The empty workbook: where a list is asked for, where a part begins and its entries are listed."""
    if isinstance(line.box, SentWorkbook):
        empty = line.box.template
        name = asking.words.say(f"export-{empty.export}")
        return (Paper(empty.export, empty.subject(asking.form), name),)
    part, form = fillable(asking.form, line.path), asking.form
    if part is None or part.from_workbook is None:
        return ()
    entries = entries_left(asking.filling, part.name)
    begins = len(entries) < 2 and not any(e["answers"] for e in entries)
    if not begins and asking.filling.desk.at != line.path:
        return ()
    name = wording.title(type(form), part.name, asking.words)
    label = asking.words.say("engine-workbook-template", part=name)
    return (Paper(part.from_workbook.export, part.from_workbook.subject(form), label),)


def entries_text(asking: Asking, line: Line) -> str:
    """The entries of a part that can be chosen now, one line each."""
    entries = line.sheet.values.get(line.box.name) or ()
    shown = page_of_entries(entries, asking.filling.desk.page)
    return "\n".join(part_rows(line.box, shown, asking.words))


def part_lines(
    box: Box[Any],
    entries: Sequence[Part],
    words: Words,
    *,
    openly: bool = False,
    most: int | None = None,
) -> str:
    """The entries of a part, or the first of them and how many more there are."""
    rows = part_rows(box, list(enumerate(entries[:most], 1)), words, openly=openly)
    if len(entries) > len(rows):
        rows.append(words.say("engine-part-rest", count=len(entries) - len(rows)))
    return "\n".join(rows)


def part_rows(
    box: Box[Any], entries: Iterable[tuple[int, Part]], words: Words, *, openly: bool = False
) -> list[str]:
    """Each entry's answers side by side behind its number; `openly` shows private ones in full."""
    assert isinstance(box, Many)
    show = wording.in_full if openly else wording.shown
    rows = []
    for n, entry in entries:
        cells = [
            show(b, entry.values[b.name], entry.copy, words)
            for b in box.part.boxes
            if entry.values.get(b.name) is not None
        ]
        rows.append(f"{n}. {'　'.join(cells)}")
    return rows


def question(
    asking: Asking, line: Line, *, hint: str | None, problem: str | None, shown: str | None
) -> Question:
    step, of = place(asking.form, line.path)
    least, most = line.box.bounds(line.sheet)
    kind = kind_of(asking, line)
    return Question(
        form=asking.form.title,
        box=box_name(asking, line),
        kind=kind,
        turn=asking.filling.token,
        optional=line.box.is_optional,
        private=line.box.is_private,
        step=step,
        of=of,
        error=asking.error.key if asking.error else None,
        problem=problem,
        label=wording.title(asking.filling.form, line.path, asking.words),
        hint=hint,
        input=line.box.input,
        min=least,
        max=most,
        shown=shown,
        ahead=asking.form.on_site and asking.filling.desk.at is None,
        accepts=".xlsx" if fillable(asking.form, line.path) else None,
    )


def ask_confirm(
    asking: Asking,
    line: Line,
    text: str,
    picture: Received | None = None,
    options: tuple[Option, ...] = (),
) -> Outgoing:
    """A yes before something counts: a photo as received, what an edit touches, rows of a workbook."""
    words, why = asking.words, asking.filling.desk.confirming
    options = options or tuple(
        Option(words.say(f"engine-{why}-{value}"), value, str(n))
        for n, value in enumerate(("keep", "change"), start=1)
    )
    files = (
        (
            Picture(
                picture.preview or picture.file,
                wording.title(asking.filling.form, line.path, words),
                "image/jpeg" if picture.preview else picture.media_type,
                picture.size,
            ),
        )
        if picture
        else ()
    )
    asked = replace(
        question(asking, line, hint=None, problem=asking.problem(line.path), shown=None),
        kind=Kind.CONFIRM,
        input="options",
        min=None,
        max=None,
    )
    parts = [*asking.before, asking.problem(line.path), text]
    return Outgoing("\n".join(p for p in parts if p), options, files, asked)


def writes(box: Box[Any]) -> bool:
    """Whether the box is written into, so that a typed number is an answer and not an option's number."""
    return not isinstance(box, Choice | Pick | YesNo | Many)
