"""Which WeChat chats carry the tag their menu hangs on."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "wechat_tags",
        sa.Column("address", sa.String(200), nullable=False),
        sa.Column("tag", sa.Integer(), nullable=False),
        sa.Column("stands", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("address", name=op.f("pk_wechat_tags")),
    )
