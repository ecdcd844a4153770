"""Certificates of all three kinds, found by any two of name, ID number and certificate number (R8)."""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from itertools import islice
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    func,
    select,
)

from rules.candidates import Schooling, Sex
from rules.catalogue import Level, Programme
from rules.certificates import (
    CertificateKind,
    CertificateState,
    lookup_fields,
    read_certificate_number,
)
from rules.findings import Finding, NotPossible, Refused
from rules.grading import Result
from rules.names import name_key
from rules.policy import Policy
from store.files import FileId, files
from store.prepared import Prepared
from store.schema import Sealed, Serial, insert_or_keep, metadata
from store.sealed import FINGERPRINT_BYTES, Keys

if TYPE_CHECKING:
    from store.unit import UnitOfWork

CertificateId = NewType("CertificateId", int)

CHUNK = 1000
"""How many certificates are sealed and added at a time."""

certificates = Table(
    "certificates",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("number", String(40), nullable=False),
    Column("number_key", String(40), nullable=False),
    Column("name", Sealed, nullable=False),
    Column("name_key_fp", LargeBinary, nullable=False),
    Column("id_number", Sealed, nullable=False),
    Column("id_fp", LargeBinary, nullable=False),
    Column("sex", String(10)),
    Column("programme", String(20)),
    Column("occupation_name", String(100), nullable=False),
    Column("unit_code", String(30), nullable=False),
    Column("unit_name", String(100), nullable=False),
    Column("level", Integer, nullable=False),
    Column("level_text", String(50), nullable=False),
    Column("theory", String(5), nullable=False),
    Column("practice", String(5), nullable=False),
    Column("result", String(20)),
    Column("schooling", String(30)),
    Column("issued_on", Date, nullable=False),
    Column("issuer", String(200), nullable=False),
    Column("station_code", String(30), nullable=False),
    Column("photo", ForeignKey(files.c.id)),
    Column("state", String(20), nullable=False),
    Column("replaced_by", String(40), nullable=False),
    Column("changed_on", Date),
    UniqueConstraint("kind", "number_key"),
    sqlite_autoincrement=True,
)
Index(None, certificates.c.name_key_fp, certificates.c.id_fp)
Index(None, certificates.c.id_fp, certificates.c.number_key)
Index(None, certificates.c.number_key, certificates.c.name_key_fp)


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """One certificate as it was issued (DF§1.4); a text that is not known is empty."""

    kind: CertificateKind
    number: str
    name: str = field(repr=False)
    id_number: str = field(repr=False)
    sex: Sex | None = None
    programme: Programme | None = None
    """None for the old qualifications, which came before the programmes."""
    occupation_name: str = ""
    unit_code: str = ""
    unit_name: str
    level: Level
    level_text: str
    """As printed: `四级/中级工`."""
    theory: str = ""
    practice: str = ""
    result: Result | None = None
    schooling: Schooling | None = None
    issued_on: date
    issuer: str = ""
    station_code: str = ""
    photo: FileId | None = None
    state: CertificateState = CertificateState.ISSUED
    replaced_by: str = ""
    """The number of the certificate issued instead."""
    changed_on: date | None = None
    """The day it was revoked or replaced."""


# The person is found by the pair in one index, then all that is theirs by the ID number in another.
# Whoever names nobody is given somebody at random to open instead, who is never shown: a look-up that
# finds nothing does the same work as one that does, as far from what is at hand, so its time tells nothing
# (R8.2).
_PERSON = {
    "name": certificates.c.name_key_fp,
    "id_number": certificates.c.id_fp,
    "number": certificates.c.number_key,
}
FIELDS = Certificate.__slots__


def _all_of_whom(*fields: str) -> Prepared:
    named = (
        select(certificates.c.id_fp)
        .where(*(_PERSON[name] == bindparam(name) for name in fields))
        .limit(1)
    )
    first = select(certificates.c.id_fp).order_by(certificates.c.id_fp).limit(1)
    another = first.where(certificates.c.id_fp >= bindparam("anybody"))
    person = func.coalesce(
        named.scalar_subquery(), another.scalar_subquery(), first.scalar_subquery()
    )
    return Prepared(
        select(*(certificates.c[name] for name in FIELDS), *(_PERSON[name] for name in fields))
        .where(certificates.c.id_fp == person)
        .order_by(certificates.c.issued_on.desc(), certificates.c.id.desc())
    )


BY_FIELDS: dict[tuple[str, ...], Prepared] = {
    fields: _all_of_whom(*fields)
    for fields in (
        ("name", "id_number"),
        ("name", "number"),
        ("id_number", "number"),
        ("name", "id_number", "number"),
    )
}
BY_NUMBER = Prepared(
    select(*(certificates.c[name] for name in Certificate.__slots__)).where(
        certificates.c.kind == bindparam("kind"),
        certificates.c.number_key == bindparam("number_key"),
    )
)
ADD = insert_or_keep(certificates).returning(certificates.c.id)
CHOICES: dict[str, type[Enum]] = {
    "kind": CertificateKind,
    "sex": Sex,
    "programme": Programme,
    "level": Level,
    "result": Result,
    "schooling": Schooling,
    "state": CertificateState,
}
MEMBERS = [
    (name, {None: None} | {member.value: member for member in choice.__members__.values()})
    for name, choice in CHOICES.items()
]
"""By what is stored: calling an Enum takes longer than the database takes for a row."""


