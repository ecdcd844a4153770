"""The documents of registrations: which file was handed in as what, and what the station found (R5.6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import Column, ForeignKey, String, Table, bindparam, insert, select

from rules.materials import Material
from store.files import FileId, files
from store.schema import Moment, Serial, metadata

if TYPE_CHECKING:
    from store.registrations import RegistrationId
    from store.unit import UnitOfWork


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
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True)
class Document:
    """One upload of a registration, and since when it stands as it does."""

    material: Material
    file: FileId
    state: DocumentState
    stated_at: datetime


OF_REGISTRATION = (
    select(documents.c.material, documents.c.file_id, documents.c.state, documents.c.stated_at)
    .where(documents.c.registration_id == bindparam("registration"))
    .order_by(documents.c.id)
)


class Documents:
    """Nothing handed in is replaced: what comes later stands beside it and counts."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def give(self, registration: "RegistrationId", given: Mapping[Material, FileId]) -> None:
        """Add uploads to a registration, which from then on owns the files."""
        for material, file in given.items():
            self._unit.files.own(file, f"registration:{registration}:{material}")
            values = {
                "registration_id": registration,
                "material": material,
                "file_id": file,
                "state": DocumentState.GIVEN,
                "stated_at": self._unit.now,
            }
            self._unit.connection.execute(insert(documents), values)

    def of(self, registration: "RegistrationId") -> tuple[Document, ...]:
        """In the order they came in."""
        rows = self._unit.connection.execute(OF_REGISTRATION, {"registration": registration})
        return tuple(
            Document(Material(material), FileId(file), DocumentState(state), stated_at)
            for material, file, state, stated_at in rows
        )

    def latest(self, registration: "RegistrationId", material: Material) -> FileId | None:
        """The one that counts."""
        given = [
            document.file for document in self.of(registration) if document.material is material
        ]
        return given[-1] if given else None
