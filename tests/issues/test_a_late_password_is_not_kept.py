"""A password sent to a question already passed (another tab was faster) stood in the history in clear."""

from conversations.incoming import Incoming
from store.unit import Store
from tests.conftest import both_databases
from tests.talk import Talker
from tests.talks.test_accounts import PASSWORD, signed_up


@both_databases
def test_a_password_that_comes_too_late_leaves_no_trace(store: Store) -> None:
    signed_up(store)
    device = Talker(store)
    device.tap("/login")
    asked = device.say("zhangsan").question
    assert asked is not None
    device.say("返回")
    device.send(Incoming("late", device.token, "web", text=PASSWORD, turn=asked.turn))
    assert device.error == "moved-on"
    with store.reading() as work:
        person = work.sessions.find(device.token)
        assert person is not None
        said = [message.body["text"] for message in work.messages.after(person.person, 0, 100)]
    assert PASSWORD not in said