class Certificates:
    """Names, ID numbers and certificate numbers compare as R8.2 says, however they were typed."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def find(
        self,
        name: str | None = None,
        id_number: str | None = None,
        number: str | None = None,
        *,
        policy: Policy | None = None,
    ) -> tuple[Certificate, ...]:
        """All certificates of the person whom every field given names, newest first (R8.1).

        Empty for a wrong pair as for an unknown one. NotPossible with fewer than two fields.
        Whoever has the policy of the day at hand passes it and saves reading it again.
        """
        if missing := lookup_fields(name, id_number, number):
            raise NotPossible(missing)
        keys: dict[str, object] = {}
        if name and name.strip():
            keys["name"] = name_fingerprint(self._unit.store.keys, name)
        if id_number and id_number.strip():
            keys["id_number"] = id_fingerprint(self._unit.store.keys, id_number)
        if number and number.strip():
            keys["number"] = number_key(number)
        rows = BY_FIELDS[tuple(keys)].rows(self._unit.connection, {**keys, "anybody": anybody()})
        found = tuple([self.opened(row[: len(FIELDS)]) for row in rows])
        if tuple(keys.values()) not in [row[len(FIELDS) :] for row in rows]:
            return ()  # somebody at random, opened in nobody's place
        if "number" in keys:
            return found
        policy = policy or self._unit.policy.current(self._unit.today)
        return tuple(one for one in found if one.kind not in policy.number_required_for)

    def of_number(self, kind: CertificateKind, number: str) -> Certificate | None:
        """The one certificate of a kind under a number."""
        keys = {"kind": kind, "number_key": number_key(number)}
        row = BY_NUMBER.row(self._unit.connection, keys)
        return None if row is None else self.opened(row)

    def id_of(self, certificate: Certificate) -> CertificateId | None:
        return self._ids(certificate.kind, [number_key(certificate.number)]).get(
            number_key(certificate.number)
        )

    def add(self, certificate: Certificate) -> None:
        """NotPossible when its kind has the number already."""
        if self.add_many([certificate]) == 0:
            raise NotPossible(Finding("certificate-number-known", "R8.3"))

    def add_new(self, new: Sequence[Certificate]) -> tuple[CertificateId, ...]:
        """Ours, all of one kind, in their order; each owns its photo. NotPossible when a number is known."""
        if self.add_many(new) < len(new):
            raise NotPossible(Finding("certificate-number-known", "R8.3"))
        by_number = self._ids(new[0].kind, [number_key(one.number) for one in new])
        ids = tuple(by_number[number_key(one.number)] for one in new)
        photos = {
            f"certificate:{certificate}": one.photo
            for certificate, one in zip(ids, new, strict=True)
            if one.photo
        }
        if photos:
            self._unit.files.own_each(photos)
        return ids

    def _ids(self, kind: CertificateKind, numbers: Sequence[str]) -> dict[str, CertificateId]:
        question = select(certificates.c.number_key, certificates.c.id).where(
            certificates.c.kind == kind, certificates.c.number_key.in_(numbers)
        )
        rows = self._unit.connection.execute(question)
        return {number: CertificateId(certificate) for number, certificate in rows}

    def add_many(self, certificates: Iterable[Certificate]) -> int:
        """Add in chunks whatever is not there yet; how many those were."""
        added = 0
        for chunk in _chunks(certificates):
            values = [sealed_values(self._unit.store.keys, one) for one in chunk]
            rows = self._unit.connection.execute(ADD, values)
            added += len(rows.all())
        return added

    def opened(self, row: tuple[Any, ...]) -> Certificate:
        """A row with the columns of `Certificate`, in their order."""
        values = dict(zip(FIELDS, row, strict=True))
        place, opened = f"{row[0]}:{row[1]}", self._unit.store.keys.open
        values["name"] = opened(row[2], f"certificates.name:{place}".encode()).decode()
        values["id_number"] = opened(row[3], f"certificates.id_number:{place}".encode()).decode()
        for name, members in MEMBERS:
            values[name] = members[values[name]]
        return Certificate(**values)


def sealed_values(keys: Keys, certificate: Certificate) -> dict[str, object]:
    """The row of a certificate, its private columns sealed."""
    place = f"{certificate.kind}:{certificate.number}"
    name, id_number = certificate.name.encode(), certificate.id_number.encode()
    return {field: getattr(certificate, field) for field in Certificate.__slots__} | {
        "number_key": number_key(certificate.number),
        "name": keys.seal(name, f"certificates.name:{place}".encode()),
        "name_key_fp": name_fingerprint(keys, certificate.name),
        "id_number": keys.seal(id_number, f"certificates.id_number:{place}".encode()),
        "id_fp": id_fingerprint(keys, certificate.id_number),
    }


def anybody() -> bytes:
    """Somebody's place among the fingerprints, which lie evenly."""
    return os.urandom(FINGERPRINT_BYTES)


def name_fingerprint(keys: Keys, name: str) -> bytes:
    return keys.fingerprint(name_key(name), "name")


def id_fingerprint(keys: Keys, raw: str) -> bytes:
    return keys.fingerprint(_id_key(raw), "id-number")


def _id_key(raw: str) -> str:
    """As people's numbers are kept; old certificates may name other documents or fifteen digits."""
    if raw.isascii() and raw.isalnum():
        return raw.upper()
    return "".join(c for c in unicodedata.normalize("NFKC", raw).upper() if c.isalnum())


def number_key(raw: str) -> str:
    """A certificate number as it is compared, however it was typed."""
    try:
        return read_certificate_number(raw).number
    except Refused:
        return raw.strip().upper()


def _chunks(certificates: Iterable[Certificate]) -> Iterator[list[Certificate]]:
    rest = iter(certificates)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk
