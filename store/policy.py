"""Policy values officers set, each from a day on; what nobody set has the value the rules ship with."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Column, Date, ForeignKey, String, Table, insert, select

from rules.findings import Finding, NotPossible
from rules.policy import Policy
from rules.roles import Action
from store.people import people
from store.schema import Document, Moment, Serial, metadata

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


class Policies:
    """Nothing set is ever overwritten: of two values from the same day the later one counts."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def current(self, day: date) -> Policy:
        """The policy of that natural day in Asia/Shanghai."""
        question = (
            select(policy_values.c.name, policy_values.c.value)
            .where(policy_values.c.valid_from <= day)
            .order_by(policy_values.c.valid_from, policy_values.c.id)
        )
        rows = self._unit.connection.execute(question)
        return Policy.from_values({row.name: row.value for row in rows})

    def set(self, name: str, value: object, valid_from: date) -> None:
        """Let a JSON-able value hold from that day on, set by the unit's caller."""
        self._unit.require(Action.SET_POLICY)
        try:
            Policy.from_values({name: value})
        except ValueError as error:
            raise NotPossible(Finding("policy-value-unfit", args={"name": name})) from error
        values = {
            "name": name,
            "value": value,
            "valid_from": valid_from,
            "set_by": self._unit.caller.person,
            "set_at": self._unit.now,
        }
        self._unit.connection.execute(insert(policy_values), values)
