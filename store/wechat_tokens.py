"""WeChat's access tokens: one for each account of ours, shared by all processes."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Column, String, Table, select
from sqlalchemy.dialects.postgresql import insert

from store.schema import Moment, Sealed, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

wechat_tokens = Table(
    "wechat_tokens",
    metadata,
    Column("account", String(40), primary_key=True),
    Column("token", Sealed, nullable=False),
    Column("good_until", Moment, nullable=False),
)

_new = insert(wechat_tokens)
# PostgreSQL's construct compiles for SQLite as well, whose clause is the same.
PUT = _new.on_conflict_do_update(
    index_elements=[wechat_tokens.c.account],
    set_={"token": _new.excluded.token, "good_until": _new.excluded.good_until},
)


@dataclass(frozen=True, slots=True)
class WechatToken:
    """`good_until` is machine time."""

    text: str = field(repr=False)
    good_until: datetime


class WechatTokens:
    """A new token voids the one before, so whoever fetches one puts it here for all."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def find(self, account: str) -> WechatToken | None:
        """The latest one, as long as it is good."""
        row = self._unit.connection.execute(
            select(wechat_tokens.c.token, wechat_tokens.c.good_until).where(
                wechat_tokens.c.account == account,
                wechat_tokens.c.good_until > self._unit.machine_now,
            )
        ).first()
        if row is None:
            return None
        return WechatToken(self._unit.unseal(row.token, _context(account)), row.good_until)

    def put(self, account: str, text: str, good_for: timedelta) -> WechatToken:
        token = WechatToken(text, self._unit.machine_now + good_for)
        values = {
            "account": account,
            "token": self._unit.seal(text, _context(account)),
            "good_until": token.good_until,
        }
        self._unit.connection.execute(PUT, values)
        return token


def _context(account: str) -> str:
    return f"wechat_tokens.token:{account}"
