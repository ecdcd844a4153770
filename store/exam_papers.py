"""Papers of an exam: one of each part for every trade and level of a batch, sealed with the roster (R6.5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    Row,
    Select,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    delete,
    select,
    update,
)

from rules.catalogue import Level
from rules.exam_papers import ExamPart, PaperPlace, missing_findings, places, upload_findings
from rules.findings import Finding, NotPossible
from rules.roles import Action
from store import rights
from store.batch_rows import BATCHES, Batch, BatchId, BatchState, batch_of, batches
from store.files import FileId, files
from store.people import people
from store.schema import Moment, Serial, insert_or_keep, metadata
from store.units import unit_of, units

if TYPE_CHECKING:
    from store.unit import UnitOfWork

ExamPaperId = NewType("ExamPaperId", int)

exam_papers = Table(
    "exam_papers",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("batch_id", ForeignKey(batches.c.id), nullable=False),
    Column("programme", String(20), nullable=False),
    Column("unit_code", String(30), nullable=False),
    Column("level", Integer, nullable=False),
    Column("part", String(10), nullable=False),
    Column("file_id", ForeignKey(files.c.id), nullable=False, index=True),
    Column("digest", String(64), nullable=False),
    Column("uploaded_by", ForeignKey(people.c.id)),
    Column("uploaded_at", Moment, nullable=False),
    Column("sealed_at", Moment),
    UniqueConstraint("batch_id", "programme", "unit_code", "level", "part"),
    ForeignKeyConstraint(["programme", "unit_code"], [units.c.programme, units.c.code]),
    sqlite_autoincrement=True,
)

TAKES_PAPERS = (BatchState.APPLIED, BatchState.OPEN)
"""From the application on, until the roster is in or the close has come (R6.5)."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on the shelf, and the SHA-256 of its content in hex."""

    file: FileId
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamPaper:
    """One paper as it stands; its content is handed out against a receipt only."""

    id: ExamPaperId
    batch: BatchId
    place: PaperPlace
    file: FileId
    media_type: str
    size: int
    digest: str
    """SHA-256 of the content, in hex."""
    uploaded_at: datetime
    sealed_at: datetime | None


PAPERS: Select[Any] = (
    select(
        *(exam_papers.c[name] for name in ("id", "batch_id", "level", "part", "file_id", "digest")),
        exam_papers.c.uploaded_at,
        exam_papers.c.sealed_at,
        files.c.media_type,
        files.c.size,
        units,
    )
    .select_from(exam_papers)
    .join(files)
    .join(units)
)
BY_ID = PAPERS.where(exam_papers.c.id == bindparam("paper"))
OF_BATCH = PAPERS.where(exam_papers.c.batch_id == bindparam("batch")).order_by(exam_papers.c.id)
LOCK_BATCH = select(batches.c.id).where(batches.c.id == bindparam("batch")).with_for_update()
_KEY = ("batch_id", "programme", "unit_code", "level", "part")
ADD = insert_or_keep(exam_papers).returning(exam_papers.c.id)


