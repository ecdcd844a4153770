"""Changes of a licence: what is added has examiners and equipment, what is dropped was there (R1.7, R2.2)."""

from dataclasses import replace
from datetime import date

import pytest

from rules.catalogue import Level
from rules.licence_changes import Change, findings
from rules.licences import LicenceState
from rules.stations import DeclaredTrade, Equipment
from tests.plans import PERMIT
from tests.store.office import MACHINIST, WELDER

TODAY = date(2026, 6, 1)
LATHE = Equipment("加工中心 VMC850", 2, frozenset({MACHINIST.key}))
TO_THREE = DeclaredTrade(MACHINIST, (Level.THREE,))
ADDED = Change(added=(TO_THREE,), equipment=(LATHE,))


def keys(change: Change, *, trained: int = 3, permit: object = PERMIT) -> list[str]:
    return [f.key for f in findings(change, permit, TODAY, lambda _: trained)]


def test_a_level_with_examiners_and_equipment_can_be_added() -> None:
    assert keys(ADDED) == []


@pytest.mark.parametrize(
    ("change", "reasons"),
    [
        (Change(), ["change-nothing"]),
        (replace(ADDED, equipment=()), ["station-equipment-missing"]),
        (
            replace(ADDED, added=(DeclaredTrade(MACHINIST, (Level.FOUR,)),)),
            ["change-there-already"],
        ),
        (
            replace(ADDED, added=(DeclaredTrade(MACHINIST, (Level.FIVE,)),)),
            ["station-level-unknown"],
        ),
        (Change(dropped=(DeclaredTrade(WELDER, (Level.ONE,)),)), ["change-not-there"]),
        (Change(dropped=(DeclaredTrade(WELDER, (Level.FIVE,)),)), []),
    ],
)
def test_a_change_is_held_against_the_licence(change: Change, reasons: list[str]) -> None:
    assert keys(change) == reasons


def test_three_examiners_are_needed_for_each_trade_added_and_all_reasons_come_at_once() -> None:
    found = list(findings(replace(ADDED, equipment=()), PERMIT, TODAY, lambda _: 2))
    assert [f.key for f in found] == ["station-examiners-few", "station-equipment-missing"]
    assert (found[0].args["has"], found[0].args["least"]) == (2, 3)


def test_the_last_trade_is_only_dropped_when_another_comes() -> None:
    everything = tuple(
        DeclaredTrade(unit, levels)
        for unit, levels in ((WELDER, (Level.FIVE, Level.FOUR)), (MACHINIST, (Level.FOUR,)))
    )
    permit = replace(PERMIT, units=PERMIT.units[:2])
    assert keys(Change(dropped=everything), permit=permit) == ["change-leaves-nothing"]
    assert keys(replace(ADDED, dropped=everything), permit=permit) == []


def test_a_suspended_station_may_drop_and_not_add() -> None:
    suspended = replace(PERMIT, state=LicenceState.SUSPENDED)
    assert keys(ADDED, permit=suspended) == ["licence-suspended"]
    dropped = Change(dropped=(DeclaredTrade(WELDER, (Level.FIVE,)),))
    assert keys(dropped, permit=suspended) == []
