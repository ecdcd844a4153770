"""Telling others: after the commit, once, in order, and without two turns waiting for each other."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from conversations.engine.messages import Outgoing
from conversations.telling import bring_all, tell
from store.people import PersonId
from store.unit import OFFICE, Store, UnitOfWork


def somebody(store: Store) -> PersonId:
    with store.writing() as work:
        return work.people.add_guest().id


def texts(store: Store, person: PersonId) -> list[str]:
    with store.reading() as work:
        return [m.body["text"] for m in work.messages.after(person, 0, 100)]


def in_a_turn(work: UnitOfWork, person: PersonId) -> None:
    work.people.lock(person)
    work.caller = replace(OFFICE, person=person)


def tell_them(work: UnitOfWork, person: PersonId, text: str) -> None:
    tell(work, work.people.get(person), lambda _: Outgoing(text))


def fail_after_telling(work: UnitOfWork, person: PersonId) -> None:
    tell_them(work, person, "一")
    raise ZeroDivisionError


def test_what_a_turn_tells_others_stands_in_their_history_once_it_is_committed(
    store: Store,
) -> None:
    me, other = somebody(store), somebody(store)
    with store.writing() as work:
        in_a_turn(work, me)
        tell_them(work, other, "一")
        tell_them(work, other, "二")
        tell_them(work, me, "我")
    assert texts(store, other) == ["一", "二"]
    assert texts(store, me) == ["我"]


def test_a_turn_that_is_undone_tells_nobody(store: Store) -> None:
    me, other = somebody(store), somebody(store)
    with store.writing() as work:
        in_a_turn(work, me)
        with pytest.raises(ZeroDivisionError), work.savepoint():
            fail_after_telling(work, other)
    bring_all(store)
    assert texts(store, other) == []


def test_what_a_killed_process_left_is_brought_at_the_next_look(store: Store) -> None:
    me, other = somebody(store), somebody(store)
    with store.writing() as work:
        in_a_turn(work, me)
        tell_them(work, other, "一")
        work.after_commit(lambda: None)
        work._after_commit.clear()  # killed right after the commit
    assert texts(store, other) == []
    bring_all(store)
    bring_all(store)
    assert texts(store, other) == ["一"]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)  # SQLite has one writer
def test_two_turns_that_tell_each_other_do_not_wait_for_each_other(store: Store) -> None:
    one, two = somebody(store), somebody(store)
    both = Barrier(2, timeout=20)

    def turn(me: PersonId, other: PersonId) -> None:
        with store.writing() as work:
            in_a_turn(work, me)
            both.wait()
            tell_them(work, other, "你好")

    with ThreadPoolExecutor(2) as threads:
        for doing in (threads.submit(turn, one, two), threads.submit(turn, two, one)):
            doing.result(20)
    assert texts(store, one) == texts(store, two) == ["你好"]
