"""The menus below the chat: within WeChat's limits, and every button leads somewhere."""

import asyncio

import pytest

from conversations.house import house
from conversations.words import words
from handlers.channel import Unreachable
from handlers.wechat.account import until_done
from handlers.wechat.menu import STAFF_MENUS, StaffMenu, menu_of, staff_menu_of
from rules.roles import POSTS, Role
from tests.handlers.wechat.conftest import Office
from tests.standins.wechat_menus import checked_menu


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_it_fits_and_names_only_what_guests_or_candidates_may_open(language: str) -> None:
    menu = checked_menu(menu_of(house(), words(language)))
    entries = [one for column in menu["button"] for one in column["sub_button"]]
    assert len(entries) >= 10
    assert {"name": words(language).say("form-registration"), "key": "/registration"}.items() <= (
        next(one for one in entries if one["key"] == "/registration").items()
    )
    assert "/export" not in {one["key"] for one in entries}


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("one", STAFF_MENUS, ids=lambda one: one.name)
def test_a_staff_menu_fits_and_leaves_nothing_out_that_it_names(
    one: StaffMenu, language: str
) -> None:
    menu = checked_menu(staff_menu_of(one, house(), words(language)))
    keys = [[entry["key"] for entry in column["sub_button"]] for column in menu["button"]]
    assert keys == [[f"/{name}" for name in names] for names in one.columns.values()]
    assert len(words(language).say(one.name).encode()) <= 30


@pytest.mark.parametrize("one", STAFF_MENUS, ids=lambda one: one.name)
def test_all_a_staff_menu_names_is_open_to_each_of_its_roles(one: StaffMenu) -> None:
    named = {name for names in one.columns.values() for name in names} - {"menu"}
    for role in one.roles:
        assert named <= {*house().allowed(frozenset({role}))}


def test_each_post_has_one_menu_but_for_exam_managers_who_have_no_forms_of_their_own() -> None:
    roles = [role for one in STAFF_MENUS for role in one.roles]
    assert len(roles) == len(set(roles))
    assert set(roles) == POSTS - {Role.EXAM_MANAGER}


def test_a_guest_who_still_sees_a_staff_menu_is_answered(office: Office) -> None:
    """WeChat goes on showing it for minutes after signing out."""
    for one in STAFF_MENUS:
        for name in {name for names in one.columns.values() for name in names}:
            somebody = office.platform.follower(f"{one.name}{name}")
            assert len(office.tap(somebody, f"/{name}")) > 5


def test_chinese_names_are_whole(office: Office) -> None:
    office.loop.run(office.account.set_menus())
    assert office.platform.menus.default
    names = [
        one["name"]
        for column in office.platform.menus.default["button"]
        for one in column["sub_button"]
    ]
    assert {"证书查询", "报名", "菜单"} <= set(names)
    assert "�" not in "".join(names)


def test_each_button_is_answered(office: Office) -> None:
    office.loop.run(office.account.set_menus())
    assert office.platform.menus.default
    for number, column in enumerate(office.platform.menus.default["button"]):
        for one in column["sub_button"]:
            somebody = office.platform.follower(f"{number}{one['key']}")
            assert len(office.tap(somebody, one["key"])) > 5


def test_the_serving_process_sets_the_menu_and_has_a_token_at_hand(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    renew, renewed = office.account._network.renew_token, asyncio.Event()

    async def noticed() -> None:
        await renew()
        renewed.set()

    async def served() -> None:
        monkeypatch.setattr(office.account._network, "renew_token", noticed)
        serving = asyncio.create_task(office.account.serve())
        await asyncio.wait_for(renewed.wait(), 30)
        serving.cancel()
        await asyncio.wait([serving])

    office.loop.run(served())
    assert office.platform.menus.default
    assert office.platform.calls["token"] == 1


def test_while_wechat_fails_it_is_tried_again(office: Office) -> None:
    office.platform.failing["menu/create"] = [-1, -1]
    office.loop.run(until_done(office.account.set_menus, pause=0))
    assert office.platform.menus.default


def test_a_menu_wechat_does_not_take_is_a_failure_of_sending(office: Office) -> None:
    office.platform.failing["menu/create"] = [-1]
    with pytest.raises(Unreachable):
        office.loop.run(office.account.set_menus())
