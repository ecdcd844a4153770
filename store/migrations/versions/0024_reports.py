"""Evaluation reports, opinions and exam material."""

import sqlalchemy as sa
from alembic import op

from store.schema import Moment, Sealed, Serial

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "files", sa.Column("by_camera", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    material()
    answers()
    reports()
    opinions()


def material() -> None:
    op.create_table(
        "exam_material",
        sa.Column("id", Serial, nullable=False),
        sa.Column("batch_id", Serial, nullable=False),
        sa.Column("programme", sa.String(20), nullable=False),
        sa.Column("unit_code", sa.String(30), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("file_id", sa.String(64), nullable=False),
        sa.Column("preview_id", sa.String(64)),
        sa.Column("taken_on", sa.Date()),
        sa.Column("date_source", sa.String(10)),
        sa.Column("examiners", sa.Integer()),
        sa.Column("added_by", Serial),
        sa.Column("added_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batches.id"], name=op.f("fk_exam_material_batch_id")
        ),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_exam_material_file_id")),
        sa.ForeignKeyConstraint(
            ["preview_id"], ["files.id"], name=op.f("fk_exam_material_preview_id")
        ),
        sa.ForeignKeyConstraint(
            ["added_by"], ["people.id"], name=op.f("fk_exam_material_added_by")
        ),
        sa.ForeignKeyConstraint(
            ["programme", "unit_code"],
            ["units.programme", "units.code"],
            name=op.f("fk_exam_material_programme"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exam_material")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_exam_material_batch_id"), "exam_material", ["batch_id"])
    op.create_index(op.f("ix_exam_material_file_id"), "exam_material", ["file_id"])
    op.create_index(
        op.f("ix_exam_material_programme_unit_code"), "exam_material", ["programme", "unit_code"]
    )


def answers() -> None:
    op.create_table(
        "kept_answers",
        sa.Column("batch_id", Serial, nullable=False),
        sa.Column("place", sa.String(200), nullable=False),
        sa.Column("noted_by", Serial),
        sa.Column("noted_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batches.id"], name=op.f("fk_kept_answers_batch_id")
        ),
        sa.ForeignKeyConstraint(["noted_by"], ["people.id"], name=op.f("fk_kept_answers_noted_by")),
        sa.PrimaryKeyConstraint("batch_id", name=op.f("pk_kept_answers")),
    )


def reports() -> None:
    op.create_table(
        "evaluation_reports",
        sa.Column("id", Serial, nullable=False),
        sa.Column("item_id", Serial, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content", Sealed(), nullable=False),
        sa.Column("filed_by", Serial, nullable=False),
        sa.Column("filed_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["batch_items.id"], name=op.f("fk_evaluation_reports_item_id")
        ),
        sa.ForeignKeyConstraint(
            ["filed_by"], ["people.id"], name=op.f("fk_evaluation_reports_filed_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation_reports")),
        sa.UniqueConstraint(
            "item_id", "version", name=op.f("uq_evaluation_reports_item_id_version")
        ),
        sqlite_autoincrement=True,
    )


def opinions() -> None:
    op.create_table(
        "report_opinions",
        sa.Column("id", Serial, nullable=False),
        sa.Column("report_id", Serial, nullable=False),
        sa.Column("person_id", Serial, nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("text", Sealed()),
        sa.Column("given_at", Moment(), nullable=False),
        sa.Column("overruled_by", Serial),
        sa.Column("overruled_at", Moment()),
        sa.Column("overruling", Sealed()),
        sa.ForeignKeyConstraint(
            ["report_id"], ["evaluation_reports.id"], name=op.f("fk_report_opinions_report_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_report_opinions_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["overruled_by"], ["people.id"], name=op.f("fk_report_opinions_overruled_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_opinions")),
        sa.UniqueConstraint(
            "report_id", "person_id", name=op.f("uq_report_opinions_report_id_person_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_report_opinions_person_id"), "report_opinions", ["person_id"])
