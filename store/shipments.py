"""Shipments (证书邮寄): parcels of certificates, where they went, and what the station found in them (R7.9)."""

from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, insert, select, update

from rules.findings import Finding, NotPossible
from rules.roles import Action
from rules.settlements import SettlementState
from rules.shipments import ShipmentState, Trouble, day_findings, sending_findings
from store import rights
from store.batch_rights import check_batch, locked_batch
from store.batch_rows import BATCHES, Batch, BatchId, batch_of, batches
from store.settlement_rows import settlements
from store.shipment_rows import (
    BY_ID,
    OF_BATCH,
    ON_ITS_WAY,
    PRIVATE,
    Addressee,
    Shipment,
    ShipmentId,
    Waybill,
    shipments,
)

if TYPE_CHECKING:
    from store.unit import UnitOfWork

__all__ = ["Addressee", "Shipment", "ShipmentId", "Shipments", "Waybill"]


class Shipments:
    """At most one parcel of a batch is on its way; all under the lock of the batch."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    # --- by the officer ---

    def send(self, batch: BatchId, to: Addressee, waybill: Waybill) -> Shipment:
        """Note a parcel; the same waybill tapped twice is one parcel.

        NotPossible names everything: settlement, certificates, a parcel under way or arrived, the day.
        """
        found = locked_batch(self._unit, batch, Action.SEND_CERTIFICATES)
        before = self.of(batch)
        if before and before[-1].waybill == waybill and before[-1].to == to:
            return before[-1]
        day = day_findings(waybill.sent_on, self._unit.today)
        if against := (*self.against(found), *day):
            raise NotPossible(against)
        shipment = self._added(batch, to, waybill)
        self._unit.audit.note("shipment-sent", f"batch:{batch}")
        return self.get(shipment)

    def correct(self, shipment: ShipmentId, waybill: Waybill) -> Shipment:
        """Another carrier, number or day on a parcel that has not arrived: somebody mistyped."""
        standing = self._on_its_way(shipment, Action.SEND_CERTIFICATES)
        if against := tuple(day_findings(waybill.sent_on, self._unit.today)):
            raise NotPossible(against)
        self._set(
            shipment,
            carrier=waybill.carrier,
            tracking_number=waybill.tracking_number,
            sent_on=waybill.sent_on,
        )
        self._unit.audit.note("shipment-corrected", f"batch:{standing.batch}")
        return self.get(shipment)

    def against(self, batch: Batch) -> tuple[Finding, ...]:
        """What stands against sending certificates of the batch now."""
        states = tuple(one.state for one in self.of(batch.id))
        findings = sending_findings(
            settled=self._unit.settlements.is_confirmed(batch.id),
            issued=self._unit.issuing.is_finished(batch.id),
            states=states,
        )
        return tuple(findings)

    def to_send(self) -> tuple[Batch, ...]:
        """Batches within the caller's reach whose certificates can be sent, the oldest exam first."""
        question = (
            BATCHES.join(settlements, settlements.c.batch_id == batches.c.id)
            .where(
                batches.c.station_code.in_(rights.covered(self._unit, Action.SEND_CERTIFICATES)),
                settlements.c.state == SettlementState.CONFIRMED,
            )
            .order_by(batches.c.exam_on, batches.c.id)
        )
        listed = map(batch_of, self._unit.connection.execute(question).all())
        return tuple(one for one in listed if not self.against(one))

    def contact(self, batch: Batch) -> Addressee:
        """Whom the batch names, while nothing was ever sent to its station."""
        contact = self._unit.batches.contact(batch)
        return Addressee(recipient=contact.name, phone=contact.phone)

    def addressee(self, batch: Batch) -> Addressee | None:
        """Where the station's last parcel went."""
        question = (
            select(shipments)
            .join(batches)
            .where(batches.c.station_code == batch.station_code)
            .order_by(shipments.c.id.desc())
            .limit(1)
        )
        row = self._unit.connection.execute(question).first()
        return self._record(row).to if row else None

    # --- by the station ---

    def sign_for(
        self, shipment: ShipmentId, trouble: Trouble | None = None, remark: str = ""
    ) -> Shipment:
        """It arrived, or what is wrong with it; signed for twice it is signed for once."""
        standing = self.get(shipment)
        locked_batch(self._unit, standing.batch, Action.SIGN_FOR_CERTIFICATES)
        standing = self.get(shipment)
        if standing.received_at and (standing.trouble, standing.remark) == (trouble, remark):
            return standing
        self._on_its_way(shipment, Action.SIGN_FOR_CERTIFICATES)
        state = ShipmentState.TROUBLE if trouble else ShipmentState.RECEIVED
        self._set(
            shipment,
            state=state,
            trouble=trouble,
            remark=self._unit.seal(remark, f"shipments.remark:{shipment}") if remark else None,
            received_by=self._unit.caller.person,
            received_at=self._unit.now,
        )
        self._unit.audit.note(f"shipment-{state}", f"batch:{standing.batch}")
        return self.get(shipment)

    def to_sign_for(self) -> tuple[Shipment, ...]:
        """Parcels on their way to the caller's stations, the oldest first."""
        codes = rights.covered(self._unit, Action.SIGN_FOR_CERTIFICATES)
        question = (
            select(shipments)
            .join(batches)
            .where(batches.c.station_code.in_(codes), ON_ITS_WAY)
            .order_by(shipments.c.id)
        )
        return tuple(map(self._record, self._unit.connection.execute(question)))

    # --- questions ---

    def open(self) -> tuple[Shipment, ...]:
        """Parcels on their way that the caller may see, the oldest first."""
        codes = rights.covered(self._unit, Action.SEE_SHIPMENTS)
        question = (
            select(shipments)
            .join(batches)
            .where(batches.c.station_code.in_(codes), ON_ITS_WAY)
            .order_by(shipments.c.id)
        )
        return tuple(map(self._record, self._unit.connection.execute(question)))

    def of(self, batch: BatchId) -> tuple[Shipment, ...]:
        """All parcels, in their order; the caller's right is the caller's matter."""
        rows = self._unit.connection.execute(OF_BATCH, {"batch": batch})
        return tuple(map(self._record, rows))

    def seen(self, batch: BatchId) -> tuple[Shipment, ...]:
        """The same for the station and the officers above it."""
        found = self._unit.batches.get(batch)
        check_batch(self._unit, found, Action.SEE_SHIPMENTS)
        return self.of(batch)

    def get(self, shipment: ShipmentId) -> Shipment:
        row = self._unit.connection.execute(BY_ID, {"shipment": shipment}).first()
        if row is None:
            raise NotPossible(Finding("shipment-unknown", "R7.9"))
        return self._record(row)

    def under_way(self, after: int, limit: int) -> tuple[ShipmentId, ...]:
        """All parcels nobody has signed for, by number: for jobs."""
        question = (
            select(shipments.c.id)
            .where(ON_ITS_WAY, shipments.c.id > after)
            .order_by(shipments.c.id)
            .limit(limit)
        )
        return tuple(map(ShipmentId, self._unit.connection.scalars(question)))

    # --- inside ---

    def _on_its_way(self, shipment: ShipmentId, action: Action) -> Shipment:
        locked_batch(self._unit, self.get(shipment).batch, action)
        standing = self.get(shipment)
        if standing.state is not ShipmentState.ON_ITS_WAY:
            raise NotPossible(Finding("shipment-signed-for", "R7.9"))
        return standing

    def _added(self, batch: BatchId, to: Addressee, waybill: Waybill) -> ShipmentId:
        new = {
            "batch_id": batch,
            "state": ShipmentState.ON_ITS_WAY,
            "carrier": waybill.carrier,
            "tracking_number": waybill.tracking_number,
            "sent_on": waybill.sent_on,
            "noted_by": self._unit.caller.person,
            "noted_at": self._unit.now,
        }
        adding = insert(shipments).returning(shipments.c.id)
        shipment = ShipmentId(self._unit.connection.execute(adding, new).scalar_one())
        sealed = {
            name: self._unit.seal(getattr(to, name), f"shipments.{name}:{shipment}")
            for name in PRIVATE
        }
        self._set(shipment, **sealed)
        return shipment

    def _set(self, shipment: ShipmentId, **values: object) -> None:
        changing = update(shipments).where(shipments.c.id == shipment)
        self._unit.connection.execute(changing.values(values))

    def _record(self, row: Row[Any]) -> Shipment:
        def opened(column: str) -> str:
            sealed = getattr(row, column)
            return self._unit.unseal(sealed, f"shipments.{column}:{row.id}") if sealed else ""

        return Shipment(
            id=row.id,
            batch=row.batch_id,
            state=ShipmentState(row.state),
            to=Addressee(**{name: opened(name) for name in PRIVATE}),
            waybill=Waybill(
                carrier=row.carrier, tracking_number=row.tracking_number, sent_on=row.sent_on
            ),
            noted_at=row.noted_at,
            received_by=row.received_by,
            received_at=row.received_at,
            trouble=Trouble(row.trouble) if row.trouble else None,
            remark=opened("remark"),
        )
