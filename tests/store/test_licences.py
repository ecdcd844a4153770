"""A station's licence on both databases: entered, held to, changed, suspended, handed over (R1.7, R2.8)."""

from dataclasses import replace
from datetime import date
from threading import Barrier, Thread

import pytest

from rules.catalogue import Level, Programme
from rules.findings import NotPossible
from rules.licences import HandedOver, LicenceState, LicensedUnit, Permit
from rules.roles import Role
from store.institutions import Institution, InstitutionKind
from store.licences import HandOver
from store.people import PersonId
from store.unit import OFFICE, Caller, Store
from tests.store.office import MACHINIST, OTHER_STATION, STATION, WELDER, furnish, sign_up

TODAY = date(2026, 6, 1)
TIER = Institution(
    code="49283000",
    name="机械行业职业能力评价职教管理站",
    kind=InstitutionKind.SECOND_TIER,
    parent_code=None,
)
PERMIT = Permit(
    region="江苏省",
    valid_from=date(2026, 1, 1),
    valid_until=date(2028, 12, 31),
    units=(LicensedUnit(*WELDER.key, (Level.FOUR, Level.THREE)),),
)


@pytest.fixture(autouse=True)
def tree(store: Store) -> None:
    with store.writing() as work:
        work.institutions.put(TIER)
        furnish(work)
        work.institutions.put(replace(STATION, parent_code=TIER.code))


@pytest.fixture
def licensed(store: Store) -> None:
    with store.writing() as work:
        work.licences.enter(STATION.code, "", PERMIT)


def holder(store: Store, role: Role, institution: str, serial: int = 1) -> Caller:
    """Somebody with that post."""
    person: PersonId = sign_up(store, serial)
    with store.writing() as work:
        work.people.appoint(person, role, institution)
    return Caller(person, None, "web", None, frozenset({role}))


def keys(refused: pytest.ExceptionInfo[NotPossible]) -> list[str]:
    return [finding.key for finding in refused.value.findings]


def test_a_licence_comes_back_as_it_was_entered(store: Store, licensed: None) -> None:
    with store.reading() as work:
        found = work.licences.get(STATION.code)
        station = work.institutions.get(STATION.code)
    assert (found.number, found.station, found.state) == (
        STATION.code,
        STATION.code,
        LicenceState.ACTIVE,
    )
    assert (found.region, found.valid_until, found.units) == (
        PERMIT.region,
        PERMIT.valid_until,
        PERMIT.units,
    )
    assert found.programmes == {Programme.CAPABILITY}
    assert (station.region, station.capability, station.skill_level) == ("江苏省", True, False)


def test_entering_again_corrects_and_keeps_a_suspension(store: Store, licensed: None) -> None:
    with store.writing() as work:
        work.licences.suspend(STATION.code, "年审未提交")
        wider = replace(PERMIT, units=(*PERMIT.units, LicensedUnit(*MACHINIST.key, (Level.FOUR,))))
        corrected = work.licences.enter(STATION.code, "2026-267", wider)
        acts = [entry.act for entry in work.audit.of(f"station:{STATION.code}")]
    assert corrected.number == "2026-267"
    assert [unit.key for unit in corrected.units] == [MACHINIST.key, WELDER.key]
    assert (corrected.state, corrected.reason) == (LicenceState.SUSPENDED, "年审未提交")
    assert acts == ["licence-entered", "licence-suspended", "licence-corrected"]


def test_everything_unfit_is_named_at_once(store: Store) -> None:
    wrong = replace(
        PERMIT,
        valid_until=date(2025, 1, 1),
        units=(LicensedUnit(*MACHINIST.key, (Level.FIVE, Level.FOUR)),),
    )
    with store.writing() as work, pytest.raises(NotPossible) as refused:
        work.licences.enter(TIER.code, "", wrong)
    assert keys(refused) == [
        "licence-only-stations",
        "licence-ends-first",
        "station-level-unknown",
    ]


