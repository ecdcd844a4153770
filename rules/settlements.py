"""The settlement (证书结算): so many certificates by trade and level, at the price of the level (R7.9)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rules.catalogue import Level, Unit
from rules.findings import Finding
from rules.policy import Policy


class SettlementState(StrEnum):
    """How far a settlement has come; before it is filed there is none."""

    FILED = "filed"
    """An officer is to find the payment."""
    RETURNED = "returned"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class BillLine:
    """The certificates of one trade and level; `fen` is the price of one, None where none is set."""

    unit: Unit
    level: Level
    certificates: int
    fen: int | None

    @property
    def amount(self) -> int:
        """In fen."""
        return self.certificates * (self.fen or 0)


@dataclass(frozen=True, slots=True)
class Bill:
    """What a batch has to pay for."""

    lines: tuple[BillLine, ...]

    @property
    def certificates(self) -> int:
        return sum(line.certificates for line in self.lines)

    @property
    def total(self) -> int:
        """In fen."""
        return sum(line.amount for line in self.lines)

    @property
    def unpriced(self) -> tuple[Level, ...]:
        """The levels nobody has set a price for."""
        return tuple(dict.fromkeys(one.level for one in self.lines if one.fen is None))


def bill(passed: Iterable[tuple[Unit, Level]], policies: Sequence[Policy]) -> Bill:
    """One line for each trade and level, in the order they first come.

    The price is that of the first policy which has one: of the day the results were approved, so that
    what is to be paid does not change under the payer; where none was set then, of today.
    """
    counted: Counter[tuple[tuple[object, ...], Level]] = Counter()
    units: dict[tuple[object, ...], Unit] = {}
    for unit, level in passed:
        counted[unit.key, level] += 1
        units[unit.key] = unit
    return Bill(
        tuple(
            BillLine(units[key], level, count, price(level, policies))
            for (key, level), count in counted.items()
        )
    )


def price(level: Level, policies: Sequence[Policy]) -> int | None:
    """In fen; None where no policy has a price for the level."""
    found = (one.fen for policy in policies for one in policy.unit_prices if one.level is level)
    return next(found, None)


def bill_findings(due: Bill) -> Iterator[Finding]:
    """What stands against settling it whatever was paid: nothing to pay for, or no price (R7.9)."""
    if not due.certificates:
        yield Finding("settlement-nobody-passed", "R7.9")
    for level in due.unpriced:
        yield Finding("settlement-no-price", "R7.9", {"level": level})


def payment_findings(paid_on: date, applied_on: date, today: date) -> Iterator[Finding]:
    """A payment lies in the past, and not before the batch was applied for (R7.9)."""
    if paid_on > today:
        yield Finding("settlement-paid-in-future", "R7.9", {"today": today}, box="paid_on")
    elif paid_on < applied_on:
        args = {"applied_on": applied_on}
        yield Finding("settlement-paid-before-batch", "R7.9", args, box="paid_on")
