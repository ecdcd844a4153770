"""Batches withdrawn after they were opened (撤销批次): by their station, until the roster is in (R4.1)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Column, ForeignKey, Table, insert, select

from rules.findings import Finding, NotPossible
from rules.roles import Action
from store import rights
from store.batch_rights import locked_batch
from store.batch_rows import BATCHES, Batch, BatchId, BatchState, batch_of, batches
from store.people import PersonId, people
from store.reschedules import RescheduleState
from store.schema import Moment, Sealed, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

batch_withdrawals = Table(
    "batch_withdrawals",
    metadata,
    Column("batch_id", ForeignKey(batches.c.id), primary_key=True),
    Column("withdrawn_at", Moment, nullable=False),
    Column("withdrawn_by", ForeignKey(people.c.id)),
    Column("reason", Sealed, nullable=False),
)


@dataclass(frozen=True, slots=True)
class BatchWithdrawal:
    """Of one batch; a batch withdrawn before it was opened has none, its paper says why."""

    batch: BatchId
    at: datetime
    by: PersonId | None
    reason: str = field(repr=False)


class BatchWithdrawals:
    """Registrations stay as they are: they count only as long as their batch does."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def withdraw(self, batch: BatchId, reason: str) -> Batch:
        """Under the lock of the batch: nobody registers and no roster is handed in at the same moment.

        Its plan lines are free, its supervisor is recalled, its examiners are asked for nothing any more.
        """
        found = locked_batch(self._unit, batch, Action.WITHDRAW_BATCH)
        if against := tuple(self.against(found)):
            raise NotPossible(against)
        values = {
            "batch_id": batch,
            "withdrawn_at": self._unit.now,
            "withdrawn_by": self._unit.caller.person,
            "reason": self._unit.seal(reason, _context(batch)),
        }
        self._unit.connection.execute(insert(batch_withdrawals), values)
        self._unit.supervisions.recall(batch)
        self._unit.exam_calls.end(batch)
        return self._unit.batches.withdraw(batch)

    def against(self, batch: Batch) -> Iterator[Finding]:
        """What forbids it: the roster is in, or a move of the exam is being decided."""
        number = {"number": batch.number}
        if batch.state is BatchState.SUBMITTED:
            yield Finding("batch-withdrawal-roster-in", "R4.1", number)
        elif batch.state is not BatchState.OPEN:
            yield Finding("batch-withdrawal-not-open", "R4.1", number)
        moving = self._unit.reschedules.counting(batch.id)
        if moving and moving.state is RescheduleState.FILED:
            yield Finding("batch-withdrawal-moving", "R4.7", number)

    def possible(self) -> tuple[Batch, ...]:
        """Open batches of the caller's stations, the next exam first."""
        question = BATCHES.where(
            batches.c.station_code.in_(rights.covered(self._unit, Action.WITHDRAW_BATCH)),
            batches.c.state == BatchState.OPEN,
        ).order_by(batches.c.exam_on, batches.c.id)
        found = map(batch_of, self._unit.connection.execute(question))
        return tuple(one for one in found if not any(self.against(one)))

    def find(self, batch: BatchId) -> BatchWithdrawal | None:
        """Whether and why; the caller's right is the caller's matter."""
        question = select(batch_withdrawals).where(batch_withdrawals.c.batch_id == batch)
        row = self._unit.connection.execute(question).first()
        if row is None:
            return None
        reason = self._unit.unseal(row.reason, _context(batch))
        return BatchWithdrawal(row.batch_id, row.withdrawn_at, row.withdrawn_by, reason)


def _context(batch: BatchId) -> str:
    return f"batch_withdrawals.reason:{batch}"
