"""Scores, each value a row of its own."""

import sqlalchemy as sa
from alembic import op

from store.schema import Moment, Sealed, Serial

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "scores",
        sa.Column("id", Serial, nullable=False),
        sa.Column("batch_id", Serial, nullable=False),
        sa.Column("registration_id", Serial, nullable=False),
        sa.Column("part", sa.String(10), nullable=False),
        sa.Column("tenths", sa.Integer()),
        sa.Column("examiner_id", Serial, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("reason", Sealed()),
        sa.Column("entered_by", Serial),
        sa.Column("entered_at", Moment(), nullable=False),
        sa.Column("confirmed_at", Moment()),
        sa.Column("returned_at", Moment()),
        sa.Column("answer", Sealed()),
        sa.CheckConstraint("tenths BETWEEN 0 AND 1000", name=op.f("ck_scores_range")),
        sa.ForeignKeyConstraint(["batch_id"], ["rosters.batch_id"], name=op.f("fk_scores_batch_id")),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["roster_lines.registration_id"],
            name=op.f("fk_scores_registration_id"),
        ),
        sa.ForeignKeyConstraint(
            ["examiner_id"], ["examiners.id"], name=op.f("fk_scores_examiner_id")
        ),
        sa.ForeignKeyConstraint(["entered_by"], ["people.id"], name=op.f("fk_scores_entered_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scores")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_scores_batch_id"), "scores", ["batch_id"])
    op.create_index(op.f("ix_scores_examiner_id_state"), "scores", ["examiner_id", "state"])
    stands = sa.text("state != 'replaced'")
    op.create_index(
        op.f("uq_scores_standing"),
        "scores",
        ["registration_id", "part"],
        unique=True,
        sqlite_where=stands,
        postgresql_where=stands,
    )
