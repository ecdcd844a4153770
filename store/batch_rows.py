"""The rows of batches: their tables, what is read of them, and what an application writes."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    CheckConstraint,
    Column,
    ColumnElement,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Row,
    Select,
    String,
    Table,
    and_,
    bindparam,
    exists,
    select,
)

from rules.batches import Windows, begins_at, windows
from rules.candidates import CandidateType
from rules.catalogue import Level, Programme, Unit
from rules.plans import LINE_HOLDS
from store.institutions import institutions
from store.schema import Document, Moment, Sealed, Serial, metadata
from store.units import unit_of, units

if TYPE_CHECKING:
    from store.examiners import ExaminerId
    from store.notices import NoticeId
    from store.plans import PlanLineId

BatchId = NewType("BatchId", int)
ItemId = NewType("ItemId", int)


class BatchState(StrEnum):
    """How far a batch has come; candidates register while it is open (R4.1, R4.3)."""

    APPLIED = "applied"
    """Its paper is on its way."""
    OPEN = "open"
    """Approved; until the close candidates register."""
    CLOSED = "closed"
    """Past the close without a roster. Never kept: it follows from the time."""
    SUBMITTED = "submitted"
    """The roster is in (R5.7)."""
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


batches = Table(
    "batches",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("station_code", ForeignKey(institutions.c.code), nullable=False, index=True),
    Column("programme", String(20), nullable=False),
    Column("candidate_type", String(20), nullable=False),
    Column("theory_on", Date, nullable=False),
    Column("practice_on", Date, nullable=False),
    Column("starts_at", String(5), nullable=False),
    Column("practice_starts_at", String(5), nullable=False),
    Column("venue", String(200), nullable=False),
    Column("applied_on", Date, nullable=False),
    Column("state", String(20), nullable=False),
    Column("exam_on", Date, nullable=False),
    Column("opens_at", Moment, nullable=False),
    Column("closes_at", Moment, nullable=False),
    Column("next_serial", Integer, nullable=False),
    Column("contact", Sealed),
    Column("contact_phone", Sealed),
    Column("procedures", Document, nullable=False),
    sqlite_autoincrement=True,
)
Index(None, batches.c.state, batches.c.closes_at)

batch_items = Table(
    "batch_items",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("batch_id", ForeignKey(batches.c.id), nullable=False),
    Column("programme", String(20), nullable=False),
    Column("unit_code", String(30), nullable=False),
    Column("level", Integer, nullable=False),
    Column("people", Integer, nullable=False),
    Column("taken", Integer, nullable=False),
    CheckConstraint(f"people BETWEEN 1 AND {LINE_HOLDS}", name="line"),
    CheckConstraint("taken BETWEEN 0 AND people", name="seats"),
    ForeignKeyConstraint(["programme", "unit_code"], [units.c.programme, units.c.code]),
    sqlite_autoincrement=True,
)
Index(None, batch_items.c.batch_id, batch_items.c.unit_code, batch_items.c.level)
Index(None, batch_items.c.programme, batch_items.c.unit_code)


@dataclass(frozen=True, slots=True)
class NewItem:
    """What a batch asks for: one trade and level, for at most 99 people, on one line of the plan (R4.1)."""

    unit: Unit
    level: Level
    people: int
    line: "PlanLineId | None" = None
    """The line of the annual plan it uses; only the office itself enters a batch without one."""
    leader: "ExaminerId | None" = None
    examiners: "tuple[ExaminerId, ...]" = ()
    """Beside the leader, who may be named again (R4.4)."""

    @property
    def team(self) -> "tuple[ExaminerId, ...]":
        """Everybody once, the leader first."""
        leading = () if self.leader is None else (self.leader,)
        return tuple(dict.fromkeys((*leading, *self.examiners)))


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBatch:
    """A batch as it is applied for (R4.11)."""

    station_code: str
    programme: Programme
    candidate_type: CandidateType
    theory_on: date
    practice_on: date
    starts_at: str
    """Of the theory: office time of day, `09:00`."""
    practice_starts_at: str = ""
    """Empty for the same time of day."""
    venue: str
    applied_on: date
    items: tuple[NewItem, ...]
    state: BatchState = BatchState.APPLIED
    contact: str = field(default="", repr=False)
    contact_phone: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A batch as it stands. `exam_on` is the earlier of its two days (R4.11)."""

    id: BatchId
    number: str
    """Year and running number, `2026-0417`."""
    station_code: str
    station_name: str
    programme: Programme
    candidate_type: CandidateType
    theory_on: date
    practice_on: date
    starts_at: str
    """Of the theory, `09:00`."""
    practice_starts_at: str
    venue: str
    applied_on: date
    """The day the thirty days count from (R4.2)."""
    state: BatchState
    """As it was decided; `state_at` also knows the time."""
    exam_on: date
    opens_at: datetime
    closes_at: datetime
    """The first moment that is too late to register (R4.3)."""
    procedures: "tuple[tuple[NoticeId, int], ...]"
    """Notice and version of the procedures in force when it was applied for (R1.11)."""

    @property
    def windows(self) -> Windows:
        """By its days; what had closed before they were moved stays closed, as `closes_at` says (R4.7)."""
        return windows(self.theory_on, self.practice_on)

    @property
    def begins_at(self) -> datetime:
        """When the exam begins."""
        return begins_at(
            (self.theory_on, self.starts_at), (self.practice_on, self.practice_starts_at)
        )

    def state_at(self, now: datetime) -> BatchState:
        """How it stands: an open batch is closed once its time is over (R4.3)."""
        over = self.state is BatchState.OPEN and now >= self.closes_at
        return BatchState.CLOSED if over else self.state


