"""A voided token opened a session again with any message seen in it: only the one that ended it may."""

import pytest

from conversations.incoming import Incoming, SessionUnknown
from store.unit import Store
from tests.conftest import both_databases
from tests.talk import Talker
from tests.talks.test_accounts import logged_in, signed_up


@both_databases
def test_after_logging_out_no_earlier_message_opens_the_account_again(store: Store) -> None:
    signed_up(store)
    device = logged_in(store)
    old = device.token
    device.send(Incoming("hello", old, "web", choice="/menu"))
    device.say("退出")
    with pytest.raises(SessionUnknown):
        device.intake.receive(Incoming("hello", old, "web", choice="/menu"))


@both_databases
def test_the_message_that_logged_out_is_answered_once_more(store: Store) -> None:
    signed_up(store)
    device = logged_in(store)
    goodbye = Incoming("goodbye", device.token, "web", text="退出")
    device.send(goodbye)
    again = Talker(store)
    again.send(goodbye)
    assert "已退出" in again.last.text
    assert "这里是考务通" in again.say("菜单").text
