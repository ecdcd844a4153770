"""Batches applied for by stations."""

import sqlalchemy as sa
from alembic import op

from store.schema import Document, Serial

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "batches",
        sa.Column("practice_starts_at", sa.String(5), nullable=False, server_default="09:00"),
    )
    op.execute("UPDATE batches SET practice_starts_at = starts_at")
    op.add_column("batches", sa.Column("contact", sa.LargeBinary()))
    op.add_column("batches", sa.Column("contact_phone", sa.LargeBinary()))
    op.add_column("batches", sa.Column("procedures", Document, nullable=False, server_default="[]"))
    op.create_table(
        "batch_team",
        sa.Column("item_id", Serial, nullable=False),
        sa.Column("examiner_id", Serial, nullable=False),
        sa.Column("leader", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["examiner_id"], ["examiners.id"], name=op.f("fk_batch_team_examiner_id")
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["batch_items.id"], name=op.f("fk_batch_team_item_id")
        ),
        sa.PrimaryKeyConstraint("item_id", "examiner_id", name=op.f("pk_batch_team")),
    )
    op.create_index(op.f("ix_batch_team_examiner_id"), "batch_team", ["examiner_id"])
    op.create_index(
        op.f("ix_batch_team_item_id"),
        "batch_team",
        ["item_id"],
        unique=True,
        sqlite_where=sa.text("leader"),
        postgresql_where=sa.text("leader"),
    )
