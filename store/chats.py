"""Chats: the addresses in push channels a person is reached at."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    ForeignKey,
    String,
    Table,
    UniqueConstraint,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert

from store.people import PersonId, people
from store.schema import Moment, Serial, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

ChatId = NewType("ChatId", int)

chats = Table(
    "chats",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("channel", String(30), nullable=False),
    Column("address", String(200), nullable=False),
    Column("person_id", ForeignKey(people.c.id), index=True),
    Column("bound_at", Moment, nullable=False),
    Column("blocked_at", Moment),
    UniqueConstraint("channel", "address"),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True)
class Chat:
    """One address in one channel; `blocked_at` since it refuses our messages."""

    id: ChatId
    channel: str
    address: str
    person: PersonId | None
    bound_at: datetime
    blocked_at: datetime | None


_new = insert(chats)
# PostgreSQL's construct compiles for SQLite as well, whose clause is the same.
BIND = _new.on_conflict_do_update(
    index_elements=[chats.c.channel, chats.c.address],
    set_={
        "person_id": _new.excluded.person_id,
        "bound_at": _new.excluded.bound_at,
        "blocked_at": None,
    },
).returning(*chats.c)


class Chats:
    """An address belongs to one person at a time; a person may have several."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def bind(self, channel: str, address: str, person: PersonId) -> Chat:
        """From now on this address is this person's, whoever had it before."""
        values = {
            "channel": channel,
            "address": address,
            "person_id": person,
            "bound_at": self._unit.now,
        }
        return _record(self._unit.connection.execute(BIND, values).one())

    def get(self, chat: ChatId) -> Chat:
        return _record(self._unit.connection.execute(select(chats).where(chats.c.id == chat)).one())

    def find(self, channel: str, address: str) -> Chat | None:
        question = select(chats).where(chats.c.channel == channel, chats.c.address == address)
        row = self._unit.connection.execute(question).first()
        return None if row is None else _record(row)

    def of(self, person: PersonId) -> tuple[Chat, ...]:
        """Where the person can be reached, the latest first; blocked chats are left out."""
        reachable = (chats.c.person_id == person) & chats.c.blocked_at.is_(None)
        question = select(chats).where(reachable).order_by(chats.c.bound_at.desc(), chats.c.id)
        return tuple(map(_record, self._unit.connection.execute(question)))

    def block(self, chat: ChatId) -> None:
        self._unit.connection.execute(
            update(chats).where(chats.c.id == chat).values(blocked_at=self._unit.now)
        )

    def unbind_all(self, person: PersonId) -> None:
        self._unit.connection.execute(
            update(chats).where(chats.c.person_id == person).values(person_id=None)
        )


def _record(row: Any) -> Chat:
    return Chat(*row)