class ExamPapers:
    """Handed in, replaced and sealed under the lock of the batch: nothing slips in after the seal."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    # --- until the close ---

    def put(self, batch: BatchId, place: PaperPlace, upload: Upload) -> ExamPaper:
        """Hand a paper in, or another one in its place; NotPossible after the close or the seal."""
        self._unit.connection.execute(LOCK_BATCH, {"batch": batch})
        found = self._unit.batches.get(batch)
        rights.check(self._unit, Action.KEEP_EXAM_PAPERS, institution=found.station_code)
        if against := self.against(found):
            raise NotPossible(against)
        if place not in self.places(batch):
            raise NotPossible(Finding("exam-paper-no-place", "R6.5", box="place"))
        paper = self._written(batch, place, upload)
        self._unit.files.disown(owner(paper))
        self._unit.files.own(upload.file, owner(paper))
        self._unit.audit.note("exam-paper-put", f"exam-paper:{paper}", digest=upload.digest)
        return self.get(paper)

    def against(self, batch: Batch) -> tuple[Finding, ...]:
        """Why no paper of the batch can be handed in now."""
        if batch.state in {BatchState.REJECTED, BatchState.WITHDRAWN}:
            return (Finding("exam-papers-no-batch", "R6.5", {"number": batch.number}),)
        is_sealed = any(paper.sealed_at for paper in self.of(batch.id))
        sealed = is_sealed or batch.state not in TAKES_PAPERS
        return tuple(upload_findings(batch.closes_at, self._unit.now, sealed=sealed))

    def missing(self, batch: BatchId) -> tuple[Finding, ...]:
        """Every paper that is not there, by name (R6.5)."""
        there = {paper.place for paper in self.of(batch)}
        return tuple(missing_findings(p for p in self.places(batch) if p not in there))

    def seal(self, batch: BatchId) -> None:
        """With the roster (R6.5): from here on nothing changes. NotPossible names what is missing."""
        self._unit.connection.execute(LOCK_BATCH, {"batch": batch})
        if missing := self.missing(batch):
            raise NotPossible(missing)
        self._drop_unused(batch)
        sealing = update(exam_papers).where(
            exam_papers.c.batch_id == batch, exam_papers.c.sealed_at.is_(None)
        )
        self._unit.connection.execute(sealing.values(sealed_at=self._unit.now))
        self._unit.audit.note("exam-papers-sealed", f"batch:{batch}")

    # --- questions ---

    def places(self, batch: BatchId) -> tuple[PaperPlace, ...]:
        """What has to be handed in for the batch, in the order of its items."""
        return places((item.unit, item.level) for item in self._unit.batches.items(batch))

    def of(self, batch: BatchId) -> tuple[ExamPaper, ...]:
        """What is there, in the order of the batch's items; the caller's right is the caller's matter."""
        order = {place: n for n, place in enumerate(self.places(batch))}
        rows = self._unit.connection.execute(OF_BATCH, {"batch": batch})
        there = [paper for paper in map(paper_of, rows) if paper.place in order]
        return tuple(sorted(there, key=lambda paper: order[paper.place]))

    def get(self, paper: ExamPaperId) -> ExamPaper:
        row = self._unit.connection.execute(BY_ID, {"paper": paper}).first()
        if row is None:
            raise NotPossible(Finding("exam-paper-unknown", "R6.5"))
        return paper_of(row)

    def awaiting(self) -> tuple[Batch, ...]:
        """Batches of the caller's stations whose papers can be handed in now, the next close first."""
        question = BATCHES.where(
            batches.c.station_code.in_(rights.covered(self._unit, Action.KEEP_EXAM_PAPERS)),
            batches.c.state.in_(TAKES_PAPERS),
            batches.c.closes_at > self._unit.now,
        ).order_by(batches.c.closes_at, batches.c.id)
        return tuple(map(batch_of, self._unit.connection.execute(question)))

    # --- inside ---

    def _written(self, batch: BatchId, place: PaperPlace, upload: Upload) -> ExamPaperId:
        key = {
            "batch_id": batch,
            "programme": place.unit.programme,
            "unit_code": place.unit.code,
            "level": place.level,
            "part": place.part,
        }
        values = {
            "file_id": upload.file,
            "digest": upload.digest,
            "uploaded_by": self._unit.caller.person,
            "uploaded_at": self._unit.now,
        }
        added = self._unit.connection.execute(ADD, {**key, **values}).scalar()
        if added is not None:
            return ExamPaperId(added)
        same = [exam_papers.c[name] == key[name] for name in _KEY]
        replacing = update(exam_papers).where(*same).values(values).returning(exam_papers.c.id)
        return ExamPaperId(self._unit.connection.execute(replacing).scalar_one())

    def _drop_unused(self, batch: BatchId) -> None:
        """Papers of a trade or level the batch was corrected away from."""
        used = {paper.id for paper in self.of(batch)}
        rows = self._unit.connection.execute(OF_BATCH, {"batch": batch})
        self._drop(paper.id for paper in map(paper_of, rows) if paper.id not in used)

    def _drop(self, unused: Iterable[ExamPaperId]) -> None:
        for paper in unused:
            self._unit.files.disown(owner(paper))
            self._unit.connection.execute(delete(exam_papers).where(exam_papers.c.id == paper))


def owner(paper: ExamPaperId) -> str:
    return f"exam-paper:{paper}"


def paper_of(row: Row[Any]) -> ExamPaper:
    return ExamPaper(
        id=row.id,
        batch=row.batch_id,
        place=PaperPlace(unit_of(row), Level(row.level), ExamPart(row.part)),
        file=FileId(row.file_id),
        media_type=row.media_type,
        size=row.size,
        digest=row.digest,
        uploaded_at=row.uploaded_at,
        sealed_at=row.sealed_at,
    )
