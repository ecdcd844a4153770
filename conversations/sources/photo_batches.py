"""Batches whose paper photos are not complete (R7.8)."""

from collections.abc import Sequence

from conversations.engine.messages import Choosable
from store.batches import Batch
from store.unit import UnitOfWork


def with_photos_awaited(work: UnitOfWork) -> Sequence[Batch]:
    return work.paper_photos.awaiting()


def with_lacking(work: UnitOfWork, batch: Batch) -> Choosable:
    lacking = len(work.paper_photos.lacking(batch.id))
    args = {"number": batch.number, "station": batch.station_name, "lacking": lacking}
    return Choosable(batch.number, key="photo-batch-option", args=args)
