"""Chats: the addresses in push channels a person is reached at, each with the session it talks in."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    ForeignKey,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert

from store.people import PersonId, people
from store.prepared import Prepared
from store.schema import Moment, Serial, insert_or_keep, metadata
from store.sessions import Session, SessionId, SessionKind, sessions

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
    Column("session_id", ForeignKey(sessions.c.id), index=True),
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
    session: SessionId | None


_new = insert(chats)
# PostgreSQL's construct compiles for SQLite as well, whose clause is the same.
BIND = _new.on_conflict_do_update(
    index_elements=[chats.c.channel, chats.c.address],
    set_={
        "person_id": _new.excluded.person_id,
        "session_id": _new.excluded.session_id,
        "bound_at": _new.excluded.bound_at,
        "blocked_at": None,
    },
).returning(*chats.c)
KEEP = insert_or_keep(chats)
AT = select(chats).where(
    chats.c.channel == bindparam("channel"), chats.c.address == bindparam("address")
)
LOCK = AT.with_for_update()
HERE = Prepared(
    select(
        chats.c.id,
        chats.c.blocked_at,
        sessions.c.id,
        sessions.c.person_id,
        sessions.c.kind,
        sessions.c.only_draft,
        sessions.c.created_at,
        sessions.c.seen_at,
    )
    .join(sessions, sessions.c.id == chats.c.session_id)
    .where(
        chats.c.channel == bindparam("channel"),
        chats.c.address == bindparam("address"),
        sessions.c.voided_at.is_(None),
    )
)
_session_is_whole = sessions.c.voided_at.is_(None) & sessions.c.only_draft.is_(None)
REACHABLE = (
    select(chats)
    .outerjoin(sessions, sessions.c.id == chats.c.session_id)
    .where(
        chats.c.person_id == bindparam("person"),
        chats.c.blocked_at.is_(None),
        or_(chats.c.session_id.is_(None), _session_is_whole),
    )
    .order_by(chats.c.bound_at.desc(), chats.c.id.desc())
)


class Chats:
    """An address belongs to one person at a time; a person may have several."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def enter(self, channel: str, address: str, language: str) -> tuple[ChatId, Session]:
        """The chat a message came from and its live session; somebody new there is a new guest."""
        return self._here(channel, address) or self._begin(channel, address, language)

    def bind(
        self, channel: str, address: str, person: PersonId, session: SessionId | None = None
    ) -> Chat:
        """From now on this address is this person's, whoever had it before."""
        values = {
            "channel": channel,
            "address": address,
            "person_id": person,
            "session_id": session,
            "bound_at": self._unit.now,
        }
        return _record(self._unit.connection.execute(BIND, values).one())

    def get(self, chat: ChatId) -> Chat:
        return _record(self._unit.connection.execute(select(chats).where(chats.c.id == chat)).one())

    def find(self, channel: str, address: str) -> Chat | None:
        row = self._unit.connection.execute(AT, {"channel": channel, "address": address}).first()
        return None if row is None else _record(row)

    def of(self, person: PersonId) -> tuple[Chat, ...]:
        """Where the person's news may go, the latest first: not to blocked chats, nor to those whose
        session has ended or opens nothing but a handed-over draft."""
        return tuple(map(_record, self._unit.connection.execute(REACHABLE, {"person": person})))

    def block(self, chat: ChatId) -> None:
        self._unit.connection.execute(
            update(chats).where(chats.c.id == chat).values(blocked_at=self._unit.now)
        )

    def unbind_all(self, person: PersonId) -> None:
        self._unit.connection.execute(
            update(chats).where(chats.c.person_id == person).values(person_id=None)
        )

    def _here(self, channel: str, address: str) -> tuple[ChatId, Session] | None:
        row = HERE.row(self._unit.connection, {"channel": channel, "address": address})
        if row is None:
            return None
        chat, blocked_at, session, person, kind, only_draft, created_at, seen_at = row
        if blocked_at is not None:
            self._unit.connection.execute(
                update(chats).where(chats.c.id == chat).values(blocked_at=None)
            )
        return chat, Session(session, person, SessionKind(kind), only_draft, created_at, seen_at)

    def _begin(self, channel: str, address: str, language: str) -> tuple[ChatId, Session]:
        place = {"channel": channel, "address": address}
        self._unit.connection.execute(KEEP, place | {"bound_at": self._unit.now})
        # Two first messages at once: the second waits here and then finds what the first began.
        self._unit.connection.execute(LOCK, place)
        if found := self._here(channel, address):
            return found
        guest = self._unit.people.add_guest(language)
        session, _ = self._unit.sessions.open(guest.id, SessionKind.CHAT)
        chat = self.bind(channel, address, guest.id, session)
        found = self._here(channel, address)
        assert found is not None
        assert found[0] == chat.id
        return found


def _record(row: Any) -> Chat:
    return Chat(*row)
