"""What Alembic runs to migrate: the connection comes from `store.migrate`."""

from alembic import context
from sqlalchemy import Connection

from store.schema import all_tables

connection: Connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=all_tables(),
    # SQLite changes a column by copying the table.
    render_as_batch=connection.dialect.name == "sqlite",
    transactional_ddl=True,
    user_module_prefix="",
)
with context.begin_transaction():
    context.run_migrations()
