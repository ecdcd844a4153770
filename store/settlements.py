"""Settlements (证书结算): what a batch pays for its certificates, the payment told by the station, the officer's word (R7.9)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, delete, exists, insert, select, update

from rules.catalogue import Level
from rules.findings import Finding, NotPossible
from rules.roles import Action
from rules.settlements import Bill, BillLine, SettlementState, bill, bill_findings, payment_findings
from store import outcomes, rights
from store.batch_rights import check_batch, locked_batch
from store.batch_rows import BATCHES, Batch, BatchId, BatchState, batch_of, batches
from store.results import approved_results
from store.score_rows import SOMEBODY_PASSED
from store.settlement_rows import (
    BY_ID,
    LINES,
    OF_BATCH,
    Payment,
    Settlement,
    SettlementId,
    settlement_lines,
    settlements,
)
from store.units import unit_of

if TYPE_CHECKING:
    from store.unit import UnitOfWork

__all__ = ["Payment", "Settlement", "SettlementId", "Settlements"]


class Settlements:
    """One for each batch, filed again after it was sent back; all under the lock of the batch."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    # --- by the station ---

    def file(self, batch: BatchId, payment: Payment) -> Settlement:
        """Tell of the payment; the bill is fixed with it.

        NotPossible names everything: results not approved, nobody passed, no price set, a day that cannot
        be, a settlement that lies with the officer or is confirmed already.
        """
        found = locked_batch(self._unit, batch, Action.FILE_SETTLEMENT)
        before = self.find(batch)
        if against := (*self.against(found), *self._against_payment(found, payment)):
            raise NotPossible(against)
        settlement = self._written(batch, payment, before)
        self._put_lines(settlement, self.due(batch))
        filed = self.get(settlement)
        # Slips that were sent back stay with the batch, too.
        self._unit.files.own(payment.slip, f"settlement:{filed.id}:{filed.step}")
        self._unit.audit.note("settlement-filed", f"batch:{batch}")
        return filed

    def against(self, batch: Batch) -> tuple[Finding, ...]:
        """Why the station cannot settle the batch now; empty where a payment is awaited."""
        if early := outcomes.against(self._unit, batch.id):
            return early
        args = {"number": batch.number}
        standing = self.find(batch.id)
        if standing and standing.state is not SettlementState.RETURNED:
            key = f"settlement-is-{standing.state}"
            return (Finding(key, "R7.9", args),)
        return tuple(bill_findings(self.due(batch.id)))

    def to_file(self) -> tuple[Batch, ...]:
        """Batches of the caller's stations with approved results and certificates to pay for, oldest first."""
        return tuple(one for one in self._examined(Action.FILE_SETTLEMENT) if self.is_awaited(one))

    def is_awaited(self, batch: Batch) -> bool:
        """Whether a payment is: a price that is missing is no excuse."""
        return all(one.key == "settlement-no-price" for one in self.against(batch))

    # --- by the management station ---

    def confirm(self, settlement: SettlementId, seen: int) -> Settlement:
        """The money is there. NotPossible where another step than the one seen has been taken."""
        return self._decided(settlement, SettlementState.CONFIRMED, seen)

    def send_back(self, settlement: SettlementId, reason: str, seen: int) -> Settlement:
        """Something is not as it should be; the station files again."""
        sealed = self._unit.seal(reason, f"settlements.reason:{settlement}")
        return self._decided(settlement, SettlementState.RETURNED, seen, reason=sealed)

    def to_check(self) -> tuple[Settlement, ...]:
        """What lies with the caller, longest first."""
        codes = rights.covered(self._unit, Action.CHECK_SETTLEMENT)
        question = (
            select(settlements)
            .join(batches)
            .where(settlements.c.state == SettlementState.FILED, batches.c.station_code.in_(codes))
            .order_by(settlements.c.filed_at, settlements.c.id)
        )
        return tuple(map(self._record, self._unit.connection.execute(question)))

    def unsettled(self, after: int, limit: int) -> tuple[BatchId, ...]:
        """Batches with approved results and something to pay that is not confirmed, by number: for jobs."""
        confirmed = exists().where(
            settlements.c.batch_id == approved_results.c.batch_id,
            settlements.c.state == SettlementState.CONFIRMED,
        )
        question = (
            select(approved_results.c.batch_id)
            .join(batches)
            .where(~confirmed, SOMEBODY_PASSED, approved_results.c.batch_id > after)
            .order_by(approved_results.c.batch_id)
            .limit(limit)
        )
        return tuple(map(BatchId, self._unit.connection.scalars(question)))

    # --- questions ---

    def due(self, batch: BatchId) -> Bill:
        """What the batch has to pay as things stand, filed or not; NotPossible before the results are."""
        day = outcomes.approved(self._unit, batch)
        policies = [self._unit.policy.current(on) for on in (day, self._unit.today)]
        people_ = outcomes.passed(self._unit, batch)
        return bill(((one.unit, one.level) for one in people_), policies)

    def bill(self, batch: BatchId) -> Bill:
        """As it was filed, or as it stands where nothing is filed or it was sent back."""
        standing = self.find(batch)
        if standing is None or standing.state is SettlementState.RETURNED:
            return self.due(batch)
        rows = self._unit.connection.execute(LINES, {"settlement": standing.id})
        lines = (BillLine(unit_of(x), Level(x.level), x.certificates, x.fen) for x in rows)
        return Bill(tuple(lines))

    def find(self, batch: BatchId) -> Settlement | None:
        """The caller's right is the caller's matter."""
        row = self._unit.connection.execute(OF_BATCH, {"batch": batch}).first()
        return self._record(row) if row else None

    def get(self, settlement: SettlementId) -> Settlement:
        row = self._unit.connection.execute(BY_ID, {"settlement": settlement}).first()
        if row is None:
            raise NotPossible(Finding("settlement-unknown", "R7.9"))
        return self._record(row)

    def seen(self, batch: BatchId) -> Settlement | None:
        """For the station and the officers above it."""
        found = self._unit.batches.get(batch)
        check_batch(self._unit, found, Action.SEE_SETTLEMENT)
        return self.find(batch)

    def is_confirmed(self, batch: BatchId) -> bool:
        """Whether the certificates are paid for, so that they may be applied for and sent (R7.9)."""
        standing = self.find(batch)
        return standing is not None and standing.state is SettlementState.CONFIRMED

    # --- inside ---

    def _examined(self, action: Action) -> Iterator[Batch]:
        question = BATCHES.where(
            batches.c.station_code.in_(rights.covered(self._unit, action)),
            batches.c.state == BatchState.SUBMITTED,
            batches.c.exam_on <= self._unit.today,
        ).order_by(batches.c.exam_on, batches.c.id)
        return map(batch_of, self._unit.connection.execute(question).all())

    def _against_payment(self, batch: Batch, payment: Payment) -> Iterator[Finding]:
        yield from payment_findings(payment.paid_on, batch.applied_on, self._unit.today)

    def _written(self, batch: BatchId, payment: Payment, before: Settlement | None) -> SettlementId:
        values: dict[str, object] = {
            "state": SettlementState.FILED,
            "step": before.step + 1 if before else 1,
            "paid_on": payment.paid_on,
            "slip": payment.slip,
            "filed_by": self._unit.caller.person,
            "filed_at": self._unit.now,
            "decided_by": None,
            "decided_at": None,
            "reason": None,
        }
        if before:
            settlement = before.id
        else:
            adding = insert(settlements).returning(settlements.c.id)
            new = {**values, "batch_id": batch}
            settlement = self._unit.connection.execute(adding, new).scalar_one()
        values["payer"] = self._unit.seal(payment.payer, f"settlements.payer:{settlement}")
        self._set(settlement, **values)
        return SettlementId(settlement)

    def _put_lines(self, settlement: SettlementId, due: Bill) -> None:
        execute = self._unit.connection.execute
        execute(delete(settlement_lines).where(settlement_lines.c.settlement_id == settlement))
        lines = [
            {
                "settlement_id": settlement,
                "position": position,
                "programme": line.unit.programme,
                "unit_code": line.unit.code,
                "level": line.level,
                "certificates": line.certificates,
                "fen": line.fen,
            }
            for position, line in enumerate(due.lines, start=1)
        ]
        execute(insert(settlement_lines), lines)

    def _decided(
        self, settlement: SettlementId, state: SettlementState, seen: int, **values: object
    ) -> Settlement:
        batch = self.get(settlement).batch
        locked_batch(self._unit, batch, Action.CHECK_SETTLEMENT)
        standing = self.get(settlement)
        if standing.state is not SettlementState.FILED or standing.step != seen:
            raise NotPossible(Finding("settlement-moved-on", "R7.9"))
        who = {"decided_by": self._unit.caller.person, "decided_at": self._unit.now}
        self._set(settlement, state=state, step=seen + 1, **who, **values)
        self._unit.audit.note(f"settlement-{state}", f"batch:{batch}")
        return self.get(settlement)

    def _set(self, settlement: SettlementId, **values: object) -> None:
        changing = update(settlements).where(settlements.c.id == settlement)
        self._unit.connection.execute(changing.values(values))

    def _record(self, row: Row[Any]) -> Settlement:
        def opened(column: str) -> str:
            sealed = getattr(row, column)
            return self._unit.unseal(sealed, f"settlements.{column}:{row.id}") if sealed else ""

        plain = ("paid_on", "slip", "filed_by", "filed_at", "decided_by", "decided_at", "step")
        return Settlement(
            id=row.id,
            batch=row.batch_id,
            state=SettlementState(row.state),
            payer=opened("payer"),
            reason=opened("reason"),
            **{name: getattr(row, name) for name in plain},
        )
