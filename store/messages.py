"""Messages: everything said to and by a person, numbered without gaps; the number is every reader's cursor."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from store.database import dumps
from store.people import PersonId, people
from store.prepared import Prepared
from store.schema import Moment, Sealed, Serial, metadata

if TYPE_CHECKING:
    from store.drafts import DraftId
    from store.unit import UnitOfWork


class Sender(StrEnum):
    """Who said it, as the person sees it."""

    ME = "me"
    BOT = "bot"


messages = Table(
    "messages",
    metadata,
    Column("person_id", ForeignKey(people.c.id), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("sender", String(10), nullable=False),
    Column("draft_id", Serial),
    Column("at", Moment, nullable=False),
    Column("body", Sealed, nullable=False),
)


@dataclass(frozen=True, slots=True)
class NewMessage:
    """Something to be said; the body is JSON-able."""

    sender: Sender
    body: Mapping[str, Any] = field(repr=False)
    draft: "DraftId | None" = None


@dataclass(frozen=True, slots=True)
class Message:
    """Something that was said."""

    number: int
    sender: Sender
    draft: "DraftId | None"
    at: datetime
    body: Mapping[str, Any] = field(repr=False)


@cache
def adding(count: int) -> Prepared:
    """So many messages at once; a turn adds two, and each statement is a journey to the database."""
    rows = [
        {column.key: bindparam(f"{column.key}_{place}", type_=column.type) for column in messages.c}
        for place in range(count)
    ]
    return Prepared(insert(messages).values(rows))


_IN_ORDER = (
    select(messages)
    .where(messages.c.person_id == bindparam("person"), messages.c.number > bindparam("cursor"))
    .order_by(messages.c.number)
)
_AFTER = _IN_ORDER.limit(bindparam("limit"))
AFTER = Prepared(_AFTER)
AFTER_OF_DRAFT = Prepared(_AFTER.where(messages.c.draft_id == bindparam("only_draft")))
RANGE = Prepared(_IN_ORDER.where(messages.c.number <= bindparam("last")))

LAST_SAID = Prepared(
    select(messages)
    .where(messages.c.person_id == bindparam("person"), messages.c.sender == Sender.BOT)
    .order_by(messages.c.number.desc())
    .limit(1)
)

SAID_BEFORE = Prepared(
    select(messages)
    .where(messages.c.person_id == bindparam("person"), messages.c.sender == Sender.BOT)
    .where(messages.c.number < bindparam("before"))
    .order_by(messages.c.number.desc())
    .limit(1)
)


class Messages:
    """Numbers are taken under the lock of the person's row, so none is seen before a lower one."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def add(self, person: PersonId, *new: NewMessage) -> tuple[Message, ...]:
        """Say these, in this order, and tell whoever waits for the person's news after the commit."""
        if not new:
            return ()
        numbers = self._unit.people.next_numbers(person, len(new))
        said = tuple(
            Message(number, message.sender, message.draft, self._unit.now, message.body)
            for number, message in zip(numbers, new, strict=True)
        )
        values: dict[str, object] = {}
        for place, message in enumerate(said):
            body = self._unit.seal(dumps(message.body), _context(person, message.number))
            values |= {
                f"person_id_{place}": person,
                f"number_{place}": message.number,
                f"sender_{place}": message.sender,
                f"draft_id_{place}": message.draft,
                f"at_{place}": message.at,
                f"body_{place}": body,
            }
        adding(len(said)).run(self._unit.connection, values)
        self._unit.after_commit(partial(self._unit.store.signals.raise_, person))
        return said

    def after(
        self, person: PersonId, cursor: int, limit: int, only_draft: "DraftId | None" = None
    ) -> tuple[Message, ...]:
        """At most `limit` messages with a higher number than `cursor`, or only those of one draft."""
        values = {"person": person, "cursor": cursor, "limit": limit}
        if only_draft is None:
            return self._read(AFTER, values)
        return self._read(AFTER_OF_DRAFT, values | {"only_draft": only_draft})

    def range(self, person: PersonId, first: int, last: int) -> tuple[Message, ...]:
        """From the first to the last number, both included."""
        return self._read(RANGE, {"person": person, "cursor": first - 1, "last": last})

    def last_said(self, person: PersonId) -> Mapping[str, Any] | None:
        """The body of the last message we sent the person."""
        row = LAST_SAID.row(self._unit.connection, {"person": person})
        return None if row is None else self._record(row).body

    def said_before(self, person: PersonId, number: int) -> Message | None:
        """What we said last before the person's message of that number: what it answered."""
        row = SAID_BEFORE.row(self._unit.connection, {"person": person, "before": number})
        return None if row is None else self._record(row)

    def revise(self, person: PersonId, number: int, body: Mapping[str, Any]) -> None:
        """Put another body in the place of one message of ours, and tell whoever shows it."""
        self._unit.connection.execute(
            update(messages)
            .where(messages.c.person_id == person, messages.c.number == number)
            .where(messages.c.sender == Sender.BOT)
            .values(body=self._unit.seal(dumps(body), _context(person, number)))
        )
        self._unit.after_commit(partial(self._unit.store.signals.raise_, person))

    def replace(self, person: PersonId, draft: "DraftId", body: Mapping[str, Any]) -> None:
        """Put another body in the place of everything said on a draft; the senders' own ids stay."""
        on_draft = (messages.c.person_id == person) & (messages.c.draft_id == draft)
        rows = self._unit.connection.execute(select(messages).where(on_draft)).all()
        for row in rows:
            said = self._record(row)
            key = {"key": said.body["key"]} if "key" in said.body else {}
            sealed = self._unit.seal(dumps({**body, **key}), _context(person, said.number))
            self._unit.connection.execute(
                update(messages)
                .where(messages.c.person_id == person, messages.c.number == said.number)
                .values(body=sealed)
            )

    def erase(self, person: PersonId) -> None:
        self._unit.connection.execute(delete(messages).where(messages.c.person_id == person))

    def _read(self, question: Prepared, values: Mapping[str, object]) -> tuple[Message, ...]:
        return tuple(map(self._record, question.rows(self._unit.connection, values)))

    def _record(self, row: Any) -> Message:
        person, number, sender, draft, at, body = row
        opened = json.loads(self._unit.unseal(body, _context(person, number)))
        return Message(number, Sender(sender), draft, at, opened)


def _context(person: PersonId, number: int) -> str:
    return f"messages.body:{person}:{number}"
