"""Annual plans and their summaries, changes of licences, annual reviews."""

import sqlalchemy as sa
from alembic import op

from store.schema import Document, Moment, Serial

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "plan_summaries",
        sa.Column("id", Serial, nullable=False),
        sa.Column("institution_code", sa.String(30), nullable=False),
        sa.Column("programme", sa.String(20), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("filed_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["institution_code"],
            ["institutions.code"],
            name=op.f("fk_plan_summaries_institution_code"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_summaries")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_plan_summaries_institution_code"), "plan_summaries", ["institution_code"]
    )
    op.create_table(
        "plans",
        sa.Column("id", Serial, nullable=False),
        sa.Column("station_code", sa.String(30), nullable=False),
        sa.Column("programme", sa.String(20), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("filed_at", Moment(), nullable=False),
        sa.Column("summary_id", Serial, nullable=True),
        sa.ForeignKeyConstraint(
            ["station_code"], ["institutions.code"], name=op.f("fk_plans_station_code")
        ),
        sa.ForeignKeyConstraint(
            ["summary_id"], ["plan_summaries.id"], name=op.f("fk_plans_summary_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plans")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_plans_summary_id"), "plans", ["summary_id"])
    op.create_index(
        op.f("ix_plans_station_code_programme_year_state"),
        "plans",
        ["station_code", "programme", "year", "state"],
    )
    filed = sa.text("state = 'filed'")
    op.create_index(
        op.f("ix_plans_station_code_programme_year"),
        "plans",
        ["station_code", "programme", "year"],
        unique=True,
        sqlite_where=filed,
        postgresql_where=filed,
    )
    op.create_table(
        "plan_lines",
        sa.Column("id", Serial, nullable=False),
        sa.Column("plan_id", Serial, nullable=False),
        sa.Column("programme", sa.String(20), nullable=False),
        sa.Column("unit_code", sa.String(30), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("item_id", Serial, nullable=True),
        sa.CheckConstraint("people BETWEEN 1 AND 99", name=op.f("ck_plan_lines_people")),
        sa.CheckConstraint("month BETWEEN 1 AND 12", name=op.f("ck_plan_lines_month")),
        sa.ForeignKeyConstraint(["item_id"], ["batch_items.id"], name=op.f("fk_plan_lines_item_id")),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"], name=op.f("fk_plan_lines_plan_id")),
        sa.ForeignKeyConstraint(
            ["programme", "unit_code"],
            ["units.programme", "units.code"],
            name=op.f("fk_plan_lines_programme_unit_code"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_lines")),
        sa.UniqueConstraint("item_id", name=op.f("uq_plan_lines_item_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_plan_lines_plan_id"), "plan_lines", ["plan_id"])
    op.create_table(
        "licence_changes",
        sa.Column("id", Serial, nullable=False),
        sa.Column("station_code", sa.String(30), nullable=False),
        sa.Column("added", Document, nullable=False),
        sa.Column("dropped", Document, nullable=False),
        sa.Column("equipment", Document, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("filed_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["station_code"], ["institutions.code"], name=op.f("fk_licence_changes_station_code")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_licence_changes")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_licence_changes_station_code"),
        "licence_changes",
        ["station_code"],
        unique=True,
        sqlite_where=filed,
        postgresql_where=filed,
    )
    op.create_table(
        "annual_reviews",
        sa.Column("id", Serial, nullable=False),
        sa.Column("station_code", sa.String(30), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("filed_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["station_code"], ["institutions.code"], name=op.f("fk_annual_reviews_station_code")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_annual_reviews")),
        sqlite_autoincrement=True,
    )
    stands = sa.text("state IN ('filed', 'passed')")
    op.create_index(
        op.f("ix_annual_reviews_station_code_year"),
        "annual_reviews",
        ["station_code", "year"],
        unique=True,
        sqlite_where=stands,
        postgresql_where=stands,
    )
