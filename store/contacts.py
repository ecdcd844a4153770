"""Contacts of institutions: department, person, phone, e-mail, kept by officers and shown to all (R1.12)."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import Column, ForeignKey, Table, insert, select, update

from rules.findings import Finding, NotPossible
from rules.roles import Action
from store import rights
from store.institutions import Institution, InstitutionKind
from store.people import people
from store.schema import Moment, Sealed, Serial, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

ContactId = NewType("ContactId", int)

contacts = Table(
    "contacts",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("institution_code", ForeignKey("institutions.code"), nullable=False, index=True),
    Column("department", Sealed),
    Column("person", Sealed),
    Column("phone", Sealed),
    Column("email", Sealed),
    Column("changed_by", ForeignKey(people.c.id)),
    Column("changed_at", Moment, nullable=False),
    Column("removed_at", Moment),
    sqlite_autoincrement=True,
)
PRIVATE = ("department", "person", "phone", "email")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is shown of a contact; what is not known is empty."""

    department: str
    person: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    email: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Contact:
    """One line of the list of an institution."""

    id: ContactId
    institution: str
    entry: Entry
    changed_at: datetime
    removed_at: datetime | None


class Contacts:
    """Shown to all; an officer changes those within reach."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def add(self, institution: str, entry: Entry) -> Contact:
        """A new line; NotPossible where neither phone nor e-mail is given."""
        self._check(institution, entry)
        work = self._unit
        values = {"institution_code": institution, "changed_at": work.now}
        row = work.connection.execute(insert(contacts).returning(contacts.c.id), values)
        return self._write(ContactId(row.scalar_one()), entry)

    def change(self, contact: ContactId, institution: str, entry: Entry) -> Contact:
        """Put it right, also where it belongs; one that was removed is shown again."""
        self.to_change(contact)
        self._check(institution, entry)
        self._set(contact, institution_code=institution)
        return self._write(contact, entry)

    def remove(self, contact: ContactId) -> Contact:
        """Shown no more; `restore` brings it back."""
        return self._show(contact, removed=True)

    def restore(self, contact: ContactId) -> Contact:
        return self._show(contact, removed=False)

    def get(self, contact: ContactId) -> Contact:
        question = select(contacts).where(contacts.c.id == contact)
        row = self._unit.connection.execute(question).first()
        if row is None:
            raise NotPossible(Finding("contact-unknown", "R1.12"))
        return self._record(row)

    def to_change(self, contact: ContactId) -> Contact:
        """NotPossible when it is not the caller's to change."""
        found = self.get(contact)
        rights.check(self._unit, Action.EDIT_CONTACTS, institution=found.institution)
        return found

    def of(self, institution: str) -> tuple[Contact, ...]:
        """All that are shown of an institution, in the order they were added."""
        question = (
            select(contacts)
            .where(contacts.c.institution_code == institution, contacts.c.removed_at.is_(None))
            .order_by(contacts.c.id)
        )
        return tuple(map(self._record, self._unit.connection.execute(question)))

    def institutions(self) -> tuple[Institution, ...]:
        """Those that have any: the centre and the second tier first, each kind by code."""
        question = select(contacts.c.institution_code).where(contacts.c.removed_at.is_(None))
        codes = set(self._unit.connection.execute(question.distinct()).scalars())
        listed = [one for one in self._unit.institutions.all() if one.code in codes]
        order = list(InstitutionKind)
        return tuple(sorted(listed, key=lambda one: (order.index(one.kind), one.code)))

    def _check(self, institution: str, entry: Entry) -> None:
        rights.check(self._unit, Action.EDIT_CONTACTS, institution=institution)
        if not entry.phone and not entry.email:
            raise NotPossible(Finding("contact-unreachable", "R1.12", box="phone"))

    def _show(self, contact: ContactId, *, removed: bool) -> Contact:
        self.to_change(contact)
        self._set(contact, removed_at=self._unit.now if removed else None)
        self._unit.audit.note(
            "contact-removed" if removed else "contact-restored", f"contact:{contact}"
        )
        return self.get(contact)

    def _write(self, contact: ContactId, entry: Entry) -> Contact:
        sealed = {
            column: self._unit.seal(getattr(entry, column), _context(column, contact))
            for column in PRIVATE
        }
        self._set(contact, **sealed, removed_at=None)
        self._unit.audit.note("contact-changed", f"contact:{contact}")
        return self.get(contact)

    def _set(self, contact: ContactId, **values: Any) -> None:
        work = self._unit
        changed = {"changed_by": work.caller.person, "changed_at": work.now, **values}
        work.connection.execute(update(contacts).where(contacts.c.id == contact).values(**changed))

    def _record(self, row: Any) -> Contact:
        opened = {
            column: self._unit.unseal(getattr(row, column), _context(column, row.id))
            for column in PRIVATE
        }
        return Contact(
            row.id, row.institution_code, Entry(**opened), row.changed_at, row.removed_at
        )


def _context(column: str, contact: ContactId) -> str:
    return f"contacts.{column}:{contact}"
