"""The outbox: messages waiting to be sent through push channels, in order within every chat."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    bindparam,
    case,
    delete,
    exists,
    false,
    func,
    insert,
    null,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.sql.dml import ReturningUpdate

from rules.findings import Finding, NotPossible
from store.chats import ChatId, chats
from store.people import PersonId, people
from store.prepared import Prepared
from store.schema import Moment, Serial, database_now, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

OutboxId = NewType("OutboxId", int)

MOST_REDIRECTED = 3
"""A message that wandered through so many chats stays in the web inbox."""


class OutboxState(StrEnum):
    """Where a delivery stands."""

    WAITING = "waiting"
    SENT = "sent"
    DEAD = "dead"
    INBOX = "inbox"
    """No channel can carry it now; it stands in the person's history, which the page shows."""


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
    Column("leased_by", String(60)),
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
    # What is kept back until the morning must not keep the answers of the night with it.
    or_(_earlier.c.not_before.is_(None), _earlier.c.not_before <= bindparam("now")),
)
_lease_end = database_now(bindparam("seconds", type_=Float))
_others_wait = exists().where(
    _earlier.c.chat_id == bindparam("to_chat"),
    _earlier.c.state == OutboxState.WAITING,
    or_(
        _earlier.c.leased_by.is_(None),
        _earlier.c.leased_by != bindparam("by"),
        # A reply that was left to the sender names its process, too, and is held by nobody.
        _earlier.c.leased_until.is_(None),
        _earlier.c.leased_until <= database_now(),
    ),
)
_held_end = case((_others_wait, null()), else_=_lease_end)

