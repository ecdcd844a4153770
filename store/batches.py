"""Batches: one exam of one station for one type of candidate, and the plan lines it examines (R4)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
    insert,
    or_,
    select,
)

from rules.candidates import CandidateType
from rules.catalogue import Level, Programme, Unit
from rules.deadlines import application_findings, closes_at, exam_date
from rules.findings import Finding, NotPossible
from rules.plans import LINE_HOLDS
from rules.registration import BatchFacts, OfferedItem
from store.counters import next_number
from store.institutions import institutions
from store.pages import Page, first_page, window
from store.schema import Moment, Serial, metadata
from store.unit import OFFICE
from store.units import unit_of, units

if TYPE_CHECKING:
    from store.plans import PlanLineId
    from store.unit import UnitOfWork

BatchId = NewType("BatchId", int)
ItemId = NewType("ItemId", int)


class BatchState(StrEnum):
    """How far a batch has come; candidates register while it is open (R4.1, R4.3)."""

    APPLIED = "applied"
    OPEN = "open"
    CLOSED = "closed"
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
    Column("venue", String(200), nullable=False),
    Column("applied_on", Date, nullable=False),
    Column("state", String(20), nullable=False),
    Column("exam_on", Date, nullable=False),
    Column("opens_at", Moment, nullable=False),
    Column("closes_at", Moment, nullable=False),
    Column("next_serial", Integer, nullable=False),
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


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBatch:
    """A batch as it is applied for (R4.11)."""

    station_code: str
    programme: Programme
    candidate_type: CandidateType
    theory_on: date
    practice_on: date
    starts_at: str
    """Office time of day, `09:00`."""
    venue: str
    applied_on: date
    items: tuple[NewItem, ...]
    state: BatchState = BatchState.APPLIED


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
    venue: str
    applied_on: date
    state: BatchState
    exam_on: date
    opens_at: datetime
    closes_at: datetime
    """The first moment that is too late to register (R4.3)."""


@dataclass(frozen=True, slots=True)
class BatchItem:
    """One item of a batch, and how many of its seats are taken."""

    id: ItemId
    unit: Unit
    level: Level
    people: int
    taken: int


_BATCHES: Select[Any] = select(
    *(batches.c[name] for name in Batch.__slots__ if name != "station_name"),
    institutions.c.name.label("station_name"),
).join(institutions)
BY_ID = _BATCHES.where(batches.c.id == bindparam("batch"))
BY_NUMBER = _BATCHES.where(batches.c.number == bindparam("number"))
ITEMS = (
    select(batch_items.c.id, batch_items.c.level, batch_items.c.people, batch_items.c.taken, units)
    .join(units)
    .where(batch_items.c.batch_id == bindparam("batch"))
    .order_by(batch_items.c.id)
)


class Batches:
    """Batches are added whole, with all their items."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def add(self, new: NewBatch) -> Batch:
        """Take an application; NotPossible names everything that stands against it (R4.9)."""
        if findings := (*_findings(new), *self._plan_findings(new)):
            raise NotPossible(findings)
        execute = self._unit.connection.execute
        exam = exam_date(new.theory_on, new.practice_on)
        year = new.applied_on.year
        values = {
            **{name: getattr(new, name) for name in NewBatch.__slots__ if name != "items"},
            "number": f"{year}-{next_number(self._unit.connection, f'batch:{year}'):04}",
            "exam_on": exam,
            "opens_at": self._unit.now,
            "closes_at": closes_at(exam),
            "next_serial": 1,
        }
        batch = BatchId(execute(insert(batches).returning(batches.c.id), values).scalar_one())
        for item in new.items:
            adding = insert(batch_items).returning(batch_items.c.id)
            added = ItemId(execute(adding, _item_values(batch, item)).scalar_one())
            if item.line is not None:
                self._unit.plans.use(item.line, added)
        self._unit.audit.note("batch-applied", f"batch:{batch}", number=values["number"])
        return self.get(batch)

    def _plan_findings(self, new: NewBatch) -> Iterator[Finding]:
        """Every item stands on a line of the station's own plan, for its trade and level (R4.1)."""
        for item in new.items:
            args = {"unit": item.unit.name, "level": int(item.level)}
            if item.line is not None:
                line = self._unit.plans.line(item.line)
                fits = (line.station, line.unit.key, line.level)
                if fits != (new.station_code, item.unit.key, item.level):
                    yield Finding("plan-line-unfit", "R4.1", args)
            elif self._unit.caller is not OFFICE:
                yield Finding("plan-line-missing", "R4.1", args)

    def get(self, batch: BatchId) -> Batch:
        found = self._unit.connection.execute(BY_ID, {"batch": batch}).first()
        if found is None:
            raise NotPossible(Finding("batch-unknown"))
        return _batch(found)

    def find_by_number(self, number: str) -> Batch | None:
        found = self._unit.connection.execute(BY_NUMBER, {"number": number.strip()}).first()
        return None if found is None else _batch(found)

    def open_now(
        self,
        candidate_type: CandidateType | None = None,
        choice: tuple[Unit, Level] | None = None,
        page: int = 0,
        *,
        query: str = "",
    ) -> Page[Batch]:
        """Batches a candidate can register for at this moment, the next exam first (R4.3).

        `query` names the batch by its number, its station or a trade it examines.
        """
        now = self._unit.now
        question = _BATCHES.where(
            batches.c.state == BatchState.OPEN, batches.c.opens_at <= now, batches.c.closes_at > now
        )
        if candidate_type is not None:
            question = question.where(batches.c.candidate_type == candidate_type)
        if choice is not None:
            question = question.where(_examines(*choice))
        if query.strip():
            question = question.where(self._named(query.strip()))
        question = window(question.order_by(batches.c.exam_on, batches.c.id), page)
        return first_page(map(_batch, self._unit.connection.execute(question)))

    def _named(self, query: str) -> ColumnElement[bool]:
        stations = [one.code for one in self._unit.institutions.search(query).things]
        trades = [unit.key for unit in self._unit.units.search(query).things]
        examined = exists().where(
            batch_items.c.batch_id == batches.c.id,
            or_(*(_is_of(key) for key in trades), _trade_reads(query)),
        )
        number = batches.c.number.contains(query, autoescape=True)
        return or_(number, batches.c.station_code.in_(stations), examined)

    def items(self, batch: BatchId) -> tuple[BatchItem, ...]:
        """The lines of a batch as they were applied for, each with its seats."""
        return tuple(map(_item, self._unit.connection.execute(ITEMS, {"batch": batch})))

    def facts(self, batch: Batch) -> BatchFacts:
        """What a registration has to know of the batch: several lines of a choice are one (R4.6)."""
        return facts_of(batch, self.items(batch.id))


