"""What Alembic runs to migrate: the connection comes from `store.migrate`."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import JSON, BigInteger, Connection

from store.schema import Moment, all_tables


def written(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    """How a step writes our own column types: by their names in `store.schema`."""
    match kind, item:
        case "type", Moment():
            return "Moment()"
        case "type", BigInteger():
            return "Serial"
        case "type", JSON():
            return "Document"
    return False


connection: Connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=all_tables(),
    # SQLite changes a column by copying the table.
    render_as_batch=connection.dialect.name == "sqlite",
    transactional_ddl=True,
    render_item=written,
)
with context.begin_transaction():
    context.run_migrations()
