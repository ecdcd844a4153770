"""Broadcasts: one message to a whole audience, sent in small steps that a killed process goes on with."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    func,
    insert,
    select,
    update,
)

from rules.audiences import Audience
from rules.findings import Finding, NotPossible
from rules.roles import Action, who_may
from store import rights
from store.audiences import Audiences, as_json, from_json
from store.notices import NoticeId, notices
from store.people import PersonId, people
from store.schema import Document, Moment, Sealed, Serial, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

BroadcastId = NewType("BroadcastId", int)

broadcasts = Table(
    "broadcasts",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("audience", Document, nullable=False),
    Column("text", Sealed),
    Column("notice_id", ForeignKey(notices.c.id)),
    Column("sender", String(30), nullable=False),
    Column("made_by", ForeignKey(people.c.id)),
    Column("made_at", Moment, nullable=False),
    Column("planned", Integer, nullable=False),
    Column("last_person", Serial, nullable=False),
    Column("cursor", Serial, nullable=False),
    Column("sent", Integer, nullable=False),
    Column("ended_at", Moment),
    sqlite_autoincrement=True,
)
Index(None, broadcasts.c.ended_at, broadcasts.c.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Broadcast:
    """One message on its way; people are told in the order of their ids, `cursor` was the last."""

    id: BroadcastId
    audience: Audience
    text: str = field(repr=False)
    notice: NoticeId | None
    sender: str
    """The code of the institution it comes from."""
    made_by: PersonId | None
    made_at: datetime
    planned: int
    """How many it held when it was confirmed."""
    last_person: PersonId
    """Who signs up later is not told."""
    cursor: PersonId
    sent: int
    ended_at: datetime | None


class Broadcasts:
    """Telling somebody and moving the cursor happen in one unit, so nobody is told twice."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit
        self._audiences = Audiences(unit)

    def begin(self, audience: Audience, text: str, notice: NoticeId | None = None) -> Broadcast:
        """Have it sent to everybody the audience holds now, within the caller's reach."""
        work = self._unit
        audience = self._audiences.narrowed(audience, Action.SEND_BROADCAST)
        planned = self._audiences.count(audience)
        if not planned:
            raise NotPossible(Finding("audience-empty", box="audience"))
        sender = rights.own_institution(work, who_may(Action.SEND_BROADCAST)).code
        values = {
            "audience": as_json(audience),
            "notice_id": notice,
            "sender": sender,
            "made_by": work.caller.person,
            "made_at": work.now,
            "planned": planned,
            "last_person": work.connection.execute(select(func.max(people.c.id))).scalar_one(),
            "cursor": 0,
            "sent": 0,
        }
        added = work.connection.execute(insert(broadcasts).returning(broadcasts.c.id), values)
        broadcast = BroadcastId(added.scalar_one())
        self._set(broadcast, text=work.seal(text, f"broadcasts.text:{broadcast}"))
        work.audit.note("broadcast-begun", f"broadcast:{broadcast}", planned=planned)
        return self.get(broadcast)

    def get(self, broadcast: BroadcastId) -> Broadcast:
        row = self._unit.connection.execute(
            select(broadcasts).where(broadcasts.c.id == broadcast)
        ).first()
        if row is None:
            raise NotPossible(Finding("broadcast-unknown"))
        return self._record(row)

    def stop(self, broadcast: BroadcastId) -> Broadcast:
        """Nobody else is told; NotPossible when it is another institution's, or done already."""
        found = self.get(broadcast)
        rights.check(self._unit, Action.SEND_BROADCAST, institution=found.sender)
        if not self._end(broadcast):
            raise NotPossible(Finding("broadcast-ended"))
        self._unit.audit.note("broadcast-stopped", f"broadcast:{broadcast}")
        return self.get(broadcast)

    def any_under_way(self) -> bool:
        """Whether there is anything to send: asked often, so it takes no lock."""
        under_way = select(broadcasts.c.id).where(broadcasts.c.ended_at.is_(None)).limit(1)
        return self._unit.connection.execute(under_way).first() is not None

    def take(self) -> Broadcast | None:
        """The oldest that is under way and nobody else is at; kept from others until the unit ends."""
        question = (
            select(broadcasts)
            .where(broadcasts.c.ended_at.is_(None))
            .order_by(broadcasts.c.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        row = self._unit.connection.execute(question).first()
        return None if row is None else self._record(row)

    def next_people(self, broadcast: Broadcast, most: int) -> tuple[PersonId, ...]:
        """The next to be told, in the order of their ids."""
        members = (
            self._audiences.members(broadcast.audience)
            .where(people.c.id > broadcast.cursor, people.c.id <= broadcast.last_person)
            .order_by(people.c.id)
            .limit(most)
        )
        return tuple(self._unit.connection.execute(members).scalars())

    def told(self, broadcast: Broadcast, cursor: PersonId, count: int) -> None:
        """Note how far it has come."""
        self._set(broadcast.id, cursor=cursor, sent=broadcast.sent + count)

    def finish(self, broadcast: Broadcast) -> Broadcast:
        """Everybody has been told."""
        self._end(broadcast.id)
        return self.get(broadcast.id)

    def _end(self, broadcast: BroadcastId) -> bool:
        under_way = (broadcasts.c.id == broadcast) & broadcasts.c.ended_at.is_(None)
        ended = update(broadcasts).where(under_way).values(ended_at=self._unit.now)
        return self._unit.connection.execute(ended).rowcount == 1

    def _set(self, broadcast: BroadcastId, **values: Any) -> None:
        self._unit.connection.execute(
            update(broadcasts).where(broadcasts.c.id == broadcast).values(**values)
        )

    def _record(self, row: Any) -> Broadcast:
        return Broadcast(
            id=row.id,
            audience=from_json(row.audience),
            text=self._unit.unseal(row.text, f"broadcasts.text:{row.id}"),
            notice=row.notice_id,
            sender=row.sender,
            made_by=row.made_by,
            made_at=row.made_at,
            planned=row.planned,
            last_person=row.last_person,
            cursor=row.cursor,
            sent=row.sent,
            ended_at=row.ended_at,
        )
