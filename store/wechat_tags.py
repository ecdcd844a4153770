"""WeChat's user tags: which of our chats carries one, and which do not carry the one their person's posts call for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Integer,
    String,
    Subquery,
    Table,
    case,
    delete,
    func,
    null,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert

from rules.roles import Role
from store.chats import chats
from store.people import people, posts
from store.schema import metadata
from store.sessions import sessions
from store.wechat_chats import CHANNEL

if TYPE_CHECKING:
    from store.unit import UnitOfWork

wechat_tags = Table(
    "wechat_tags",
    metadata,
    Column("address", String(200), primary_key=True),
    Column("tag", Integer, nullable=False),
    Column("stands", Boolean, nullable=False),
)
_c = wechat_tags.c


@dataclass(frozen=True, slots=True)
class OutOfStep:
    """A chat by its address, the tag it may carry now and the one it should; neither is the wanted one yet."""

    address: str
    carried: int | None
    wanted: int | None


class WechatTags:
    """A row is there before WeChat is told to put the tag on, and until it was told to take it off."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def out_of_step(
        self, account: str, tags: Mapping[Role, int], most: int
    ) -> tuple[OutOfStep, ...]:
        """Chats of our account whose tag has to change; of several roles the first in `tags` counts."""
        wanted = wanted_in(account, tags)
        missing = (
            select(wanted.c.address, _c.tag, wanted.c.tag)
            .outerjoin(wechat_tags, _c.address == wanted.c.address)
            .where(or_(_c.tag.is_(None), _c.tag != wanted.c.tag, ~_c.stands))
        )
        over = (
            select(_c.address, _c.tag, null())
            .outerjoin(wanted, _c.address == wanted.c.address)
            .where(wanted.c.address.is_(None), _is_of(account, _c.address))
        )
        found = [
            row
            for question in (missing, over)
            for row in self._unit.connection.execute(question.limit(most))
        ]
        return tuple(OutOfStep(*row) for row in found[:most])

    def begin(self, addresses: Sequence[str], tag: int) -> None:
        """WeChat is about to be told to put it on."""
        put = insert(wechat_tags)
        # PostgreSQL's construct compiles for SQLite as well, whose clause is the same.
        noted = put.on_conflict_do_update(
            index_elements=[_c.address], set_={"tag": put.excluded.tag, "stands": False}
        )
        rows = [{"address": one, "tag": tag, "stands": False} for one in addresses]
        self._unit.connection.execute(noted, rows)

    def stand(self, addresses: Sequence[str], tag: int) -> None:
        """WeChat has put it on."""
        put_on = update(wechat_tags).where(_c.address.in_(addresses), _c.tag == tag)
        self._unit.connection.execute(put_on.values(stands=True))

    def doubt(self, addresses: Sequence[str]) -> None:
        """WeChat may have taken it off, or is about to."""
        doubted = update(wechat_tags).where(_c.address.in_(addresses))
        self._unit.connection.execute(doubted.values(stands=False))

    def end(self, addresses: Sequence[str], tag: int) -> None:
        """WeChat has taken it off."""
        self._unit.connection.execute(
            delete(wechat_tags).where(_c.address.in_(addresses), _c.tag == tag)
        )


def wanted_in(account: str, tags: Mapping[Role, int]) -> Subquery:
    """The tag each chat's person has a post for, as long as the chat is reached and its session opens all."""
    order = [str(role) for role in tags]
    first = func.min(case({role: place for place, role in enumerate(order)}, value=posts.c.role))
    # From the posts to their chats: by the index of channels SQLite would read the chats of everybody.
    in_wechat = chats.c.channel.concat("") == CHANNEL
    held = (
        select(posts.c.person_id, case(dict(enumerate(tags.values())), value=first).label("tag"))
        .where(posts.c.role.in_(order))
        .group_by(posts.c.person_id)
        .subquery()
    )
    return (
        select(chats.c.address, held.c.tag)
        .join(chats, chats.c.person_id == held.c.person_id)
        .join(sessions, sessions.c.id == chats.c.session_id)
        .join(people, people.c.id == chats.c.person_id)
        .where(in_wechat, _is_of(account, chats.c.address))
        .where(chats.c.blocked_at.is_(None), people.c.first_password_fp.is_(None))
        .where(sessions.c.voided_at.is_(None), sessions.c.only_draft.is_(None))
        .subquery()
    )


def _is_of(account: str, address: ColumnElement[str]) -> ColumnElement[bool]:
    return address.startswith(f"{account}:", autoescape=True)
