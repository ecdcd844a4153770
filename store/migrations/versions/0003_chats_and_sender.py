"""Chats have sessions; processes share what only one of them may do."""

import sqlalchemy as sa
from alembic import op
from store.schema import Moment

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "leases",
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("holder", sa.String(60), nullable=False),
        sa.Column("until", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_leases")),
    )
    op.create_table(
        "inbox_attempts",
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_inbox_attempts")),
    )
    op.create_index(op.f("ix_inbox_attempts_at"), "inbox_attempts", ["at"])
    with op.batch_alter_table("chats") as chats:
        chats.add_column(sa.Column("session_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite")))
        chats.create_foreign_key(
            op.f("fk_chats_session_id_sessions"), "sessions", ["session_id"], ["id"]
        )
        chats.create_index(op.f("ix_chats_session_id"), ["session_id"])
    op.add_column("outbox", sa.Column("leased_by", sa.String(60)))
