"""Papers on their way through approval."""

import sqlalchemy as sa
from alembic import op
from store.schema import Document, Moment, Serial

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

UNDER_WAY = sa.text("state IN ('waiting', 'returned') AND subject != 0")


def upgrade() -> None:
    op.create_table(
        "papers",
        sa.Column("id", Serial, nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("programme", sa.String(length=20), nullable=True),
        sa.Column("institution_code", sa.String(length=30), nullable=False),
        sa.Column("subject", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("desk", sa.String(length=30), nullable=False),
        sa.Column("chain", Document, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("filed_by", Serial, nullable=True),
        sa.Column("first_filed_at", Moment(), nullable=False),
        sa.Column("filed_at", Moment(), nullable=False),
        sa.Column("waiting_since", Moment(), nullable=False),
        sa.Column("claimed_by", Serial, nullable=True),
        sa.Column("claimed_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["institution_code"], ["institutions.code"], name=op.f("fk_papers_institution_code")
        ),
        sa.ForeignKeyConstraint(["filed_by"], ["people.id"], name=op.f("fk_papers_filed_by")),
        sa.ForeignKeyConstraint(["claimed_by"], ["people.id"], name=op.f("fk_papers_claimed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_papers")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_papers_state_desk_waiting_since"), "papers", ["state", "desk", "waiting_since"]
    )
    op.create_index(op.f("ix_papers_institution_code_id"), "papers", ["institution_code", "id"])
    op.create_index(
        op.f("ix_papers_kind_subject"),
        "papers",
        ["kind", "subject"],
        unique=True,
        sqlite_where=UNDER_WAY,
        postgresql_where=UNDER_WAY,
    )
    op.create_table(
        "paper_versions",
        sa.Column("paper_id", Serial, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("shown", sa.LargeBinary(), nullable=False),
        sa.Column("filed_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["paper_id"], ["papers.id"], name=op.f("fk_paper_versions_paper_id")
        ),
        sa.PrimaryKeyConstraint("paper_id", "version", name=op.f("pk_paper_versions")),
    )
    op.create_table(
        "paper_decisions",
        sa.Column("paper_id", Serial, nullable=False),
        sa.Column("step", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("desk", sa.String(length=30), nullable=True),
        sa.Column("person_id", Serial, nullable=True),
        sa.Column("role", sa.String(length=30), nullable=True),
        sa.Column("institution_code", sa.String(length=30), nullable=True),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("reasons", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["paper_id"], ["papers.id"], name=op.f("fk_paper_decisions_paper_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_paper_decisions_person_id")
        ),
        sa.PrimaryKeyConstraint("paper_id", "step", name=op.f("pk_paper_decisions")),
    )