@dataclass(frozen=True, slots=True)
class BatchContact:
    """Whom to ask about a batch (R4.11)."""

    name: str = field(repr=False)
    phone: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class BatchItem:
    """One item of a batch, and how many of its seats are taken."""

    id: ItemId
    unit: Unit
    level: Level
    people: int
    taken: int


BATCHES: Select[Any] = select(
    *(batches.c[name] for name in Batch.__slots__ if name != "station_name"),
    institutions.c.name.label("station_name"),
).join(institutions)
BY_ID = BATCHES.where(batches.c.id == bindparam("batch"))
BY_NUMBER = BATCHES.where(batches.c.number == bindparam("number"))
ITEMS = (
    select(batch_items.c.id, batch_items.c.level, batch_items.c.people, batch_items.c.taken, units)
    .join(units)
    .where(batch_items.c.batch_id == bindparam("batch"))
    .order_by(batch_items.c.id)
)


def examines(unit: Unit, level: Level) -> ColumnElement[bool]:
    """Whether a batch has a free seat on an item of that trade and level (R4.6)."""
    return exists().where(
        batch_items.c.batch_id == batches.c.id,
        batch_items.c.programme == unit.programme,
        batch_items.c.unit_code == unit.code,
        batch_items.c.level == level,
        batch_items.c.taken < batch_items.c.people,
    )


def is_of(key: tuple[Programme, str]) -> ColumnElement[bool]:
    programme, code = key
    return and_(batch_items.c.programme == programme, batch_items.c.unit_code == code)


def trade_reads(query: str) -> ColumnElement[bool]:
    """More trades share a word than the ranked search gives on its first page."""
    return exists().where(
        units.c.programme == batch_items.c.programme,
        units.c.code == batch_items.c.unit_code,
        units.c.name.contains(query, autoescape=True),
    )


def batch_of(row: Row[Any]) -> Batch:
    values = dict(row._mapping)
    return Batch(
        **values
        | {
            "programme": Programme(row.programme),
            "candidate_type": CandidateType(row.candidate_type),
            "state": BatchState(row.state),
            "procedures": tuple((notice, version) for notice, version in row.procedures),
        }
    )


def item_of(row: Row[Any]) -> BatchItem:
    return BatchItem(row.id, unit_of(row), Level(row.level), row.people, row.taken)
