"""Bringing a database to the current version, and telling whether it is there."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from store.database import Database

STEPS = Path(__file__).parent / "migrations"


def migrate(url: str) -> None:
    """Take all steps still missing, in one transaction; on a current database nothing happens."""
    with _connected(url, writing=True) as connection:
        command.upgrade(_config(connection), "head")
        if connection.dialect.name == "postgresql":
            from store.carrier import add_schema

            add_schema(connection)


def is_current(url: str) -> bool:
    """Whether no step is missing; a new, empty database is not current."""
    head = ScriptDirectory(str(STEPS)).get_current_head()
    with _connected(url, writing=False) as connection:
        return MigrationContext.configure(connection).get_current_revision() == head


def draft_step(url: str, step: str, message: str) -> None:
    """Write the next step from what differs between the database and the nouns; read it before use."""
    with _connected(url, writing=True) as connection:
        command.revision(_config(connection), message, rev_id=step, autogenerate=True)


@contextmanager
def _connected(url: str, *, writing: bool) -> Iterator[Connection]:
    database = Database(url, pool_size=1)
    try:
        with database.connect(writing=writing) as connection, connection.begin():
            yield connection
    finally:
        database.close()


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(STEPS))
    config.attributes["connection"] = connection
    return config
