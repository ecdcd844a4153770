"""Registrations: who applied in which batch, the form as it was filled in, and its documents (R5)."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, bindparam, func, or_, select, update

from rules.catalogue import Unit
from rules.findings import Finding, NotPossible
from rules.materials import Material, needs_stamp
from rules.names import read_phone
from rules.photos import PictureFacts
from rules.policy import Policy
from rules.registration import (
    Application,
    RegistrationState,
    duty_findings,
    findings,
    stamped_findings,
)
from rules.registration_reviews import ReviewKind, points_to_confirm
from rules.roles import Action
from store.batch_duties import duty
from store.batches import Batch, BatchId, BatchState, batches, seats_left
from store.batches import facts_of as facts_of_batch
from store.database import dumps
from store.documents import Document, Documents
from store.files import FileId, StoredFile
from store.pages import Page, first_page, window
from store.people import Person, PersonId
from store.registration_rows import (
    COLUMNS,
    REGISTRATIONS,
    Registration,
    RegistrationId,
    RegistrationRows,
    registration_of,
    registrations,
)
from store.review_steps import ReviewSteps
from store.rights import check, check_own

if TYPE_CHECKING:
    from store.unit import UnitOfWork

__all__ = ["Filing", "Registration", "RegistrationId", "Registrations", "registrations"]

ROWS_AT_ONCE = 500
"""How many rows of a roster are in memory at a time."""


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


BY_NUMBER = REGISTRATIONS.where(registrations.c.number == bindparam("number"))
OF_PERSON = REGISTRATIONS.where(registrations.c.person_id == bindparam("person")).order_by(
    registrations.c.id.desc()
)
OF_BATCH = REGISTRATIONS.where(registrations.c.batch_id == bindparam("batch")).order_by(
    registrations.c.id
)
COUNTED = (
    select(registrations.c.state, func.count())
    .where(registrations.c.batch_id == bindparam("batch"))
    .group_by(registrations.c.state)
)
ROSTER: Select[Any] = (
    select(*COLUMNS, registrations.c.boxes)
    .where(registrations.c.batch_id == bindparam("batch"))
    .order_by(registrations.c.id)
)
# Taking the serial locks the batch until the unit ends: its registrations come in one by one, in the
# order of their numbers, and none after the roster was closed.
TAKE_SERIAL = (
    update(batches)
    .where(
        batches.c.id == bindparam("batch"),
        batches.c.state == BatchState.OPEN,
        batches.c.closes_at > bindparam("now"),
    )
    .values(next_serial=batches.c.next_serial + 1)
    .returning(batches.c.next_serial - 1)
)


class Registrations:
    """What the regulations forbid is refused here, whoever asks, with every reason at once (R4.9)."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit
        self._rows = RegistrationRows(unit)
        self._documents = Documents(unit)
        self._steps = ReviewSteps(unit)

    def file(self, filing: Filing) -> Registration:
        """Submit the form (R5.1, R5.2); NotPossible leaves everything as it was.

        Judged first and seated last: only the few statements from the serial on hold up others of the batch.
        """
        check_own(self._unit, filing.person, Action.FILE_REGISTRATION)
        person = self._unit.people.get(filing.person)
        policy = self._unit.policy.current(self._unit.today)
        filing = as_signed_up(filing, person)
        batch = self._unit.batches.get(filing.batch)
        with self._unit.savepoint():
            if forbidden := tuple(self._forbidden(filing, batch, person, policy)):
                raise NotPossible(forbidden)
            registration = self._add(filing, batch, person, policy)
            self._documents.give(registration.id, filing.files)
        number = registration.number
        self._unit.audit.note("registration-filed", _subject(registration), number=number)
        return registration

    def get(self, registration: RegistrationId) -> Registration:
        return self._rows.get(registration)

    def find_by_number(self, number: str) -> Registration | None:
        """By the number as printed, `26-0417-0032`; whose it is, the caller checks."""
        row = self._unit.connection.execute(BY_NUMBER, {"number": number}).first()
        return None if row is None else registration_of(row)

    def of(self, person: PersonId) -> tuple[Registration, ...]:
        """Everything the person applied for, newest first."""
        rows = self._unit.connection.execute(OF_PERSON, {"person": person})
        return tuple(map(registration_of, rows))

    def of_batch(
        self, batch: BatchId, states: Collection[RegistrationState] = (), page: int = 0
    ) -> Page[Registration]:
        """Those of a batch in the order of filing, of certain states or of all; for who may see the roster."""
        self._check_roster(self._unit.batches.get(batch))
        question = window(OF_BATCH, page)
        if states:
            question = question.where(registrations.c.state.in_(list(states)))
        rows = self._unit.connection.execute(question, {"batch": batch})
        return first_page(map(registration_of, rows))

    def counts(self, batch: BatchId) -> Mapping[RegistrationState, int]:
        """How many there are of each state, those of nobody included."""
        rows = self._unit.connection.execute(COUNTED, {"batch": batch})
        found = {RegistrationState(state): count for state, count in rows}
        return {state: found.get(state, 0) for state in RegistrationState}

    def sits(self, batch: BatchId, person: PersonId) -> bool:
        """Whether somebody is a candidate of the batch; whoever was rejected is none."""
        question = select(registrations.c.id).where(
            registrations.c.batch_id == batch,
            registrations.c.person_id == person,
            registrations.c.state != RegistrationState.REJECTED,
        )
        return self._unit.connection.execute(question).first() is not None

    def documents(self, registration: RegistrationId) -> tuple[Document, ...]:
        """All uploads in the order they came in; the last of a material is the one that counts."""
        return self._documents.of(registration)

    def counting(self, registration: RegistrationId) -> Mapping[Material, Document]:
        """Of each material the upload that counts, in the order of the form."""
        return self._documents.counting(registration)

    def add_stamped_form(self, registration: RegistrationId, file: FileId) -> Registration:
        """Take the stamped form, which completes the registration (R5.4)."""
        filed = self._rows.lock(registration)
        check_own(self._unit, filed.person_id, Action.UPLOAD_STAMPED_FORM)
        batch = self._unit.batches.get(filed.batch_id)
        if batch.state is BatchState.WITHDRAWN:
            raise NotPossible(Finding("batch-not-open", "R4.1", {"state": str(batch.state)}))
        upload = facts_of_file(self._unit.files.get(file))
        if forbidden := stamped_findings(_awaited(filed), upload, batch.closes_at, self._unit.now):
            raise NotPossible(forbidden)
        completed = self._rows.change(
            filed.id,
            state=RegistrationState.COMPLETE,
            stamped_at=self._unit.now,
            waiting_since=filed.waiting_since or self._unit.now,
            step=filed.step + 1,
        )
        self._documents.give(filed.id, {Material.STAMPED_FORM: file})
        self._steps.add(completed, ReviewKind.STAMP, boxes=[Material.STAMPED_FORM])
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
        unit = self._unit.units.get(*filed.unit_key)
        photo = self._documents.latest(registration, Material.PHOTO)
        return PrintedRegistration(filed, batch, unit, self.boxes(filed), photo)

    def boxes(self, filed: Registration) -> dict[str, Any]:
        """Every printed box as it stands; whose it is, the caller has checked."""
        sealed = select(registrations.c.boxes).where(registrations.c.id == filed.id)
        return self._opened(filed, self._unit.connection.execute(sealed).scalar_one())

    def _forbidden(
        self, filing: Filing, batch: Batch, person: Person, policy: Policy
    ) -> Iterator[Finding]:
        application = filing.application
        items = self._unit.batches.items(batch.id)
        if batch.state is not BatchState.OPEN:
            yield Finding("batch-not-open", "R4.3", {"state": str(batch.state)})
        yield from duty_findings(duty(self._unit, batch.id, person.id))
        yield from findings(
            application,
            facts_of_batch(batch, items),
            already_registered=self._registered(batch.id, person),
            seats_left=seats_left(items, application.unit, application.level),
            now=self._unit.now,
            policy=policy,
        )
        yield from gone_files(self._unit, filing.files)

    def _registered(self, batch: BatchId, person: Person) -> bool:
        question = select(registrations.c.id).where(
            registrations.c.batch_id == batch,
            or_(
                registrations.c.person_id == person.id,
                registrations.c.id_fp == self._id_fingerprint(person),
            ),
        )
        return self._unit.connection.execute(question).first() is not None

    def _add(self, filing: Filing, batch: Batch, person: Person, policy: Policy) -> Registration:
        taking = {"batch": batch.id, "now": self._unit.now}
        serial = self._unit.connection.execute(TAKE_SERIAL, taking).scalar()
        if serial is None:
            # It was closed while this one waited for its turn.
            closed = self._unit.batches.get(batch.id)
            raise NotPossible(tuple(self._forbidden(filing, closed, person, policy)))
        application = filing.application
        item = self._unit.seats.take(batch.id, application.unit.key, application.level)
        if item is None:
            raise NotPossible(Finding("batch-full", "R4.6", box="level"))
        number = f"{batch.number[2:]}-{serial:04}"
        added = self._rows.add(
            {
                **judged(self._unit, filing, batch, policy),
                "number": number,
                "batch_id": filing.batch,
                "person_id": filing.person,
                "id_fp": self._id_fingerprint(person),
                "item_id": item,
                "candidate_type": application.candidate_type,
                "boxes": self._unit.seal(dumps(filing.boxes), boxes_context(number)),
                "filed_at": self._unit.now,
                "step": 0,
            }
        )
        if added is None:
            raise NotPossible(Finding("already-registered", "R5.2"))
        return added

    def _check_roster(self, batch: Batch) -> None:
        station, programme = batch.station_code, batch.programme
        check(self._unit, Action.EXPORT_ROSTER, institution=station, programme=programme)

    def _roster_lines(self, batch: BatchId) -> Iterator[RosterLine]:
        examined = {item.unit.key: item.unit for item in self._unit.batches.items(batch)}
        rows = self._unit.connection.execute(
            ROSTER, {"batch": batch}, execution_options={"yield_per": ROWS_AT_ONCE}
        )
        for row in rows:
            registration = registration_of(row)
            unit = examined[registration.programme, registration.unit_code]
            yield RosterLine(registration, unit, self._opened(registration, row.boxes))

    def _opened(self, registration: Registration, sealed: bytes) -> dict[str, Any]:
        boxes: dict[str, Any] = json.loads(
            self._unit.unseal(sealed, boxes_context(registration.number))
        )
        return boxes

    def _id_fingerprint(self, person: Person) -> bytes:
        if person.id_number is None:
            raise NotPossible(Finding("not-signed-up", "R5.1"))
        return self._unit.fingerprint(person.id_number, "id-number")


