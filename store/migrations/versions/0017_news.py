"""What turns tell others, on its way to their history."""

import sqlalchemy as sa
from alembic import op
from store.schema import Moment, Serial

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "news",
        sa.Column("id", Serial, nullable=False),
        sa.Column("person_id", Serial, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("not_before", Moment()),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_news_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_news")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_news_person_id"), "news", ["person_id"])
