"""Leases: what only one process may do at a time, such as polling for a bot or sending its bulk."""

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Column, Float, String, Table, bindparam, delete
from sqlalchemy.dialects.postgresql import insert

from store.schema import Moment, database_now, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

leases = Table(
    "leases",
    metadata,
    Column("name", String(100), primary_key=True),
    Column("holder", String(60), nullable=False),
    Column("until", Moment, nullable=False),
)

_new = insert(leases).values(until=database_now(bindparam("seconds", type_=Float)))
# PostgreSQL's construct compiles for SQLite as well, whose clause is the same.
TAKE = _new.on_conflict_do_update(
    index_elements=[leases.c.name],
    set_={"holder": _new.excluded.holder, "until": _new.excluded.until},
    where=(leases.c.holder == _new.excluded.holder) | (leases.c.until <= database_now()),
).returning(leases.c.name)


class Leases:
    """By the database's own time, which all processes share."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def take(self, name: str, holder: str, for_: timedelta) -> bool:
        """Take the lease, or hold it longer; False while another holder's runs."""
        values = {"name": name, "holder": holder, "seconds": for_.total_seconds()}
        return self._unit.connection.execute(TAKE, values).first() is not None

    def give_back(self, holder: str) -> None:
        """End all leases of a holder who stops."""
        self._unit.connection.execute(delete(leases).where(leases.c.holder == holder))
