"""Batches whose results can be handed in (R7.5)."""

from collections.abc import Sequence

from conversations.engine.messages import Choosable
from store.batches import Batch
from store.unit import UnitOfWork


def to_hand_in(work: UnitOfWork) -> Sequence[Batch]:
    """Those of the caller's with nothing missing."""
    return [one for one in work.results.to_submit() if not work.results.gaps(one.id)]


def with_exam_day(work: UnitOfWork, batch: Batch) -> Choosable:
    trades = tuple(dict.fromkeys(item.unit.name for item in work.batches.items(batch.id)))
    args = {"number": batch.number, "exam_on": batch.exam_on, "trades": trades}
    return Choosable(batch.number, key="results-batch-option", args=args)
