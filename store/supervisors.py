"""Supervisors (督导员): trained, appointed and dispatched by the management station only (R2.7)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Row,
    Select,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    insert,
    select,
    update,
)

from rules.findings import Finding, NotPossible
from rules.identity import IdNumber
from rules.names import name_key
from rules.roles import Action, Role
from store import rights
from store.institutions import institutions
from store.people import PersonId, people
from store.schema import Moment, Sealed, Serial, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

SupervisorId = NewType("SupervisorId", int)


class SupervisorState(StrEnum):
    """Follows from the days kept; only who is appointed can be sent out."""

    TO_BE_TRAINED = "to_be_trained"
    APPOINTED = "appointed"
    EXPIRED = "expired"
    ENDED = "ended"


supervisors = Table(
    "supervisors",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("person_id", ForeignKey(people.c.id), nullable=False),
    Column("organiser", ForeignKey(institutions.c.code), nullable=False, index=True),
    Column("works_at", String(200), nullable=False),
    Column("phone", Sealed),
    Column("training", String(200), nullable=False),
    Column("trained_on", Date),
    Column("valid_until", Date, nullable=False),
    Column("ended_on", Date),
    Column("registered_at", Moment, nullable=False),
    UniqueConstraint("person_id", "organiser"),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSupervisor:
    """What is written into the register; without `trained_on` the appointment waits for a class."""

    name: str = field(repr=False)
    number: IdNumber = field(repr=False)
    works_at: str
    """The unit, which must not be the one supervised (R4.8)."""
    phone: str = field(repr=False)
    training: str
    trained_on: date | None
    valid_until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Supervisor:
    """One entry of the register."""

    id: SupervisorId
    person: PersonId
    organiser: str
    name: str = field(repr=False)
    works_at: str
    phone: str = field(repr=False)
    training: str
    trained_on: date | None
    valid_until: date
    ended_on: date | None

    @property
    def number(self) -> str:
        """What it is called in lists: `DD-007`."""
        return f"DD-{self.id:03}"

    def state(self, day: date) -> SupervisorState:
        if self.ended_on is not None and self.ended_on <= day:
            return SupervisorState.ENDED
        if self.trained_on is None:
            return SupervisorState.TO_BE_TRAINED
        return SupervisorState.EXPIRED if self.valid_until < day else SupervisorState.APPOINTED


_ALL: Select[Any] = select(supervisors)
BY_ID = _ALL.where(supervisors.c.id == bindparam("supervisor"))
OF_ORGANISER = _ALL.where(supervisors.c.organiser == bindparam("organiser")).order_by(
    supervisors.c.id
)
OF_PERSON = OF_ORGANISER.where(supervisors.c.person_id == bindparam("person")).with_for_update()


class Supervisors:
    """Each management station keeps its own register and sees no other."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def register(self, organiser: str, new: NewSupervisor) -> Supervisor:
        """Write somebody into the register, or renew an entry that has run out or was ended."""
        rights.check(self._unit, Action.KEEP_SUPERVISORS, institution=organiser)
        if new.valid_until < self._unit.today:
            args = {"valid_until": new.valid_until}
            raise NotPossible(Finding("validity-over", "R2.7", args, box="valid_until"))
        person = self._unit.people.known(new.name, new.number)
        if name_key(person.name or "") != name_key(new.name):
            raise NotPossible(Finding("person-name-differs", "R1.9", box="name"))
        values = {
            "works_at": new.works_at,
            "phone": self._unit.seal(new.phone, f"supervisors.phone:{person.id}:{organiser}"),
            "training": new.training,
            "trained_on": new.trained_on,
            "valid_until": new.valid_until,
            "ended_on": None,
            "registered_at": self._unit.now,
        }
        entry = self._put(person.id, organiser, values)
        self._appoint(entry)
        self._unit.audit.note("supervisor-registered", f"supervisor:{entry.id}")
        return entry

    def get(self, supervisor: SupervisorId) -> Supervisor:
        row = self._unit.connection.execute(BY_ID, {"supervisor": supervisor}).first()
        if row is None:
            raise NotPossible(Finding("supervisor-unknown", "R2.7"))
        found = self._record(row)
        rights.check(self._unit, Action.KEEP_SUPERVISORS, institution=found.organiser)
        return found

    def of(self, organiser: str) -> tuple[Supervisor, ...]:
        """The whole register of a management station, in the order of entry."""
        rights.check(self._unit, Action.KEEP_SUPERVISORS, institution=organiser)
        rows = self._unit.connection.execute(OF_ORGANISER, {"organiser": organiser})
        return tuple(map(self._record, rows))

    def everyone(self) -> Iterator[Supervisor]:
        """Of all registers the caller keeps."""
        organisers = self._unit.connection.execute(select(supervisors.c.organiser).distinct())
        for organiser in sorted(organisers.scalars()):
            if rights.covers(self._unit, Action.KEEP_SUPERVISORS, organiser):
                yield from self.of(organiser)

    def is_kept(self, person: PersonId) -> bool:
        """Whether any register has an entry of the person."""
        question = select(supervisors.c.id).where(supervisors.c.person_id == person)
        return self._unit.connection.execute(question).first() is not None

    def set_trained(self, supervisor: SupervisorId, on: date | None) -> None:
        """A class was passed that day, which completes the appointment; None takes a mistake back."""
        self._set(supervisor, {"trained_on": on})
        self._appoint(self.get(supervisor))

    def end(self, supervisor: SupervisorId) -> Supervisor:
        """Take somebody off the register today; the post goes with it."""
        entry = self.get(supervisor)
        if entry.state(self._unit.today) is SupervisorState.ENDED:
            raise NotPossible(Finding("supervisor-ended", "R2.7", {"on": entry.ended_on}))
        self._set(supervisor, {"ended_on": self._unit.today})
        self._unit.people.dismiss(entry.person, Role.SUPERVISOR, entry.organiser)
        self._unit.audit.note("supervisor-ended", f"supervisor:{supervisor}")
        return self.get(supervisor)

    def _put(self, person: PersonId, organiser: str, values: dict[str, Any]) -> Supervisor:
        key = {"person": person, "organiser": organiser}
        row = self._unit.connection.execute(OF_PERSON, key).first()
        if row is None:
            added = insert(supervisors).returning(supervisors)
            new = {**values, "person_id": person, "organiser": organiser}
            return self._record(self._unit.connection.execute(added, new).one())
        state = self._record(row).state(self._unit.today)
        if state in {SupervisorState.APPOINTED, SupervisorState.TO_BE_TRAINED}:
            raise NotPossible(Finding("supervisor-known", "R2.7", box="id_number"))
        self._set(row.id, values)
        return self.get(row.id)

    def _appoint(self, entry: Supervisor) -> None:
        """The post follows the state."""
        appointed = entry.state(self._unit.today) is SupervisorState.APPOINTED
        change = self._unit.people.appoint if appointed else self._unit.people.dismiss
        change(entry.person, Role.SUPERVISOR, entry.organiser)

    def _set(self, supervisor: SupervisorId, values: dict[str, Any]) -> None:
        question = update(supervisors).where(supervisors.c.id == supervisor)
        self._unit.connection.execute(question.values(values))

    def _record(self, row: Row[Any]) -> Supervisor:
        context = f"supervisors.phone:{row.person_id}:{row.organiser}"
        return Supervisor(
            id=row.id,
            person=row.person_id,
            organiser=row.organiser,
            name=self._unit.people.get(row.person_id).name or "",
            works_at=row.works_at,
            phone=self._unit.unseal(row.phone, context) if row.phone else "",
            training=row.training,
            trained_on=row.trained_on,
            valid_until=row.valid_until,
            ended_on=row.ended_on,
        )
