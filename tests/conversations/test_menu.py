"""The menu: short for everybody, nothing of it lost."""

import pytest

from conversations.house import house
from conversations.menu import MOST_LINES
from rules.roles import Role
from store.unit import Store
from tests.talk import Talker

EACH = [
    frozenset({Role.GUEST}),
    *(frozenset({role, Role.CANDIDATE}) for role in Role if role is not Role.GUEST),
]


@pytest.mark.parametrize("roles", EACH, ids=lambda roles: "-".join(sorted(roles)))
def test_every_menu_fits_a_phone_and_its_parts_hold_the_whole(roles: frozenset[Role]) -> None:
    here = house()
    lines = here.folded(roles)
    assert 1 <= len(lines) <= MOST_LINES + 5
    unfolded = [
        name
        for line in lines
        for name in (here.menu(roles, line.split(" ")[1]) if " " in line else [line])
    ]
    assert sorted(unfolded) == sorted(here.menu(roles))


def test_a_guest_sees_first_what_most_came_for(store: Store) -> None:
    first = ["/certificate_lookup", "/registration", "/eligibility", "/stations", "/login"]
    guest = Talker(store)
    assert guest.values[:5] == first
    assert guest.say("5").question is not None
    assert guest.box == "user_name"


def test_a_part_unfolds_and_folds_again(store: Store) -> None:
    guest = Talker(store)
    guest.tap("/menu accounts")
    assert "/sign_up" in guest.values
    assert guest.values[-1] == "/menu"
    guest.tap("/menu")
    assert "/sign_up" not in guest.values


@pytest.mark.parametrize("name", ["plans", "nonsense", "accounts; drop"])
def test_a_part_that_is_not_theirs_shows_the_whole(store: Store, name: str) -> None:
    guest = Talker(store)
    whole = guest.values
    guest.tap(f"/menu {name}")
    assert guest.values == whole
