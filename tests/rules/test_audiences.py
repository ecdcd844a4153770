"""Whom an audience holds, to the edge of a region and of the tree (R1.11)."""

import pytest

from rules.audiences import (
    PLACED,
    Audience,
    AudienceKind,
    Place,
    Standing,
    includes,
)
from rules.catalogue import Programme
from rules.roles import Role

BOTH = frozenset(Programme)
URUMQI = Place("49284101", "新疆维吾尔自治区乌鲁木齐市", BOTH, ("XJ", "CENTRE"))
CHANGZHOU = Place(
    "49284267", "江苏省常州市", frozenset({Programme.CAPABILITY}), ("49283000", "CENTRE")
)
NOWHERE = Place("49284299", "", BOTH, ("49283000", "CENTRE"))


def at(place: Place | None, role: Role = Role.STATION_HEAD) -> Standing:
    return Standing(posts=((role, place),))


def test_everyone_is_everyone_guests_too() -> None:
    everyone = Audience(kind=AudienceKind.EVERYONE)
    assert includes(everyone, Standing())
    assert includes(everyone, at(CHANGZHOU))


def test_candidates_are_who_the_store_says_are() -> None:
    candidates = Audience(kind=AudienceKind.CANDIDATES)
    assert includes(candidates, Standing(candidate=True))
    assert not includes(candidates, at(CHANGZHOU))


@pytest.mark.parametrize(
    ("kind", "roles"),
    [
        (
            AudienceKind.STATIONS,
            {Role.STATION_HEAD, Role.STATION_DEPUTY, Role.STATION_OFFICER},
        ),
        (AudienceKind.EXAMINERS, {Role.EXAMINER, Role.SENIOR_EXAMINER}),
        (AudienceKind.APPLICANTS, {Role.APPLICANT_UNIT}),
        (AudienceKind.SUPERVISORS, {Role.SUPERVISOR}),
        (
            AudienceKind.OFFICERS,
            {Role.MANAGEMENT_OFFICER, Role.BRANCH_OFFICER, Role.CENTRE_OFFICER},
        ),
    ],
)
def test_each_kind_goes_by_its_posts(kind: AudienceKind, roles: set[Role]) -> None:
    assert {r for r in Role if includes(Audience(kind=kind), at(CHANGZHOU, r))} == roles


@pytest.mark.parametrize("kind", sorted(PLACED))
def test_another_province_gets_nothing(kind: AudienceKind) -> None:
    role = {
        AudienceKind.STATIONS: Role.STATION_HEAD,
        AudienceKind.EXAMINERS: Role.EXAMINER,
        AudienceKind.APPLICANTS: Role.APPLICANT_UNIT,
    }[kind]
    xinjiang = Audience(kind=kind, region="新疆维吾尔自治区")
    assert includes(xinjiang, at(URUMQI, role))
    assert not includes(xinjiang, at(CHANGZHOU, role))
    assert not includes(xinjiang, at(NOWHERE, role)), "an unknown region lies in no province"


def test_a_programme_holds_the_stations_licensed_for_it() -> None:
    skill = Audience(kind=AudienceKind.STATIONS, programme=Programme.SKILL_LEVEL)
    assert includes(skill, at(URUMQI))
    assert not includes(skill, at(CHANGZHOU))


def test_a_tree_holds_its_root_and_what_is_below_it_only() -> None:
    base = Audience(kind=AudienceKind.STATIONS, below="XJ")
    assert includes(base, at(URUMQI))
    assert not includes(base, at(CHANGZHOU))
    assert includes(Audience(kind=AudienceKind.STATIONS, below="49284267"), at(CHANGZHOU))


def test_one_institution_means_all_who_hold_a_post_there() -> None:
    one = Audience(kind=AudienceKind.INSTITUTION, institution="49284267")
    assert includes(one, at(CHANGZHOU, Role.EXAMINER))
    assert not includes(one, at(URUMQI))
    assert not includes(one, at(None, Role.SUPERVISOR))


def test_a_post_without_an_institution_is_in_no_tree() -> None:
    assert includes(Audience(kind=AudienceKind.SUPERVISORS), at(None, Role.SUPERVISOR))
    assert not includes(Audience(kind=AudienceKind.EXAMINERS), at(None, Role.EXAMINER))
