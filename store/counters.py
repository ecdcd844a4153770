"""Running numbers that start with 1 and leave no gap: a rolled-back unit gives its number back."""

from sqlalchemy import Column, Connection, Integer, String, Table
from sqlalchemy.dialects.postgresql import insert

from store.schema import metadata

counters = Table(
    "counters",
    metadata,
    Column("name", String(100), primary_key=True),
    Column("last", Integer, nullable=False),
)

# PostgreSQL's construct compiles for SQLite as well, whose clause is the same.
TAKE = (
    insert(counters)
    .values(last=1)
    .on_conflict_do_update(index_elements=[counters.c.name], set_={"last": counters.c.last + 1})
    .returning(counters.c.last)
)


def next_number(connection: Connection, name: str) -> int:
    """The next number of that name; others who want one wait until the unit ends."""
    number: int = connection.execute(TAKE, {"name": name}).scalar_one()
    return number
