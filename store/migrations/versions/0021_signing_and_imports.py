"""Imports of existing certificates, and the keys certificates are signed with."""

import sqlalchemy as sa
from alembic import op
from store.schema import Moment, Serial

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "signing_keys",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("since", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signing_keys")),
    )
    op.create_table(
        "certificate_imports",
        sa.Column("id", Serial, nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("known", sa.Integer(), nullable=False),
        sa.Column("differing", sa.Integer(), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("report_bytes", sa.BigInteger(), nullable=False),
        sa.Column("started_at", Moment(), nullable=False),
        sa.Column("finished_at", Moment()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate_imports")),
        sa.UniqueConstraint("digest", name=op.f("uq_certificate_imports_digest")),
        sqlite_autoincrement=True,
    )
