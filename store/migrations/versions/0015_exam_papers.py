"""Exam papers, receipts, reschedules and supervision."""

import sqlalchemy as sa
from alembic import op

from store.schema import Moment, Sealed, Serial

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    papers()
    reschedules()
    supervisions()


def papers() -> None:
    op.create_table(
        "exam_papers",
        sa.Column("id", Serial, nullable=False),
        sa.Column("batch_id", Serial, nullable=False),
        sa.Column("programme", sa.String(20), nullable=False),
        sa.Column("unit_code", sa.String(30), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(10), nullable=False),
        sa.Column("file_id", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("uploaded_by", Serial),
        sa.Column("uploaded_at", Moment(), nullable=False),
        sa.Column("sealed_at", Moment()),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name=op.f("fk_exam_papers_batch_id")),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_exam_papers_file_id")),
        sa.ForeignKeyConstraint(
            ["uploaded_by"], ["people.id"], name=op.f("fk_exam_papers_uploaded_by")
        ),
        sa.ForeignKeyConstraint(
            ["programme", "unit_code"],
            ["units.programme", "units.code"],
            name=op.f("fk_exam_papers_programme"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exam_papers")),
        sa.UniqueConstraint(
            *("batch_id", "programme", "unit_code", "level", "part"),
            name=op.f("uq_exam_papers_batch_id_programme_unit_code_level_part"),
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_exam_papers_file_id"), "exam_papers", ["file_id"])
    op.create_table(
        "paper_receipts",
        sa.Column("id", Serial, nullable=False),
        sa.Column("paper_id", Serial, nullable=False),
        sa.Column("person_id", Serial, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("signed_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["paper_id"], ["exam_papers.id"], name=op.f("fk_paper_receipts_paper_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_paper_receipts_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_receipts")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_paper_receipts_paper_id"), "paper_receipts", ["paper_id"])


def reschedules() -> None:
    op.create_table(
        "reschedules",
        sa.Column("id", Serial, nullable=False),
        sa.Column("batch_id", Serial, nullable=False),
        sa.Column("theory_on", sa.Date(), nullable=False),
        sa.Column("practice_on", sa.Date(), nullable=False),
        sa.Column("was_theory_on", sa.Date(), nullable=False),
        sa.Column("was_practice_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("filed_at", Moment(), nullable=False),
        sa.Column("decided_at", Moment()),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name=op.f("fk_reschedules_batch_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reschedules")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_reschedules_batch_id"), "reschedules", ["batch_id"])
    counts = sa.text("state IN ('filed', 'approved')")
    op.create_index(
        op.f("uq_reschedules_counting"),
        "reschedules",
        ["batch_id"],
        unique=True,
        sqlite_where=counts,
        postgresql_where=counts,
    )
    op.create_table(
        "exam_calls",
        sa.Column("id", Serial, nullable=False),
        sa.Column("batch_id", Serial, nullable=False),
        sa.Column("examiner_id", Serial, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("asked_at", Moment(), nullable=False),
        sa.Column("answered_at", Moment()),
        sa.Column("answer", Sealed()),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name=op.f("fk_exam_calls_batch_id")),
        sa.ForeignKeyConstraint(
            ["examiner_id"], ["examiners.id"], name=op.f("fk_exam_calls_examiner_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exam_calls")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_exam_calls_examiner_id"), "exam_calls", ["examiner_id"])
    op.create_index(
        op.f("ix_exam_calls_batch_id_examiner_id"), "exam_calls", ["batch_id", "examiner_id"]
    )


def supervisions() -> None:
    op.create_table(
        "supervisions",
        sa.Column("id", Serial, nullable=False),
        sa.Column("batch_id", Serial, nullable=False),
        sa.Column("supervisor_id", Serial),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("reason", Sealed()),
        sa.Column("decided_by", Serial),
        sa.Column("decided_at", Moment(), nullable=False),
        sa.Column("asked_at", Moment()),
        sa.Column("answered_at", Moment()),
        sa.Column("answer", Sealed()),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batches.id"], name=op.f("fk_supervisions_batch_id")
        ),
        sa.ForeignKeyConstraint(
            ["supervisor_id"], ["supervisors.id"], name=op.f("fk_supervisions_supervisor_id")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["people.id"], name=op.f("fk_supervisions_decided_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supervisions")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_supervisions_batch_id"), "supervisions", ["batch_id"])
    op.create_index(op.f("ix_supervisions_supervisor_id"), "supervisions", ["supervisor_id"])
    stands = sa.text("state IN ('accepted', 'asked', 'waived')")
    op.create_index(
        op.f("uq_supervisions_standing"),
        "supervisions",
        ["batch_id"],
        unique=True,
        sqlite_where=stands,
        postgresql_where=stands,
    )
