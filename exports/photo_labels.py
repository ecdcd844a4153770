"""Labels for the paper photos of a batch (R7.8) as PDF: one for each qualified candidate, in the platform's order."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from exports import characters, typeset
from exports.printed_form import Cell


@dataclass(frozen=True, slots=True)
class PhotoLabel:
    """What stands on the back of a photo; the number on the card masked, for envelopes are opened by many."""

    place: int
    """The running number of the roster."""
    name: str = field(repr=False)
    id_number: str


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """All labels of a batch."""

    batch: str
    station: str
    labels: tuple[PhotoLabel, ...]


@dataclass(frozen=True, slots=True)
class PrintedLabel:
    """The words of one label; the name set small enough to stay on its line."""

    place: str
    name: Cell
    id_number: str
    batch: str


@dataclass(frozen=True, slots=True)
class PrintedLabels:
    """Labels by page; lengths in millimetres."""

    title: str
    head: str
    columns: int
    height: int
    labels: tuple[PrintedLabel, ...]


def pdf(sheet: LabelSheet) -> bytes:
    """An A4 PDF with its font embedded. ValueError without a label.

    A character the font lacks is printed as 〓 and spelt out.
    """
    if not sheet.labels:
        raise ValueError("no label to print")
    wording = _wording()
    lacking = characters.missing("".join(x.name for x in sheet.labels) + sheet.station)
    spelt = "　".join(f"U+{ord(c):04X}" for c in lacking)
    note = wording["missing"].format(characters=spelt) if lacking else ""
    return typeset.pdf("photo_labels.typ", printed(sheet), lacking, note)


def printed(sheet: LabelSheet) -> PrintedLabels:
    wording = _wording()
    head = wording["head"].format(
        batch=sheet.batch,
        station=characters.visible(sheet.station),
        people=len(sheet.labels),
        numbers=_numbers(sheet.labels),
    )
    return PrintedLabels(
        title=wording["title"],
        head=head,
        columns=wording["columns"],
        height=wording["height"],
        labels=tuple(_label(sheet.batch, one) for one in sheet.labels),
    )


def _label(batch: str, one: PhotoLabel) -> PrintedLabel:
    wording = _wording()
    width, height = wording["name"]
    name = Cell.fitted(characters.visible(one.name), 1, width=width, height=height)
    return PrintedLabel(str(one.place), name, one.id_number, batch)


def _numbers(labels: Sequence[PhotoLabel]) -> str:
    return f"{labels[0].place}–{labels[-1].place}"


@cache
def _wording() -> dict[str, Any]:
    file = Path(__file__).with_name("forms") / "photo_labels.toml"
    return tomllib.loads(file.read_text("utf-8"))