def facts_of(batch: Batch, items: Iterable[BatchItem]) -> BatchFacts:
    return BatchFacts(
        candidate_type=batch.candidate_type,
        items=tuple(dict.fromkeys(OfferedItem(item.unit, item.level) for item in items)),
        exam_date=batch.exam_on,
        opens_at=batch.opens_at,
        closes_at=batch.closes_at,
    )


def seats_left(items: Iterable[BatchItem], unit: Unit, level: Level) -> int:
    """The seats of a choice over all its lines (R4.6)."""
    return sum(
        item.people - item.taken
        for item in items
        if item.unit.key == unit.key and item.level is level
    )


def _findings(new: NewBatch) -> Iterator[Finding]:
    yield from application_findings(new.applied_on, exam_date(new.theory_on, new.practice_on))
    if not new.items:
        yield Finding("batch-without-lines", "R4.1")
    for item in new.items:
        args = {"unit": item.unit.name, "level": int(item.level)}
        if item.unit.programme is not new.programme:
            yield Finding("programmes-mixed", "R1.2", args)
        if not item.unit.offers(item.level):
            yield Finding("level-not-in-unit", "R1.3", args)
        if not 1 <= item.people <= LINE_HOLDS:
            yield Finding("line-size", "R4.1", {**args, "people": item.people, "most": LINE_HOLDS})


def _item_values(batch: BatchId, item: NewItem) -> dict[str, object]:
    return {
        "batch_id": batch,
        "programme": item.unit.programme,
        "unit_code": item.unit.code,
        "level": item.level,
        "people": item.people,
        "taken": 0,
    }


def _examines(unit: Unit, level: Level) -> ColumnElement[bool]:
    return exists().where(
        batch_items.c.batch_id == batches.c.id,
        batch_items.c.programme == unit.programme,
        batch_items.c.unit_code == unit.code,
        batch_items.c.level == level,
    )


def _is_of(key: tuple[Programme, str]) -> ColumnElement[bool]:
    programme, code = key
    return and_(batch_items.c.programme == programme, batch_items.c.unit_code == code)


def _trade_reads(query: str) -> ColumnElement[bool]:
    """More trades share a word than the ranked search gives on its first page."""
    return exists().where(
        units.c.programme == batch_items.c.programme,
        units.c.code == batch_items.c.unit_code,
        units.c.name.contains(query, autoescape=True),
    )


def _batch(row: Row[Any]) -> Batch:
    values = dict(row._mapping)
    return Batch(
        **values
        | {
            "programme": Programme(row.programme),
            "candidate_type": CandidateType(row.candidate_type),
            "state": BatchState(row.state),
        }
    )


def _item(row: Row[Any]) -> BatchItem:
    return BatchItem(row.id, unit_of(row), Level(row.level), row.people, row.taken)
