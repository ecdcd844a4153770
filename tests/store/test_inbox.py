"""The inbox: the same message twice does nothing twice."""

from contextlib import suppress

import pytest

from store.faults import KeyReused
from store.inbox import InboxState, Seen
from store.people import PersonId
from store.unit import Store


class Mishap(Exception):
    """Something went wrong in the middle."""


class TestInbox:
    def test_a_new_message_is_new_once(self, store: Store, person: PersonId) -> None:
        with store.writing() as work:
            assert work.inbox.note("web:1:a", b"content") is None
            work.inbox.done("web:1:a", person, 2, 3)
        with store.writing() as work:
            assert work.inbox.note("web:1:a", b"content") == Seen(person, 2, 3, InboxState.DONE)
            assert work.inbox.note("web:2:a", b"content") is None

    def test_the_same_key_with_other_content_is_refused(self, store: Store) -> None:
        with store.writing() as work:
            work.inbox.note("web:1:a", b"content")
        with store.writing() as work, pytest.raises(KeyReused):
            work.inbox.note("web:1:a", b"other")

    def test_a_turn_that_was_rolled_back_was_never_seen(self, store: Store) -> None:
        with suppress(Mishap), store.writing() as work:
            work.inbox.note("web:1:a", b"content")
            raise Mishap
        with store.writing() as work:
            assert work.inbox.note("web:1:a", b"content") is None

    def test_a_bug_is_remembered_with_its_apology(self, store: Store, person: PersonId) -> None:
        with store.writing() as work:
            work.inbox.note("web:1:a", b"content")
            work.inbox.failed("web:1:a", person, 4, 4)
        with store.writing() as work:
            seen = work.inbox.note("web:1:a", b"content")
        assert seen == Seen(person, 4, 4, InboxState.FAILED)

    def test_content_that_may_leave_no_trace_is_not_compared(
        self, store: Store, person: PersonId
    ) -> None:
        with store.writing() as work:
            work.inbox.note("web:1:a", b"")
            work.inbox.done("web:1:a", person, 1, 2)
            assert work.inbox.note("web:1:a", b"content") == Seen(person, 1, 2, InboxState.DONE)

    def test_what_came_of_a_message_can_be_looked_up(self, store: Store, person: PersonId) -> None:
        with store.writing() as work:
            work.inbox.note("web:1:a", b"content")
            work.inbox.done("web:1:a", person, 1, 2)
            assert work.inbox.find("web:1:a") == Seen(person, 1, 2, InboxState.DONE)
            assert work.inbox.find("web:1:b") is None
