"""Notices, broadcasts, contacts and complaints."""

import sqlalchemy as sa
from alembic import op
from store.schema import Document, Moment, Serial

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "complaints",
        sa.Column("id", Serial, nullable=False),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("about", sa.String(length=20), nullable=False),
        sa.Column("concerned", sa.String(length=30), nullable=True),
        sa.Column("readers", Document, nullable=False),
        sa.Column("subject", sa.LargeBinary(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("contact", sa.LargeBinary(), nullable=False),
        sa.Column("person_id", Serial, nullable=True),
        sa.Column("code_fp", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("claimed_by", Serial, nullable=True),
        sa.Column("result", sa.String(length=20), nullable=True),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column("filed_at", Moment(), nullable=False),
        sa.Column("answered_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["claimed_by"], ["people.id"], name=op.f("fk_complaints_claimed_by")
        ),
        sa.ForeignKeyConstraint(
            ["concerned"], ["institutions.code"], name=op.f("fk_complaints_concerned")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_complaints_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaints")),
        sa.UniqueConstraint("number", name=op.f("uq_complaints_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_complaints_person_id"), "complaints", ["person_id"], unique=False)
    op.create_index(op.f("ix_complaints_state"), "complaints", ["state"], unique=False)
    op.create_table(
        "contacts",
        sa.Column("id", Serial, nullable=False),
        sa.Column("institution_code", sa.String(length=30), nullable=False),
        sa.Column("department", sa.LargeBinary(), nullable=True),
        sa.Column("person", sa.LargeBinary(), nullable=True),
        sa.Column("phone", sa.LargeBinary(), nullable=True),
        sa.Column("email", sa.LargeBinary(), nullable=True),
        sa.Column("changed_by", Serial, nullable=True),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.Column("removed_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["changed_by"], ["people.id"], name=op.f("fk_contacts_changed_by")),
        sa.ForeignKeyConstraint(
            ["institution_code"], ["institutions.code"], name=op.f("fk_contacts_institution_code")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_contacts_institution_code"), "contacts", ["institution_code"], unique=False
    )
    op.create_table(
        "notices",
        sa.Column("id", Serial, nullable=False),
        sa.Column("publisher", sa.String(length=30), nullable=False),
        sa.Column("withdrawn_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["publisher"], ["institutions.code"], name=op.f("fk_notices_publisher")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "broadcasts",
        sa.Column("id", Serial, nullable=False),
        sa.Column("audience", Document, nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=True),
        sa.Column("notice_id", Serial, nullable=True),
        sa.Column("sender", sa.String(length=30), nullable=False),
        sa.Column("made_by", Serial, nullable=True),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("planned", sa.Integer(), nullable=False),
        sa.Column("last_person", Serial, nullable=False),
        sa.Column("cursor", Serial, nullable=False),
        sa.Column("sent", sa.Integer(), nullable=False),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("fk_broadcasts_made_by")),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notices.id"], name=op.f("fk_broadcasts_notice_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcasts")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_broadcasts_ended_at_id"), "broadcasts", ["ended_at", "id"], unique=False
    )
    op.create_table(
        "notice_editions",
        sa.Column("notice_id", Serial, nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("heading", sa.String(length=100), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("audience", Document, nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("published_by", Serial, nullable=True),
        sa.Column("published_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notices.id"], name=op.f("fk_notice_editions_notice_id")
        ),
        sa.ForeignKeyConstraint(
            ["published_by"], ["people.id"], name=op.f("fk_notice_editions_published_by")
        ),
        sa.PrimaryKeyConstraint("notice_id", "version", name=op.f("pk_notice_editions")),
    )
    op.create_table(
        "notice_readings",
        sa.Column("notice_id", Serial, nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person_id", Serial, nullable=False),
        sa.Column("read_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notices.id"], name=op.f("fk_notice_readings_notice_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_notice_readings_person_id")
        ),
        sa.PrimaryKeyConstraint(
            "notice_id", "version", "person_id", name=op.f("pk_notice_readings")
        ),
    )
