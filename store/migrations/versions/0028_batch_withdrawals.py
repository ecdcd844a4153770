"""Batches withdrawn after they were opened, and why."""

import sqlalchemy as sa
from alembic import op

from store.schema import Moment, Sealed, Serial

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "batch_withdrawals",
        sa.Column("batch_id", Serial, autoincrement=False, nullable=False),
        sa.Column("withdrawn_at", Moment(), nullable=False),
        sa.Column("withdrawn_by", Serial),
        sa.Column("reason", Sealed, nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name=op.f("fk_batch_withdrawals_batch_id")),
        sa.ForeignKeyConstraint(["withdrawn_by"], ["people.id"], name=op.f("fk_batch_withdrawals_withdrawn_by")),
        sa.PrimaryKeyConstraint("batch_id", name=op.f("pk_batch_withdrawals")),
    )
