"""An examiner was offered /todo at the log-in and then told that it was not theirs."""

from bot import demo
from store.sessions import SessionKind
from store.unit import Store
from tests.prepared import prepared
from tests.talk import Talker


def talker(store: Store, user_name: str) -> Talker:
    with store.writing() as work:
        person = work.people.find_by_user_name(user_name)
        assert person
        return Talker(store, token=work.sessions.open(person.id, SessionKind.BEARER)[1])


def test_the_examiner_finds_the_scores_that_wait_and_the_supervisor_is_answered(
    store: Store,
) -> None:
    prepared(demo.shown, store)
    examiner = talker(store, "zhoujianping")
    examiner.tap("/todo")
    assert "等您确认的成绩" in examiner.last.text
    assert any(value.startswith("/score_confirmation ") for value in examiner.values)
    supervisor = talker(store, "sunlihua")
    supervisor.tap("/todo")
    assert "现在没有要办的事" in supervisor.last.text