def test_two_stations_never_share_a_number(store: Store, licensed: None) -> None:
    with store.writing() as work:
        with pytest.raises(NotPossible) as refused:
            work.licences.enter(OTHER_STATION.code, STATION.code, PERMIT)
        assert keys(refused) == ["licence-number-taken"]
        assert work.licences.of(OTHER_STATION.code) is None


def test_outside_the_licence_is_refused_with_every_reason(store: Store, licensed: None) -> None:
    with store.writing() as work:
        assert work.licences.require(STATION.code, WELDER.key, Level.FOUR, TODAY)
        with pytest.raises(NotPossible) as level:
            work.licences.require(STATION.code, WELDER.key, Level.ONE, TODAY)
        assert level.value.findings[0].args == {"trade": "电焊工", "level": 1}
        work.licences.suspend(STATION.code, "")
        with pytest.raises(NotPossible) as refused:
            work.licences.require(STATION.code, MACHINIST.key, Level.FOUR, date(2029, 1, 1))
        assert keys(refused) == ["licence-suspended", "licence-expired", "outside-licence"]
        with pytest.raises(NotPossible) as none:
            work.licences.require(OTHER_STATION.code, WELDER.key, Level.FOUR, TODAY)
        assert keys(none) == ["no-licence"]


def test_suspended_means_nothing_new_until_it_is_extended(store: Store, licensed: None) -> None:
    with store.writing() as work:
        assert work.licences.require_active(STATION.code)
        work.licences.suspend(STATION.code, "年审不合格")
        assert work.licences.is_suspended(STATION.code)
        with pytest.raises(NotPossible) as refused:
            work.licences.require_active(STATION.code)
        assert keys(refused) == ["licence-suspended"]
        extended = work.licences.extend(STATION.code, date(2031, 12, 31))
        assert (extended.state, extended.reason) == (LicenceState.ACTIVE, "")
        assert extended.valid_until == date(2031, 12, 31)
        with pytest.raises(NotPossible) as shorter:
            work.licences.extend(STATION.code, date(2031, 12, 31))
        assert keys(shorter) == ["licence-not-longer"]


def test_trades_are_added_and_dropped_and_never_all_of_them(store: Store, licensed: None) -> None:
    with store.writing() as work:
        after = work.licences.change(
            STATION.code, {MACHINIST.key: [Level.FOUR]}, {WELDER.key: [Level.THREE]}
        )
        assert after.units == (
            LicensedUnit(*MACHINIST.key, (Level.FOUR,)),
            LicensedUnit(*WELDER.key, (Level.FOUR,)),
        )
        everything = {unit.key: unit.levels for unit in after.units}
        with pytest.raises(NotPossible) as refused:
            work.licences.change(STATION.code, {}, everything)
        assert keys(refused) == ["licence-units-missing"]
        work.licences.suspend(STATION.code, "")
        with pytest.raises(NotPossible):
            work.licences.change(STATION.code, {WELDER.key: [Level.FIVE]}, {})
        assert work.licences.change(STATION.code, {}, {WELDER.key: [Level.FOUR]}).units


def test_what_was_handed_over_keeps_its_days(store: Store, licensed: None) -> None:
    with store.writing() as work:
        for thing, on in ((HandedOver.PLAQUE, TODAY), (HandedOver.SEAL, date(2026, 5, 30))):
            work.licences.hand_over(STATION.code, HandOver(thing, on, "周建平"))
        with pytest.raises(NotPossible) as refused:
            work.licences.hand_over(
                STATION.code, HandOver(HandedOver.LICENCE, date(2026, 6, 2), "周建平")
            )
        assert keys(refused) == ["hand-over-in-future"]
        given = work.licences.handed_over(STATION.code)
        assert work.licences.handed_over(OTHER_STATION.code) == ()
    assert [(one.thing, one.on, one.receiver) for one in given] == [
        (HandedOver.PLAQUE, TODAY, "周建平"),
        (HandedOver.SEAL, date(2026, 5, 30), "周建平"),
    ]


@pytest.mark.parametrize(
    ("role", "institution", "allowed"),
    [
        (Role.MANAGEMENT_OFFICER, "49283000", True),
        (Role.CENTRE_OFFICER, "CENTRE", True),
        (Role.MANAGEMENT_OFFICER, OTHER_STATION.code, False),
        (Role.STATION_HEAD, STATION.code, False),
        (Role.BRANCH_OFFICER, "B32", False),
    ],
)
def test_only_officers_above_the_station_decide(
    store: Store, role: Role, institution: str, *, allowed: bool
) -> None:
    caller = holder(store, role, institution)
    with store.writing(caller) as work:
        if allowed:
            assert work.licences.enter(STATION.code, "", PERMIT)
            return
        for decide in (
            lambda: work.licences.enter(STATION.code, "", PERMIT),
            lambda: work.licences.suspend(STATION.code, ""),
            lambda: work.licences.extend(STATION.code, date(2030, 1, 1)),
            lambda: work.licences.change(STATION.code, {}, {}),
            lambda: work.licences.hand_over(STATION.code, HandOver(HandedOver.SEAL, TODAY, "周")),
        ):
            with pytest.raises(NotPossible) as refused:
                decide()
            assert keys(refused)[0] in {"not-your-role", "not-yours"}
        assert work.licences.of(STATION.code) is None


def test_two_officers_entering_at_once_leave_one_licence(store: Store) -> None:
    together, failed = Barrier(2), []

    def enter(number: str) -> None:
        together.wait()
        try:
            with store.writing(OFFICE) as work:
                work.licences.enter(STATION.code, number, PERMIT)
        except Exception as error:  # noqa: BLE001 - what a thread raises would be lost
            failed.append(error)

    threads = [Thread(target=enter, args=(number,)) for number in ("A-1", "A-2")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.reading() as work:
        acts = [entry.act for entry in work.audit.of(f"station:{STATION.code}")]
        assert work.licences.get(STATION.code).units == PERMIT.units
    assert failed == []
    assert acts == ["licence-entered", "licence-corrected"]


def test_a_licence_may_hold_both_programmes_and_keeps_them_apart(store: Store) -> None:
    same_code = replace(WELDER, programme=Programme.SKILL_LEVEL)
    both = (*PERMIT.units, LicensedUnit(*same_code.key, (Level.FIVE,)))
    with store.writing() as work:
        work.units.put(same_code, 3)
        licence = work.licences.enter(STATION.code, "", replace(PERMIT, units=both))
        station = work.institutions.get(STATION.code)
        assert (station.capability, station.skill_level) == (True, True)
        assert work.licences.require(STATION.code, same_code.key, Level.FIVE, TODAY)
        for key, level in ((WELDER.key, Level.FIVE), (same_code.key, Level.FOUR)):
            with pytest.raises(NotPossible):
                work.licences.require(STATION.code, key, level, TODAY)
        after = work.licences.change(STATION.code, {}, {same_code.key: [Level.FIVE]})
        assert (licence.programmes, after.programmes) == (set(Programme), {Programme.CAPABILITY})
        assert not work.institutions.get(STATION.code).skill_level


def test_the_register_reaches_as_far_as_the_caller(store: Store, licensed: None) -> None:
    officer = holder(store, Role.MANAGEMENT_OFFICER, TIER.code)
    with store.reading(officer) as work:
        ((station, licence),) = work.licences.register()
        assert licence
        assert (station.code, licence.number) == (STATION.code, STATION.code)
    with store.reading() as work:
        codes = {one.code: kept is not None for one, kept in work.licences.register()}
    assert codes == {STATION.code: True, OTHER_STATION.code: False}
    examiner = holder(store, Role.EXAMINER, STATION.code, 2)
    with store.reading(examiner) as work, pytest.raises(NotPossible):
        list(work.licences.register())
