"""增减项: what a station may add to its licence and drop from it (R1.7, R2.2)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rules.catalogue import Level, Unit, level_name
from rules.findings import Finding
from rules.licences import Permit, UnitKey, activity_findings
from rules.stations import EXAMINERS_PER_TRADE, DeclaredTrade, Equipment


class ChangeState(StrEnum):
    """How far a change has come; at which desk it lies is its paper's matter."""

    FILED = "filed"
    DONE = "done"
    """The licence was changed."""
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Change:
    """Trades and levels to add and to drop; equipment is what the added ones are trained on."""

    added: tuple[DeclaredTrade, ...] = ()
    dropped: tuple[DeclaredTrade, ...] = ()
    equipment: tuple[Equipment, ...] = ()


def levels_by_unit(trades: tuple[DeclaredTrade, ...]) -> Mapping[UnitKey, tuple[Level, ...]]:
    """Every level named of a unit, though it may stand on two lines."""
    found: dict[UnitKey, tuple[Level, ...]] = {}
    for one in trades:
        found[one.unit.key] = (*found.get(one.unit.key, ()), *one.levels)
    return found


def findings(
    change: Change, permit: Permit, today: date, trained: Callable[[UnitKey], int]
) -> Iterator[Finding]:
    """Everything that stands against the change, at once (R4.9).

    `trained` counts a trade's examiners after their class. Dropping is always possible, adding only
    under a licence that holds.
    """
    if not change.added and not change.dropped:
        yield Finding("change-nothing", "R1.7", box="trades")
    if change.added:
        yield from activity_findings(permit, today)
    yield from _additions(change, permit, trained)
    yield from _drops(change, permit)


def _additions(
    change: Change, permit: Permit, trained: Callable[[UnitKey], int]
) -> Iterator[Finding]:
    units = {one.unit.key: one.unit for one in change.added}
    for key, levels in levels_by_unit(change.added).items():
        yield from _levels_to_add(units[key], levels, permit)
        has = trained(key)
        if has < EXAMINERS_PER_TRADE:
            args = {"trade": units[key].name, "has": has, "least": EXAMINERS_PER_TRADE}
            yield Finding("station-examiners-few", "R2.2", args, box="trades")
        if not any(key in one.serves for one in change.equipment):
            args = {"trade": units[key].name}
            yield Finding("station-equipment-missing", "R2.2", args, box="equipment")


def _levels_to_add(unit: Unit, levels: tuple[Level, ...], permit: Permit) -> Iterator[Finding]:
    for level in levels:
        args = {"trade": unit.name, "level": level_name(level, unit)}
        if not unit.offers(level):
            yield Finding("station-level-unknown", "R1.3", args, box="trades")
        if permit.covers(unit.key, level):
            yield Finding("change-there-already", "R1.7", args, box="trades")


def _drops(change: Change, permit: Permit) -> Iterator[Finding]:
    dropped, added = levels_by_unit(change.dropped), levels_by_unit(change.added)
    units = {one.unit.key: one.unit for one in change.dropped}
    for key, levels in dropped.items():
        for level in levels:
            if not permit.covers(key, level):
                unit = units[key]
                args = {"trade": unit.name, "level": level_name(level, unit)}
                yield Finding("change-not-there", "R1.7", args, box="dropped")
    left = {
        (unit.key, level)
        for unit in permit.units
        for level in unit.levels
        if level not in dropped.get(unit.key, ())
    }
    if dropped and not left and not added:
        yield Finding("change-leaves-nothing", "R1.7", box="dropped")
