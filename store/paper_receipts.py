"""Receipts (试卷签收): who signed for which paper and when; nobody gets a paper without one (R4.7, R6.3)."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    ForeignKey,
    Row,
    Select,
    String,
    Table,
    bindparam,
    func,
    insert,
    select,
)

from rules.exam_papers import receipt_findings
from rules.findings import Finding, NotPossible
from rules.roles import Action
from store import rights
from store.batch_rows import Batch, BatchId, BatchState, batches
from store.exam_papers import ExamPaper, ExamPaperId, exam_papers
from store.pages import Page, first_page, window
from store.people import PersonId, people
from store.schema import Moment, Serial, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

ReceiptId = NewType("ReceiptId", int)

HOLDS = timedelta(minutes=30)
"""So long the paper signed for can be fetched; whoever needs it again signs again."""

paper_receipts = Table(
    "paper_receipts",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("paper_id", ForeignKey(exam_papers.c.id), nullable=False, index=True),
    Column("person_id", ForeignKey(people.c.id), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("signed_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One signature, with the digest of what was handed out."""

    id: ReceiptId
    paper: ExamPaperId
    person: PersonId
    name: str = field(repr=False)
    digest: str
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A paper for whoever signed for it."""

    paper: ExamPaper
    content: bytes = field(repr=False)


_ALL: Select[Any] = select(paper_receipts)
BY_ID = _ALL.where(paper_receipts.c.id == bindparam("receipt"))
OF_BATCH = (
    _ALL.join(exam_papers)
    .where(exam_papers.c.batch_id == bindparam("batch"))
    .order_by(paper_receipts.c.id)
)


class PaperReceipts:
    """The window is looked at when somebody signs, and again when the paper is fetched."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def against(self, batch: Batch) -> tuple[Finding, ...]:
        """Why papers of the batch cannot be signed for now, with the day from which they can (R4.7)."""
        sealed = batch.state is BatchState.SUBMITTED
        opens_at, begins_at = batch.windows.papers_from, batch.begins_at
        return tuple(receipt_findings(opens_at, begins_at, self._unit.now, sealed=sealed))

    def sign(self, paper: ExamPaperId) -> Receipt:
        """The caller's signature, by which the paper can be fetched for a while."""
        wanted = self._unit.exam_papers.get(paper)
        self._check(wanted)
        person = self._unit.caller.person
        if person is None:
            raise NotPossible(Finding("receipt-of-nobody", "R4.7"))
        values = {
            "paper_id": paper,
            "person_id": person,
            "digest": wanted.digest,
            "signed_at": self._unit.now,
        }
        adding = insert(paper_receipts).returning(paper_receipts)
        receipt = self._record(self._unit.connection.execute(adding, values).one())
        self._unit.audit.note(
            "exam-paper-signed-for", f"exam-paper:{paper}", receipt=receipt.id, digest=wanted.digest
        )
        return receipt

    def handed_out(self, receipt: ReceiptId) -> HandedOut:
        """The paper itself, for whoever signed, as long as the receipt holds and the window is open."""
        row = self._unit.connection.execute(BY_ID, {"receipt": receipt}).first()
        if row is None or row.person_id != self._unit.caller.person:
            raise rights.refused(self._unit, Action.KEEP_EXAM_PAPERS, f"receipt:{receipt}")
        paper = self._unit.exam_papers.get(row.paper_id)
        self._check(paper)
        if self._unit.now >= row.signed_at + HOLDS:
            raise NotPossible(Finding("receipt-over", "R4.7"))
        try:
            return HandedOut(paper, self._unit.files.content(paper.file))
        except KeyError as error:
            raise NotPossible(Finding("file-gone")) from error

    def batches(self, page: int = 0) -> Page[tuple[Batch, int]]:
        """Batches the caller may see whose papers were signed for, the latest first, and how often."""
        signed = (
            select(exam_papers.c.batch_id, func.count().label("count"))
            .select_from(paper_receipts)
            .join(exam_papers)
            .join(batches)
            .where(batches.c.station_code.in_(rights.covered(self._unit, Action.SEE_RECEIPTS)))
            .group_by(exam_papers.c.batch_id)
            .order_by(func.max(paper_receipts.c.id).desc())
        )
        rows = self._unit.connection.execute(window(signed, page))
        return first_page((self._unit.batches.get(row.batch_id), row[1]) for row in rows.all())

    def of(self, batch: BatchId) -> tuple[Receipt, ...]:
        """All signatures for the papers of a batch, for its station and the officers above it."""
        self._check_sight(self._unit.batches.get(batch))
        return self.signatures(batch)

    def signatures(self, batch: BatchId) -> tuple[Receipt, ...]:
        """The same; the caller's right is the caller's matter."""
        rows = self._unit.connection.execute(OF_BATCH, {"batch": batch})
        return tuple(map(self._record, rows))

    def _check(self, paper: ExamPaper) -> None:
        """NotPossible for another station's paper, and outside the window."""
        batch = self._unit.batches.get(paper.batch)
        rights.check(self._unit, Action.KEEP_EXAM_PAPERS, institution=batch.station_code)
        if against := self.against(batch):
            raise NotPossible(against)

    def _check_sight(self, batch: Batch) -> None:
        rights.check(
            self._unit,
            Action.SEE_RECEIPTS,
            institution=batch.station_code,
            programme=batch.programme,
        )

    def _record(self, row: Row[Any]) -> Receipt:
        person = self._unit.people.get(row.person_id)
        return Receipt(
            id=row.id,
            paper=row.paper_id,
            person=row.person_id,
            name=person.name or person.user_name or "",
            digest=row.digest,
            signed_at=row.signed_at,
        )
