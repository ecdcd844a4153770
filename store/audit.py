"""The audit trail: who did what to what. Rows are added, never changed, and hold no personal data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, ForeignKey, Index, String, Table, insert, select

from rules.roles import Role
from store.people import PersonId, people
from store.schema import Document, Moment, Serial, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

audit = Table(
    "audit",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("person_id", ForeignKey(people.c.id)),
    Column("role", String(200), nullable=False),
    Column("act", String(50), nullable=False),
    Column("subject", String(100), nullable=False),
    Column("detail", Document, nullable=False),
    sqlite_autoincrement=True,
)
Index(None, audit.c.subject, audit.c.id)


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act; `role` are the roles the person held then, or the channel of a caller without one."""

    at: datetime
    person: PersonId | None
    role: str
    act: str
    subject: str
    detail: Mapping[str, Any]


NOTE = insert(audit)
PUBLIC = frozenset({Role.GUEST, Role.CANDIDATE})


class AuditTrail:
    """Subjects are named like `registration:12`."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def note(self, act: str, subject: str, **detail: object) -> None:
        """Note an act of the unit's caller; `detail` holds keys, numbers and days, never who somebody is."""
        self.write([self._row(act, subject, detail)])

    def refused(self, what: str, subject: str, *, anybody: bool = False) -> None:
        """Note that somebody was refused; kept even when what they did is undone.

        Guests and candidates come upon most refusals by old links, nothing to look into: of them
        only what concerns `anybody` is kept.
        """
        if anybody or self._unit.caller.roles - PUBLIC:
            row = self._row("refused", subject, {"what": what})
            self._unit.refusals[what, subject] = row

    def write(self, rows: Sequence[Mapping[str, Any]]) -> None:
        self._unit.connection.execute(NOTE, rows)

    def _row(self, act: str, subject: str, detail: Mapping[str, object]) -> dict[str, Any]:
        caller = self._unit.caller
        return {
            "at": self._unit.now,
            "person_id": caller.person,
            "role": ",".join(sorted(caller.roles)) or caller.channel,
            "act": act,
            "subject": subject,
            "detail": detail,
        }

    def of(self, subject: str) -> tuple[AuditEntry, ...]:
        question = select(
            audit.c.at,
            audit.c.person_id,
            audit.c.role,
            audit.c.act,
            audit.c.subject,
            audit.c.detail,
        ).where(audit.c.subject == subject)
        rows = self._unit.connection.execute(question.order_by(audit.c.id))
        return tuple(AuditEntry(*row) for row in rows)
