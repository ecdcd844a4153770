"""Licences of stations."""

import sqlalchemy as sa
from alembic import op
from store.schema import Moment, Serial

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
