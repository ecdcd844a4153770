"""Who is meant is the same whether one person or everybody is asked about; nobody reaches beyond their tree."""

from itertools import product

import pytest

from rules import audiences as rule
from rules.audiences import PLACED, WHOLE, Audience, AudienceKind
from rules.catalogue import Programme
from rules.findings import NotPossible
from rules.roles import Action, Role
from store.audiences import as_json, from_json
from store.unit import Caller, Store
from tests.store import office, tree
from tests.store.tree import BASE, BRANCH, CENTRE, CHANGZHOU, HAMI, MANAGEMENT, URUMQI, YUNYANG, of

XINJIANG = "新疆维吾尔自治区"
STATIONS = Audience(kind=AudienceKind.STATIONS)


@pytest.fixture
def grown(store: Store) -> Store:
    with store.writing() as work:
        tree.grow(work)
    return store


def peopled(store: Store) -> list[Caller]:
    """One of each kind, some of them in two provinces."""
    held = [
        (Role.STATION_HEAD, CHANGZHOU),
        (Role.STATION_OFFICER, HAMI),
        (Role.STATION_DEPUTY, URUMQI),
        (Role.STATION_HEAD, YUNYANG),
        (Role.EXAMINER, CHANGZHOU),
        (Role.SENIOR_EXAMINER, URUMQI),
        (Role.SUPERVISOR, ""),
        (Role.MANAGEMENT_OFFICER, MANAGEMENT),
        (Role.CENTRE_OFFICER, CENTRE),
    ]
    return [tree.hold(store, role, code) for role, code in held]


def audiences() -> list[Audience]:
    narrowed = [
        Audience(kind=kind, region=region, programme=programme, below=below)
        for kind, region, programme, below in product(
            sorted(PLACED), ("", XINJIANG), (None, *Programme), ("", MANAGEMENT, BASE)
        )
    ]
    whole = [Audience(kind=kind) for kind in sorted(WHOLE)]
    one = [Audience(kind=AudienceKind.INSTITUTION, institution=c) for c in (CHANGZHOU, MANAGEMENT)]
    return [*narrowed, *whole, *one]


def test_asking_of_one_and_of_all_gives_the_same(grown: Store) -> None:
    people = [of(caller) for caller in peopled(grown)] + [office.sign_up(grown, 1)]
    with grown.reading() as work:
        for audience in audiences():
            meant = [p for p in people if rule.includes(audience, work.audiences.standing(p))]
            listed = work.connection.execute(work.audiences.members(audience)).scalars().all()
            assert sorted(listed) == sorted(meant), audience
            assert work.audiences.count(audience) == len(meant)


def test_guests_and_erased_people_are_not_counted(grown: Store) -> None:
    gone = office.sign_up(grown, 1)
    with grown.writing() as work:
        work.people.add_guest()
        work.people.erase(gone)
    with grown.reading() as work:
        assert work.audiences.count(Audience(kind=AudienceKind.EVERYONE)) == 0


def test_an_examiner_who_registers_is_a_candidate_too(store: Store) -> None:
    batch = office.open_batch(store)
    examiner = tree.hold(store, Role.EXAMINER, batch.station_code)
    with store.reading() as work:
        assert work.audiences.count(Audience(kind=AudienceKind.CANDIDATES)) == 0
    filing = office.filing(store, batch, of(examiner))
    with store.writing() as work:
        work.registrations.file(filing)
    with store.reading() as work:
        assert work.audiences.count(Audience(kind=AudienceKind.CANDIDATES)) == 1
        assert work.audiences.standing(of(examiner)).candidate


def narrowed(store: Store, caller: Caller, audience: Audience) -> Audience:
    with store.reading(caller) as work:
        return work.audiences.narrowed(audience, Action.PUBLISH_NOTICE)


def test_a_management_station_means_what_is_below_it(grown: Store) -> None:
    peopled(grown)
    officer = tree.hold(grown, Role.MANAGEMENT_OFFICER, BASE)
    reached = narrowed(grown, officer, STATIONS)
    with grown.reading() as work:
        assert [one.code for one in work.audiences.institutions(reached)] == [URUMQI]


def test_a_branch_means_its_province_in_its_programme(grown: Store) -> None:
    peopled(grown)
    officer = tree.hold(grown, Role.BRANCH_OFFICER, BRANCH)
    reached = narrowed(grown, officer, STATIONS)
    assert (reached.region, reached.programme) == (XINJIANG, Programme.SKILL_LEVEL)
    with grown.reading() as work:
        assert [one.code for one in work.audiences.institutions(reached)] == [URUMQI, HAMI]


@pytest.mark.parametrize(
    "audience",
    [
        Audience(kind=AudienceKind.STATIONS, region="江苏省"),
        Audience(kind=AudienceKind.STATIONS, programme=Programme.CAPABILITY),
        Audience(kind=AudienceKind.EVERYONE),
        Audience(kind=AudienceKind.CANDIDATES),
        Audience(kind=AudienceKind.INSTITUTION, institution=CHANGZHOU),
    ],
)
def test_a_branch_reaches_nobody_else(grown: Store, audience: Audience) -> None:
    officer = tree.hold(grown, Role.BRANCH_OFFICER, BRANCH)
    with pytest.raises(NotPossible):
        narrowed(grown, officer, audience)


def test_the_centre_reaches_everybody(grown: Store) -> None:
    officer = tree.hold(grown, Role.CENTRE_OFFICER, CENTRE)
    for audience in audiences():
        assert narrowed(grown, officer, audience) == audience


def test_a_station_addresses_nobody(grown: Store) -> None:
    head = tree.hold(grown, Role.STATION_HEAD, CHANGZHOU)
    with pytest.raises(NotPossible):
        narrowed(grown, head, STATIONS)


def test_an_audience_survives_json() -> None:
    for audience in audiences():
        assert from_json(as_json(audience)) == audience
