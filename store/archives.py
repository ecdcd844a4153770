"""Archives of batches: which zips were made, with the digest their list of contents can be checked by (R7.7)."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Column, ForeignKey, Integer, String, Table, insert, select

from rules.roles import Action
from store import rights
from store.batch_rights import check_batch
from store.batch_rows import BATCHES, Batch, BatchId, BatchState, batch_of, batches
from store.pages import Page, first_page, window
from store.people import PersonId, people
from store.schema import Moment, Serial, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

archives = Table(
    "archives",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("batch_id", ForeignKey(batches.c.id), nullable=False, index=True),
    Column("documents", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("made_by", ForeignKey(people.c.id)),
    Column("made_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True)
class MadeArchive:
    """A zip that was made; `digest` is the SHA-256 of its manifest.csv, in hex."""

    documents: int
    digest: str
    made_by: PersonId | None
    made_at: datetime


class Archives:
    """The zips themselves go after ⚙ days; what they were made of stays, and so does that they were made."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def note(self, batch: BatchId, documents: int, digest: str) -> None:
        """One was made for the caller."""
        values = {
            "batch_id": batch,
            "documents": documents,
            "digest": digest,
            "made_by": self._unit.caller.person,
            "made_at": self._unit.now,
        }
        self._unit.connection.execute(insert(archives), values)
        self._unit.audit.note("archive-made", f"batch:{batch}", documents=documents, digest=digest)

    def note_opened(self, batch: BatchId) -> None:
        """Somebody fetched one: access to an archive is on record."""
        self._unit.audit.note("archive-opened", f"batch:{batch}")

    def check(self, batch: Batch) -> None:
        """NotPossible unless the caller may open it."""
        check_batch(self._unit, batch, Action.OPEN_ARCHIVE)

    def of(self, batch: BatchId) -> tuple[MadeArchive, ...]:
        """Those made of the batch, the latest first; for who may open it."""
        self.check(self._unit.batches.get(batch))
        columns = (archives.c[name] for name in MadeArchive.__slots__)
        question = select(*columns).where(archives.c.batch_id == batch)
        rows = self._unit.connection.execute(question.order_by(archives.c.id.desc()))
        return tuple(MadeArchive(*row) for row in rows)

    def batches(self, page: int = 0) -> Page[Batch]:
        """Batches examined that the caller may open the archive of, the latest first."""
        question = BATCHES.where(
            batches.c.station_code.in_(rights.covered(self._unit, Action.OPEN_ARCHIVE)),
            batches.c.state == BatchState.SUBMITTED,
            batches.c.exam_on <= self._unit.today,
        ).order_by(batches.c.exam_on.desc(), batches.c.id.desc())
        rows = self._unit.connection.execute(window(question, page))
        return first_page(map(batch_of, rows))
