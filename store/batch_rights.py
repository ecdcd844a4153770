"""Who may act on a batch: by its station and programme, and under the lock of its row where something is written."""

from typing import TYPE_CHECKING

from rules.roles import Action
from store import rights
from store.batch_rows import Batch, BatchId
from store.rosters import LOCK_BATCH

if TYPE_CHECKING:
    from store.unit import UnitOfWork


def check_batch(unit: "UnitOfWork", batch: Batch, action: Action) -> None:
    """NotPossible unless one of the caller's posts reaches the station of the batch in its programme."""
    rights.check(unit, action, institution=batch.station_code, programme=batch.programme)


def locked_batch(unit: "UnitOfWork", batch: BatchId, action: Action) -> Batch:
    """The same, with the batch locked until the unit ends: nobody else takes a step meanwhile."""
    unit.connection.execute(LOCK_BATCH, {"batch": batch})
    found = unit.batches.get(batch)
    check_batch(unit, found, action)
    return found
