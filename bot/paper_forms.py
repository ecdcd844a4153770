"""Every form and command as data, generated from the classes: what `kaowu forms` shows."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from conversations.engine import wording
from conversations.engine.boxes import Box, Choice, Known, Many, Pick, Several
from conversations.engine.boxes.base import always
from conversations.engine.form import Form
from conversations.menu import House
from conversations.words import LANGUAGES, words
from rules.roles import ANYONE

Json = dict[str, Any]


def described(house: House) -> list[Json]:
    """Forms and commands in menu order."""
    return [described_one(house, name) for name in house.order]


def described_one(house: House, name: str) -> Json:
    form = house.forms.get(name)
    entry: Json = {
        "name": name,
        "title": {one: words(one).say(f"form-{name}") for one in LANGUAGES},
        "roles": sorted(house.roles(name)),
        "kind": "form" if form else "command",
    }
    if form:
        entry |= {
            "version": form.version,
            "reviewed": form.reviewed,
            "boxes": [described_box(form, box, box.name) for box in form.boxes],
        }
    return entry


def described_box(form: type[Form], box: Box[Any], path: str) -> Json:
    """One box; what it always is goes without saying."""
    entry: Json = {
        "name": box.name,
        "title": {one: wording.title(form, path, words(one)) for one in LANGUAGES},
        "kind": box.kind,
        "input": box.input,
        "optional": box.is_optional,
        "private": box.is_private,
        "conditional": box.applies is not always,
    }
    match box:
        case Known():
            entry["asked"] = False
        case Many(part=part):
            entry["part"] = [described_box(form, b, f"{path}.1.{b.name}") for b in part.boxes]
            entry["at_least"], entry["at_most"] = box.at_least, box.at_most
        case Pick(source=source):
            entry["list"] = source
        case Choice(among=among) | Several(among=among) if isinstance(among, type) and issubclass(
            among, StrEnum
        ):
            entry["options"] = [member.value for member in among]
        case _:
            pass
    return entry


def outlined(house: House) -> str:
    """The same to be read."""
    return "\n".join(line for entry in described(house) for line in outline(entry))


def outline(entry: Json) -> Iterator[str]:
    roles = "anyone" if set(entry["roles"]) == ANYONE else ", ".join(entry["roles"])
    yield f"{entry['name']}  {entry['title'][LANGUAGES[0]]}  ({roles})"
    for box in entry.get("boxes", ()):
        yield from outline_box(box, "    ")


def outline_box(box: Json, indent: str) -> Iterator[str]:
    marks = [word for word in ("optional", "private", "conditional") if box[word]]
    yield f"{indent}{box['name']}  {box['title'][LANGUAGES[0]]}  {', '.join([box['kind'], *marks])}"
    for inner in box.get("part", ()):
        yield from outline_box(inner, indent + "    ")
