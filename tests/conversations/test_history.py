"""History is read by cursor: everything once, in order, and only by whom it belongs to."""

import pytest

from conversations import history
from conversations.incoming import SessionUnknown
from store.unit import Store
from tests.talk import Talker


def test_pages_follow_each_other_without_gap_or_repetition(store: Store) -> None:
    guest = Talker(store)
    for _ in range(4):
        guest.say("菜单")
    numbers, after, more = [], 0, True
    while more:
        page = history.read(store, guest.token, after, 2)
        assert len(page.messages) <= 2
        numbers += [said.number for said in page.messages]
        after, more = numbers[-1], page.more
    assert numbers == list(range(1, 10))


def test_both_sides_are_told_apart(store: Store) -> None:
    guest = Talker(store)
    guest.say("菜单")
    assert [s.mine for s in history.read(store, guest.token, 0, 9).messages] == [False, True, False]


def test_two_persons_never_read_each_other(store: Store) -> None:
    one, other = Talker(store), Talker(store)
    one.say("你好")
    page = history.read(store, other.token, 0, 9)
    assert page.person == history.reader(store, other.token) != history.reader(store, one.token)
    assert len(page.messages) == 1


def test_it_names_the_persons_language(store: Store) -> None:
    guest = Talker(store, language="en")
    assert history.read(store, guest.token, 0, 9).language == "en"


def test_an_unknown_token_reads_nothing(store: Store) -> None:
    with pytest.raises(SessionUnknown):
        history.read(store, "made up", 0, 9)
    with pytest.raises(SessionUnknown):
        history.reader(store, "made up")
