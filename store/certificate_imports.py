"""Imports of existing certificates: chunk by chunk, each with how far it came, so that a killed one goes on."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    BigInteger,
    Column,
    Integer,
    LargeBinary,
    Row,
    Table,
    UniqueConstraint,
    select,
    update,
)

from rules.findings import Finding, NotPossible
from store.certificates import Certificate, certificates, sealed_values
from store.faults import TransientFault
from store.schema import Moment, Serial, insert_or_keep, metadata
from store.sealed import Keys

if TYPE_CHECKING:
    from store.unit import UnitOfWork

ImportId = NewType("ImportId", int)

certificate_imports = Table(
    "certificate_imports",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("digest", LargeBinary, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("added", Integer, nullable=False),
    Column("known", Integer, nullable=False),
    Column("differing", Integer, nullable=False),
    Column("wrong", Integer, nullable=False),
    Column("report_bytes", BigInteger, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("finished_at", Moment),
    UniqueConstraint("digest"),
    sqlite_autoincrement=True,
)
ADD = insert_or_keep(certificates)
COUNTED = ("added", "known", "differing", "wrong")


class Outcome(StrEnum):
    """What became of a good row."""

    ADDED = "added"
    KNOWN = "known"
    """Its number is registered, with all the list says of it."""
    DIFFERING = "differing"
    """Its number is registered, with something else: nothing is overwritten."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one row, and the fields that differ."""

    outcome: Outcome
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a list has been taken: the last row done, the counts, and how long its report is."""

    rows: int = 0
    added: int = 0
    known: int = 0
    differing: int = 0
    wrong: int = 0
    report_bytes: int = 0

    def further(self, rows: int, taken: Collection[Taken], wrong: int) -> "Progress":
        counts = {
            one: getattr(self, one.value) + sum(t.outcome is one for t in taken) for one in Outcome
        }
        return replace(
            self,
            rows=rows,
            wrong=self.wrong + wrong,
            **{one.value: count for one, count in counts.items()},
        )


@dataclass(frozen=True, slots=True)
class Import:
    """A list that was begun; `started_at` is office time."""

    id: ImportId
    progress: Progress
    started_at: datetime
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class SealedRow:
    """A certificate ready to be written: sealed and fingerprinted before the unit that writes it."""

    certificate: Certificate
    values: Mapping[str, Any]

    @property
    def key(self) -> tuple[str, str]:
        return self.certificate.kind.value, self.values["number_key"]


class CertificateImports:
    """A list is known by the digest of its file: begun again it goes on, finished it begins anew."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def begin(self, digest: bytes) -> Import:
        """Where to go on, or a new beginning."""
        values = {"digest": digest, "started_at": self._unit.now, **_columns(Progress())}
        self._unit.connection.execute(insert_or_keep(certificate_imports), values)
        found = self._of(digest)
        if found.finished_at is None:
            return found
        return self.begin_anew(found.id)

    def begin_anew(self, number: ImportId) -> Import:
        """From the first row: what is registered already is found known."""
        self._set(number, Progress(), started_at=self._unit.now, finished_at=None)
        return self._get(number)

    def take(
        self,
        number: ImportId,
        before: Progress,
        chunk: Sequence[SealedRow],
        wanted: Collection[str],
    ) -> tuple[Taken, ...]:
        """Write a chunk; `wanted` are the fields the list has, which are compared.

        NotPossible when somebody else takes the same list: it stands where `before` was no more.
        """
        held = select(certificate_imports).where(certificate_imports.c.id == number)
        row = self._unit.connection.execute(held.with_for_update()).one()
        if _import(row).progress != before:
            raise NotPossible(Finding("list-taken-elsewhere", "R8.1"))
        taken = self.compare(chunk, wanted, None)
        new = [
            one.values for one, t in zip(chunk, taken, strict=True) if t.outcome is Outcome.ADDED
        ]
        if new:
            done = self._unit.connection.execute(ADD, new)
            if 0 <= done.rowcount < len(new):
                # Somebody issued one of the numbers meanwhile: compared again, it is there.
                raise TransientFault("a number was taken meanwhile")
        return taken

    def note(self, number: ImportId, progress: Progress) -> None:
        """In the unit of the chunk itself."""
        self._set(number, progress)

    def finish(self, number: ImportId, progress: Progress) -> None:
        self._set(number, progress, finished_at=self._unit.now)
        figures = {name: getattr(progress, name) for name in ("rows", *COUNTED)}
        self._unit.audit.note("certificates-imported", f"certificate-import:{number}", **figures)

    def compare(
        self, chunk: Sequence[SealedRow], wanted: Collection[str], seen: "SeenNumbers | None"
    ) -> tuple[Taken, ...]:
        """What a chunk becomes; a trial run remembers in `seen` what the run would have written."""
        registered, taken = self._registered(chunk), []
        compared = compared_columns(wanted)
        for one in chunk:
            there = registered.get(one.key)
            if there is not None:
                taken.append(met(one.values, there, compared))
                continue
            if seen is None:
                registered[one.key] = one.values
            again = seen.again(one, compared) if seen else None
            taken.append(again or Taken(Outcome.ADDED))
        return tuple(taken)

    def _registered(self, chunk: Sequence[SealedRow]) -> dict[tuple[str, str], Mapping[str, Any]]:
        found: dict[tuple[str, str], Mapping[str, Any]] = {}
        for kind in {one.certificate.kind for one in chunk}:
            keys = [one.values["number_key"] for one in chunk if one.certificate.kind is kind]
            question = select(certificates).where(
                certificates.c.kind == kind, certificates.c.number_key.in_(keys)
            )
            for row in self._unit.connection.execute(question):
                found[kind.value, row.number_key] = dict(row._mapping)
        return found

    def _of(self, digest: bytes) -> Import:
        question = select(certificate_imports).where(certificate_imports.c.digest == digest)
        return _import(self._unit.connection.execute(question).one())

    def _get(self, number: ImportId) -> Import:
        question = select(certificate_imports).where(certificate_imports.c.id == number)
        return _import(self._unit.connection.execute(question).one())

    def _set(self, number: ImportId, progress: Progress, **values: object) -> None:
        changing = update(certificate_imports).where(certificate_imports.c.id == number)
        self._unit.connection.execute(changing.values(**_columns(progress), **values))


