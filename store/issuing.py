"""Certificates issued batch by batch: in short units, each with the numbers of its own, taken up again after a kill (R7.6)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    Row,
    Table,
    exists,
    insert,
    select,
    update,
)

from rules.candidates import Schooling, Sex
from rules.findings import Finding, NotPossible
from rules.issuing import KIND_OF, level_text
from rules.roles import Action
from store import rights
from store.batch_rows import Batch, BatchId, BatchState, batches
from store.certificates import Certificate, certificates
from store.people import PersonId, people
from store.registration_rows import RegistrationId, registrations
from store.rosters import LOCK_BATCH
from store.schema import Moment, metadata

if TYPE_CHECKING:
    from store.score_rows import ScoreLine
    from store.unit import UnitOfWork

AT_ONCE = 10
"""So many are numbered in one unit: others who write wait no longer than for that."""

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
_COUNTS = issued_certificates.c.counts
Index(None, issued_certificates.c.batch_id, issued_certificates.c.running_number)
Index(
    "uq_issued_certificates_counting",
    issued_certificates.c.registration_id,
    unique=True,
    sqlite_where=_COUNTS,
    postgresql_where=_COUNTS,
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
    .where(_COUNTS)
    .order_by(issued_certificates.c.running_number)
)


class Issuing:
    """Under the lock of the batch nobody gets two; under the lock of the series no number is lost."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    # --- by the centre ---

    def release(self, batch: BatchId, people: int) -> None:
        """The centre agreed to the application (▶ R7.6)."""
        values = {"batch_id": batch, "people": people, "released_at": self._unit.now, "told": 0}
        self._unit.connection.execute(insert(issues), values)
        self._unit.audit.note("certificates-released", f"batch:{batch}", people=people)

    def begin(self, batch: BatchId) -> bool:
        """Let them be issued with today's date; False where somebody has begun already.

        NotPossible before the release, and where a series has nobody's code (R8.3).
        """
        self._lock(batch)
        found = self._unit.batches.get(batch)
        action, station, programme = Action.ISSUE_CERTIFICATES, found.station_code, found.programme
        rights.check(self._unit, action, institution=station, programme=programme)
        if self.get(batch).issued_on is not None:
            return False
        for item in self._unit.batches.items(batch):
            self._unit.certificate_series.of(programme, station, item.level, self._unit.today)
        self._set(batch, issued_on=self._unit.today, begun_by=self._unit.caller.person)
        self._unit.audit.note("certificates-begun", f"batch:{batch}")
        return True

    def issue_some(
        self,
        batch: BatchId,
        at_most: int = AT_ONCE,
        qualified: Sequence["ScoreLine"] | None = None,
    ) -> int:
        """The next few of a batch that was begun, in the order of the platform; how many: 0 once all are done.

        Approved results do not change, so whoever issues a large batch reads who is `qualified` once,
        before the lock.
        """
        self._lock(batch)
        issued_on = self.get(batch).issued_on
        if issued_on is None:
            raise NotPossible(Finding("certificates-not-begun", "R7.6"))
        now = self._next(batch, at_most, qualified)
        if now:
            self._issue(self._unit.batches.get(batch), issued_on, now)
        return len(now)

    def finish(self, batch: BatchId) -> bool:
        """Everybody has one; True for whoever finds it so first."""
        self._lock(batch)
        if self.get(batch).finished_at is not None or self._next(batch, 1):
            return False
        self._set(batch, finished_at=self._unit.now)
        self._unit.audit.note("certificates-issued", f"batch:{batch}", people=self.count(batch))
        return True

    def take_untold(self, batch: BatchId) -> IssuedCertificate | None:
        """The next whose holder is to hear of it, each once; None when all have been taken."""
        self._lock(batch)
        told = self.get(batch).told
        question = OF_BATCH.where(issued_certificates.c.batch_id == batch)
        row = self._unit.connection.execute(question.offset(told).limit(1)).first()
        if row is None:
            return None
        self._set(batch, told=told + 1)
        return self._issued(row)

    # --- questions ---

    def get(self, batch: BatchId) -> Issue:
        found = self.find(batch)
        if found is None:
            raise NotPossible(Finding("certificates-not-released", "R7.6"))
        return found

    def find(self, batch: BatchId) -> Issue | None:
        row = self._unit.connection.execute(select(issues).where(issues.c.batch_id == batch))
        return _issue(row.first())

    def is_finished(self, batch: BatchId) -> bool:
        """Whether everybody qualified has a certificate."""
        found = self.find(batch)
        return found is not None and found.finished_at is not None

    def waiting(self) -> tuple[Issue, ...]:
        """Released and not yet finished, of the caller's, the longest waiting first."""
        codes = rights.covered(self._unit, Action.ISSUE_CERTIFICATES)
        question = (
            select(issues)
            .join(batches)
            .where(issues.c.finished_at.is_(None), batches.c.station_code.in_(codes))
            .order_by(issues.c.released_at, issues.c.batch_id)
        )
        rows = self._unit.connection.execute(question)
        return tuple(one for row in rows if (one := _issue(row)))

    def unfinished(self, after: int, limit: int) -> Sequence[BatchId]:
        """Batches from the last day of their exam to their last certificate, by ascending number: for jobs."""
        done = exists().where(issues.c.batch_id == batches.c.id, issues.c.finished_at.is_not(None))
        question = (
            select(batches.c.id)
            .where(
                batches.c.state == BatchState.SUBMITTED,
                batches.c.theory_on <= self._unit.today,
                batches.c.practice_on <= self._unit.today,
                batches.c.id > after,
                ~done,
            )
            .order_by(batches.c.id)
            .limit(limit)
        )
        return [BatchId(batch) for batch in self._unit.connection.execute(question).scalars()]

    def count(self, batch: BatchId) -> int:
        """How many have one."""
        return len(self._having(batch))

    def of(self, batch: BatchId) -> Iterator[IssuedCertificate]:
        """Those that count, in the order of the platform; the caller's right is the caller's matter."""
        question = OF_BATCH.where(issued_certificates.c.batch_id == batch)
        for row in self._unit.connection.execute(question):
            yield self._issued(row)

    def of_registration(self, registration: RegistrationId) -> Certificate | None:
        """The one that counts; the caller's right is the caller's matter."""
        question = (
            select(*(certificates.c[name] for name in Certificate.__slots__))
            .join(issued_certificates)
            .where(issued_certificates.c.registration_id == registration, _COUNTS)
        )
        row = self._unit.connection.execute(question).first()
        return None if row is None else self._unit.certificates.opened(tuple(row))

    # --- inside ---

    def _lock(self, batch: BatchId) -> None:
        self._unit.connection.execute(LOCK_BATCH, {"batch": batch})

    def _having(self, batch: BatchId) -> set[RegistrationId]:
        question = select(issued_certificates.c.registration_id).where(
            issued_certificates.c.batch_id == batch
        )
        return set(map(RegistrationId, self._unit.connection.execute(question).scalars()))

    def _next(
        self, batch: BatchId, at_most: int, known: Sequence["ScoreLine"] | None = None
    ) -> Sequence["ScoreLine"]:
        """Who comes next: of one level, so that a unit waits for one series only."""
        have = self._having(batch)
        qualified = known or self._unit.certificate_applications.qualified(batch)
        waiting = [one for one in qualified if one.registration not in have]
        levels = {item.id: item.level for item in self._unit.batches.items(batch)}
        same = (one for one in waiting if levels[one.item] is levels[waiting[0].item])
        return [one for one, _ in zip(same, range(at_most), strict=False)]

    def _issue(self, batch: Batch, issued_on: date, lines: Sequence["ScoreLine"]) -> None:
        """Everything is read first; from the numbers on others of the series wait."""
        unnumbered = [self._certificate(batch, issued_on, line) for line in lines]
        level = unnumbered[0].level
        series = self._unit.certificate_series.of(
            batch.programme, batch.station_code, level, issued_on
        )
        numbers = self._unit.certificate_series.take(series, len(lines))
        numbered = [
            replace(one, number=number) for one, number in zip(unnumbered, numbers, strict=True)
        ]
        added = self._unit.certificates.add_new(numbered)
        rows = [
            {
                "certificate_id": certificate,
                "batch_id": batch.id,
                "registration_id": line.registration,
                "running_number": line.running_number,
                "counts": True,
            }
            for certificate, line in zip(added, lines, strict=True)
        ]
        self._unit.connection.execute(insert(issued_certificates), rows)
        self._unit.certificate_changes.note_issued(added)

    def _certificate(self, batch: Batch, issued_on: date, line: "ScoreLine") -> Certificate:
        """Every printed field (DF§1.4) but the number."""
        printed = self._unit.registrations.printed(line.registration)
        unit, boxes = printed.unit, printed.boxes
        level = printed.registration.level
        return Certificate(
            kind=KIND_OF[batch.programme],
            number="",
            name=boxes["name"],
            id_number=boxes["id_number"],
            sex=Sex(boxes["sex"]) if boxes.get("sex") else None,
            programme=batch.programme,
            occupation_name=unit.occupation_name,
            unit_code=unit.code,
            unit_name=unit.name,
            level=level,
            level_text=level_text(level, unit.code),
            theory=printed_mark(line.theory),
            practice=printed_mark(line.practice),
            result=line.result,
            schooling=Schooling(boxes["education"]) if boxes.get("education") else None,
            issued_on=issued_on,
            issuer=self._issuer(batch.station_code),
            station_code=batch.station_code,
            photo=printed.photo,
        )

    def _issuer(self, station: str) -> str:
        """The body at the top, whose seal the certificate bears."""
        return self._unit.institutions.get(self._unit.institutions.line(station)[-1]).name

    def _issued(self, row: Row[Any]) -> IssuedCertificate:
        opened = self._unit.certificates.opened(tuple(row[2:]))
        return IssuedCertificate(row.registration_id, row.running_number, opened)

    def _set(self, batch: BatchId, **values: object) -> None:
        changing = update(issues).where(issues.c.batch_id == batch)
        self._unit.connection.execute(changing.values(values))


def printed_mark(mark: object) -> str:
    """`86`, `82.5`; nothing for a part somebody did not sit."""
    if not isinstance(mark, Decimal):
        return ""
    return f"{mark:f}".rstrip("0").rstrip(".") if "." in f"{mark:f}" else f"{mark:f}"


def _issue(row: Row[Any] | None) -> Issue | None:
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
