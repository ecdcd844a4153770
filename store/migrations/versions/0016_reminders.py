"""Reminders sent once."""

import sqlalchemy as sa
from alembic import op
from store.schema import Moment, Serial

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reminders",
        sa.Column("id", Serial, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("subject", sa.String(40), nullable=False),
        sa.Column(
            "person_id",
            Serial,
            sa.ForeignKey("people.id", name=op.f("fk_reminders_person_id")),
            nullable=False,
        ),
        sa.Column("occasion", sa.String(40), nullable=False),
        sa.Column("institution_code", sa.String(30)),
        sa.Column("due_at", Moment(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("settled_at", Moment()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminders")),
        sa.UniqueConstraint(
            "person_id",
            "kind",
            "subject",
            "occasion",
            name=op.f("uq_reminders_person_id_kind_subject_occasion"),
        ),
        sqlite_autoincrement=True,
    )
    waiting = sa.text("state = 'waiting'")
    op.create_index(
        op.f("ix_reminders_person_id"),
        "reminders",
        ["person_id"],
        sqlite_where=waiting,
        postgresql_where=waiting,
    )
    op.create_table(
        "mailed_reminders",
        sa.Column("institution_code", sa.String(30), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("subject", sa.String(40), nullable=False),
        sa.Column("occasion", sa.String(40), nullable=False),
        sa.Column("mailed_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint(
            "institution_code", "kind", "subject", "occasion", name=op.f("pk_mailed_reminders")
        ),
    )
