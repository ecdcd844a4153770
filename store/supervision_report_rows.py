"""The rows of supervision reports (R7.3): their table, what is read of them, and the sealed record as JSON."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any, NewType

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Select,
    String,
    Table,
    bindparam,
    select,
)

from rules.supervision import SENT
from rules.supervision_reports import (
    COUNTING,
    ExamSeen,
    Fault,
    LineVerdict,
    ReportRecord,
    ReportState,
    Seen,
    SupervisionConclusion,
    SupervisionLine,
)
from store.batch_rows import BATCHES, Batch, BatchId, BatchState, batches
from store.files import FileId
from store.people import PersonId, people
from store.schema import Moment, Sealed, Serial, metadata
from store.supervisions import supervisions
from store.supervisors import supervisors

ReportId = NewType("ReportId", int)

supervision_reports = Table(
    "supervision_reports",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("batch_id", ForeignKey(batches.c.id), nullable=False),
    Column("supervision_id", ForeignKey(supervisions.c.id), nullable=False, index=True),
    Column("state", String(10), nullable=False, index=True),
    Column("conclusion", String(12), nullable=False),
    Column("record", Sealed, nullable=False),
    Column("filed_by", ForeignKey(people.c.id)),
    Column("filed_at", Moment, nullable=False),
    Column("decided_by", ForeignKey(people.c.id)),
    Column("decided_at", Moment),
    Column("reason", Sealed),
    sqlite_autoincrement=True,
)
COUNTS = supervision_reports.c.state.in_(sorted(COUNTING))
Index(None, supervision_reports.c.batch_id)
Index(
    "uq_supervision_reports_counting",
    supervision_reports.c.batch_id,
    unique=True,
    sqlite_where=COUNTS,
    postgresql_where=COUNTS,
)


@dataclass(frozen=True, slots=True)
class ReportPhoto:
    """A picture of the exam with its times: the camera's where it carries one, and when it was handed over."""

    file: FileId
    caption: str = field(repr=False)
    noted_at: datetime
    taken_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReport:
    """A report as it is filed, and the answers it is opened with again when it comes back."""

    record: ReportRecord
    photos: tuple[ReportPhoto, ...] = ()
    noted: tuple[datetime, datetime] | None = None
    """When the first and the last answer were given, which may lie long before the filing."""
    answers: Mapping[str, Any] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionReport:
    """A report as it stands. Nothing filed is changed: one that came back stays beside the new one."""

    id: ReportId
    batch: BatchId
    person: PersonId
    name: str = field(repr=False)
    state: ReportState
    content: NewReport
    filed_at: datetime
    decided_by: PersonId | None
    decided_at: datetime | None
    reason: str = field(repr=False)
    """Why it came back."""

    @property
    def record(self) -> ReportRecord:
        return self.content.record

    @property
    def conclusion(self) -> SupervisionConclusion:
        return self.content.record.conclusion


REPORTS: Select[Any] = (
    select(supervision_reports, supervisors.c.person_id)
    .select_from(supervision_reports)
    .join(supervisions)
    .join(supervisors)
)
BY_ID = REPORTS.where(supervision_reports.c.id == bindparam("report"))
OF_BATCH = REPORTS.where(supervision_reports.c.batch_id == bindparam("batch")).order_by(
    supervision_reports.c.id
)
_REPORTED = (
    select(supervision_reports.c.id)
    .where(supervision_reports.c.batch_id == batches.c.id, COUNTS)
    .exists()
)
SENT_TO = (
    select(supervisions.c.id)
    .join(supervisors)
    .where(supervisions.c.batch_id == batches.c.id, supervisions.c.state.in_(sorted(SENT)))
)
OWED = BATCHES.where(
    batches.c.state.in_((BatchState.OPEN, BatchState.SUBMITTED)),
    batches.c.exam_on <= bindparam("today"),
    ~_REPORTED,
).order_by(batches.c.exam_on, batches.c.id)
"""Batches examined without a report that counts; whether somebody was sent is asked beside it."""


def exam_seen(batch: Batch) -> ExamSeen:
    return ExamSeen(batch.exam_on, max(batch.theory_on, batch.practice_on))


def kept(new: NewReport) -> dict[str, Any]:
    """A report as JSON; moments and days as ISO texts."""
    return json.loads(json.dumps(asdict(new), default=lambda moment: moment.isoformat()))  # type: ignore[no-any-return]  # JSON is any


def read(content: Mapping[str, Any]) -> NewReport:
    """The report of its JSON."""
    record = content["record"]
    noted = content["noted"] and tuple(map(datetime.fromisoformat, content["noted"]))
    return NewReport(
        record=ReportRecord(
            **{
                **record,
                "arrived_at": datetime.fromisoformat(record["arrived_at"]),
                "left_at": datetime.fromisoformat(record["left_at"]),
                "lines": {
                    SupervisionLine(line): Seen(LineVerdict(seen["verdict"]), seen["remark"])
                    for line, seen in record["lines"].items()
                },
                "faults": tuple(map(fault_of, record["faults"])),
                "conclusion": SupervisionConclusion(record["conclusion"]),
            }
        ),
        photos=tuple(map(photo_of, content["photos"])),
        noted=noted or None,
        answers=content["answers"],
    )


def fault_of(fault: Mapping[str, Any]) -> Fault:
    due = fault["due_on"]
    return Fault(**{**fault, "due_on": date.fromisoformat(due) if due else None})


def photo_of(photo: Mapping[str, Any]) -> ReportPhoto:
    taken = photo["taken_at"]
    return ReportPhoto(
        FileId(photo["file"]),
        photo["caption"],
        datetime.fromisoformat(photo["noted_at"]),
        datetime.fromisoformat(taken) if taken else None,
    )
