"""Policy values officers set, each from a day on; what nobody set has the value the rules ship with."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Date, ForeignKey, String, Table, insert, select

from rules.findings import Finding, NotPossible
from rules.policy import Policy
from rules.policy_bounds import forbidden
from rules.roles import Action
from store.people import PersonId, people
from store.schema import Document, Moment, Serial, metadata
from store.unit import OFFICE

if TYPE_CHECKING:
    from store.unit import UnitOfWork

policy_values = Table(
    "policy_values",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("name", String(50), nullable=False),
    Column("value", Document, nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("set_by", ForeignKey(people.c.id)),
    Column("set_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True)
class Change:
    """A value as it was set: by whom (None: the office itself), when, and from which day it holds."""

    value: Any
    valid_from: date
    set_by: PersonId | None
    set_at: datetime


class Policies:
    """Nothing set is ever overwritten: of two values from the same day the later one counts."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit
        self._read: dict[date, Policy] = {}

    def current(self, day: date) -> Policy:
        """The policy of that natural day in Asia/Shanghai."""
        if day not in self._read:
            self._read[day] = self._of(day)
        return self._read[day]

    def _of(self, day: date) -> Policy:
        question = (
            select(policy_values.c.name, policy_values.c.value)
            .where(policy_values.c.valid_from <= day)
            .order_by(policy_values.c.valid_from, policy_values.c.id)
        )
        rows = self._unit.connection.execute(question)
        return Policy.from_values({row.name: row.value for row in rows})

    def set(self, name: str, value: object, valid_from: date) -> None:
        """Let a JSON-able value hold from that day on, set by the unit's caller.

        What already happened keeps the value of its day: only today and later may be named.
        """
        self._unit.require(Action.SET_POLICY)
        against = list(forbidden(name, value))
        if self._unit.caller is not OFFICE and valid_from < self._unit.today:
            against.append(Finding("policy-past-day", args={"today": self._unit.today}))
        if against:
            raise NotPossible(against)
        values = {
            "name": name,
            "value": value,
            "valid_from": valid_from,
            "set_by": self._unit.caller.person,
            "set_at": self._unit.now,
        }
        self._unit.connection.execute(insert(policy_values), values)
        self._read.clear()
        self._unit.audit.note("policy-set", f"policy:{name}", valid_from=valid_from.isoformat())

    def changes(self, name: str) -> tuple[Change, ...]:
        """All that was ever set for the name, the last set first."""
        question = (
            select(*(policy_values.c[column] for column in Change.__slots__))
            .where(policy_values.c.name == name)
            .order_by(policy_values.c.id.desc())
        )
        return tuple(Change(*row) for row in self._unit.connection.execute(question))
