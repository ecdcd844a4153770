"""Recovery codes: one live code a person, for half an hour and five attempts (R5.8)."""

import hmac
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, Table, delete, update
from sqlalchemy.dialects.postgresql import insert

from store.people import PersonId, people
from store.schema import Moment, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

DIGITS = 8
LIFETIME = timedelta(minutes=30)
MOST_ATTEMPTS = 5

codes = Table(
    "codes",
    metadata,
    Column("person_id", ForeignKey(people.c.id), primary_key=True),
    Column("code_fp", LargeBinary, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    Column("attempts", Integer, nullable=False),
)

_new = insert(codes)
# PostgreSQL's construct compiles for SQLite as well, whose clause is the same.
MAKE = _new.on_conflict_do_update(
    index_elements=[codes.c.person_id],
    set_={column.name: _new.excluded[column.name] for column in codes.c if not column.primary_key},
)


class Codes:
    """Times are machine time."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def make(self, person: PersonId) -> str:
        """A new code of eight digits, told once and never kept; an earlier one is void."""
        code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
        values = {
            "person_id": person,
            "code_fp": self._fingerprint(person, code),
            "made_at": self._unit.machine_now,
            "expires_at": self._unit.machine_now + LIFETIME,
            "used_at": None,
            "attempts": 0,
        }
        self._unit.connection.execute(MAKE, values)
        return code

    def redeem(self, person: PersonId, code: str) -> bool:
        """Whether this is the person's live code; it is used up then. Commit the unit either way."""
        attempt = (
            update(codes)
            .where(
                codes.c.person_id == person,
                codes.c.used_at.is_(None),
                codes.c.attempts < MOST_ATTEMPTS,
                codes.c.expires_at > self._unit.machine_now,
            )
            .values(attempts=codes.c.attempts + 1)
            .returning(codes.c.code_fp)
        )
        live = self._unit.connection.execute(attempt).scalar()
        if live is None or not hmac.compare_digest(live, self._fingerprint(person, code)):
            return False
        used = update(codes).where(codes.c.person_id == person)
        self._unit.connection.execute(used.values(used_at=self._unit.machine_now))
        return True

    def erase(self, person: PersonId) -> None:
        self._unit.connection.execute(delete(codes).where(codes.c.person_id == person))

    def _fingerprint(self, person: PersonId, code: str) -> bytes:
        return self._unit.fingerprint(f"{person}:{code.strip()}", "recovery-code")
