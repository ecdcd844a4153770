"""The rows of shipments (R7.9): their table, and what is read of it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NewType

from sqlalchemy import Column, Date, ForeignKey, Index, Select, String, Table, bindparam, select

from rules.shipments import ShipmentState, Trouble
from store.batch_rows import BatchId, batches
from store.people import PersonId, people
from store.schema import Moment, Sealed, Serial, metadata

ShipmentId = NewType("ShipmentId", int)

shipments = Table(
    "shipments",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("batch_id", ForeignKey(batches.c.id), nullable=False, index=True),
    Column("state", String(12), nullable=False),
    Column("recipient", Sealed),
    Column("address", Sealed),
    Column("phone", Sealed),
    Column("carrier", String(40), nullable=False),
    Column("tracking_number", String(40), nullable=False),
    Column("sent_on", Date, nullable=False),
    Column("noted_by", ForeignKey(people.c.id)),
    Column("noted_at", Moment, nullable=False),
    Column("received_by", ForeignKey(people.c.id)),
    Column("received_at", Moment),
    Column("trouble", String(10)),
    Column("remark", Sealed),
    sqlite_autoincrement=True,
)
ON_ITS_WAY = shipments.c.state == ShipmentState.ON_ITS_WAY
Index(
    "uq_shipments_on_its_way",
    shipments.c.batch_id,
    unique=True,
    sqlite_where=ON_ITS_WAY,
    postgresql_where=ON_ITS_WAY,
)

PRIVATE = ("recipient", "address", "phone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Where a parcel goes."""

    recipient: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waybill:
    """Who carries it under which number, handed over on which day."""

    carrier: str
    tracking_number: str
    sent_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipment:
    """A parcel as it stands."""

    id: ShipmentId
    batch: BatchId
    state: ShipmentState
    to: Addressee
    waybill: Waybill
    noted_at: datetime
    received_by: PersonId | None
    received_at: datetime | None
    trouble: Trouble | None
    remark: str = field(repr=False)
    """What the station wrote about it."""


BY_ID: Select[Any] = select(shipments).where(shipments.c.id == bindparam("shipment"))
OF_BATCH: Select[Any] = (
    select(shipments).where(shipments.c.batch_id == bindparam("batch")).order_by(shipments.c.id)
)
