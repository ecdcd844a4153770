"""Sign-in sheets (签到表, R7.4) as PDF: who is expected, and where everybody signs before they enter."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from exports import characters, typeset
from exports.printed_form import Cell
from rules.catalogue import Programme


class Subject(StrEnum):
    """Theory and practice are signed for apart (R7.4)."""

    THEORY = "theory"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class SignInLine:
    """One candidate; the number on the card masked, for the sheet hangs at a door."""

    place: int
    """The running number of the roster."""
    name: str = field(repr=False)
    sex: str
    id_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInSheet:
    """The sheet of one trade and level in one subject; the programme decides the title (R1.2)."""

    programme: Programme
    subject: Subject
    batch: str
    station: str
    station_code: str
    trade: str
    level: str
    at: str
    venue: str
    lines: tuple[SignInLine, ...]
    is_draft: bool = False
    """The roster is not in yet: numbers may still change."""


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """The words of one sheet in the order they stand."""

    title: str
    head: tuple[tuple[tuple[str, str], ...], ...]
    lines: tuple[tuple[Cell, ...], ...]
    remark: str


@dataclass(frozen=True, slots=True)
class PrintedSheets:
    """All sheets of a PDF, and what stands on each of them; widths and heights in millimetres."""

    title: str
    sheets: tuple[PrintedSheet, ...]
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    height: int
    examiners: str
    leader: str
    date: str
    note_below: str


def pdf(sheets: Sequence[SignInSheet]) -> bytes:
    """An A4 PDF with its font embedded, every sheet beginning a page and counting its own pages.

    ValueError without a sheet. A character the font lacks is printed as 〓 and spelt out.
    """
    if not sheets:
        raise ValueError("no sheet to print")
    wording = _wording()
    lacking = characters.missing("".join(text for sheet in sheets for text in _texts(sheet)))
    spelt = "　".join(f"U+{ord(c):04X}" for c in lacking)
    note = wording["foot"]["missing"].format(characters=spelt) if lacking else ""
    return typeset.pdf("sign_in_sheet.typ", printed(sheets), lacking, note)


def printed(sheets: Sequence[SignInSheet]) -> PrintedSheets:
    wording = _wording()
    shape, foot = wording["list"], wording["foot"]
    return PrintedSheets(
        title=wording["title"][sheets[0].programme],
        sheets=tuple(map(_sheet, sheets)),
        heads=tuple(shape["heads"]),
        widths=tuple(shape["widths"]),
        height=shape["height"],
        examiners=foot["examiners"],
        leader=foot["leader"],
        date=foot["date"],
        note_below=foot["note"],
    )


def _sheet(sheet: SignInSheet) -> PrintedSheet:
    wording = _wording()
    head = wording["head"]
    answers = {
        **{one.name: getattr(sheet, one.name) for one in fields(sheet)},
        "subject": wording["subject"][sheet.subject],
        "attendance": head["attendance"].format(expected=len(sheet.lines)),
        "room": "",
    }
    return PrintedSheet(
        title=wording["title"][sheet.programme],
        head=tuple(
            tuple((label, characters.visible(answers[box])) for label, box in line)
            for line in head["lines"]
        ),
        lines=tuple(map(_line, sheet.lines)),
        remark=wording["foot"]["draft"] if sheet.is_draft else "",
    )


def _line(one: SignInLine) -> tuple[Cell, ...]:
    """A long name is set small enough to stay in its row."""
    shape = _wording()["list"]
    told = (str(one.place), "", characters.visible(one.name), one.sex, one.id_number, "", "", "")
    boxes = zip(told, shape["widths"], strict=True)
    return tuple(Cell.fitted(t, 1, width=width, height=shape["height"]) for t, width in boxes)


def _texts(sheet: SignInSheet) -> list[str]:
    """What somebody wrote, which the font may lack characters of."""
    head = [sheet.station, sheet.trade, sheet.level, sheet.venue]
    return list(map(characters.visible, [*head, *(one.name for one in sheet.lines)]))


@cache
def _wording() -> dict[str, Any]:
    file = Path(__file__).with_name("forms") / "sign_in_sheet.toml"
    return tomllib.loads(file.read_text("utf-8"))
