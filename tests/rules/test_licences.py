"""A station acts only inside its licence: trade, level, programme, days, and not while suspended (R1.7)."""

from dataclasses import replace
from datetime import date

import pytest

from rules.catalogue import Level, Programme
from rules.licences import (
    LicenceState,
    LicensedUnit,
    Permit,
    activity_findings,
    changed,
    entry_findings,
    scope_findings,
)
from tests.rules.units import unit

WELDER = (Programme.CAPABILITY, "JX04-06-04-01")
TURNER = (Programme.CAPABILITY, "JX04-05-01-01")
SPARKS = (Programme.SKILL_LEVEL, "6-18-01-08-01")
PERMIT = Permit(
    region="江苏省",
    valid_from=date(2026, 1, 1),
    valid_until=date(2028, 12, 31),
    units=(
        LicensedUnit(*WELDER, (Level.FOUR, Level.THREE)),
        LicensedUnit(*SPARKS, (Level.FIVE,)),
    ),
)


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2025, 12, 31), "licence-not-yet"),
        (date(2026, 1, 1), None),
        (date(2028, 12, 31), None),
        (date(2029, 1, 1), "licence-expired"),
    ],
)
def test_it_holds_from_its_first_to_its_last_day(day: date, key: str | None) -> None:
    assert [f.key for f in activity_findings(PERMIT, day)] == ([key] if key else [])


def test_while_suspended_nothing_new_is_done_on_any_day() -> None:
    suspended = replace(PERMIT, state=LicenceState.SUSPENDED)
    assert [f.key for f in activity_findings(suspended, date(2026, 6, 1))] == ["licence-suspended"]
    both = [f.key for f in activity_findings(suspended, date(2029, 6, 1))]
    assert both == ["licence-suspended", "licence-expired"]


@pytest.mark.parametrize(
    ("key", "level", "inside"),
    [
        (WELDER, Level.FOUR, True),
        (WELDER, Level.FIVE, False),
        (TURNER, Level.FOUR, False),
        (SPARKS, Level.FIVE, True),
        ((Programme.CAPABILITY, SPARKS[1]), Level.FIVE, False),
    ],
)
def test_trade_level_and_programme_must_stand_on_it(
    key: tuple[Programme, str], level: Level, *, inside: bool
) -> None:
    programme, code = key
    asked = replace(unit(), programme=programme, code=code)
    assert (list(scope_findings(PERMIT, asked, level)) == []) is inside


def test_its_programmes_are_those_of_its_trades() -> None:
    assert PERMIT.programmes == {Programme.CAPABILITY, Programme.SKILL_LEVEL}
    assert replace(PERMIT, units=PERMIT.units[:1]).programmes == {Programme.CAPABILITY}


def test_a_licence_names_trades_and_ends_after_it_begins() -> None:
    assert list(entry_findings(PERMIT)) == []
    one_day = replace(PERMIT, valid_until=PERMIT.valid_from)
    assert list(entry_findings(one_day)) == []
    wrong = replace(PERMIT, units=(), valid_until=date(2025, 12, 31))
    assert [f.key for f in entry_findings(wrong)] == ["licence-ends-first", "licence-units-missing"]
    bare = replace(PERMIT, units=(LicensedUnit(*WELDER, ()),))
    assert [f.key for f in entry_findings(bare)] == ["licence-units-missing"]


def test_trades_and_levels_are_added_and_dropped_apart() -> None:
    after = changed(PERMIT.units, {TURNER: [Level.FIVE], WELDER: [Level.FIVE]}, {WELDER: [3]})
    assert after == (
        LicensedUnit(*TURNER, (Level.FIVE,)),
        LicensedUnit(*WELDER, (Level.FIVE, Level.FOUR)),
        LicensedUnit(*SPARKS, (Level.FIVE,)),
    )


def test_a_trade_without_levels_is_gone_and_dropping_what_is_not_there_does_nothing() -> None:
    after = changed(PERMIT.units, {}, {SPARKS: [Level.FIVE], TURNER: [Level.FIVE]})
    assert [unit.key for unit in after] == [WELDER]
