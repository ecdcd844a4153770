"""The rows of corrections (R7.3): their tables, and what is read of them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NewType

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    Select,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    select,
)

from rules.supervision_reports import CorrectionState, Fault
from store.batch_rows import BatchId, batches
from store.files import FileId
from store.people import people
from store.schema import Moment, Sealed, Serial, metadata
from store.supervision_report_rows import ReportId, supervision_reports

CorrectionId = NewType("CorrectionId", int)

supervision_corrections = Table(
    "supervision_corrections",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("report_id", ForeignKey(supervision_reports.c.id), nullable=False),
    Column("place", Integer, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("state", String(10), nullable=False, index=True),
    UniqueConstraint("report_id", "place"),
    sqlite_autoincrement=True,
)

correction_replies = Table(
    "correction_replies",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("correction_id", ForeignKey(supervision_corrections.c.id), nullable=False, index=True),
    Column("reply", Sealed, nullable=False),
    Column("replied_by", ForeignKey(people.c.id)),
    Column("replied_at", Moment, nullable=False),
    Column("accepted", Boolean),
    Column("reason", Sealed),
    Column("decided_by", ForeignKey(people.c.id)),
    Column("decided_at", Moment),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the station did, in words and pictures, and what was said to it."""

    words: str = field(repr=False)
    photos: tuple[FileId, ...]
    replied_at: datetime
    accepted: bool | None
    reason: str = field(repr=False)
    """Why it was not enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionCorrection:
    """One correction demanded; `place` counts the demands of its report from 1."""

    id: CorrectionId
    report: ReportId
    batch: BatchId
    place: int
    fault: Fault
    due_on: date
    state: CorrectionState
    replies: tuple[Reply, ...]

    def is_overdue(self, today: date) -> bool:
        return self.state is CorrectionState.OPEN and self.due_on < today


CORRECTIONS: Select[Any] = (
    select(supervision_corrections, supervision_reports.c.batch_id)
    .select_from(supervision_corrections)
    .join(supervision_reports)
    .join(batches, batches.c.id == supervision_reports.c.batch_id)
)
BY_ID = CORRECTIONS.where(supervision_corrections.c.id == bindparam("correction"))
LOCK = (
    select(supervision_corrections.c.id)
    .where(supervision_corrections.c.id == bindparam("correction"))
    .with_for_update()
)
REPLIES = (
    select(correction_replies)
    .where(correction_replies.c.correction_id == bindparam("correction"))
    .order_by(correction_replies.c.id)
)
