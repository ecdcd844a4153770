"""Rosters submitted and imported, and the long work people ask for."""

import sqlalchemy as sa
from alembic import op

from store.schema import Document, Moment, Serial

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rosters",
        sa.Column("batch_id", Serial, autoincrement=False, nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("submitted_at", Moment(), nullable=False),
        sa.Column("submitted_by", Serial),
        sa.PrimaryKeyConstraint("batch_id", name=op.f("pk_rosters")),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name=op.f("fk_rosters_batch_id")),
        sa.ForeignKeyConstraint(
            ["submitted_by"], ["people.id"], name=op.f("fk_rosters_submitted_by")
        ),
    )
    op.create_table(
        "roster_lines",
        sa.Column("registration_id", Serial, autoincrement=False, nullable=False),
        sa.Column("batch_id", Serial, nullable=False),
        sa.Column("running_number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("registration_id", name=op.f("pk_roster_lines")),
        sa.ForeignKeyConstraint(
            ["registration_id"], ["registrations.id"], name=op.f("fk_roster_lines_registration_id")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["rosters.batch_id"], name=op.f("fk_roster_lines_batch_id")
        ),
        sa.UniqueConstraint(
            "batch_id", "running_number", name=op.f("uq_roster_lines_batch_id_running_number")
        ),
    )
    op.create_table(
        "roster_entries",
        sa.Column("registration_id", Serial, autoincrement=False, nullable=False),
        sa.Column("row_fp", sa.LargeBinary(), nullable=False),
        sa.Column("pictures_fp", sa.LargeBinary()),
        sa.Column("entered_by", Serial),
        sa.Column("entered_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("registration_id", name=op.f("pk_roster_entries")),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["registrations.id"],
            name=op.f("fk_roster_entries_registration_id"),
        ),
        sa.ForeignKeyConstraint(
            ["entered_by"], ["people.id"], name=op.f("fk_roster_entries_entered_by")
        ),
    )
    op.create_table(
        "chores",
        sa.Column("id", Serial, nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("person_id", Serial, nullable=False),
        sa.Column("batch_id", Serial, nullable=False),
        sa.Column("given", Document, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("of", sa.Integer(), nullable=False),
        sa.Column("message", sa.Integer()),
        sa.Column("result", Document, nullable=False),
        sa.Column("asked_at", Moment(), nullable=False),
        sa.Column("ended_at", Moment()),
        sa.Column("leased_by", sa.String(60)),
        sa.Column("leased_until", Moment()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chores")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_chores_person_id")),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name=op.f("fk_chores_batch_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_chores_person_id"), "chores", ["person_id"])
    op.create_index(op.f("ix_chores_state_id"), "chores", ["state", "id"])
    op.create_table(
        "chore_pieces",
        sa.Column("chore_id", Serial, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("file_id", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("chore_id", "position", name=op.f("pk_chore_pieces")),
        sa.ForeignKeyConstraint(["chore_id"], ["chores.id"], name=op.f("fk_chore_pieces_chore_id")),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_chore_pieces_file_id")),
    )
    op.create_index(op.f("ix_chore_pieces_file_id"), "chore_pieces", ["file_id"])
