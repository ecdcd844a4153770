"""The menu below the chat: within WeChat's limits, and every button leads somewhere for everybody."""

import pytest

from conversations.house import house
from conversations.words import words
from handlers.channel import Unreachable
from handlers.wechat.menu import menu_of
from tests.handlers.wechat.conftest import Office
from tests.standins.wechat import checked_menu


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_it_fits_and_names_only_what_guests_or_candidates_may_open(language: str) -> None:
    menu = checked_menu(menu_of(house(), words(language)))
    entries = [one for column in menu["button"] for one in column["sub_button"]]
    assert len(entries) >= 10
    assert {"name": words(language).say("form-registration"), "key": "/registration"}.items() <= (
        next(one for one in entries if one["key"] == "/registration").items()
    )
    assert "/export" not in {one["key"] for one in entries}


def test_chinese_names_are_whole(office: Office) -> None:
    office.loop.run(office.account.set_menu())
    assert office.platform.menu
    names = [
        one["name"] for column in office.platform.menu["button"] for one in column["sub_button"]
    ]
    assert {"证书查询", "报名", "菜单"} <= set(names)
    assert "�" not in "".join(names)


def test_each_button_is_answered(office: Office) -> None:
    office.loop.run(office.account.set_menu())
    assert office.platform.menu
    for number, column in enumerate(office.platform.menu["button"]):
        for one in column["sub_button"]:
            somebody = office.platform.follower(f"{number}{one['key']}")
            assert len(office.tap(somebody, one["key"])) > 5


def test_a_menu_wechat_does_not_take_is_a_failure_of_sending(office: Office) -> None:
    office.platform.failing["menu/create"] = [-1]
    with pytest.raises(Unreachable):
        office.loop.run(office.account.set_menu())
