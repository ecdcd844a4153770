"""What WeChat lets us send, and its token."""

import sqlalchemy as sa
from alembic import op
from store.schema import Moment

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "wechat_chats",
        sa.Column("address", sa.String(200), nullable=False),
        sa.Column("written_at", Moment()),
        sa.Column("written_used", sa.Integer(), nullable=False),
        sa.Column("tapped_at", Moment()),
        sa.Column("tapped_used", sa.Integer(), nullable=False),
        sa.Column("pages", sa.LargeBinary()),
        sa.Column("pages_until", Moment()),
        sa.Column("shown", sa.Integer(), nullable=False),
        sa.Column("shown_for", sa.String(200)),
        sa.PrimaryKeyConstraint("address", name=op.f("pk_wechat_chats")),
    )
    op.create_table(
        "wechat_tokens",
        sa.Column("account", sa.String(40), nullable=False),
        sa.Column("token", sa.LargeBinary(), nullable=False),
        sa.Column("good_until", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("account", name=op.f("pk_wechat_tokens")),
    )
