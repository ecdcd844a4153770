"""Licences of stations; applications to become one, and inspections."""

import sqlalchemy as sa
from alembic import op
from store.schema import Document, Moment, Serial

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "licences",
        sa.Column("id", Serial, nullable=False),
        sa.Column("station_code", sa.String(length=30), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("region", sa.String(length=100), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.Column("stated_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["station_code"], ["institutions.code"], name=op.f("fk_licences_station_code")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_licences")),
        sa.UniqueConstraint("number", name=op.f("uq_licences_number")),
        sa.UniqueConstraint("station_code", name=op.f("uq_licences_station_code")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "licence_units",
        sa.Column("licence_id", Serial, nullable=False),
        sa.Column("programme", sa.String(length=20), nullable=False),
        sa.Column("unit_code", sa.String(length=30), nullable=False),
        sa.Column("levels", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["licence_id"], ["licences.id"], name=op.f("fk_licence_units_licence_id")
        ),
        sa.PrimaryKeyConstraint(
            "licence_id", "programme", "unit_code", name=op.f("pk_licence_units")
        ),
    )
    op.create_table(
        "hand_overs",
        sa.Column("id", Serial, nullable=False),
        sa.Column("station_code", sa.String(length=30), nullable=False),
        sa.Column("thing", sa.String(length=20), nullable=False),
        sa.Column("handed_on", sa.Date(), nullable=False),
        sa.Column("receiver", sa.LargeBinary(), nullable=False),
        sa.Column("noted_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["station_code"], ["institutions.code"], name=op.f("fk_hand_overs_station_code")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_overs")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_hand_overs_station_code"), "hand_overs", ["station_code"])
    op.create_table(
        "station_applications",
        sa.Column("id", Serial, nullable=False),
        sa.Column("institution_code", sa.String(length=30), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("trades", Document, nullable=False),
        sa.Column("boxes", sa.LargeBinary(), nullable=False),
        sa.Column("form_version", sa.Integer(), nullable=False),
        sa.Column("filed_on", sa.Date(), nullable=False),
        sa.Column("stated_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["institution_code"],
            ["institutions.code"],
            name=op.f("fk_station_applications_institution_code"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_station_applications")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_station_applications_institution_code"),
        "station_applications",
        ["institution_code"],
    )
    op.create_index(op.f("ix_station_applications_state"), "station_applications", ["state"])
    op.create_table(
        "inspections",
        sa.Column("id", Serial, nullable=False),
        sa.Column("application_id", Serial, nullable=False),
        sa.Column("inspected_on", sa.Date(), nullable=False),
        sa.Column("result", sa.String(length=20), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("noted_by", Serial, nullable=True),
        sa.Column("noted_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["station_applications.id"],
            name=op.f("fk_inspections_application_id"),
        ),
        sa.ForeignKeyConstraint(["noted_by"], ["people.id"], name=op.f("fk_inspections_noted_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspections")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_inspections_application_id"), "inspections", ["application_id"])
