"""Certificates of all three kinds, found by any two of name, ID number and certificate number (R8)."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from itertools import islice
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from store.unit import UnitOfWork

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


# The person is found by the pair in one index, then all that is theirs by the ID number in another;
# a wrong pair and an unknown one both end in the first.
_PERSON = {
    "name": certificates.c.name_key_fp,
    "id_number": certificates.c.id_fp,
    "number": certificates.c.number_key,
}


def _all_of_whom(*fields: str) -> Prepared:
    person = (
        select(certificates.c.id_fp)
        .where(*(_PERSON[name] == bindparam(name) for name in fields))
        .limit(1)
        .scalar_subquery()
    )
    return Prepared(
        select(*(certificates.c[name] for name in Certificate.__slots__))
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
MEMBERS = {
    name: {member.value: member for member in choice.__members__.values()}
    for name, choice in CHOICES.items()
}
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
            keys["name"] = self._name_fingerprint(name)
        if id_number and id_number.strip():
            keys["id_number"] = self._id_fingerprint(id_number)
        if number and number.strip():
            keys["number"] = _number_key(number)
        rows = BY_FIELDS[tuple(keys)].rows(self._unit.connection, keys)
        found = tuple(map(self._record, rows))
        if "number" in keys or not found:
            return found
        policy = policy or self._unit.policy.current(self._unit.today)
        return tuple(one for one in found if one.kind not in policy.number_required_for)

    def add(self, certificate: Certificate) -> None:
        """NotPossible when its kind has the number already."""
        if self.add_many([certificate]) == 0:
            raise NotPossible(Finding("certificate-number-known", "R8.3"))

    def add_many(self, certificates: Iterable[Certificate]) -> int:
        """Add in chunks whatever is not there yet; how many those were."""
        added = 0
        for chunk in _chunks(certificates):
            rows = self._unit.connection.execute(ADD, list(map(self._values, chunk)))
            added += len(rows.all())
        return added

    def _values(self, certificate: Certificate) -> dict[str, object]:
        place = f"{certificate.kind}:{certificate.number}"
        return {name: getattr(certificate, name) for name in Certificate.__slots__} | {
            "number_key": _number_key(certificate.number),
            "name": self._unit.seal(certificate.name, f"certificates.name:{place}"),
            "name_key_fp": self._name_fingerprint(certificate.name),
            "id_number": self._unit.seal(certificate.id_number, f"certificates.id_number:{place}"),
            "id_fp": self._id_fingerprint(certificate.id_number),
        }

    def _name_fingerprint(self, name: str) -> bytes:
        return self._unit.fingerprint(name_key(name), "name")

    def _id_fingerprint(self, raw: str) -> bytes:
        return self._unit.fingerprint(_id_key(raw), "id-number")

    def _record(self, row: tuple[Any, ...]) -> Certificate:
        values = dict(zip(Certificate.__slots__, row, strict=True))
        place = f"{values['kind']}:{values['number']}"
        values["name"] = self._unit.unseal(values["name"], f"certificates.name:{place}")
        values["id_number"] = self._unit.unseal(
            values["id_number"], f"certificates.id_number:{place}"
        )
        for name, members in MEMBERS.items():
            if values[name] is not None:
                values[name] = members[values[name]]
        return Certificate(**values)


def _id_key(raw: str) -> str:
    """As people's numbers are kept; old certificates may name other documents or fifteen digits."""
    return "".join(c for c in unicodedata.normalize("NFKC", raw).upper() if c.isalnum())


def _number_key(raw: str) -> str:
    try:
        return read_certificate_number(raw).number
    except Refused:
        return raw.strip().upper()


def _chunks(certificates: Iterable[Certificate]) -> Iterator[list[Certificate]]:
    rest = iter(certificates)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk
