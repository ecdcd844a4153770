"""The outbox: messages waiting to be sent through push channels, in order within every chat."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    bindparam,
    delete,
    exists,
    false,
    insert,
    or_,
    select,
    true,
    update,
)

from store.chats import ChatId, chats
from store.people import PersonId, people
from store.schema import Moment, Serial, database_now, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

OutboxId = NewType("OutboxId", int)


class OutboxState(StrEnum):
    """Where a delivery stands."""

    WAITING = "waiting"
    SENT = "sent"
    DEAD = "dead"


outbox = Table(
    "outbox",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("person_id", ForeignKey(people.c.id), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("chat_id", ForeignKey(chats.c.id), nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("not_before", Moment),
    Column("good_until", Moment),
    Column("attempts", Integer, nullable=False),
    Column("leased_until", Moment),
    Column("state", String(10), nullable=False),
    Column("problem", String(200)),
    sqlite_autoincrement=True,
)
Index(None, outbox.c.chat_id, outbox.c.state, outbox.c.id)
Index(None, outbox.c.state, outbox.c.urgent, outbox.c.id)


@dataclass(frozen=True, slots=True)
class Delivery:
    """One numbered message of a person on its way to one chat."""

    id: OutboxId
    person: PersonId
    number: int
    chat: ChatId
    urgent: bool
    attempts: int
    good_until: datetime | None
    state: OutboxState
    problem: str | None


_SHOWN = (
    outbox.c.id,
    outbox.c.person_id,
    outbox.c.number,
    outbox.c.chat_id,
    outbox.c.urgent,
    outbox.c.attempts,
    outbox.c.good_until,
    outbox.c.state,
    outbox.c.problem,
)
_earlier = outbox.alias("earlier")
_FREE = (outbox.c.state == OutboxState.WAITING) & or_(
    outbox.c.leased_until.is_(None), outbox.c.leased_until <= database_now()
)
_FIRST_OF_CHAT = ~exists().where(
    _earlier.c.chat_id == outbox.c.chat_id,
    _earlier.c.id < outbox.c.id,
    _earlier.c.state == OutboxState.WAITING,
)
_due = (
    select(outbox.c.id)
    .where(_FREE, _FIRST_OF_CHAT)
    .where(or_(outbox.c.not_before.is_(None), outbox.c.not_before <= bindparam("now")))
    .order_by(outbox.c.urgent.desc(), outbox.c.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
    .cte("due")
)
_lease_end = database_now(bindparam("seconds", type_=Float))

PUT = insert(outbox).values(leased_until=_lease_end).returning(outbox.c.id)
HURRY = (
    update(outbox)
    .where(outbox.c.chat_id == bindparam("chat"), outbox.c.state == OutboxState.WAITING)
    .where(outbox.c.urgent == false())
    .values(urgent=true())
)
TOO_LATE = (
    update(outbox)
    .where(_FREE, outbox.c.good_until < bindparam("now"))
    .values(state=OutboxState.DEAD, problem="too-late")
)
CLAIM = (
    update(outbox)
    .where(outbox.c.id.in_(select(_due.c.id)))
    .values(leased_until=_lease_end, attempts=outbox.c.attempts + 1)
    .returning(*_SHOWN)
)


class Outbox:
    """Of a chat only the first waiting delivery can be claimed, so a later one never overtakes it.

    `not_before` and `good_until` are office time; leases, holds and retries go by the database's own time.
    """

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def put(
        self,
        person: PersonId,
        number: int,
        chat: ChatId,
        *,
        urgent: bool,
        not_before: datetime | None = None,
        good_until: datetime | None = None,
        held_for: timedelta = timedelta(0),
    ) -> OutboxId:
        """Send the person's message `number` to the chat; `held_for` keeps the sender off for a while."""
        if urgent:
            # What stands before a reply in its chat must not make it wait behind everybody's bulk.
            self._unit.connection.execute(HURRY, {"chat": chat})
        values = {
            "person_id": person,
            "number": number,
            "chat_id": chat,
            "urgent": urgent,
            "not_before": not_before,
            "good_until": good_until,
            "attempts": 0,
            "state": OutboxState.WAITING,
            "seconds": held_for.total_seconds(),
        }
        return OutboxId(self._unit.connection.execute(PUT, values).scalar_one())

    def claim(self, limit: int, lease: timedelta) -> tuple[Delivery, ...]:
        """Take deliveries to send, urgent ones first; nobody else gets them while the lease lasts."""
        self._unit.connection.execute(TOO_LATE, {"now": self._unit.now})
        rows = self._unit.connection.execute(
            CLAIM, {"now": self._unit.now, "limit": limit, "seconds": lease.total_seconds()}
        )
        return tuple(sorted(map(_record, rows), key=lambda row: (not row.urgent, row.id)))

    def sent(self, delivery: OutboxId) -> None:
        self._set(delivery, state=OutboxState.SENT, leased_until=None, problem=None)

    def failed(self, delivery: OutboxId, problem: str, *, retry_in: timedelta | None) -> None:
        """Note the channel's problem; try again after `retry_in`, or never."""
        if retry_in is None:
            self._set(delivery, state=OutboxState.DEAD, leased_until=None, problem=problem[:200])
        else:
            later = database_now(retry_in.total_seconds())
            self._set(delivery, leased_until=later, problem=problem[:200])

    def dead(self) -> tuple[Delivery, ...]:
        """What could not be delivered, the oldest first."""
        question = select(*_SHOWN).where(outbox.c.state == OutboxState.DEAD).order_by(outbox.c.id)
        return tuple(map(_record, self._unit.connection.execute(question)))

    def replay(self, delivery: OutboxId) -> None:
        """Give a dead delivery another chance, whatever it was good until."""
        self._set(
            delivery,
            state=OutboxState.WAITING,
            attempts=0,
            good_until=None,
            leased_until=None,
            problem=None,
        )

    def erase(self, person: PersonId) -> None:
        self._unit.connection.execute(delete(outbox).where(outbox.c.person_id == person))

    def _set(self, delivery: OutboxId, **values: object) -> None:
        self._unit.connection.execute(
            update(outbox).where(outbox.c.id == delivery).values(**values)
        )


def _record(row: Any) -> Delivery:
    delivery, person, number, chat, urgent, attempts, good_until, state, problem = row
    return Delivery(
        delivery, person, number, chat, urgent, attempts, good_until, OutboxState(state), problem
    )
