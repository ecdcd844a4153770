"""Settlements, paper photos, shipments, archives and spot checks."""

import sqlalchemy as sa
from alembic import op

from store.schema import Document, Moment, Sealed, Serial

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    settlements()
    photos_and_parcels()
    archives()
    spot_checks()


def settlements() -> None:
    op.create_table(
        "settlements",
        sa.Column("id", Serial, nullable=False),
        sa.Column("batch_id", Serial, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("payer", Sealed),
        sa.Column("paid_on", sa.Date(), nullable=False),
        sa.Column("slip", sa.String(64), nullable=False),
        sa.Column("filed_by", Serial),
        sa.Column("filed_at", Moment(), nullable=False),
        sa.Column("decided_by", Serial),
        sa.Column("decided_at", Moment()),
        sa.Column("reason", Sealed),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name=op.f("fk_settlements_batch_id")),
        sa.ForeignKeyConstraint(["decided_by"], ["people.id"], name=op.f("fk_settlements_decided_by")),
        sa.ForeignKeyConstraint(["filed_by"], ["people.id"], name=op.f("fk_settlements_filed_by")),
        sa.ForeignKeyConstraint(["slip"], ["files.id"], name=op.f("fk_settlements_slip")),
        sa.UniqueConstraint("batch_id", name=op.f("uq_settlements_batch_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_settlements")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_settlements_slip"), "settlements", ["slip"])
    op.create_index(op.f("ix_settlements_state"), "settlements", ["state"])
    op.create_table(
        "settlement_lines",
        sa.Column("settlement_id", Serial, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("programme", sa.String(20), nullable=False),
        sa.Column("unit_code", sa.String(30), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("certificates", sa.Integer(), nullable=False),
        sa.Column("fen", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["programme", "unit_code"], ["units.programme", "units.code"], name=op.f("fk_settlement_lines_programme")),
        sa.ForeignKeyConstraint(["settlement_id"], ["settlements.id"], name=op.f("fk_settlement_lines_settlement_id")),
        sa.PrimaryKeyConstraint("settlement_id", "position", name=op.f("pk_settlement_lines")),
    )


def photos_and_parcels() -> None:
    op.create_table(
        "paper_photos",
        sa.Column("registration_id", Serial, autoincrement=False, nullable=False),
        sa.Column("batch_id", Serial, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("reason", Sealed),
        sa.Column("noted_by", Serial),
        sa.Column("noted_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name=op.f("fk_paper_photos_batch_id")),
        sa.ForeignKeyConstraint(["noted_by"], ["people.id"], name=op.f("fk_paper_photos_noted_by")),
        sa.ForeignKeyConstraint(["registration_id"], ["registrations.id"], name=op.f("fk_paper_photos_registration_id")),
        sa.PrimaryKeyConstraint("registration_id", name=op.f("pk_paper_photos")),
    )
    op.create_index(op.f("ix_paper_photos_batch_id"), "paper_photos", ["batch_id"])
    op.create_table(
        "shipments",
        sa.Column("id", Serial, nullable=False),
        sa.Column("batch_id", Serial, nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("recipient", Sealed),
        sa.Column("address", Sealed),
        sa.Column("phone", Sealed),
        sa.Column("carrier", sa.String(40), nullable=False),
        sa.Column("tracking_number", sa.String(40), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("noted_by", Serial),
        sa.Column("noted_at", Moment(), nullable=False),
        sa.Column("received_by", Serial),
        sa.Column("received_at", Moment()),
        sa.Column("trouble", sa.String(10)),
        sa.Column("remark", Sealed),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name=op.f("fk_shipments_batch_id")),
        sa.ForeignKeyConstraint(["noted_by"], ["people.id"], name=op.f("fk_shipments_noted_by")),
        sa.ForeignKeyConstraint(["received_by"], ["people.id"], name=op.f("fk_shipments_received_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shipments")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_shipments_batch_id"), "shipments", ["batch_id"])
    op.create_index(op.f("uq_shipments_on_its_way"), "shipments", ["batch_id"], unique=True, sqlite_where=sa.text("state = 'on_its_way'"), postgresql_where=sa.text("state = 'on_its_way'"))


def archives() -> None:
    op.create_table(
        "archives",
        sa.Column("id", Serial, nullable=False),
        sa.Column("batch_id", Serial, nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("made_by", Serial),
        sa.Column("made_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name=op.f("fk_archives_batch_id")),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("fk_archives_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_archives")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_archives_batch_id"), "archives", ["batch_id"])


def spot_checks() -> None:
    op.create_table(
        "spot_checks",
        sa.Column("id", Serial, nullable=False),
        sa.Column("batch_id", Serial, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("wanted", Document, nullable=False),
        sa.Column("request", Sealed),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("seed", sa.String(40)),
        sa.Column("drawn_from", sa.Integer()),
        sa.Column("asked_by", Serial),
        sa.Column("asked_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["asked_by"], ["people.id"], name=op.f("fk_spot_checks_asked_by")),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name=op.f("fk_spot_checks_batch_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spot_checks")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_spot_checks_batch_id"), "spot_checks", ["batch_id"])
    op.create_index(op.f("uq_spot_checks_open"), "spot_checks", ["batch_id"], unique=True, sqlite_where=sa.text("state != 'closed'"), postgresql_where=sa.text("state != 'closed'"))
    op.create_table(
        "spot_check_answers",
        sa.Column("id", Serial, nullable=False),
        sa.Column("spot_check_id", Serial, nullable=False),
        sa.Column("answer", Sealed),
        sa.Column("place", Sealed),
        sa.Column("answered_by", Serial),
        sa.Column("answered_at", Moment(), nullable=False),
        sa.Column("conclusion", sa.String(10)),
        sa.Column("findings", Sealed),
        sa.Column("correction", Sealed),
        sa.Column("correct_by", sa.Date()),
        sa.Column("decided_by", Serial),
        sa.Column("decided_at", Moment()),
        sa.ForeignKeyConstraint(["answered_by"], ["people.id"], name=op.f("fk_spot_check_answers_answered_by")),
        sa.ForeignKeyConstraint(["decided_by"], ["people.id"], name=op.f("fk_spot_check_answers_decided_by")),
        sa.ForeignKeyConstraint(["spot_check_id"], ["spot_checks.id"], name=op.f("fk_spot_check_answers_spot_check_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spot_check_answers")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_spot_check_answers_spot_check_id"), "spot_check_answers", ["spot_check_id"])
