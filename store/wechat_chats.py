"""WeChat's chats: what it lets us send to each of them now, and what is left of a long reply."""

import json
from collections.abc import Sequence
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import Column, Integer, String, Table, bindparam, delete, select, update
from sqlalchemy.dialects.postgresql import Insert, insert

from store.chats import chats
from store.people import PersonId
from store.prepared import Prepared
from store.schema import Moment, Sealed, insert_or_keep, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

CHANNEL = "wechat"


class Opening(StrEnum):
    """What opens a chat for customer-service messages; each opening starts its allowance anew."""

    WRITTEN = "written"
    """The person wrote or sent something: 5 messages within 48 hours."""
    TAPPED = "tapped"
    """The person followed us, scanned a code or tapped the menu: 3 messages within one minute."""


ALLOWED = {Opening.WRITTEN: (5, timedelta(hours=48)), Opening.TAPPED: (3, timedelta(minutes=1))}

wechat_chats = Table(
    "wechat_chats",
    metadata,
    Column("address", String(200), primary_key=True),
    Column("written_at", Moment),
    Column("written_used", Integer, nullable=False),
    Column("tapped_at", Moment),
    Column("tapped_used", Integer, nullable=False),
    Column("pages", Sealed),
    Column("pages_until", Moment),
    Column("shown", Integer, nullable=False),
    Column("shown_for", String(200)),
)
_c = wechat_chats.c
UNOPENED: dict[str, object] = {"written_used": 0, "tapped_used": 0, "shown": 0}
NO_PAGES = {"pages": None, "pages_until": None, "shown": 0, "shown_for": None}


def _opened(by: Opening, *, reading_on: bool) -> Insert:
    fresh: dict[str, object] = {f"{by}_at": bindparam("at", type_=Moment()), f"{by}_used": 0}
    if not reading_on:
        fresh |= NO_PAGES
    put = insert(wechat_chats).values(address=bindparam("chat"), **UNOPENED | fresh)
    # PostgreSQL's construct compiles for SQLite as well, whose clause is the same.
    return put.on_conflict_do_update(index_elements=[_c.address], set_=fresh)


OPENED = {
    (by, reading_on): Prepared(_opened(by, reading_on=reading_on))
    for by in Opening
    for reading_on in (True, False)
}


class WechatChats:
    """By the address of the chats table. All times are machine time: WeChat's limits know no rehearsal."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def opened(self, address: str, by: Opening, *, reading_on: bool = False) -> None:
        """The person did something; we may send again. Who is not reading on gets a new reply."""
        values = {"chat": address, "at": self._unit.machine_now}
        OPENED[by, reading_on].run(self._unit.connection, values)

    def take(self, address: str) -> Opening | None:
        """Use one message of what is allowed, the shorter allowance first; None when nothing is."""
        for by in (Opening.TAPPED, Opening.WRITTEN):
            most, span = ALLOWED[by]
            used = _c[f"{by}_used"]
            taken = (
                update(wechat_chats)
                .where(_c.address == address, used < most)
                .where(_c[f"{by}_at"] > self._unit.machine_now - span)
                .values({used: used + 1})
            )
            if self._unit.connection.execute(taken).rowcount:
                return by
        return None

    def give_back(self, address: str, taken: Opening) -> None:
        """The message was refused before it counted."""
        used = _c[f"{taken}_used"]
        given = update(wechat_chats).where(_c.address == address, used > 0)
        self._unit.connection.execute(given.values({used: used - 1}))

    def close(self, address: str) -> None:
        """WeChat says nothing more is allowed, whatever we counted."""
        self._unit.connection.execute(
            update(wechat_chats)
            .where(_c.address == address)
            .values(written_at=None, tapped_at=None)
        )

    def keep_pages(self, address: str, pages: Sequence[str], good_for: timedelta) -> None:
        """A long reply whose first page goes out now; the others wait to be asked for."""
        content = {
            "pages": self._unit.seal(json.dumps(list(pages)), _context(address)),
            "pages_until": self._unit.machine_now + good_for,
            "shown": 1,
            "shown_for": None,
        }
        self._unit.connection.execute(insert_or_keep(wechat_chats), {"address": address} | UNOPENED)
        self._unit.connection.execute(
            update(wechat_chats).where(_c.address == address).values(content)
        )

    def next_page(self, address: str, message: str) -> str | None:
        """The page after the last one shown; None when nothing is left to read.

        `message` is the key of the message that asks: the same one gets the same page again.
        """
        row = self._unit.connection.execute(
            select(_c.pages, _c.shown, _c.shown_for)
            .where(_c.address == address, _c.pages_until > self._unit.machine_now)
            .with_for_update()
        ).first()
        if row is None:
            return None
        pages: list[str] = json.loads(self._unit.unseal(row.pages, _context(address)))
        shown: int = row.shown
        if row.shown_for == message:
            return pages[shown - 1]
        if shown >= len(pages):
            return None
        turned = update(wechat_chats).where(_c.address == bindparam("chat"))
        self._unit.connection.execute(
            turned.values(shown=shown + 1, shown_for=message), {"chat": address}
        )
        return pages[shown]

    def erase(self, person: PersonId) -> None:
        """Of all chats that are the person's now."""
        theirs = select(chats.c.address).where(
            chats.c.channel == CHANNEL, chats.c.person_id == person
        )
        self._unit.connection.execute(delete(wechat_chats).where(_c.address.in_(theirs)))


def _context(address: str) -> str:
    return f"wechat_chats.pages:{address}"
