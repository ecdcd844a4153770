"""Applications for certificates (证书核发申请): batches the management station brings before the centre (R7.6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    String,
    Table,
    bindparam,
    exists,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from rules.approvals import PaperKind, PaperState
from rules.findings import Finding, NotPossible
from rules.issuing import ToRelease, release_findings
from rules.roles import Action, who_may
from store import outcomes, rights
from store.batch_rows import BATCHES, Batch, BatchId, batch_of, batches
from store.institutions import institutions
from store.paper_rows import PaperId, papers
from store.results import approved_results
from store.schema import Moment, Serial, metadata

if TYPE_CHECKING:
    from store.papers import Paper
    from store.unit import UnitOfWork

CertificateApplicationId = NewType("CertificateApplicationId", int)


class ApplicationState(StrEnum):
    """How far it has come; a closed one leaves its batches to another."""

    FILED = "filed"
    APPROVED = "approved"
    CLOSED = "closed"


certificate_applications = Table(
    "certificate_applications",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("institution_code", ForeignKey(institutions.c.code), nullable=False),
    Column("state", String(10), nullable=False),
    Column("filed_at", Moment, nullable=False),
    Column("decided_at", Moment),
    sqlite_autoincrement=True,
)

applied_batches = Table(
    "applied_batches",
    metadata,
    Column("application_id", ForeignKey(certificate_applications.c.id), primary_key=True),
    Column("batch_id", ForeignKey(batches.c.id), primary_key=True),
    Column("counts", Boolean, nullable=False),
)
_COUNTS = applied_batches.c.counts
Index(
    "uq_applied_batches_counting",
    applied_batches.c.batch_id,
    unique=True,
    sqlite_where=_COUNTS,
    postgresql_where=_COUNTS,
)


@dataclass(frozen=True, slots=True)
class CertificateApplication:
    """One application for the certificates of some batches, all of one programme (R1.2)."""

    id: CertificateApplicationId
    institution: str
    state: ApplicationState
    filed_at: datetime
    decided_at: datetime | None
    batches: tuple[BatchId, ...]


BY_ID = select(certificate_applications).where(
    certificate_applications.c.id == bindparam("application")
)
BATCHES_OF = (
    select(applied_batches.c.batch_id)
    .where(applied_batches.c.application_id == bindparam("application"))
    .order_by(applied_batches.c.batch_id)
)


class CertificateApplications:
    """What forbids certificates is looked at when they are applied for and again when the centre agrees."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    # --- by the management station ---

    def file(self, wanted: Sequence[BatchId]) -> CertificateApplication:
        """An application on its way; its paper is the caller's to file. NotPossible names every reason."""
        own = rights.own_institution(self._unit, who_may(Action.APPLY_FOR_CERTIFICATES)).code
        self._reach(wanted)
        self._judge(wanted, None)
        values = {
            "institution_code": own,
            "state": ApplicationState.FILED,
            "filed_at": self._unit.now,
        }
        adding = insert(certificate_applications).returning(certificate_applications.c.id)
        with self._unit.savepoint():
            application = self._unit.connection.execute(adding, values).scalar_one()
            self._put(application, wanted)
        return self.get(application)

    def correct(
        self, application: CertificateApplicationId, wanted: Sequence[BatchId]
    ) -> CertificateApplication:
        """Other batches on an application that was returned."""
        before = self._locked(application)
        rights.check(self._unit, Action.FILE_PAPER, institution=before.institution)
        if before.state is not ApplicationState.FILED:
            raise NotPossible(Finding("certificate-application-decided", "R7.6"))
        self._reach(wanted)
        self._judge(wanted, application)
        with self._unit.savepoint():
            of_it = applied_batches.c.application_id == application
            self._unit.connection.execute(applied_batches.delete().where(of_it))
            self._put(application, wanted)
        return self.get(application)

    # --- the decision ---

    def decided(self, paper: "Paper") -> None:
        """Approved, the centre releases the numbers of its batches (▶ R7.6)."""
        found = self._locked(CertificateApplicationId(paper.subject))
        match paper.state:
            case PaperState.APPROVED:
                self._judge(found.batches, found.id)
                self._set(found.id, ApplicationState.APPROVED)
                for batch in found.batches:
                    self._unit.issuing.release(batch, len(outcomes.qualified(self._unit, batch)))
            case PaperState.REJECTED | PaperState.WITHDRAWN:
                self._set(found.id, ApplicationState.CLOSED)
                of_it = applied_batches.c.application_id == found.id
                self._unit.connection.execute(
                    update(applied_batches).where(of_it).values(counts=False)
                )
            case _:
                pass

    # --- questions ---

    def get(self, application: CertificateApplicationId) -> CertificateApplication:
        return self._one(application, locking=False)

    def counting(self, batch: BatchId) -> CertificateApplication | None:
        """The application a batch is on that is under way or was approved."""
        question = select(applied_batches.c.application_id).where(
            applied_batches.c.batch_id == batch, _COUNTS
        )
        found = self._unit.connection.execute(question).scalar()
        return None if found is None else self.get(found)

    def ready(self) -> tuple[Batch, ...]:
        """The caller's batches certificates can be applied for, the oldest exam first."""
        return tuple(one for one in self.open() if not self.against(one))

    def open(self) -> tuple[Batch, ...]:
        """The caller's batches with approved results that are on no application, ready or not."""
        on_one = exists().where(applied_batches.c.batch_id == batches.c.id, _COUNTS)
        codes = rights.covered(self._unit, Action.APPLY_FOR_CERTIFICATES)
        question = (
            BATCHES.join(approved_results, approved_results.c.batch_id == batches.c.id)
            .where(batches.c.station_code.in_(codes), ~on_one)
            .order_by(batches.c.exam_on, batches.c.id)
        )
        return tuple(map(batch_of, self._unit.connection.execute(question)))

    def returned(self) -> tuple[tuple[PaperId, Batch], ...]:
        """Batches on applications of the caller's that came back, each with the paper to be corrected."""
        codes = rights.covered(self._unit, Action.APPLY_FOR_CERTIFICATES)
        question = (
            select(papers.c.id, applied_batches.c.batch_id)
            .join(applied_batches, applied_batches.c.application_id == papers.c.subject)
            .where(
                papers.c.kind == PaperKind.CERTIFICATE_APPLICATION,
                papers.c.state == PaperState.RETURNED,
                papers.c.institution_code.in_(codes),
                _COUNTS,
            )
            .order_by(papers.c.id, applied_batches.c.batch_id)
        )
        rows = self._unit.connection.execute(question).all()
        return tuple((PaperId(paper), self._unit.batches.get(batch)) for paper, batch in rows)

    def against(
        self, batch: Batch, own: CertificateApplicationId | None = None
    ) -> tuple[Finding, ...]:
        """Everything that stands against certificates for the batch; `own` is the application asked for."""
        if open_still := outcomes.against(self._unit, batch.id):
            return open_still
        counting = self.counting(batch.id)
        release = ToRelease(
            number=batch.number,
            is_settled=self._unit.settlements.is_confirmed(batch.id),
            is_applied_for=counting is not None and counting.id != own,
            qualified=len(outcomes.qualified(self._unit, batch.id)),
        )
        return tuple(release_findings(release))

    # --- inside ---

    def _reach(self, wanted: Sequence[BatchId]) -> None:
        for one in map(self._unit.batches.get, wanted):
            action, station = Action.APPLY_FOR_CERTIFICATES, one.station_code
            rights.check(self._unit, action, institution=station, programme=one.programme)

    def _judge(self, wanted: Sequence[BatchId], own: CertificateApplicationId | None) -> None:
        if not wanted:
            raise NotPossible(Finding("certificates-no-batch", "R7.6"))
        found = [self._unit.batches.get(batch) for batch in wanted]
        against = [finding for one in found for finding in self.against(one, own)]
        if len({one.programme for one in found}) > 1:
            against.append(Finding("certificates-mixed", "R1.2"))
        if against:
            raise NotPossible(against)

    def _put(self, application: CertificateApplicationId, wanted: Sequence[BatchId]) -> None:
        rows = [
            {"application_id": application, "batch_id": batch, "counts": True} for batch in wanted
        ]
        try:
            with self._unit.savepoint():
                self._unit.connection.execute(insert(applied_batches), rows)
        except IntegrityError as error:  # another officer was quicker with one of them
            raise NotPossible(Finding("certificates-applied-meanwhile", "R7.6")) from error

    def _set(self, application: CertificateApplicationId, state: ApplicationState) -> None:
        changing = update(certificate_applications).where(
            certificate_applications.c.id == application
        )
        self._unit.connection.execute(changing.values(state=state, decided_at=self._unit.now))

    def _locked(self, application: CertificateApplicationId) -> CertificateApplication:
        return self._one(application, locking=True)

    def _one(
        self, application: CertificateApplicationId, *, locking: bool
    ) -> CertificateApplication:
        named = {"application": application}
        question = BY_ID.with_for_update() if locking else BY_ID
        row = self._unit.connection.execute(question, named).first()
        if row is None:
            raise NotPossible(Finding("certificate-application-unknown", "R7.6"))
        of_it = self._unit.connection.execute(BATCHES_OF, named).scalars()
        return CertificateApplication(
            id=row.id,
            institution=row.institution_code,
            state=ApplicationState(row.state),
            filed_at=row.filed_at,
            decided_at=row.decided_at,
            batches=tuple(map(BatchId, of_it)),
        )
