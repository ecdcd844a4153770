"""A filled-in paper form as plain data: its boxes, tables and lines, for whoever draws it."""

import re
from dataclasses import dataclass
from math import ceil
from typing import Literal, Self
from unicodedata import east_asian_width

NORMAL = 10.5
SIZES = (NORMAL, 9.5, 8.5, 7.5)
"""Points; 10.5 is 五号, the size official forms are set in."""
_POINT = 0.3528  # millimetres
_PADDING = 3.0  # millimetres, both sides together
_ROOM = 1.5  # millimetres above and below the text
_LEADING = 1.35
_LATIN = 0.58  # width of a letter, in Chinese characters


@dataclass(frozen=True, slots=True)
class Cell:
    """A box of the paper, spanning grid columns and rows."""

    text: str
    columns: int
    rows: int = 1
    kind: Literal["label", "answer", "photo", "opinion"] = "answer"
    size: float = NORMAL
    foot: str = ""
    """Of an opinion: the line at its foot, to be signed and sealed."""

    @classmethod
    def fitted(cls, text: str, columns: int, *, width: float, height: float) -> Self:
        """An answer in the largest size that keeps it inside width x height (millimetres).

        The smallest size is the end of it: what is longer still makes its row taller.
        """
        size = next((s for s in SIZES if _height(text, s, width) <= height - _ROOM), SIZES[-1])
        return cls(_breakable(text, _characters(width, size)), columns, size=size)


@dataclass(frozen=True, slots=True)
class Table:
    """A list below the boxes whose head is repeated on every page; `widths` begins with the label's."""

    label: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    height: int
    lines: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class SealBox:
    """The box that closes the form: room for a stamp or a signature, and its date."""

    heading: str
    text: str
    sign: str
    date: str


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """Everything on the paper, from the title to the footer; lengths are millimetres."""

    title: str
    head: tuple[str, str]
    columns: tuple[int, ...]
    heights: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    photo: bytes | None
    footer: tuple[str, str]
    tables: tuple[Table, ...] = ()
    seal: SealBox | None = None


def _height(text: str, size: float, width: float) -> float:
    room = _characters(width, size)
    lines = sum(max(1, ceil(_length(line) / room)) for line in text.split("\n"))
    return lines * size * _POINT * _LEADING


def _characters(width: float, size: float) -> float:
    """How many Chinese characters stand side by side in a box."""
    return (width - _PADDING) / (size * _POINT)


def _length(line: str) -> float:
    return sum(1.0 if east_asian_width(c) in "WFA" else _LATIN for c in line)


def _breakable(text: str, room: float) -> str:
    """A run of letters longer than its box may break anywhere, or it would leave the box."""

    def loosen(run: re.Match[str]) -> str:
        return run[0] if _length(run[0]) <= room else "\u200b".join(run[0])

    return re.sub(r"[!-~]+", loosen, text)
