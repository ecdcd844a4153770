"""Sessions: which browser or program speaks for whom. Only the token's fingerprint is kept."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    ForeignKey,
    LargeBinary,
    String,
    Table,
    bindparam,
    insert,
    select,
    update,
)

from store.people import PersonId, people
from store.prepared import Prepared
from store.schema import Moment, Serial, metadata

if TYPE_CHECKING:
    from store.drafts import DraftId
    from store.unit import UnitOfWork

SessionId = NewType("SessionId", int)

TOKEN_BYTES = 32
SEEN_EVERY = timedelta(hours=1)
REPLAYED_FOR = timedelta(minutes=10)


class SessionKind(StrEnum):
    """How the token travels."""

    COOKIE = "cookie"
    BEARER = "bearer"
    CHAT = "chat"
    """Of a chat of a network; found by its address, the token is nobody's."""


sessions = Table(
    "sessions",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("token_fp", LargeBinary, nullable=False, unique=True),
    Column("person_id", ForeignKey(people.c.id), nullable=False, index=True),
    Column("kind", String(10), nullable=False),
    Column("only_draft", Serial),
    Column("created_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("voided_at", Moment),
    Column("voided_by", String(200)),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True)
class Session:
    """A live session; with `only_draft` it opens nothing but that draft (handover)."""

    id: SessionId
    person: PersonId
    kind: SessionKind
    only_draft: "DraftId | None"
    created_at: datetime
    seen_at: datetime


_SHOWN = select(
    sessions.c.id,
    sessions.c.person_id,
    sessions.c.kind,
    sessions.c.only_draft,
    sessions.c.created_at,
    sessions.c.seen_at,
)
_LIVE = _SHOWN.where(sessions.c.voided_at.is_(None))
REPLACED = _SHOWN.where(
    sessions.c.token_fp == bindparam("token_fp"),
    sessions.c.voided_by == bindparam("message"),
    sessions.c.voided_at > bindparam("since"),
)
BY_TOKEN = Prepared(_LIVE.where(sessions.c.token_fp == bindparam("token_fp")))


class Sessions:
    """Times are machine time."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def open(
        self, person: PersonId, kind: SessionKind, only_draft: "DraftId | None" = None
    ) -> tuple[SessionId, str]:
        """A new session and its token of 256 bits, which is told once and never kept."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        values = {
            "token_fp": self._fingerprint(token),
            "person_id": person,
            "kind": kind,
            "only_draft": only_draft,
            "created_at": self._unit.machine_now,
            "seen_at": self._unit.machine_now,
        }
        added = insert(sessions).returning(sessions.c.id)
        return SessionId(self._unit.connection.execute(added, values).scalar_one()), token

    def find(self, token: str) -> Session | None:
        row = BY_TOKEN.row(self._unit.connection, {"token_fp": self._fingerprint(token)})
        return None if row is None else _record(row)

    def find_replaced(self, token: str, message: str) -> Session | None:
        """The session this very message put an end to, not long ago: its reply may have been lost."""
        values = {
            "token_fp": self._fingerprint(token),
            "message": message,
            "since": self._unit.machine_now - REPLAYED_FOR,
        }
        row = self._unit.connection.execute(REPLACED, values).first()
        return None if row is None else _record(row)

    def of(self, person: PersonId) -> tuple[Session, ...]:
        """The person's devices, the last used first."""
        question = _LIVE.where(sessions.c.person_id == person)
        rows = self._unit.connection.execute(question.order_by(sessions.c.seen_at.desc()))
        return tuple(map(_record, rows))

    def seen(self, session: SessionId) -> None:
        """Note that the session is in use, to the hour."""
        now = self._unit.machine_now
        stale = (sessions.c.id == session) & (sessions.c.seen_at < now - SEEN_EVERY)
        self._unit.connection.execute(update(sessions).where(stale).values(seen_at=now))

    def void(self, session: SessionId, message: str | None = None) -> None:
        """End a session; `message` is the sender's id of the message whose turn replaced it."""
        self._void(sessions.c.id == session, voided_by=message)

    def void_all(self, person: PersonId, except_: SessionId | None = None) -> None:
        """Void the person's sessions, but for the one a change was made from."""
        self._void((sessions.c.person_id == person) & (sessions.c.id != (except_ or 0)))

    def _void(self, which: Any, **values: object) -> None:
        live = update(sessions).where(which, sessions.c.voided_at.is_(None))
        self._unit.connection.execute(live.values(voided_at=self._unit.machine_now, **values))

    def _fingerprint(self, token: str) -> bytes:
        return self._unit.fingerprint(token, "session")


def _record(row: Any) -> Session:
    session, person, kind, only_draft, created_at, seen_at = row
    return Session(session, person, SessionKind(kind), only_draft, created_at, seen_at)
