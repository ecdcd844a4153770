"""Rows of registrations: the table, the record, and the lock that decides who changes one (R5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Row,
    Select,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    select,
    update,
)

from rules.candidates import CandidateType
from rules.catalogue import Level, Programme
from rules.findings import Finding, NotPossible
from rules.registration import RegistrationState
from rules.registration_reviews import Point
from store.batches import BatchId, ItemId, batch_items, batches
from store.people import PersonId, people
from store.schema import Document, Moment, Sealed, Serial, insert_or_keep, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

RegistrationId = NewType("RegistrationId", int)

registrations = Table(
    "registrations",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("number", String(30), nullable=False, unique=True),
    Column("batch_id", ForeignKey(batches.c.id), nullable=False),
    Column("person_id", ForeignKey(people.c.id), nullable=False, index=True),
    Column("id_fp", LargeBinary, nullable=False),
    Column("phone_fp", LargeBinary, index=True),
    Column("programme", String(20), nullable=False),
    Column("unit_code", String(30), nullable=False),
    Column("level", Integer, nullable=False),
    Column("item_id", ForeignKey(batch_items.c.id), nullable=False, index=True),
    Column("candidate_type", String(20), nullable=False),
    Column("condition", String(30), nullable=False),
    Column("state", String(20), nullable=False),
    Column("boxes", Sealed, nullable=False),
    Column("form_version", Integer, nullable=False),
    Column("filed_at", Moment, nullable=False),
    Column("stamp_needed", Boolean, nullable=False),
    Column("stamped_at", Moment),
    Column("to_confirm", Document, nullable=False),
    Column("step", Integer, nullable=False),
    Column("waiting_since", Moment),
    Column("claimed_by", Serial),
    Column("claimed_at", Moment),
    UniqueConstraint("batch_id", "person_id"),
    UniqueConstraint("batch_id", "id_fp"),
    sqlite_autoincrement=True,
)
Index(None, registrations.c.batch_id, registrations.c.id)
Index(None, registrations.c.batch_id, registrations.c.state, registrations.c.waiting_since)


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """A registration without what is private about it."""

    id: RegistrationId
    number: str
    """Year and number of the batch, and the serial in it: `26-0417-0032`."""
    batch_id: BatchId
    person_id: PersonId
    programme: Programme
    unit_code: str
    level: Level
    item_id: ItemId
    candidate_type: CandidateType
    condition: str
    state: RegistrationState
    form_version: int
    filed_at: datetime
    stamp_needed: bool
    """Whether the printed form comes back stamped, or the pledge stands for it (R5.4)."""
    stamped_at: datetime | None
    to_confirm: tuple[Point, ...]
    """What the station confirms before it approves."""
    step: int
    """How often something happened to it since it was filed; who decides says which step they saw."""
    waiting_since: datetime | None
    """Since when it is complete and waits for the station; None in every other state."""
    claimed_by: PersonId | None
    claimed_at: datetime | None

    @property
    def unit_key(self) -> tuple[Programme, str]:
        return self.programme, self.unit_code

    @property
    def whole(self) -> RegistrationState:
        """The state once nothing is asked for any more: only the stamp may still be awaited (R5.4)."""
        awaits_stamp = self.stamp_needed and self.stamped_at is None
        return RegistrationState.SUBMITTED if awaits_stamp else RegistrationState.COMPLETE


COLUMNS = [registrations.c[name] for name in Registration.__slots__]
REGISTRATIONS: Select[Any] = select(*COLUMNS)
BY_ID = REGISTRATIONS.where(registrations.c.id == bindparam("registration"))
LOCK = BY_ID.with_for_update()
ADD = insert_or_keep(registrations).returning(*COLUMNS)


class RegistrationRows:
    """Knows nothing of rules and rights."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def add(self, values: Mapping[str, object]) -> Registration | None:
        """None when the person, or the ID number, is in the batch already (R5.2)."""
        added = self._unit.connection.execute(ADD, values).first()
        return None if added is None else registration_of(added)

    def get(self, registration: RegistrationId) -> Registration:
        return self._one(BY_ID, registration)

    def lock(self, registration: RegistrationId) -> Registration:
        """The row as it is now, and for nobody else to change until the unit ends."""
        return self._one(LOCK, registration)

    def change(self, registration: RegistrationId, **values: object) -> Registration:
        """Of a locked row. A decision or a hand-in ends the claim and counts a step."""
        changing = update(registrations).where(registrations.c.id == registration).values(values)
        return registration_of(self._unit.connection.execute(changing.returning(*COLUMNS)).one())

    def _one(self, question: Select[Any], registration: RegistrationId) -> Registration:
        row = self._unit.connection.execute(question, {"registration": registration}).first()
        if row is None:
            raise NotPossible(Finding("registration-unknown"))
        return registration_of(row)


def registration_of(row: Row[Any]) -> Registration:
    values = {name: getattr(row, name) for name in Registration.__slots__}
    return Registration(
        **values
        | {
            "programme": Programme(row.programme),
            "level": Level(row.level),
            "candidate_type": CandidateType(row.candidate_type),
            "state": RegistrationState(row.state),
            "to_confirm": tuple(map(Point, row.to_confirm)),
        }
    )
