"""Registrations reviewed by the station."""

import sqlalchemy as sa
from alembic import op

from store.schema import Document, Moment, Sealed, Serial

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    yes, no_points, none = sa.true(), sa.text("'[]'"), sa.text("0")
    for column in (
        sa.Column("phone_fp", sa.LargeBinary()),
        sa.Column("stamp_needed", sa.Boolean(), nullable=False, server_default=yes),
        sa.Column("to_confirm", Document, nullable=False, server_default=no_points),
        sa.Column("step", sa.Integer(), nullable=False, server_default=none),
        sa.Column("waiting_since", Moment()),
        sa.Column("claimed_by", Serial),
        sa.Column("claimed_at", Moment()),
    ):
        op.add_column("registrations", column)
    fill()
    op.create_index(op.f("ix_registrations_phone_fp"), "registrations", ["phone_fp"])
    op.create_index(
        op.f("ix_registrations_batch_id_state_waiting_since"),
        "registrations",
        ["batch_id", "state", "waiting_since"],
    )
    op.add_column("documents", sa.Column("reason", Sealed()))
    op.create_table(
        "registration_steps",
        sa.Column("registration_id", Serial, nullable=False),
        sa.Column("step", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("person_id", Serial),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("boxes", Document, nullable=False),
        sa.Column("reasons", Sealed(), nullable=False),
        sa.Column("lot", sa.Integer()),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["registrations.id"],
            name=op.f("fk_registration_steps_registration_id"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_registration_steps_person_id")
        ),
        sa.PrimaryKeyConstraint("registration_id", "step", name=op.f("pk_registration_steps")),
    )
    op.create_index(op.f("ix_registration_steps_lot"), "registration_steps", ["lot"])
    op.create_table(
        "registration_versions",
        sa.Column("registration_id", Serial, nullable=False),
        sa.Column("step", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("boxes", Sealed(), nullable=False),
        sa.Column("replaced_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["registrations.id"],
            name=op.f("fk_registration_versions_registration_id"),
        ),
        sa.PrimaryKeyConstraint("registration_id", "step", name=op.f("pk_registration_versions")),
    )
    op.create_table(
        "full_choices",
        sa.Column("batch_id", Serial, nullable=False),
        sa.Column("programme", sa.String(20), nullable=False),
        sa.Column("unit_code", sa.String(30), nullable=False),
        sa.Column("level", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("people", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batches.id"], name=op.f("fk_full_choices_batch_id")
        ),
        sa.PrimaryKeyConstraint(
            "batch_id", "programme", "unit_code", "level", "people", name=op.f("pk_full_choices")
        ),
    )


def fill() -> None:
    """What registrations filed before would have been given: students' two points, the pledge, the wait."""
    op.execute(
        "UPDATE registrations SET stamp_needed = false "
        "WHERE state = 'complete' AND stamped_at IS NULL"
    )
    op.execute(
        "UPDATE registrations SET waiting_since = coalesce(stamped_at, filed_at) "
        "WHERE state = 'complete'"
    )
    op.execute(
        """UPDATE registrations SET to_confirm = '["school-and-major", "enrolment"]' """
        "WHERE candidate_type = 'student'"
    )
