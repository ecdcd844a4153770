"""R1.9: who there is, and what the store lets whom do."""

import pytest

from rules.roles import (
    ANYONE,
    EXAMINERS,
    MAY,
    OFFICERS,
    SIGNED_IN,
    STAFF,
    STATION_STAFF,
    Action,
    Role,
    may,
    who_may,
)


def test_every_action_has_its_roles() -> None:
    assert MAY.keys() == set(Action)
    assert all(MAY.values())


@pytest.mark.parametrize("action", Action)
def test_a_guest_may_nothing_the_store_guards(action: Action) -> None:
    assert not may({Role.GUEST}, action)
    assert not may([], action)


def test_the_groups_do_not_mix_staff_with_the_public() -> None:
    assert STATION_STAFF | EXAMINERS | OFFICERS < STAFF < SIGNED_IN < ANYONE
    assert STAFF.isdisjoint({Role.GUEST, Role.CANDIDATE, Role.APPLICANT_UNIT})
    assert STATION_STAFF.isdisjoint(OFFICERS)


def test_only_a_candidate_files_a_registration() -> None:
    assert who_may(Action.FILE_REGISTRATION) == {Role.CANDIDATE}


def test_one_fitting_role_of_several_is_enough() -> None:
    assert may([Role.CANDIDATE, Role.EXAMINER], Action.FILE_REGISTRATION)
    assert not may(STAFF, Action.FILE_REGISTRATION)


def test_recovery_codes_come_from_who_sees_the_card() -> None:
    assert who_may(Action.HAND_OUT_RECOVERY_CODE) == STATION_STAFF | OFFICERS
