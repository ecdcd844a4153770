"""Registrations a station enters for its candidates from a roster of its own: whose they are, and what changed since."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, ForeignKey, LargeBinary, Table, select, update

from rules.findings import Finding, NotPossible
from rules.identity import IdNumber
from rules.materials import Material
from rules.names import name_key
from rules.registration import Application, RegistrationState
from rules.registration_reviews import FIXED, returnable, unasked_changes
from rules.roles import Action
from rules.rosters import READY
from store import rights
from store.batches import BatchId
from store.database import dumps
from store.documents import Documents
from store.files import FileId
from store.people import Person, PersonId, people
from store.registration_rows import Registration, RegistrationId, registrations
from store.registrations import Filing
from store.schema import Moment, insert_or_keep, metadata
from store.unit import OFFICE

if TYPE_CHECKING:
    from store.unit import UnitOfWork

roster_entries = Table(
    "roster_entries",
    metadata,
    Column("registration_id", ForeignKey(registrations.c.id), primary_key=True),
    Column("row_fp", LargeBinary, nullable=False),
    Column("pictures_fp", LargeBinary),
    Column("entered_by", ForeignKey(people.c.id)),
    Column("entered_at", Moment, nullable=False),
)

SENT_BACK = frozenset({RegistrationState.SUBMITTED, RegistrationState.COMPLETE})
"""As a reviewer would, the station first sends back what it then enters anew (R5.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row: the form as its candidate would file it, and fingerprints of what was sent of it."""

    batch: BatchId
    name: str = field(repr=False)
    number: IdNumber = field(repr=False)
    application: Application = field(repr=False)
    boxes: Mapping[str, Any] = field(repr=False)
    form_version: int
    files: Mapping[Material, FileId]
    row_fp: bytes
    pictures_fp: bytes | None = None
    """None where no pictures came with the row: those of an earlier time stay."""

    def filing(self, person: PersonId) -> Filing:
        return Filing(
            batch=self.batch,
            person=person,
            application=self.application,
            boxes=self.boxes,
            form_version=self.form_version,
            files=self.files,
        )


@dataclass(frozen=True, slots=True)
class Known:
    """What there is of a row's person in the batch; fingerprints only of what the station entered."""

    person: Person | None = None
    registration: Registration | None = None
    row_fp: bytes | None = None
    pictures_fp: bytes | None = None

    @property
    def is_own(self) -> bool:
        """They registered themselves: a roster changes nothing of it (R5.2)."""
        return self.registration is not None and self.row_fp is None


class RosterEntries:
    """The station answers for what it enters; afterwards everything is as if the candidate had filed it."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit
        self._documents = Documents(unit)

    def known(self, batch: BatchId, name: str, number: IdNumber) -> Known:
        """NotPossible when the number belongs to somebody of another name; who that is nobody hears."""
        self._check(batch)
        person = self._unit.people.find_by_id_number(number)
        if person is None:
            return Known()
        if name_key(person.name or "") != name_key(name):
            raise NotPossible(Finding("roster-name-differs", "R5.5", box="name"))
        question = (
            select(registrations.c.id, roster_entries.c.row_fp, roster_entries.c.pictures_fp)
            .join_from(registrations, roster_entries, isouter=True)
            .where(registrations.c.batch_id == batch, registrations.c.person_id == person.id)
        )
        row = self._unit.connection.execute(question).first()
        if row is None:
            return Known(person)
        filed = self._unit.registrations.get(row.id)
        return Known(person, filed, row.row_fp, row.pictures_fp)

    def fingerprint(self, sent: Mapping[str, Any]) -> bytes:
        """The same for the same cells, or the same pictures."""
        return self._unit.fingerprint(json.dumps(sent, sort_keys=True), "roster-row")

    def enter(self, entry: Entry) -> Registration:
        """File a registration for somebody, who is entered as a person if nobody knows them (R5.1, R5.2).

        They can claim it later by a recovery code, on sight of their card; the user name is its number.
        """
        self._check(entry.batch)
        self.known(entry.batch, entry.name, entry.number)
        with self._unit.savepoint(), self._as_office():
            person = self._unit.people.known(entry.name, entry.number)
            filed = self._unit.registrations.file(entry.filing(person.id))
            if person.user_name is None:
                self._unit.people.rename(person.id, person.name or entry.name, filed.number)
        self.note(filed, entry)
        self._unit.audit.note("registration-entered", f"registration:{filed.id}")
        return filed

    def change(self, registration: RegistrationId, entry: Entry, reason: str) -> Registration:
        """Put what the station entered right: sent back and filed again, the old version stays (R5.2)."""
        self._check(entry.batch)
        with self._unit.savepoint(), self._as_office():
            filed = self._unit.registrations.get(registration)
            if findings := self.against(filed, entry):
                raise NotPossible(findings)
            if filed.state in SENT_BACK:
                asked = dict.fromkeys(self._to_send_back(filed, entry), reason)
                self._unit.reviews.send_back(filed.id, asked)
            if self._unit.corrections.boxes_wanted(filed.id):
                self._unit.corrections.correct(filed.id, self._correction(filed, entry))
            if wanted := self._unit.corrections.documents_wanted(filed.id):
                again = {m: file for m, file in entry.files.items() if m in wanted}
                self._unit.corrections.hand_in(filed.id, again)
        self.note(filed, entry)
        self._unit.audit.note("registration-entered", f"registration:{filed.id}")
        return self._unit.registrations.get(registration)

    def stamp(self, registration: RegistrationId, file: FileId) -> Registration:
        """Take the stamped form from the station (R5.4)."""
        self._check(self._unit.registrations.get(registration).batch_id)
        with self._as_office():
            return self._unit.registrations.add_stamped_form(registration, file)

    def against(self, filed: Registration, entry: Entry) -> tuple[Finding, ...]:
        """Why it cannot be put right: it is decided, or a reviewer asked for something else (R5.2)."""
        changed = self.changed(filed, entry)
        if filed.state in READY:
            decided = Finding("roster-row-decided", "R5.2", {"state": str(filed.state)})
            return (decided,) if changed else ()
        if filed.state is not RegistrationState.RETURNED:
            return ()
        wanted = self._unit.corrections.boxes_wanted(filed.id).keys()
        documents = self._unit.corrections.documents_wanted(filed.id).keys()
        before = self._unit.registrations.boxes(filed)
        unasked = unasked_changes(before, json.loads(dumps(dict(entry.boxes))), wanted)
        same = [str(one) for one in documents if str(one) not in changed]
        return tuple(Finding("box-not-returned", "R5.2", box=box) for box in unasked) + tuple(
            Finding("material-missing", "R5.6", {"material": one}, box=one) for one in same
        )

    def changed(self, filed: Registration, entry: Entry) -> frozenset[str]:
        """The boxes and documents that are not as they were filed."""
        before = self._unit.registrations.boxes(filed)
        after = json.loads(dumps(dict(entry.boxes)))
        boxes = {b for b in before.keys() | after.keys() if before.get(b) != after.get(b)}
        counting = self._documents.counting(filed.id)
        files = {
            str(material)
            for material, file in entry.files.items()
            if material not in counting or counting[material].file != file
        }
        return frozenset(boxes - FIXED | files)

    def _to_send_back(self, filed: Registration, entry: Entry) -> frozenset[str]:
        """What changed; a box that comes or goes is corrected along with one that is there in any case."""
        changed = self.changed(filed, entry)
        before = self._unit.registrations.boxes(filed)
        counting = self._documents.counting(filed.id)
        back = frozenset(box for box in changed if returnable(box, before, counting))
        return back if back - set(Material) or back == changed else back | {"phone"}

    def _correction(self, filed: Registration, entry: Entry) -> Filing:
        """The boxes as sent; of the documents those of an earlier time, which are handed in apart."""
        kept = {m: document.file for m, document in self._documents.counting(filed.id).items()}
        return replace(entry.filing(filed.person_id), files={**entry.files, **kept})

    def _check(self, batch: BatchId) -> None:
        found = self._unit.batches.get(batch)
        rights.check(
            self._unit,
            Action.ENTER_REGISTRATIONS,
            institution=found.station_code,
            programme=found.programme,
        )

    @contextmanager
    def _as_office(self) -> Iterator[None]:
        """Candidates file for themselves; here the office does, for the station was checked."""
        caller, self._unit.caller = self._unit.caller, OFFICE
        try:
            yield
        finally:
            self._unit.caller = caller

    def note(self, filed: Registration, entry: Entry) -> None:
        """What was sent of it last; sent again it is no news."""
        self._check(filed.batch_id)
        values = {
            "registration_id": filed.id,
            "row_fp": entry.row_fp,
            "entered_by": self._unit.caller.person,
            "entered_at": self._unit.now,
        }
        if entry.pictures_fp is not None:
            values["pictures_fp"] = entry.pictures_fp
        if not self._unit.connection.execute(insert_or_keep(roster_entries), values).rowcount:
            same = roster_entries.c.registration_id == filed.id
            self._unit.connection.execute(update(roster_entries).where(same).values(values))
