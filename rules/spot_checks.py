"""Spot checks (抽查): which batches may be drawn, the draw by a number that is noted, and its course (R7.7)."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

from rules.findings import Finding

_PURPOSE = "spot-check-draw"


class SpotCheckState(StrEnum):
    """How far a spot check has come."""

    ASKED = "asked"
    """The station is to answer, or to answer for the correction."""
    ANSWERED = "answered"
    """The officer is to look."""
    CLOSED = "closed"


class SpotCheckMaterial(StrEnum):
    """What the station keeps and is asked for (R7.7)."""

    PAPERS = "papers"
    """纸质答卷"""
    PHOTOS = "photos"
    VIDEO = "video"


class SpotCheckConclusion(StrEnum):
    """What the officer found."""

    IN_ORDER = "in_order"
    CORRECT = "correct"
    """Something is to be put right by a day; the station answers again."""
    VIOLATION = "violation"
    """Closed with what was found, to be dealt with elsewhere."""


def drawn(batches: Sequence[str], seed: str) -> str:
    """The number of the batch a seed draws: whoever has the list and the seed finds the same one.

    ValueError for an empty list.
    """
    if not batches:
        raise ValueError("nothing to draw from")
    listed = sorted(batches)
    text = "\n".join([_PURPOSE, seed.strip(), *listed])
    digest = hashlib.sha256(text.encode()).digest()
    return listed[int.from_bytes(digest) % len(listed)]


def due_findings(due_on: date, today: date, box: str) -> Iterator[Finding]:
    """A day to answer by, which has not passed."""
    if due_on < today:
        yield Finding("spot-check-due-past", "R7.7", {"today": today}, box=box)
