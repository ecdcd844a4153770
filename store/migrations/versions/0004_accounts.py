"""Accounts of institutions, first passwords, wrong passwords, mails."""

import sqlalchemy as sa
from alembic import op

from store.schema import Moment, Serial

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("first_password_fp", sa.LargeBinary()))
    op.add_column("people", sa.Column("first_password_until", Moment()))
    op.add_column("people", sa.Column("locked_at", Moment()))
    op.create_table(
        "accounts",
        sa.Column("person_id", Serial, nullable=False),
        sa.Column("institution_code", sa.String(length=30), nullable=False),
        sa.Column("main", sa.Boolean(), nullable=False),
        sa.Column("contact", sa.LargeBinary(), nullable=True),
        sa.Column("email", sa.LargeBinary(), nullable=True),
        sa.Column("opened_at", Moment(), nullable=False),
        sa.Column("closed_at", Moment(), nullable=True),
        sa.Column("signed_in_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["institution_code"], ["institutions.code"], name=op.f("fk_accounts_institution_code")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_accounts_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_accounts")),
    )
    op.create_index(op.f("ix_accounts_institution_code"), "accounts", ["institution_code"])
    op.create_table(
        "sign_in_tries",
        sa.Column("account_fp", sa.LargeBinary(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("lock_outs", sa.Integer(), nullable=False),
        sa.Column("failed_at", Moment(), nullable=True),
        sa.Column("locked_until", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("account_fp", name=op.f("pk_sign_in_tries")),
    )
    op.create_index(op.f("ix_sign_in_tries_failed_at"), "sign_in_tries", ["failed_at"])
    op.create_table(
        "mails",
        sa.Column("id", Serial, nullable=False),
        sa.Column("recipient", sa.LargeBinary(), nullable=True),
        sa.Column("subject", sa.LargeBinary(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("put_at", Moment(), nullable=False),
        sa.Column("good_until", Moment(), nullable=True),
        sa.Column("leased_until", Moment(), nullable=True),
        sa.Column("problem", sa.String(length=200), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mails")),
        sqlite_autoincrement=True,
    )
