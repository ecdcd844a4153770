"""A form of several sheets as plain data: a cover, then grids of boxes, for whoever draws it."""

from dataclasses import dataclass

from exports.printed_form import Cell


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of boxes; lengths are millimetres. Its first `head` rows are repeated on every page."""

    columns: tuple[int, ...]
    heights: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heading: str = ""
    """What stands centred above it."""
    head: int = 0
    new_page: bool = False
    """For a grid that has a heading."""


@dataclass(frozen=True, slots=True)
class Booklet:
    """Everything on the paper; the cover has a page of its own."""

    title: tuple[str, ...]
    cover: tuple[tuple[str, str], ...]
    """The lines of the cover: what is asked, and the answer on its line."""
    issuer: str
    """At the foot of the cover."""
    grids: tuple[Grid, ...]
    footer: str
