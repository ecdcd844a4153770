"""In a chat, which names no turns, a score that was sent twice was also given to the next candidate."""

from datetime import timedelta

import pytest

from store.sessions import SessionKind
from store.unit import Store
from tests.fakes import FixedClock
from tests.prepared import prepared
from tests.scoring import Marking
from tests.store.tree import of
from tests.talk import Talker


@pytest.fixture
def exam(store: Store, clock: FixedClock) -> Marking:
    return prepared(Marking, store, clock, people=3)


@pytest.fixture
def clerk(exam: Marking) -> Talker:
    """In WeChat, asked for the theory of the first candidate."""
    person = of(exam.station)
    with exam.store.writing() as work:
        session, _ = work.sessions.open(person, SessionKind.BEARER)
        work.chats.bind("wechat", "app:clerk", person, session)
    talker = Talker(exam.store, channel="wechat", chat="app:clerk")
    talker.say(f"/score_entry {exam.batch.number}")
    for answer in ("理论", "1", "1"):
        talker.say(answer)
    assert "第 1 号 李晓雨" in talker.last.text
    return talker


def theory(exam: Marking) -> list[str | None]:
    return [None if line.theory is None else str(line.theory) for line in exam.lines()]


def test_the_same_line_at_once_is_asked_back_for_the_next_one(exam: Marking, clerk: Talker) -> None:
    clerk.say("85")
    assert clerk.say("85").text == "“85”又收到一次，前一位的已经记下。第 2 号 王强也是 85 吗？"
    assert [option.label for option in clerk.last.options] == ["是", "不是"]
    assert theory(exam) == ["85", None, None]


def test_a_yes_gives_it_to_the_next_one_too(exam: Marking, clerk: Talker) -> None:
    clerk.say("85")
    clerk.say("85")
    assert "已登记：第 2 号 王强　理论 85" in clerk.say("是").text
    assert theory(exam) == ["85", "85", None]


def test_the_yes_sent_twice_is_no_score_of_the_third(exam: Marking, clerk: Talker) -> None:
    clerk.say("85")
    clerk.say("85")
    clerk.say("1")
    assert "第 3 号 阿依古丽·买买提也是 1 吗" in clerk.say("1").text
    assert theory(exam) == ["85", "85", None]


def test_a_no_asks_for_the_next_one_anew(exam: Marking, clerk: Talker) -> None:
    clerk.say("85")
    clerk.say("85")
    assert "第 2 号 王强" in clerk.say("2").text
    assert clerk.box == "marks"
    clerk.say("78")
    assert theory(exam) == ["85", "78", None]


def test_another_score_simply_counts(exam: Marking, clerk: Talker) -> None:
    clerk.say("85")
    clerk.say("85")
    clerk.say("78")
    assert theory(exam) == ["85", "78", None]


def test_a_third_time_changes_nothing(exam: Marking, clerk: Talker) -> None:
    clerk.say("85")
    clerk.say("85")
    assert "第 2 号 王强也是 85 吗" in clerk.say("85").text
    assert theory(exam) == ["85", None, None]


def test_leaving_one_out_twice_leaves_out_one(exam: Marking, clerk: Talker) -> None:
    clerk.say("跳过")
    assert "第 2 号 王强也是 跳过 吗" in clerk.say("跳过").text


def test_after_a_moment_it_is_the_next_ones_score(
    exam: Marking, clerk: Talker, clock: FixedClock
) -> None:
    clerk.say("85")
    clock.advance(timedelta(seconds=4))
    clerk.say("85")
    assert theory(exam) == ["85", "85", None]


def test_another_score_at_once_is_the_next_ones(exam: Marking, clerk: Talker) -> None:
    clerk.say("85")
    clerk.say("86")
    assert theory(exam) == ["85", "86", None]


def test_where_messages_name_themselves_nothing_is_asked(exam: Marking, clerk: Talker) -> None:
    """On the page and in the API a repetition has the same id."""
    with exam.store.writing() as work:
        _, token = work.sessions.open(of(exam.station), SessionKind.BEARER)
    page = Talker(exam.store, token=token)
    page.say("85")
    page.say("85")
    assert theory(exam) == ["85", "85", None]
