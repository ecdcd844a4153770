"""What stands in the cells of a workbook somebody sent: the words its reader and the forms share."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CellFault(StrEnum):
    """Why a cell that is not empty holds no value."""

    FORMULA = "formula"
    """Written by a program that did not compute it."""
    ERROR = "error"
    """#REF!, #N/A and the like."""
    MERGED = "merged"
    """Covered by the cell it was merged with."""


Cell = str | int | float | bool | date | CellFault | None
"""A whole number is an int; None is an empty cell. A number of 16 and more digits has lost its last ones."""

LARGEST_EXACT = 10**15
"""Excel keeps fifteen digits: a larger number is not the one that was typed."""


@dataclass(frozen=True, slots=True)
class SentSheet:
    """The first visible sheet of a workbook; `rows[0]` is what Excel calls row 1."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    computed: frozenset[tuple[int, int]] = frozenset()
    """Cells, by row and column from 0, whose value a formula gave."""
