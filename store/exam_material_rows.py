"""The rows of exam material: every picture and page of a batch, and where its answers are kept (R7.4, R7.7)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NewType

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Row,
    Select,
    String,
    Table,
    bindparam,
    select,
)
from sqlalchemy.dialects.postgresql import insert as upsert

from rules.exam_material import DateSource, MaterialKind, MaterialPlace
from store.batch_rows import BatchId, batches
from store.files import FileId, files
from store.people import PersonId, people
from store.schema import Moment, Serial, metadata
from store.units import unit_of, units

MaterialId = NewType("MaterialId", int)

exam_material = Table(
    "exam_material",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("batch_id", ForeignKey(batches.c.id), nullable=False, index=True),
    Column("programme", String(20), nullable=False),
    Column("unit_code", String(30), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("file_id", ForeignKey(files.c.id), nullable=False, index=True),
    Column("preview_id", ForeignKey(files.c.id)),
    Column("taken_on", Date),
    Column("date_source", String(10)),
    Column("examiners", Integer),
    Column("added_by", ForeignKey(people.c.id)),
    Column("added_at", Moment, nullable=False),
    ForeignKeyConstraint(["programme", "unit_code"], [units.c.programme, units.c.code]),
    sqlite_autoincrement=True,
)
Index(None, exam_material.c.programme, exam_material.c.unit_code)

kept_answers = Table(
    "kept_answers",
    metadata,
    Column("batch_id", ForeignKey(batches.c.id), primary_key=True),
    Column("place", String(200), nullable=False),
    Column("noted_by", ForeignKey(people.c.id)),
    Column("noted_at", Moment, nullable=False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMaterial:
    """A picture or scan as it is handed in."""

    file: FileId
    preview: FileId | None = None
    stated_on: date | None = None
    """The day somebody says it was taken; of use only where the picture itself knows none."""
    examiners: int | None = None
    """How many of the team are in the picture of a room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A picture, or one page of a scan, as it was handed in; `taken_at` is its own capture time."""

    id: MaterialId
    batch: BatchId
    place: MaterialPlace
    file: FileId
    preview: FileId | None
    media_type: str
    size: int
    taken_on: date | None
    taken_at: datetime | None
    date_source: DateSource | None
    examiners: int | None
    added_by: PersonId | None
    added_at: datetime


_ALL: Select[Any] = (
    select(
        *(column for column in exam_material.c if column.name != "programme"),
        *(files.c.media_type, files.c.size, files.c.taken_at),
        units,
    )
    .select_from(exam_material)
    .join(files, files.c.id == exam_material.c.file_id)
    .join(units)
)
BY_ID = _ALL.where(exam_material.c.id == bindparam("material"))
OF_BATCH = _ALL.where(exam_material.c.batch_id == bindparam("batch")).order_by(exam_material.c.id)
USED = select(exam_material.c.batch_id, exam_material.c.unit_code, exam_material.c.kind).where(
    exam_material.c.file_id == bindparam("file")
)
KEPT = select(kept_answers.c.place).where(kept_answers.c.batch_id == bindparam("batch"))
_KEEP = upsert(kept_answers)
KEEP = _KEEP.on_conflict_do_update(
    index_elements=[kept_answers.c.batch_id],
    set_={name: _KEEP.excluded[name] for name in ("place", "noted_by", "noted_at")},
)


def material_of(row: Row[Any]) -> Material:
    return Material(
        id=row.id,
        batch=row.batch_id,
        place=MaterialPlace(unit_of(row), MaterialKind(row.kind)),
        file=FileId(row.file_id),
        preview=FileId(row.preview_id) if row.preview_id else None,
        media_type=row.media_type,
        size=row.size,
        taken_on=row.taken_on,
        taken_at=row.taken_at,
        date_source=DateSource(row.date_source) if row.date_source else None,
        examiners=row.examiners,
        added_by=row.added_by,
        added_at=row.added_at,
    )
