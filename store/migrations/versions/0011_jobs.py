"""Runs of jobs, and the clock of a rehearsal."""

import sqlalchemy as sa
from alembic import op
from store.schema import Moment, Serial

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "job_runs",
        sa.Column("id", Serial, nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("due", Moment(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("cursor", Serial, nullable=False),
        sa.Column("items", sa.Integer(), nullable=False),
        sa.Column("faults", sa.Integer(), nullable=False),
        sa.Column("problem", sa.String(200)),
        sa.Column("leased_by", sa.String(60)),
        sa.Column("leased_until", Moment()),
        sa.Column("ended_at", Moment()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_runs")),
        sa.UniqueConstraint("name", "due", name=op.f("uq_job_runs_name_due")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_job_runs_state_due"), "job_runs", ["state", "due"])
    op.create_table(
        "job_clocks",
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("planned_until", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_job_clocks")),
    )
    op.create_table(
        "rehearsal",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("now", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rehearsal")),
    )
