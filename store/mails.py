"""Mails waiting to be sent; what stood in them is forgotten once they are sent or too late."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import Column, Float, Integer, String, Table, bindparam, insert, or_, select, update

from store.schema import Moment, Sealed, Serial, database_now, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

MailId = NewType("MailId", int)


class MailState(StrEnum):
    """Where a mail stands."""

    WAITING = "waiting"
    SENT = "sent"
    DEAD = "dead"


mails = Table(
    "mails",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("recipient", Sealed),
    Column("subject", Sealed),
    Column("body", Sealed),
    Column("state", String(10), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("put_at", Moment, nullable=False),
    Column("good_until", Moment),
    Column("leased_until", Moment),
    Column("problem", String(200)),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail to one address. `good_until` is machine time."""

    id: MailId
    recipient: str = field(repr=False)
    subject: str = field(repr=False)
    body: str = field(repr=False)
    attempts: int
    good_until: datetime | None


_FREE = (mails.c.state == MailState.WAITING) & or_(
    mails.c.leased_until.is_(None), mails.c.leased_until <= database_now()
)
_due = (
    select(mails.c.id)
    .where(_FREE)
    .order_by(mails.c.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
    .cte("due")
)
CLAIM = (
    update(mails)
    .where(mails.c.id.in_(select(_due.c.id)))
    .values(
        leased_until=database_now(bindparam("seconds", type_=Float)),
        attempts=mails.c.attempts + 1,
    )
    .returning(*mails.c)
)
FORGOTTEN = {"recipient": None, "subject": None, "body": None, "leased_until": None}
TOO_LATE = (
    update(mails)
    .where(_FREE, mails.c.good_until < bindparam("now"))
    .values(FORGOTTEN | {"state": MailState.DEAD, "problem": "too-late"})
)


class Mails:
    """Leases and retries go by the database's own time, so that several processes may send."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def put(self, recipient: str, subject: str, body: str, good_for: timedelta) -> MailId:
        """Send this once the unit is committed, as long as it is of use."""
        values = {
            "state": MailState.WAITING,
            "attempts": 0,
            "put_at": self._unit.machine_now,
            "good_until": self._unit.machine_now + good_for,
        }
        added = insert(mails).returning(mails.c.id)
        mail = MailId(self._unit.connection.execute(added, values).scalar_one())
        texts = {"recipient": recipient, "subject": subject, "body": body}
        sealed = {
            name: self._unit.seal(text, f"mails.{name}:{mail}") for name, text in texts.items()
        }
        self._set(mail, **sealed)
        return mail

    def claim(self, limit: int, lease: timedelta) -> tuple[Mail, ...]:
        """Take mails to send, the oldest first; nobody else gets them while the lease lasts."""
        self._unit.connection.execute(TOO_LATE, {"now": self._unit.machine_now})
        values = {"limit": limit, "seconds": lease.total_seconds()}
        rows = self._unit.connection.execute(CLAIM, values)
        return tuple(sorted(map(self._record, rows), key=lambda mail: mail.id))

    def sent(self, mail: MailId) -> None:
        self._set(mail, **FORGOTTEN, state=MailState.SENT, problem=None)

    def failed(self, mail: MailId, problem: str, *, retry_in: timedelta | None) -> None:
        """Note what the mail server said; try again after `retry_in`, or never."""
        if retry_in is None:
            self._set(mail, **FORGOTTEN, state=MailState.DEAD, problem=problem[:200])
        else:
            later = database_now(retry_in.total_seconds())
            self._set(mail, leased_until=later, problem=problem[:200])

    def counts(self) -> dict[str, int]:
        """How many mails are in which state."""
        states = [row.state for row in self._unit.connection.execute(select(mails.c.state))]
        return {state: states.count(state) for state in MailState}

    def _set(self, mail: MailId, **values: object) -> None:
        self._unit.connection.execute(update(mails).where(mails.c.id == mail).values(values))

    def _record(self, row: Any) -> Mail:
        def opened(column: str) -> str:
            return self._unit.unseal(getattr(row, column), f"mails.{column}:{row.id}")

        return Mail(
            id=row.id,
            recipient=opened("recipient"),
            subject=opened("subject"),
            body=opened("body"),
            attempts=row.attempts,
            good_until=row.good_until,
        )
