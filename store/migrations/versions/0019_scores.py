"""Empty; it was landed so, and data directories stand at it. What its name promised comes with 0021 on."""

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
