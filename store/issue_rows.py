"""The rows of issued certificates (R7.6): released batches, and the certificate that counts for a registration."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, Row, Table, select

from store.batch_rows import BatchId, batches
from store.certificates import Certificate, certificates
from store.people import PersonId, people
from store.registration_rows import RegistrationId, registrations
from store.schema import Moment, metadata

issues = Table(
    "issues",
    metadata,
    Column("batch_id", ForeignKey(batches.c.id), primary_key=True),
    Column("people", Integer, nullable=False),
    Column("released_at", Moment, nullable=False),
    Column("issued_on", Date),
    Column("begun_by", ForeignKey(people.c.id)),
    Column("finished_at", Moment),
    Column("told", Integer, nullable=False),
)
"""Batches whose numbers the centre has released; `issued_on` is printed on all of them, once begun.

So many of the holders, in the order of the platform, were `told`.
"""

issued_certificates = Table(
    "issued_certificates",
    metadata,
    Column("certificate_id", ForeignKey(certificates.c.id), primary_key=True),
    Column("batch_id", ForeignKey(batches.c.id), nullable=False),
    Column("registration_id", ForeignKey(registrations.c.id), nullable=False),
    Column("running_number", Integer, nullable=False),
    Column("counts", Boolean, nullable=False),
)
COUNTS = issued_certificates.c.counts
Index(None, issued_certificates.c.batch_id, issued_certificates.c.running_number)
Index(
    "uq_issued_certificates_counting",
    issued_certificates.c.registration_id,
    unique=True,
    sqlite_where=COUNTS,
    postgresql_where=COUNTS,
)
"""A registration has one certificate that counts: what replaced another counts instead of it."""


@dataclass(frozen=True, slots=True)
class Issue:
    """A batch whose numbers are released, and how far it has come."""

    batch: BatchId
    people: int
    released_at: datetime
    issued_on: date | None
    begun_by: PersonId | None
    finished_at: datetime | None
    told: int


@dataclass(frozen=True, slots=True)
class IssuedCertificate:
    """A certificate that counts for a registration, under its running number (R7.8)."""

    registration: RegistrationId
    running_number: int
    certificate: Certificate


OF_BATCH = (
    select(issued_certificates.c.registration_id, issued_certificates.c.running_number)
    .add_columns(*(certificates.c[name] for name in Certificate.__slots__))
    .join(certificates)
    .where(COUNTS)
    .order_by(issued_certificates.c.running_number)
)


def issue_of(row: Row[Any] | None) -> Issue | None:
    if row is None:
        return None
    return Issue(
        batch=row.batch_id,
        people=row.people,
        released_at=row.released_at,
        issued_on=row.issued_on,
        begun_by=row.begun_by,
        finished_at=row.finished_at,
        told=row.told,
    )
