"""Handovers: links that carry one draft to another device, once and within ten minutes."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Column,
    ForeignKey,
    LargeBinary,
    String,
    Table,
    delete,
    insert,
    select,
    update,
)

from store.drafts import DraftId
from store.people import PersonId, people
from store.schema import Moment, Serial, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

TOKEN_BYTES = 24
LIFETIME = timedelta(minutes=10)

handovers = Table(
    "handovers",
    metadata,
    Column("token_fp", LargeBinary, primary_key=True),
    Column("draft_id", Serial, nullable=False),
    Column("person_id", ForeignKey(people.c.id), nullable=False, index=True),
    Column("made_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("redeemed_at", Moment),
    Column("from_channel", String(30), nullable=False),
)


@dataclass(frozen=True, slots=True)
class Handover:
    """Which draft, whose, and from which channel."""

    draft: DraftId
    person: PersonId
    from_channel: str
    expires_at: datetime


_SHOWN = (
    handovers.c.draft_id,
    handovers.c.person_id,
    handovers.c.from_channel,
    handovers.c.expires_at,
)


class Handovers:
    """Times are machine time."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def make(self, draft: DraftId, person: PersonId) -> str:
        """A token of 192 bits from the caller's channel, told once and never kept."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        values = {
            "token_fp": self._fingerprint(token),
            "draft_id": draft,
            "person_id": person,
            "made_at": self._unit.machine_now,
            "expires_at": self._unit.machine_now + LIFETIME,
            "from_channel": self._unit.caller.channel,
        }
        self._unit.connection.execute(insert(handovers), values)
        return token

    def find(self, token: str) -> Handover | None:
        """Look without redeeming: messengers fetch links for previews."""
        return _record(
            self._unit.connection.execute(select(*_SHOWN).where(*self._live(token))).first()
        )

    def redeem(self, token: str) -> Handover | None:
        """The handover, to the first who redeems it in time; None to everybody else."""
        redeemed = (
            update(handovers)
            .where(*self._live(token))
            .values(redeemed_at=self._unit.machine_now)
            .returning(*_SHOWN)
        )
        return _record(self._unit.connection.execute(redeemed).first())

    def erase(self, person: PersonId) -> None:
        self._unit.connection.execute(delete(handovers).where(handovers.c.person_id == person))

    def _live(self, token: str) -> tuple[Any, ...]:
        return (
            handovers.c.token_fp == self._fingerprint(token),
            handovers.c.redeemed_at.is_(None),
            handovers.c.expires_at > self._unit.machine_now,
        )

    def _fingerprint(self, token: str) -> bytes:
        return self._unit.fingerprint(token, "handover")


def _record(row: Any) -> Handover | None:
    return None if row is None else Handover(*row)
