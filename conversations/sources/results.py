"""Batches whose results can be handed in, or be taken back once they are approved (R7.5, R7.6)."""

from collections.abc import Sequence

from conversations.engine.messages import Choosable
from store.batches import Batch
from store.unit import UnitOfWork


def to_hand_in(work: UnitOfWork) -> Sequence[Batch]:
    """Those of the caller's with nothing missing."""
    return [one for one in work.results.to_submit() if not work.results.gaps(one.id)]


def to_take_back(work: UnitOfWork) -> Sequence[Batch]:
    return work.results.retractable()


def with_exam_day(work: UnitOfWork, batch: Batch) -> Choosable:
    trades = tuple(dict.fromkeys(item.unit.name for item in work.batches.items(batch.id)))
    args = {"number": batch.number, "exam_on": batch.exam_on, "trades": trades}
    return Choosable(batch.number, key="results-batch-option", args=args)