class SeenNumbers:
    """The numbers a trial run would have added, on disk: it must find a number that stands twice in a list."""

    def __init__(self) -> None:
        # An empty name is a file of SQLite's own, which goes with the connection.
        self._seen = sqlite3.connect("", isolation_level=None)
        self._seen.execute("CREATE TABLE seen (key TEXT PRIMARY KEY, told BLOB) WITHOUT ROWID")
        self._seen.execute("BEGIN")

    def again(self, one: SealedRow, compared: Sequence[str]) -> Taken | None:
        """What the row becomes where its number came before in this list; else it is remembered."""
        key, told = "\n".join(one.key), _told(one.values, compared)
        question = "SELECT told FROM seen WHERE key = ?"
        before = self._seen.execute(question, (key,)).fetchone()
        if before is None:
            self._seen.execute("INSERT INTO seen VALUES (?, ?)", (key, told))
            return None
        earlier = before[0].split(_BETWEEN)
        differing = [
            name
            for name, now, then in zip(compared, told.split(_BETWEEN), earlier, strict=True)
            if now != then
        ]
        return _differing(differing)

    def close(self) -> None:
        self._seen.close()


_BETWEEN = b"\x1e\x1f\x1e"
_FINGERPRINTS = {"name": "name_key_fp", "id_number": "id_fp", "number": "number_key"}
_NAMES = {column: name for name, column in _FINGERPRINTS.items()}


def compared_columns(wanted: Collection[str]) -> tuple[str, ...]:
    """The columns that tell whether two are the same; sealed ones by their fingerprints."""
    fields = (name for name in Certificate.__slots__ if name in wanted and name != "kind")
    return tuple(_FINGERPRINTS.get(name, name) for name in fields if name != "number")


def met(now: Mapping[str, Any], there: Mapping[str, Any], compared: Sequence[str]) -> Taken:
    return _differing([name for name in compared if _plain(now[name]) != _plain(there[name])])


def _differing(columns: Sequence[str]) -> Taken:
    fields = tuple(_NAMES.get(name, name) for name in columns)
    return Taken(Outcome.DIFFERING, fields) if fields else Taken(Outcome.KNOWN)


def _told(values: Mapping[str, Any], compared: Sequence[str]) -> bytes:
    plain = (_plain(values[name]) for name in compared)
    return _BETWEEN.join(one if isinstance(one, bytes) else str(one).encode() for one in plain)


def _plain(value: Any) -> Any:
    match value:
        case memoryview():
            return bytes(value)
        case date():
            return value.isoformat()
        case _:
            return value


def sealed(keys: Keys, certificate: Certificate) -> SealedRow:
    """Sealing takes longer than writing, so it is done before there is a lock."""
    return SealedRow(certificate, sealed_values(keys, certificate))


def _columns(progress: Progress) -> dict[str, int]:
    return {name: getattr(progress, name) for name in Progress.__slots__}


def _import(row: Row[Any]) -> Import:
    progress = Progress(*(getattr(row, name) for name in Progress.__slots__))
    return Import(row.id, progress, row.started_at, row.finished_at)