PUT = insert(outbox).returning(outbox.c.id)
HOLD = Prepared(
    insert(outbox).values(leased_until=_held_end).returning(outbox.c.id, outbox.c.leased_until),
    columns=("person_id", "number", "chat_id", "urgent", "attempts", "state", "leased_by"),
)
SETTLE_SENT = Prepared(
    update(outbox)
    .where(outbox.c.id == bindparam("delivery"))
    .values(state=OutboxState.SENT, leased_until=None, leased_by=None, problem=None)
)
HURRY = Prepared(
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


def _claim(urgent: ColumnElement[bool]) -> ReturningUpdate[Any]:
    """Of urgent ones or of the others, so that the index gives them in order, however many wait."""
    due = (
        select(outbox.c.id)
        .join(chats, chats.c.id == outbox.c.chat_id)
        .where(chats.c.channel.in_(bindparam("channels", expanding=True)))
        .where(_FREE, outbox.c.urgent == urgent, _FIRST_OF_CHAT)
        .where(or_(outbox.c.not_before.is_(None), outbox.c.not_before <= bindparam("now")))
        .order_by(outbox.c.id)
        .limit(bindparam("limit"))
        .with_for_update(of=outbox, skip_locked=True)
        .cte("due")
    )
    leased = {"leased_until": _lease_end, "leased_by": bindparam("holder")}
    return (
        update(outbox)
        .where(outbox.c.id.in_(select(due.c.id)))
        .values(attempts=outbox.c.attempts + 1, **leased)
        .returning(*_SHOWN)
    )


CLAIMS = (_claim(true()), _claim(false()))


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
    ) -> OutboxId:
        """Let the sender deliver the person's message `number` to the chat."""
        if urgent:
            self._hurry(chat)
        values = self._values(person, number, chat, urgent=urgent) | {
            "not_before": not_before,
            "good_until": good_until,
        }
        return OutboxId(self._unit.connection.execute(PUT, values).scalar_one())

    def hold(
        self, person: PersonId, number: int, chat: ChatId, holder: str, for_: timedelta
    ) -> OutboxId | None:
        """A reply the holder delivers itself within that time; None when the sender has to.

        That is so while the chat waits for something this holder does not hold: it must come first.
        """
        values = self._values(person, number, chat, urgent=True) | {
            "leased_by": holder,
            "seconds": for_.total_seconds(),
            "to_chat": chat,
            "by": holder,
        }
        delivery, held_until = HOLD.one(self._unit.connection, values)
        if held_until is None:
            self._hurry(chat)
            return None
        return OutboxId(delivery)

    def claim(
        self, channels: Sequence[str], limit: int, lease: timedelta, holder: str = ""
    ) -> tuple[Delivery, ...]:
        """Take deliveries to send, urgent ones first; nobody else gets them while the lease lasts."""
        self._unit.connection.execute(TOO_LATE, {"now": self._unit.now})
        values = {
            "channels": list(channels),
            "now": self._unit.now,
            "seconds": lease.total_seconds(),
            "holder": holder,
        }
        claimed: list[Delivery] = []
        for claim in CLAIMS:
            room = {"limit": limit - len(claimed)}
            rows = self._unit.connection.execute(claim, values | room)
            claimed += sorted(map(_record, rows), key=attrgetter("id"))
        return tuple(claimed)

    def find(self, delivery: OutboxId) -> Delivery | None:
        """None once its person was erased."""
        question = select(*_SHOWN).where(outbox.c.id == delivery)
        row = self._unit.connection.execute(question).first()
        return None if row is None else _record(row)

    def still_wanted(self, delivery: Delivery) -> bool:
        """Whether the chat is still the person's; a reply goes where the question came from."""
        owner = select(chats.c.person_id).where(chats.c.id == delivery.chat)
        return delivery.urgent or self._unit.connection.scalar(owner) == delivery.person

    def redirect(self, delivery: Delivery, problem: str) -> ChatId | None:
        """Send it through the person's next chat instead; None: it stays in the web inbox."""
        reachable = [chat.id for chat in self._unit.chats.of(delivery.person)]
        chat = next((chat for chat in reachable if chat != delivery.chat), None)
        # Where a chat is gone it does not come back; else it may, so attempts count on.
        attempts = delivery.attempts if delivery.chat in reachable else 0
        free = {"leased_until": None, "leased_by": None, "problem": problem[:200]}
        if chat is None or attempts > MOST_REDIRECTED:
            self._set(delivery.id, state=OutboxState.INBOX, **free)
            return None
        self._set(delivery.id, chat_id=chat, attempts=attempts, **free)
        return chat

    def sent(self, *deliveries: OutboxId) -> None:
        SETTLE_SENT.run(self._unit.connection, *({"delivery": one} for one in deliveries))

    def reached(self, chat: ChatId, person: PersonId, numbers: Sequence[int]) -> None:
        """These messages reached the chat by another way, so nobody needs to bring them any more."""
        waiting = (
            (outbox.c.chat_id == chat)
            & (outbox.c.person_id == person)
            & outbox.c.number.in_(numbers)
            & (outbox.c.state == OutboxState.WAITING)
        )
        ended = {"state": OutboxState.SENT, "leased_until": None, "leased_by": None}
        self._unit.connection.execute(update(outbox).where(waiting).values(ended))

    def release(self, *deliveries: OutboxId) -> None:
        """Give back what was held or claimed and not sent."""
        waiting = outbox.c.id.in_(deliveries) & (outbox.c.state == OutboxState.WAITING)
        self._unit.connection.execute(
            update(outbox).where(waiting).values(leased_until=None, leased_by=None)
        )

    def failed(self, delivery: OutboxId, problem: str, *, retry_in: timedelta | None) -> None:
        """Note the channel's problem; try again after `retry_in`, or never."""
        if retry_in is None:
            ended = {"leased_until": None, "leased_by": None, "problem": problem[:200]}
            self._set(delivery, state=OutboxState.DEAD, **ended)
        else:
            later = database_now(retry_in.total_seconds())
            self._set(delivery, leased_until=later, leased_by=None, problem=problem[:200])

    def counts(self) -> dict[OutboxState, int]:
        """How many deliveries stand where."""
        question = select(outbox.c.state, func.count()).group_by(outbox.c.state)
        found = {OutboxState(s): n for s, n in self._unit.connection.execute(question)}
        return {state: found.get(state, 0) for state in OutboxState}

    def dead(self, limit: int = 1000) -> tuple[Delivery, ...]:
        """What could not be delivered, the oldest first."""
        question = select(*_SHOWN).where(outbox.c.state == OutboxState.DEAD).order_by(outbox.c.id)
        return tuple(map(_record, self._unit.connection.execute(question.limit(limit))))

    def replay(self, delivery: OutboxId) -> None:
        """Give a dead delivery another chance, whatever it was good until; NotPossible for others."""
        dead = (outbox.c.id == delivery) & (outbox.c.state == OutboxState.DEAD)
        values = {
            "state": OutboxState.WAITING,
            "attempts": 0,
            "good_until": None,
            "leased_until": None,
            "leased_by": None,
            "problem": None,
        }
        if self._unit.connection.execute(update(outbox).where(dead).values(values)).rowcount != 1:
            raise NotPossible(Finding("outbox-not-dead", args={"id": delivery}))

    def erase(self, person: PersonId) -> None:
        self._unit.connection.execute(delete(outbox).where(outbox.c.person_id == person))

    def _hurry(self, chat: ChatId) -> None:
        """What stands before a reply in its chat must not make it wait behind everybody's bulk."""
        HURRY.run(self._unit.connection, {"chat": chat})

    def _values(
        self, person: PersonId, number: int, chat: ChatId, *, urgent: bool
    ) -> dict[str, object]:
        return {
            "person_id": person,
            "number": number,
            "chat_id": chat,
            "urgent": urgent,
            "attempts": 0,
            "state": OutboxState.WAITING,
        }

    def _set(self, delivery: OutboxId, **values: object) -> None:
        self._unit.connection.execute(
            update(outbox).where(outbox.c.id == delivery).values(**values)
        )


def _record(row: Any) -> Delivery:
    delivery, person, number, chat, urgent, attempts, good_until, state, problem = row
    return Delivery(
        delivery, person, number, chat, urgent, attempts, good_until, OutboxState(state), problem
    )
