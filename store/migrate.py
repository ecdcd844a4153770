"""Bringing a database to the current version, and telling whether it is there."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from store.database import Database

if TYPE_CHECKING:
    # Imported at use: a server's start only asks whether anything is missing.
    from alembic.config import Config

STEPS = Path(__file__).parent / "migrations"


def migrate(url: str) -> None:
    """Take all steps still missing, in one transaction; on a current database nothing happens."""
    from alembic import command

    with _connected(url, writing=True) as connection:
        command.upgrade(_config(connection), "head")
        if connection.dialect.name == "postgresql":
            from store.carrier import add_schema

            add_schema(connection)


def is_current(url: str) -> bool:
    """Whether no step is missing; a new, empty database is not current."""
    with _connected(url, writing=False) as connection:
        if not inspect(connection).has_table("alembic_version"):
            return False
        taken = connection.scalars(text("SELECT version_num FROM alembic_version")).all()
        return taken == [last_step()]


def has_keys(url: str) -> bool:
    """Whether the database was opened with keys before: no others open what is in it."""
    with _connected(url, writing=False) as connection:
        return (
            inspect(connection).has_table("signing_keys")
            and connection.scalar(text("SELECT count(*) FROM signing_keys")) != 0
        )


def last_step() -> str:
    """The number of the last step: their files are named by it."""
    return max(file.name for file in (STEPS / "versions").glob("[0-9]*.py")).partition("_")[0]


def draft_step(url: str, step: str, message: str) -> None:
    """Write the next step from what differs between the database and the nouns; read it before use."""
    from alembic import command

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


def _config(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(STEPS))
    config.attributes["connection"] = connection
    return config
