"""The inbox: which messages we have seen, so that the same one twice does nothing twice."""

import hmac
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
    bindparam,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert

from store.faults import KeyReused
from store.people import PersonId, people
from store.prepared import Prepared
from store.schema import Moment, insert_or_keep, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork


class InboxState(StrEnum):
    """How the turn of a message ended."""

    DONE = "done"
    FAILED = "failed"


inbox = Table(
    "inbox",
    metadata,
    Column("key", String(200), primary_key=True),
    Column("content_fp", LargeBinary, nullable=False),
    Column("person_id", ForeignKey(people.c.id)),
    Column("first_number", Integer),
    Column("last_number", Integer),
    Column("at", Moment, nullable=False, index=True),
    Column("state", String(10), nullable=False),
)


inbox_attempts = Table(
    "inbox_attempts",
    metadata,
    Column("key", String(200), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("at", Moment, nullable=False, index=True),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of a message seen before: the numbers of its replies, first to last."""

    person: PersonId | None
    first: int | None
    last: int | None
    state: InboxState


NOTE = Prepared(insert_or_keep(inbox), columns=("key", "content_fp", "at", "state"))
SEEN = Prepared(
    select(
        inbox.c.content_fp,
        inbox.c.person_id,
        inbox.c.first_number,
        inbox.c.last_number,
        inbox.c.state,
    ).where(inbox.c.key == bindparam("seen"))
)
SETTLE = Prepared(
    update(inbox)
    .where(inbox.c.key == bindparam("seen"))
    .values(
        person_id=bindparam("person"),
        first_number=bindparam("first"),
        last_number=bindparam("last"),
        state=bindparam("state"),
    )
)


_new_attempt = insert(inbox_attempts)
# PostgreSQL's construct compiles for SQLite as well, whose clause is the same.
ATTEMPT = _new_attempt.on_conflict_do_update(
    index_elements=[inbox_attempts.c.key], set_={"count": inbox_attempts.c.count + 1}
).returning(inbox_attempts.c.count)


class Inbox:
    """A key names one message of one session or chat for good."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def note(self, key: str, content_fp: bytes) -> Seen | None:
        """None when the message is new. The same key with other content raises KeyReused.

        An empty fingerprint stands for content that may leave no trace: passwords.
        """
        values = {
            "key": key,
            "content_fp": content_fp,
            "at": self._unit.now,
            "state": InboxState.DONE,
        }
        if NOTE.run(self._unit.connection, values):
            return None
        row = SEEN.one(self._unit.connection, {"seen": key})
        if row.content_fp and not hmac.compare_digest(row.content_fp, content_fp):
            raise KeyReused(key)
        return _record(row)

    def find(self, key: str) -> Seen | None:
        """What came of a message, whatever it said."""
        row = SEEN.row(self._unit.connection, {"seen": key})
        return None if row is None else _record(row)

    def attempt(self, key: str) -> int:
        """Count one more try to decode the message's file, before it begins: 1 the first time.

        Committed apart from the turn, it survives whatever the file does to us.
        """
        values = {"key": key, "count": 1, "at": self._unit.now}
        count: int = self._unit.connection.execute(ATTEMPT, values).scalar_one()
        return count

    def done(self, key: str, person: PersonId, first: int, last: int) -> None:
        self._settle(key, person, first, last, InboxState.DONE)

    def failed(self, key: str, person: PersonId, first: int, last: int) -> None:
        """The turn met a bug; the numbers are those of the apology."""
        self._settle(key, person, first, last, InboxState.FAILED)

    def _settle(self, key: str, person: PersonId, first: int, last: int, state: InboxState) -> None:
        SETTLE.run(
            self._unit.connection,
            {"seen": key, "person": person, "first": first, "last": last, "state": state},
        )


def _record(row: Any) -> Seen:
    return Seen(row.person_id, row.first_number, row.last_number, InboxState(row.state))
