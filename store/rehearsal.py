"""A rehearsal: office time is a row here, which only moves forward and when told."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Column, Connection, Integer, Table, insert, select, update

from rules.findings import Finding, NotPossible
from store.schema import Moment, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

rehearsal = Table(
    "rehearsal",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("now", Moment, nullable=False),
)

NOW = select(rehearsal.c.now).where(rehearsal.c.id == 1)


def moment_of(connection: Connection) -> datetime | None:
    """The rehearsed office time; None where nothing is rehearsed."""
    moment: datetime | None = connection.scalar(NOW)
    return moment


class Rehearsal:
    """The clock of a rehearsal; a database becomes one at its first start and stays one."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def begin(self, moment: datetime) -> None:
        """Make this database a rehearsal that starts there."""
        self._unit.connection.execute(insert(rehearsal), {"id": 1, "now": moment})

    def now(self) -> datetime | None:
        return moment_of(self._unit.connection)

    def move(self, moment: datetime) -> None:
        """Let it be that moment; NotPossible for one that is past."""
        if moment < self._unit.now:
            args = {"now": self._unit.now.isoformat(timespec="minutes")}
            raise NotPossible(Finding("rehearsal-backwards", args=args))
        self._unit.connection.execute(update(rehearsal).values(now=moment))
