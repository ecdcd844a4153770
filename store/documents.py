"""The documents of registrations: which file was handed in as what, and what the station found (R5.6)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import Column, ForeignKey, String, Table, bindparam, insert, select, update

from rules.materials import Material
from store.files import FileId, files
from store.schema import Moment, Sealed, Serial, metadata

if TYPE_CHECKING:
    from store.registrations import RegistrationId
    from store.unit import UnitOfWork

DocumentId = NewType("DocumentId", int)


class DocumentState(StrEnum):
    """What the station found about one document (R5.6)."""

    GIVEN = "given"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


documents = Table(
    "documents",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("registration_id", ForeignKey("registrations.id"), nullable=False, index=True),
    Column("material", String(30), nullable=False),
    Column("file_id", ForeignKey(files.c.id), nullable=False, index=True),
    Column("state", String(20), nullable=False),
    Column("stated_at", Moment, nullable=False),
    Column("reason", Sealed),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True)
class Document:
    """One upload of a registration, and since when it stands as it does."""

    id: DocumentId
    material: Material
    file: FileId
    state: DocumentState
    stated_at: datetime
    reason: str = field(default="", repr=False)
    """Why it was rejected."""


OF_REGISTRATION = (
    select(documents)
    .where(documents.c.registration_id == bindparam("registration"))
    .order_by(documents.c.id)
)


class Documents:
    """Nothing handed in is replaced: what comes later stands beside it and counts."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def give(self, registration: "RegistrationId", given: Mapping[Material, FileId]) -> None:
        """Add uploads to a registration, which from then on owns the files."""
        if not given:
            return
        self._unit.files.own_each(
            {f"registration:{registration}:{material}": file for material, file in given.items()}
        )
        rows = [
            {
                "registration_id": registration,
                "material": material,
                "file_id": file,
                "state": DocumentState.GIVEN,
                "stated_at": self._unit.now,
            }
            for material, file in given.items()
        ]
        self._unit.connection.execute(insert(documents), rows)

    def of(self, registration: "RegistrationId") -> tuple[Document, ...]:
        """In the order they came in."""
        rows = self._unit.connection.execute(OF_REGISTRATION, {"registration": registration})
        return tuple(map(self._document, rows))

    def counting(self, registration: "RegistrationId") -> Mapping[Material, Document]:
        """Of each material the one that counts, in the order of the form."""
        last = {document.material: document for document in self.of(registration)}
        return {material: last[material] for material in Material if material in last}

    def latest(self, registration: "RegistrationId", material: Material) -> FileId | None:
        """The one that counts."""
        found = self.counting(registration).get(material)
        return found.file if found else None

    def find(self, registration: "RegistrationId", rejected: Mapping[Material, str]) -> None:
        """What the station found (R5.6): those named are rejected with the reason, the others accepted."""
        for material, document in self.counting(registration).items():
            reason = rejected.get(material)
            state = DocumentState.ACCEPTED if reason is None else DocumentState.REJECTED
            sealed = None if reason is None else self._unit.seal(reason, _context(document.id))
            self._unit.connection.execute(
                update(documents)
                .where(documents.c.id == document.id)
                .values(state=state, stated_at=self._unit.now, reason=sealed)
            )

    def _document(self, row: Any) -> Document:
        reason = self._unit.unseal(row.reason, _context(row.id)) if row.reason else ""
        material, state = Material(row.material), DocumentState(row.state)
        return Document(row.id, material, FileId(row.file_id), state, row.stated_at, reason)


def _context(document: DocumentId) -> str:
    return f"documents.reason:{document}"
