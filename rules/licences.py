"""许可证: where, for what and until when a station may act (R1.7, G§4.7(6))."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from rules.catalogue import Level, Programme, Unit, level_name
from rules.findings import Finding

UnitKey = tuple[Programme, str]


class LicenceState(StrEnum):
    """What an officer decided; that its time is over follows from the day."""

    ACTIVE = "active"
    SUSPENDED = "suspended"


class HandedOver(StrEnum):
    """What a station is given, each on its own day (R2.8)."""

    LICENCE = "licence"
    PLAQUE = "plaque"
    """铜牌"""
    SEAL = "seal"
    """印章"""


@dataclass(frozen=True, slots=True)
class LicensedUnit:
    """A trade of the licence with the levels a station may examine."""

    programme: Programme
    code: str
    levels: tuple[Level, ...]
    """Descending from 5 to 1."""

    @property
    def key(self) -> UnitKey:
        return self.programme, self.code


@dataclass(frozen=True, slots=True, kw_only=True)
class Permit:
    """What a licence says, without whose it is."""

    region: str
    valid_from: date
    valid_until: date
    """The last day."""
    units: tuple[LicensedUnit, ...]
    state: LicenceState = LicenceState.ACTIVE

    @property
    def programmes(self) -> frozenset[Programme]:
        return frozenset(unit.programme for unit in self.units)

    def covers(self, key: UnitKey, level: Level) -> bool:
        return any(unit.key == key and level in unit.levels for unit in self.units)


def entry_findings(permit: Permit) -> Iterator[Finding]:
    """What keeps a licence from being entered."""
    if permit.valid_until < permit.valid_from:
        args = {"since": permit.valid_from}
        yield Finding("licence-ends-first", "R1.7", args, box="valid_until")
    if not permit.units or not all(unit.levels for unit in permit.units):
        yield Finding("licence-units-missing", "R1.7", box="trades")


def activity_findings(permit: Permit, day: date) -> Iterator[Finding]:
    """Why nothing new can be done under the licence on that day; what runs is kept."""
    if permit.state is LicenceState.SUSPENDED:
        yield Finding("licence-suspended", "R1.7")
    if day < permit.valid_from:
        yield Finding("licence-not-yet", "R1.7", {"since": permit.valid_from})
    if day > permit.valid_until:
        yield Finding("licence-expired", "R1.7", {"until": permit.valid_until})


def scope_findings(permit: Permit, unit: Unit, level: Level) -> Iterator[Finding]:
    """Whether trade and level stand on the licence."""
    if not permit.covers(unit.key, level):
        args = {"trade": unit.name, "level": level_name(level, unit)}
        yield Finding("outside-licence", "R1.7", args)


def changed(
    units: Iterable[LicensedUnit],
    add: Mapping[UnitKey, Iterable[Level]],
    drop: Mapping[UnitKey, Iterable[Level]],
) -> tuple[LicensedUnit, ...]:
    """The units after a change (增减项), ascending by code; a trade without a level left is gone.

    A level both dropped and added stays: what is added was examined, what is dropped was only given up.
    """
    kept = {unit.key: unit for unit in units}
    for key, levels in drop.items():
        if key in kept:
            kept[key] = _with(kept[key], set(kept[key].levels) - set(levels))
    for key, levels in add.items():
        before = kept.get(key, LicensedUnit(*key, ()))
        kept[key] = _with(before, set(before.levels) | set(levels))
    return tuple(kept[key] for key in sorted(kept) if kept[key].levels)


def _with(unit: LicensedUnit, levels: Iterable[Level]) -> LicensedUnit:
    return replace(unit, levels=tuple(sorted(levels, reverse=True)))
