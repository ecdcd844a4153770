"""Registrations: who applied in which batch, the form as it was filled in, and its documents (R5)."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
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
    or_,
    select,
    update,
)

from rules.candidates import CandidateType
from rules.catalogue import Level, Programme, Unit
from rules.findings import Finding, NotPossible
from rules.materials import Material, needs_stamp
from rules.photos import PictureFacts
from rules.policy import Policy
from rules.registration import Application, RegistrationState, findings, stamped_findings
from rules.roles import Action
from store.batches import Batch, BatchId, BatchState, ItemId, batch_items, batches, seats_left
from store.batches import facts_of as facts_of_batch
from store.database import dumps
from store.documents import Document, Documents
from store.files import FileId, StoredFile
from store.people import Person, PersonId, people
from store.rights import check, check_own
from store.schema import Moment, Sealed, Serial, insert_or_keep, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

RegistrationId = NewType("RegistrationId", int)

ROWS_AT_ONCE = 500
"""How many rows of a roster are in memory at a time."""


registrations = Table(
    "registrations",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("number", String(30), nullable=False, unique=True),
    Column("batch_id", ForeignKey(batches.c.id), nullable=False),
    Column("person_id", ForeignKey(people.c.id), nullable=False, index=True),
    Column("id_fp", LargeBinary, nullable=False),
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
    Column("stamped_at", Moment),
    UniqueConstraint("batch_id", "person_id"),
    UniqueConstraint("batch_id", "id_fp"),
    sqlite_autoincrement=True,
)
Index(None, registrations.c.batch_id, registrations.c.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """What is handed in: the form for the rules, its boxes for the paper, its uploads.

    What the person signed up with (name, ID number, sex, birth date) is taken from there, and what
    was uploaded from `files`, whatever form and boxes say (R5.2).
    """

    batch: BatchId
    person: PersonId
    application: Application
    boxes: Mapping[str, Any] = field(repr=False)
    """Every printed box as JSON, by its name."""
    form_version: int
    files: Mapping[Material, FileId]


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
    stamped_at: datetime | None


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One row of the roster, with the boxes of the form as JSON."""

    registration: Registration
    unit: Unit
    boxes: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class PrintedRegistration:
    """Everything the application form shows (R5.1)."""

    registration: Registration
    batch: Batch
    unit: Unit
    boxes: Mapping[str, Any] = field(repr=False)
    photo: FileId | None


COLUMNS = [registrations.c[name] for name in Registration.__slots__]
_REGISTRATIONS: Select[Any] = select(*COLUMNS)
BY_ID = _REGISTRATIONS.where(registrations.c.id == bindparam("registration"))
LOCK = BY_ID.with_for_update()
OF_PERSON = _REGISTRATIONS.where(registrations.c.person_id == bindparam("person")).order_by(
    registrations.c.id.desc()
)
ROSTER: Select[Any] = (
    select(*COLUMNS, registrations.c.boxes)
    .where(registrations.c.batch_id == bindparam("batch"))
    .order_by(registrations.c.id)
)
# Taking the serial first lets the registrations of a batch in one by one: what is read after it
# about seats and earlier registrations stays true until the unit ends.
TAKE_SERIAL = (
    update(batches)
    .where(batches.c.id == bindparam("batch"))
    .values(next_serial=batches.c.next_serial + 1)
    .returning(batches.c.next_serial - 1)
)
_LINE_WITH_ROOM = (
    select(batch_items.c.id)
    .where(
        batch_items.c.batch_id == bindparam("batch"),
        batch_items.c.programme == bindparam("of_programme"),
        batch_items.c.unit_code == bindparam("of_unit"),
        batch_items.c.level == bindparam("of_level"),
        batch_items.c.taken < batch_items.c.people,
    )
    .order_by(batch_items.c.id)
    .limit(1)
    .scalar_subquery()
)
TAKE_SEAT = (
    update(batch_items)
    .where(batch_items.c.id == _LINE_WITH_ROOM, batch_items.c.taken < batch_items.c.people)
    .values(taken=batch_items.c.taken + 1)
    .returning(batch_items.c.id)
)
ADD = insert_or_keep(registrations).returning(*COLUMNS)


