"""The forms: every box has a name of its own and a title, every list fits the tightest channel."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any

from bot.checks.texts import Texts, said
from conversations.commands import CONTROLS
from conversations.engine import wording
from conversations.engine.boxes import Box, Choice, Many, Part, Pick, Secret, Several
from conversations.engine.form import Form, PartCopy
from conversations.engine.messages import Page
from conversations.menu import House
from store.approving import EFFECTS

LONGEST_LABEL = 60
"""Characters; more does not fit a button of the narrowest phone."""
LONGEST_VALUE = 60
"""Bytes of UTF-8, the room Telegram leaves on a button."""

BLANK = Form({}, None)  # type: ignore[arg-type]  # looks nothing up
TAKEN_BY_FORMS = frozenset(dir(BLANK))
TAKEN_BY_PARTS = frozenset({*dir(PartCopy(Part, "1", {}, BLANK)), "more"})

MEANT_ALREADY = frozenset({"keep", "skip", "more"})
"""What every question takes for something else."""


def faults(house: House, written: Sequence[Texts]) -> Iterator[str]:
    """What is wrong with each form and command, and with all of them together."""
    yield from name_faults(house, written)
    for form in house.forms.values():
        yield from form_faults(form)
        for path, box in boxes_of(form):
            yield from box_faults(form, path, box, house)
            yield from text_faults(form, path, box, written)


def boxes_of(form: type[Form]) -> Iterator[tuple[str, Box[Any]]]:
    """Every box with its path, those of a repeating part after the part."""
    for box in form.boxes:
        yield box.name, box
        if isinstance(box, Many):
            yield from ((f"{box.name}.1.{inner.name}", inner) for inner in box.part.boxes)


def name_faults(house: House, written: Sequence[Texts]) -> Iterator[str]:
    """Names and titles by which more than one thing could be meant, and what nobody may open."""
    names = list(house.order)
    for name in names:
        if names.count(name) > 1 or name in CONTROLS:
            yield f"{name}: another form or command has this name"
        if not house.roles(name):
            yield f"{name}: no role may open it, so no menu shows it"
        if len(f"/{name}".encode()) > LONGEST_VALUE:
            yield f"{name}: the name is longer than {LONGEST_VALUE} bytes"
    for texts in written:
        titles: dict[str, str] = {}
        for name in dict.fromkeys(names):
            key = f"form-{name}"
            if key not in texts.arguments:
                yield f"{texts.language}: {name} has no title (text {key})"
                continue
            title, _ = said(texts, key)
            if title.casefold() in titles:
                yield f"{texts.language}: {name} and {titles[title.casefold()]} have the same title"
            titles[title.casefold()] = name


def form_faults(form: type[Form]) -> Iterator[str]:
    """What the engine takes for granted in a form."""
    if form.submit is Form.submit:
        yield f"{form.title}: it cannot be filed, submit is not written"
    if form.paper and form.title != form.paper:
        yield f"{form.title}: it files {form.paper}, so that has to be its name"
    if form.paper and form.paper not in EFFECTS:
        yield f"{form.title}: what the approval of {form.paper} does is not written"
    secrets = [isinstance(box, Secret) for box in form.boxes]
    if secrets != sorted(secrets):
        yield f"{form.title}: passwords are asked last, so their boxes must stand last"
    checks = [box for box in form.boxes if isinstance(box, Secret) and box.against_stored]
    if checks and form.stored_password is Form.stored_password:
        yield f"{form.title}: it checks a password, but stored_password is not written"
    for name in form.facts_from:
        if name not in {box.name for box in form.boxes}:
            yield f"{form.title}: facts_from names {name}, which is no box"


def box_faults(form: type[Form], path: str, box: Box[Any], house: House) -> Iterator[str]:
    where = f"{form.title}: {path}"
    inside = "." in path
    if box.name in (TAKEN_BY_PARTS if inside else TAKEN_BY_FORMS):
        yield f"{where}: the name belongs to every {'part' if inside else 'form'}"
    if inside and isinstance(box, Many | Secret):
        yield f"{where}: a repeating part holds neither parts nor passwords"
    if isinstance(box, Pick) and box.source not in house.sources:
        yield f"{where}: there is no list {box.source}"
    if len(f"edit:{path}".encode()) > LONGEST_VALUE:
        yield f"{where}: the name is longer than {LONGEST_VALUE} bytes"


def text_faults(
    form: type[Form], path: str, box: Box[Any], written: Sequence[Texts]
) -> Iterator[str]:
    where = f"{form.title}: {path}"
    keys = wording.keys(form, path)
    for texts in written:
        if not any(key in texts.arguments for key in keys):
            yield f"{texts.language}: {where} has no title (text {keys[0]})"
    among = box.among if isinstance(box, Choice | Several) else None
    if isinstance(among, type) and issubclass(among, StrEnum):
        yield from option_faults(where, box.options(None, "", 0), written)


def option_faults(where: str, page: Page, written: Sequence[Texts]) -> Iterator[str]:
    """Options without words, too long, or with a value or number that means something else."""
    for place, option in enumerate(page.options, start=1):
        if option.value in MEANT_ALREADY:
            yield f"{where}: the option {option.value} means something else to every question"
        if len(option.value.encode()) > LONGEST_VALUE:
            yield f"{where}: the option {option.value} is longer than {LONGEST_VALUE} bytes"
        if not option.number and str(place) in {other.number for other in page.options}:
            yield f"{where}: the number {place} could mean two options"
        for texts in written:
            if option.key and option.key not in texts.arguments:
                yield f"{texts.language}: {where} has an option without words (text {option.key})"
                continue
            label = said(texts, option.key)[0] if option.key else option.label
            if len(label) > LONGEST_LABEL:
                yield f"{texts.language}: {where} has a label over {LONGEST_LABEL} characters: {label}"
