"""A wrong recovery code was refused, and the refusal undid the count of attempts: guessing had no end."""

from store.unit import Store
from tests.conftest import both_databases
from tests.talk import Talker
from tests.talks.test_accounts import NUMBER, signed_up


@both_databases
def test_wrong_codes_are_counted_for_the_account_whatever_device_they_come_from(
    store: Store,
) -> None:
    signed_up(store)
    for guess in range(10):
        device = wrong_code(store, guess)
        assert "找回码不对" in device.last.text
    assert "试的次数多了" in wrong_code(store, 10).last.text


def wrong_code(store: Store, guess: int) -> Talker:
    device = Talker(store)
    device.say("找回密码")
    for answer in ("张三", NUMBER):
        device.say(answer)
    device.tap("have")
    device.say(f"{guess:08}")
    device.say("a-new-one-for-me")
    return device
