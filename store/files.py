"""Files: sealed blobs on a shelf under a keyed digest, and who owns them. A file goes with its last owner."""

import hmac
import os
import tempfile
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NewType, Protocol

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    delete,
    exists,
    false,
    func,
    literal,
    select,
)
from sqlalchemy.dialects.postgresql import insert

from rules.findings import Finding, NotPossible
from store.faults import TransientFault
from store.schema import Moment, insert_or_keep, metadata
from store.sealed import Keys

if TYPE_CHECKING:
    from store.unit import Store, UnitOfWork

FileId = NewType("FileId", str)
"""Keyed SHA-256 of the content, in hex."""


class FileShelf(Protocol):
    """Where file contents lie. `put` is idempotent and raises TransientFault while nothing can be written;
    `get` raises KeyError for a file that is not there.
    """

    def put(self, data: bytes) -> FileId: ...

    def get(self, file: FileId) -> bytes: ...

    def drop(self, file: FileId) -> None:
        """Forget the file; dropping what is gone already is no error."""


def name_of(keys: Keys, data: bytes) -> FileId:
    """The digest a content is kept under; without the key nobody can tell whether we hold a known file."""
    return FileId(keys.digest(data, "file").hex())


class FileDamaged(Exception):
    """A file's content is not what its name says."""


class FolderShelf:
    """Sealed files in a folder, two levels deep."""

    def __init__(self, folder: Path, keys: Keys) -> None:
        self._folder = folder
        self._keys = keys

    def put(self, data: bytes) -> FileId:
        file = name_of(self._keys, data)
        place = self._place(file)
        if not place.exists():
            try:
                place.parent.mkdir(parents=True, exist_ok=True)
                _write_whole(place, self._keys.seal(data, file.encode()))
            except OSError as error:
                raise TransientFault(f"no file can be written: {error.strerror}") from error
        return file

    def get(self, file: FileId) -> bytes:
        try:
            sealed = self._place(file).read_bytes()
        except FileNotFoundError as error:
            raise KeyError(file) from error
        data = self._keys.open(sealed, file.encode())
        if not hmac.compare_digest(name_of(self._keys, data), file):
            raise FileDamaged(file)
        return data

    def drop(self, file: FileId) -> None:
        self._place(file).unlink(missing_ok=True)

    def _place(self, file: FileId) -> Path:
        return self._folder / file[:2] / file[2:4] / file


