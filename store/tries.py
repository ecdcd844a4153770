"""Wrong passwords, counted per account, whether or not there is such an account (R1.8)."""

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Column, ColumnElement, Integer, LargeBinary, Table, delete, select, update

from rules.lock_outs import FORGOTTEN_AFTER, Tries, failed
from rules.names import user_name_key
from store.schema import Moment, insert_or_keep, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

sign_in_tries = Table(
    "sign_in_tries",
    metadata,
    Column("account_fp", LargeBinary, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("lock_outs", Integer, nullable=False),
    Column("failed_at", Moment, index=True),
    Column("locked_until", Moment),
)
COLUMNS = [sign_in_tries.c[name] for name in Tries.__slots__]
BEGIN = insert_or_keep(sign_in_tries)


class SignInTries:
    """The database counts and not the memory: several processes serve, and a restart forgives nothing.

    An account is known by the user name somebody typed. Of tries at once all wait for each other here.
    """

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def of(self, user_name: str) -> Tries:
        question = select(*COLUMNS).where(self._is(user_name))
        row = self._unit.connection.execute(question).first()
        return Tries(*row) if row else Tries()

    def locked_for(self, user_name: str) -> timedelta | None:
        """How long nobody gets in under this name."""
        return self.of(user_name).locked_for(self._unit.machine_now)

    def failed(self, user_name: str) -> Tries:
        """Count a wrong password; what it led to."""
        now, policy = self._unit.machine_now, self._unit.policy.current(self._unit.today)
        self._forget_old()
        values = {"account_fp": self._fingerprint(user_name), "failures": 0, "lock_outs": 0}
        self._unit.connection.execute(BEGIN, values)
        locked = select(*COLUMNS).where(self._is(user_name)).with_for_update()
        before = Tries(*self._unit.connection.execute(locked).one())
        after = failed(
            before, now, lock_out_after=policy.lock_out_after, minutes=policy.lock_out_minutes
        )
        fields = {name: getattr(after, name) for name in Tries.__slots__}
        self._unit.connection.execute(
            update(sign_in_tries).where(self._is(user_name)).values(fields)
        )
        return after

    def clear(self, user_name: str) -> None:
        """After a right password."""
        self._unit.connection.execute(delete(sign_in_tries).where(self._is(user_name)))

    def _forget_old(self) -> None:
        """Names somebody made up must not fill the table."""
        long_ago = self._unit.machine_now - 2 * FORGOTTEN_AFTER
        old = delete(sign_in_tries).where(sign_in_tries.c.failed_at < long_ago)
        self._unit.connection.execute(old)

    def _is(self, user_name: str) -> ColumnElement[bool]:
        return sign_in_tries.c.account_fp == self._fingerprint(user_name)

    def _fingerprint(self, user_name: str) -> bytes:
        return self._unit.fingerprint(user_name_key(user_name), "user-name")
