"""Supervision reports, their corrections and the replies."""

import sqlalchemy as sa
from alembic import op

from store.schema import Moment, Sealed, Serial

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    reports()
    corrections()
    replies()


def reports() -> None:
    op.create_table(
        "supervision_reports",
        sa.Column("id", Serial, nullable=False),
        sa.Column("batch_id", Serial, nullable=False),
        sa.Column("supervision_id", Serial, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("conclusion", sa.String(12), nullable=False),
        sa.Column("record", Sealed(), nullable=False),
        sa.Column("filed_by", Serial),
        sa.Column("filed_at", Moment(), nullable=False),
        sa.Column("decided_by", Serial),
        sa.Column("decided_at", Moment()),
        sa.Column("reason", Sealed()),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batches.id"], name=op.f("fk_supervision_reports_batch_id")
        ),
        sa.ForeignKeyConstraint(
            ["supervision_id"],
            ["supervisions.id"],
            name=op.f("fk_supervision_reports_supervision_id"),
        ),
        sa.ForeignKeyConstraint(
            ["filed_by"], ["people.id"], name=op.f("fk_supervision_reports_filed_by")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["people.id"], name=op.f("fk_supervision_reports_decided_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supervision_reports")),
        sqlite_autoincrement=True,
    )
    for column in ("batch_id", "supervision_id", "state"):
        name = op.f(f"ix_supervision_reports_{column}")
        op.create_index(name, "supervision_reports", [column])
    counts = sa.text("state IN ('confirmed', 'filed')")
    op.create_index(
        op.f("uq_supervision_reports_counting"),
        "supervision_reports",
        ["batch_id"],
        unique=True,
        sqlite_where=counts,
        postgresql_where=counts,
    )


def corrections() -> None:
    op.create_table(
        "supervision_corrections",
        sa.Column("id", Serial, nullable=False),
        sa.Column("report_id", Serial, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["supervision_reports.id"],
            name=op.f("fk_supervision_corrections_report_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supervision_corrections")),
        sa.UniqueConstraint(
            "report_id", "place", name=op.f("uq_supervision_corrections_report_id_place")
        ),
        sqlite_autoincrement=True,
    )
    name = op.f("ix_supervision_corrections_state")
    op.create_index(name, "supervision_corrections", ["state"])


def replies() -> None:
    op.create_table(
        "correction_replies",
        sa.Column("id", Serial, nullable=False),
        sa.Column("correction_id", Serial, nullable=False),
        sa.Column("reply", Sealed(), nullable=False),
        sa.Column("replied_by", Serial),
        sa.Column("replied_at", Moment(), nullable=False),
        sa.Column("accepted", sa.Boolean()),
        sa.Column("reason", Sealed()),
        sa.Column("decided_by", Serial),
        sa.Column("decided_at", Moment()),
        sa.ForeignKeyConstraint(
            ["correction_id"],
            ["supervision_corrections.id"],
            name=op.f("fk_correction_replies_correction_id"),
        ),
        sa.ForeignKeyConstraint(
            ["replied_by"], ["people.id"], name=op.f("fk_correction_replies_replied_by")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["people.id"], name=op.f("fk_correction_replies_decided_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction_replies")),
        sqlite_autoincrement=True,
    )
    name = op.f("ix_correction_replies_correction_id")
    op.create_index(name, "correction_replies", ["correction_id"])