def _write_whole(place: Path, data: bytes) -> None:
    """A crash leaves the whole file or none, and its name survives a power loss."""
    handle, fresh = tempfile.mkstemp(dir=place.parent, prefix=".fresh-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(fresh).replace(place)
    except OSError:
        Path(fresh).unlink()  # half a file would keep a full disk full
        raise
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


files = Table(
    "files",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("media_type", String(100), nullable=False),
    Column("size", Integer, nullable=False),
    Column("width", Integer),
    Column("height", Integer),
    Column("taken_at", Moment),
    Column("created_at", Moment, nullable=False, index=True),
    Column("by_camera", Boolean, nullable=False, server_default=false()),
)

file_owners = Table(
    "file_owners",
    metadata,
    Column("file_id", ForeignKey(files.c.id), primary_key=True),
    Column("owner", String(100), primary_key=True, index=True),
)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """What is known about a file besides its content; `taken_at` is the capture time a picture carried.

    `by_camera`: it was taken on our own page, and its capture time is the office's (R7.4).
    """

    id: FileId
    media_type: str
    size: int
    width: int | None
    height: int | None
    taken_at: datetime | None
    created_at: datetime
    by_camera: bool


_new = insert(files)
# Touching a row already there locks it, so that nobody erases the file before it is owned; the same
# picture may have come without its capture time before.
NOTE = _new.on_conflict_do_update(
    index_elements=[files.c.id],
    set_={"taken_at": func.coalesce(files.c.taken_at, _new.excluded.taken_at)},
).returning(*files.c)
OWN = insert_or_keep(file_owners)


class Files:
    """Owners are named like `registration:12:photo`."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit
        self._shelf = unit.store.files

    def note(
        self,
        data: bytes,
        media_type: str,
        *,
        size_in_pixels: tuple[int, int] | None = None,
        taken_at: datetime | None = None,
        by_camera: bool = False,
    ) -> StoredFile:
        """Put a content on the shelf and remember it; the same content is kept once."""
        width, height = size_in_pixels or (None, None)
        values = {
            "id": name_of(self._unit.store.keys, data),
            "media_type": media_type,
            "size": len(data),
            "width": width,
            "height": height,
            "taken_at": taken_at,
            "created_at": self._unit.now,
            "by_camera": by_camera,
        }
        row = self._unit.connection.execute(NOTE, values).one()
        self._shelf.put(data)
        return _record(row)

    def get(self, file: FileId) -> StoredFile:
        found = self.find(file)
        if found is None:
            raise NotPossible(Finding("file-gone"))
        return found

    def find(self, file: FileId) -> StoredFile | None:
        row = self._unit.connection.execute(select(files).where(files.c.id == file)).first()
        return None if row is None else _record(row)

    def gone(self, wanted: Collection[FileId]) -> set[FileId]:
        """Which of these are not there, or not any more."""
        known = self._unit.connection.scalars(select(files.c.id).where(files.c.id.in_(wanted)))
        return {*wanted} - {*known}

    def content(self, file: FileId) -> bytes:
        return self._shelf.get(file)

    def own(self, file: FileId, owner: str) -> None:
        self.own_each({owner: file})

    def own_each(self, by_owner: Mapping[str, FileId]) -> None:
        """A file for each owner, all in one go."""
        rows = [{"file_id": file, "owner": owner} for owner, file in by_owner.items()]
        self._unit.connection.execute(OWN, rows)

    def own_found(self, wanted: Collection[FileId], owner: str) -> None:
        """Those of them that are there."""
        found = select(files.c.id, literal(owner)).where(files.c.id.in_(wanted))
        self._unit.connection.execute(OWN.from_select(["file_id", "owner"], found))

    def of(self, owner: str) -> tuple[StoredFile, ...]:
        owned = select(file_owners.c.file_id).where(file_owners.c.owner == owner)
        question = select(files).where(files.c.id.in_(owned)).order_by(files.c.created_at)
        return tuple(map(_record, self._unit.connection.execute(question)))

    def disown(self, owner: str) -> None:
        """The owner lets go of its files; those nobody else owns are erased, their content after commit."""
        let_go = (
            delete(file_owners).where(file_owners.c.owner == owner).returning(file_owners.c.file_id)
        )
        for file in self._unit.connection.execute(let_go).scalars().all():
            self._unit.after_commit(partial(_erase_later, self._unit.store, file))

    def release(self, owner: str) -> None:
        """The owner lets go of its files, and nothing is erased."""
        self._unit.connection.execute(delete(file_owners).where(file_owners.c.owner == owner))

    def orphans(self, older_than: datetime) -> tuple[FileId, ...]:
        """Files nobody has come to own, such as a photo of a draft that was given up."""
        question = select(files.c.id).where(_UNOWNED, files.c.created_at < older_than)
        return tuple(self._unit.connection.execute(question).scalars())

    def erase_unowned(self, file: FileId) -> None:
        """Erase row and content, unless somebody owns the file or has come to own it meanwhile."""
        execute = self._unit.connection.execute
        execute(select(files.c.id).where(files.c.id == file).with_for_update())
        # The content goes first: an interrupted erasure leaves an orphan's row, never a lost content.
        if execute(delete(files).where(files.c.id == file, _UNOWNED)).rowcount:
            self._shelf.drop(file)


_UNOWNED = ~exists().where(file_owners.c.file_id == files.c.id)


def _erase_later(store: "Store", file: FileId) -> None:
    # What was committed stays so; a file not erased now is found again among the orphans.
    with suppress(TransientFault), store.writing() as work:
        work.files.erase_unowned(file)


def _record(row: Any) -> StoredFile:
    return StoredFile(*row)