class Registrations:
    """What the regulations forbid is refused here, whoever asks, with every reason at once (R4.9)."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit
        self._documents = Documents(unit)

    def file(self, filing: Filing) -> Registration:
        """Submit the form (R5.1, R5.2); NotPossible leaves everything as it was."""
        check_own(self._unit, filing.person, Action.FILE_REGISTRATION)
        with self._unit.savepoint():
            serial = self._unit.connection.execute(TAKE_SERIAL, {"batch": filing.batch}).scalar()
            batch = self._unit.batches.get(filing.batch)
            person = self._unit.people.get(filing.person)
            policy = self._unit.policy.current(self._unit.today)
            filing = _as_signed_up(filing, person)
            if forbidden := tuple(self._forbidden(filing, batch, person, policy)):
                raise NotPossible(forbidden)
            number = f"{batch.number[2:]}-{serial:04}"
            registration = self._add(filing, number, person, policy)
            self._documents.give(registration.id, filing.files)
        self._unit.audit.note("registration-filed", _subject(registration), number=number)
        return registration

    def get(self, registration: RegistrationId) -> Registration:
        return self._one(BY_ID, registration)

    def of(self, person: PersonId) -> tuple[Registration, ...]:
        """Everything the person applied for, newest first."""
        rows = self._unit.connection.execute(OF_PERSON, {"person": person})
        return tuple(map(_registration, rows))

    def documents(self, registration: RegistrationId) -> tuple[Document, ...]:
        """All uploads in the order they came in; the last of a material is the one that counts."""
        return self._documents.of(registration)

    def add_stamped_form(self, registration: RegistrationId, file: FileId) -> Registration:
        """Take the stamped form, which completes the registration (R5.4)."""
        filed = self._one(LOCK, registration)
        check_own(self._unit, filed.person_id, Action.UPLOAD_STAMPED_FORM)
        closes_at = self._unit.batches.get(filed.batch_id).closes_at
        upload = _facts(self._unit.files.get(file))
        if forbidden := stamped_findings(_awaited(filed), upload, closes_at, self._unit.now):
            raise NotPossible(forbidden)
        completed = replace(filed, state=RegistrationState.COMPLETE, stamped_at=self._unit.now)
        self._unit.connection.execute(
            update(registrations)
            .where(registrations.c.id == registration)
            .values(state=completed.state, stamped_at=completed.stamped_at)
        )
        self._documents.give(filed.id, {Material.STAMPED_FORM: file})
        self._unit.audit.note("stamped-form-added", _subject(filed))
        return completed

    def roster(self, batch: BatchId) -> Iterator[RosterLine]:
        """Everybody in the order of filing, read row by row; the caller's right is checked at once."""
        self._check_roster(self._unit.batches.get(batch))
        return self._roster_lines(batch)

    def printed(self, registration: RegistrationId) -> PrintedRegistration:
        """The filled-in form, for its candidate and for who may see the roster."""
        filed = self.get(registration)
        batch = self._unit.batches.get(filed.batch_id)
        if self._unit.caller.person != filed.person_id:
            self._check_roster(batch)
        sealed = select(registrations.c.boxes).where(registrations.c.id == registration)
        boxes = self._opened(filed, self._unit.connection.execute(sealed).scalar_one())
        unit = self._unit.units.get(filed.programme, filed.unit_code)
        photo = self._documents.latest(registration, Material.PHOTO)
        return PrintedRegistration(filed, batch, unit, boxes, photo)

    def _forbidden(
        self, filing: Filing, batch: Batch, person: Person, policy: Policy
    ) -> Iterator[Finding]:
        application = filing.application
        items = self._unit.batches.items(batch.id)
        if batch.state is not BatchState.OPEN:
            yield Finding("batch-not-open", "R4.3", {"state": str(batch.state)})
        yield from findings(
            application,
            facts_of_batch(batch, items),
            already_registered=self._registered(batch.id, person),
            seats_left=seats_left(items, application.unit, application.level),
            now=self._unit.now,
            policy=policy,
        )
        for material, file in filing.files.items():
            if self._unit.files.find(file) is None:
                yield Finding("file-gone", "R5.3", box=str(material))

    def _registered(self, batch: BatchId, person: Person) -> bool:
        question = select(registrations.c.id).where(
            registrations.c.batch_id == batch,
            or_(
                registrations.c.person_id == person.id,
                registrations.c.id_fp == self._id_fingerprint(person),
            ),
        )
        return self._unit.connection.execute(question).first() is not None

    def _add(self, filing: Filing, number: str, person: Person, policy: Policy) -> Registration:
        application = filing.application
        seat = {
            "batch": filing.batch,
            "of_programme": application.unit.programme,
            "of_unit": application.unit.code,
            "of_level": application.level,
        }
        item = self._unit.connection.execute(TAKE_SEAT, seat).scalar()
        if item is None:
            raise NotPossible(Finding("batch-full", "R4.6", box="level"))
        values = {
            "number": number,
            "batch_id": filing.batch,
            "person_id": filing.person,
            "id_fp": self._id_fingerprint(person),
            "programme": application.unit.programme,
            "unit_code": application.unit.code,
            "level": application.level,
            "item_id": item,
            "candidate_type": application.candidate_type,
            "condition": application.condition,
            "state": _first_state(application, policy),
            "boxes": self._unit.seal(dumps(filing.boxes), f"registrations.boxes:{number}"),
            "form_version": filing.form_version,
            "filed_at": self._unit.now,
        }
        added = self._unit.connection.execute(ADD, values).first()
        if added is None:
            raise NotPossible(Finding("already-registered", "R5.2"))
        return _registration(added)

    def _check_roster(self, batch: Batch) -> None:
        station, programme = batch.station_code, batch.programme
        check(self._unit, Action.EXPORT_ROSTER, institution=station, programme=programme)

    def _roster_lines(self, batch: BatchId) -> Iterator[RosterLine]:
        examined = {item.unit.key: item.unit for item in self._unit.batches.items(batch)}
        rows = self._unit.connection.execute(
            ROSTER, {"batch": batch}, execution_options={"yield_per": ROWS_AT_ONCE}
        )
        for row in rows:
            registration = _registration(row)
            unit = examined[registration.programme, registration.unit_code]
            yield RosterLine(registration, unit, self._opened(registration, row.boxes))

    def _one(self, question: Select[Any], registration: RegistrationId) -> Registration:
        row = self._unit.connection.execute(question, {"registration": registration}).first()
        if row is None:
            raise NotPossible(Finding("registration-unknown"))
        return _registration(row)

    def _opened(self, registration: Registration, sealed: bytes) -> dict[str, Any]:
        boxes: dict[str, Any] = json.loads(
            self._unit.unseal(sealed, f"registrations.boxes:{registration.number}")
        )
        return boxes

    def _id_fingerprint(self, person: Person) -> bytes:
        if person.id_number is None:
            raise NotPossible(Finding("not-signed-up", "R5.1"))
        return self._unit.fingerprint(person.id_number, "id-number")


