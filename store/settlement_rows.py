"""The rows of settlements (R7.9): their tables, and what is read of them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NewType

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    Select,
    String,
    Table,
    bindparam,
    select,
)

from rules.settlements import SettlementState
from store.batch_rows import BatchId, batches
from store.files import FileId, files
from store.people import PersonId, people
from store.schema import Moment, Sealed, Serial, metadata
from store.units import units

SettlementId = NewType("SettlementId", int)

settlements = Table(
    "settlements",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("batch_id", ForeignKey(batches.c.id), nullable=False, unique=True),
    Column("state", String(10), nullable=False, index=True),
    Column("step", Integer, nullable=False),
    Column("payer", Sealed),
    Column("paid_on", Date, nullable=False),
    Column("slip", ForeignKey(files.c.id), nullable=False, index=True),
    Column("filed_by", ForeignKey(people.c.id)),
    Column("filed_at", Moment, nullable=False),
    Column("decided_by", ForeignKey(people.c.id)),
    Column("decided_at", Moment),
    Column("reason", Sealed),
    sqlite_autoincrement=True,
)

settlement_lines = Table(
    "settlement_lines",
    metadata,
    Column("settlement_id", ForeignKey(settlements.c.id), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("programme", String(20), nullable=False),
    Column("unit_code", String(30), nullable=False),
    Column("level", Integer, nullable=False),
    Column("certificates", Integer, nullable=False),
    Column("fen", BigInteger, nullable=False),
    ForeignKeyConstraint(["programme", "unit_code"], [units.c.programme, units.c.code]),
)


@dataclass(frozen=True, slots=True)
class Payment:
    """What the station tells of its payment: who paid, when, and a copy of the remittance slip."""

    payer: str = field(repr=False)
    paid_on: date
    slip: FileId


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """A payment as it stands. `step` counts what happened to it; whoever decides names the one they saw."""

    id: SettlementId
    batch: BatchId
    state: SettlementState
    step: int
    payer: str = field(repr=False)
    paid_on: date
    slip: FileId
    filed_by: PersonId | None
    filed_at: datetime
    decided_by: PersonId | None
    decided_at: datetime | None
    reason: str = field(repr=False)
    """Why it was sent back."""


OF_BATCH: Select[Any] = select(settlements).where(settlements.c.batch_id == bindparam("batch"))
BY_ID: Select[Any] = select(settlements).where(settlements.c.id == bindparam("settlement"))
LINES: Select[Any] = (
    select(settlement_lines.c.level, settlement_lines.c.certificates, settlement_lines.c.fen, units)
    .join(units)
    .where(settlement_lines.c.settlement_id == bindparam("settlement"))
    .order_by(settlement_lines.c.position)
)
