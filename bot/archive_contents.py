"""What belongs into the archive of a batch (R7.7), section by section: one line in SECTIONS for each noun.

Names of documents carry numbers only, never who somebody is.
"""

from collections.abc import Callable, Iterator

from bot.archive_entries import Entry, printed
from bot.archived_certificates import (
    certificates,
    photos,
    settlement,
    shipments,
    spot_checks,
    trail,
)
from bot.archived_exams import (
    evaluations,
    exam_papers,
    material,
    papers,
    registrations,
    scores,
    supervision,
)
from store.batches import Batch
from store.unit import UnitOfWork

Section = Callable[[UnitOfWork, Batch], Iterator[Entry]]


def of_batch(*exports: tuple[str, str]) -> Section:
    """Documents of the press whose subject is the batch, each as (export, path)."""

    def entries(_: UnitOfWork, batch: Batch) -> Iterator[Entry]:
        for export, path in exports:
            yield printed(export, path, batch.id)

    return entries


SECTIONS: tuple[Section, ...] = (
    papers,
    registrations,
    of_batch(
        ("roster", "03-roster/roster"),
        ("sign_in_sheet_theory", "03-roster/sign-in-sheet-theory"),
        ("sign_in_sheet_practice", "03-roster/sign-in-sheet-practice"),
    ),
    exam_papers,
    of_batch(("score_sheet", "05-scores/score-sheet")),
    scores,
    evaluations,
    supervision,
    material,
    of_batch(("qualified_roster", "10-certificates/qualified-roster")),
    settlement,
    photos,
    certificates,
    shipments,
    spot_checks,
    trail,
)
"""In the order of events; what a batch does not have (yet) is left out."""


def contents(work: UnitOfWork, batch: Batch) -> list[Entry]:
    """All there may be, to be read one by one."""
    return [entry for section in SECTIONS for entry in section(work, batch)]