def _as_signed_up(filing: Filing, person: Person) -> Filing:
    """The filing with what never changes after sign-up, and the uploads there really are (R5.2)."""
    if person.name is None:
        raise NotPossible(Finding("not-signed-up", "R5.1"))
    born = person.born or filing.application.born
    application = replace(
        filing.application, name=person.name, born=born, materials=frozenset(filing.files)
    )
    fixed = {"name": person.name, "id_number": person.id_number, "born": born.isoformat()}
    if person.sex is not None:
        fixed["sex"] = person.sex
    return replace(filing, application=application, boxes={**filing.boxes, **fixed})


def _first_state(application: Application, policy: Policy) -> RegistrationState:
    """Complete at once where the pledge stands for the stamped form (R5.4)."""
    awaits_stamp = needs_stamp(
        application.candidate_type,
        has_employer=bool(application.employer.strip()),
        policy=policy,
    )
    return RegistrationState.SUBMITTED if awaits_stamp else RegistrationState.COMPLETE


def _awaited(registration: Registration) -> RegistrationState:
    """Until the close a better picture of the stamped form may follow the first (R5.4)."""
    sent_before = registration.stamped_at is not None
    if sent_before and registration.state is RegistrationState.COMPLETE:
        return RegistrationState.SUBMITTED
    return registration.state


def _facts(file: StoredFile) -> PictureFacts:
    return PictureFacts(
        file.width or 0, file.height or 0, file.size, file.media_type, file.taken_at
    )


def _subject(registration: Registration) -> str:
    return f"registration:{registration.id}"


def _registration(row: Row[Any]) -> Registration:
    return Registration(
        id=row.id,
        number=row.number,
        batch_id=row.batch_id,
        person_id=row.person_id,
        programme=Programme(row.programme),
        unit_code=row.unit_code,
        level=Level(row.level),
        item_id=row.item_id,
        candidate_type=CandidateType(row.candidate_type),
        condition=row.condition,
        state=RegistrationState(row.state),
        form_version=row.form_version,
        filed_at=row.filed_at,
        stamped_at=row.stamped_at,
    )