def as_signed_up(filing: Filing, person: Person) -> Filing:
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


def judged(work: "UnitOfWork", filing: Filing, batch: Batch, policy: Policy) -> dict[str, object]:
    """The columns that follow from the form: what it asks for, and what is still to come of it."""
    application = filing.application
    stamp = needs_stamp(
        application.candidate_type,
        has_employer=bool(application.employer.strip()),
        policy=policy,
    )
    return {
        "programme": application.unit.programme,
        "unit_code": application.unit.code,
        "level": application.level,
        "condition": application.condition,
        "form_version": filing.form_version,
        "phone_fp": _phone_fingerprint(work, application.phone),
        "to_confirm": list(points_to_confirm(application, batch.exam_on, policy)),
        "stamp_needed": stamp,
        # Complete at once where the pledge stands for the stamped form (R5.4).
        "state": RegistrationState.SUBMITTED if stamp else RegistrationState.COMPLETE,
        "waiting_since": None if stamp else work.now,
    }


def _phone_fingerprint(work: "UnitOfWork", phone: str) -> bytes | None:
    """Mobiles belong to one person; a landline is shared by a family or a whole school."""
    number = read_phone(phone, landline=True)
    return None if "-" in number else work.fingerprint(number, "phone")


def gone_files(work: "UnitOfWork", files: Mapping[Material, FileId]) -> Iterator[Finding]:
    gone = work.files.gone({*files.values()})
    for material, file in files.items():
        if file in gone:
            yield Finding("file-gone", "R5.3", box=str(material))


def boxes_context(number: str) -> str:
    """Where the boxes of the registration of this number are sealed for."""
    return f"registrations.boxes:{number}"


def _awaited(registration: Registration) -> RegistrationState:
    """Until the close a better picture of the stamped form may follow the first (R5.4)."""
    sent_before = registration.stamped_at is not None
    if sent_before and registration.state is RegistrationState.COMPLETE:
        return RegistrationState.SUBMITTED
    return registration.state


def facts_of_file(file: StoredFile) -> PictureFacts:
    return PictureFacts(
        file.width or 0, file.height or 0, file.size, file.media_type, file.taken_at
    )


def _subject(registration: Registration) -> str:
    return f"registration:{registration.id}"
