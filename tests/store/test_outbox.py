"""The outbox: in order within a chat, replies before bulk, nobody's delivery taken twice."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from store.chats import ChatId
from store.outbox import Delivery, OutboxId, OutboxState
from store.people import PersonId
from store.unit import Store
from tests.fakes import FixedClock

MINUTE = timedelta(minutes=1)
OVER = timedelta(0)


@pytest.fixture
def chat(store: Store, person: PersonId) -> ChatId:
    with store.writing() as work:
        return work.chats.bind("telegram", "77", person).id


@pytest.fixture
def other_chat(store: Store, person: PersonId) -> ChatId:
    with store.writing() as work:
        return work.chats.bind("telegram", "88", person).id


def put(store: Store, person: PersonId, number: int, chat: ChatId, *, urgent: bool) -> OutboxId:
    with store.writing() as work:
        return work.outbox.put(person, number, chat, urgent=urgent)


def claim(store: Store, limit: int = 10, lease: timedelta = MINUTE) -> tuple[Delivery, ...]:
    with store.writing() as work:
        return work.outbox.claim(("telegram",), limit, lease)


def numbers(deliveries: tuple[Delivery, ...]) -> list[int]:
    return [delivery.number for delivery in deliveries]


class TestOutbox:
    def test_of_a_chat_the_next_comes_only_after_the_one_before_was_sent(
        self, store: Store, person: PersonId, chat: ChatId
    ) -> None:
        put(store, person, 1, chat, urgent=True)
        put(store, person, 2, chat, urgent=True)
        (first,) = claim(store)
        assert (first.number, first.attempts) == (1, 1)
        assert claim(store) == ()
        with store.writing() as work:
            work.outbox.sent(first.id)
        assert numbers(claim(store)) == [2]

    def test_replies_go_before_bulk_of_other_chats(
        self, store: Store, person: PersonId, chat: ChatId, other_chat: ChatId
    ) -> None:
        put(store, person, 1, chat, urgent=False)
        put(store, person, 2, other_chat, urgent=True)
        assert numbers(claim(store, limit=1)) == [2]
        assert numbers(claim(store, limit=1)) == [1]

    def test_bulk_that_stands_before_a_reply_in_its_chat_hurries_too(
        self, store: Store, person: PersonId, chat: ChatId, other_chat: ChatId
    ) -> None:
        put(store, person, 1, other_chat, urgent=False)
        put(store, person, 2, chat, urgent=False)
        put(store, person, 3, chat, urgent=True)
        assert numbers(claim(store, limit=1)) == [2]

    def test_one_claim_names_urgent_ones_first(
        self, store: Store, person: PersonId, chat: ChatId, other_chat: ChatId
    ) -> None:
        put(store, person, 1, chat, urgent=False)
        put(store, person, 2, other_chat, urgent=True)
        assert numbers(claim(store)) == [2, 1]

    def test_when_a_lease_is_over_the_delivery_can_be_claimed_again(
        self, store: Store, person: PersonId, chat: ChatId
    ) -> None:
        put(store, person, 1, chat, urgent=True)
        assert numbers(claim(store, lease=OVER)) == [1]
        (again,) = claim(store)
        assert again.attempts == 2
        assert claim(store) == ()

    def test_a_lease_goes_by_the_databases_time_and_not_by_the_offices(
        self, store: Store, person: PersonId, chat: ChatId, clock: FixedClock
    ) -> None:
        put(store, person, 1, chat, urgent=True)
        claim(store)
        clock.advance(timedelta(days=30))
        assert claim(store) == ()

    def test_a_failed_delivery_waits_and_keeps_its_place(
        self, store: Store, person: PersonId, chat: ChatId
    ) -> None:
        put(store, person, 1, chat, urgent=True)
        put(store, person, 2, chat, urgent=True)
        (first,) = claim(store)
        with store.writing() as work:
            work.outbox.failed(first.id, "too many requests", retry_in=MINUTE)
        assert claim(store) == ()
        with store.writing() as work:
            work.outbox.failed(first.id, "too many requests", retry_in=OVER)
        assert numbers(claim(store)) == [1]

    def test_a_dead_delivery_lets_the_next_pass_is_listed_and_can_be_replayed(
        self, store: Store, person: PersonId, chat: ChatId
    ) -> None:
        put(store, person, 1, chat, urgent=True)
        put(store, person, 2, chat, urgent=True)
        (first,) = claim(store)
        with store.writing() as work:
            work.outbox.failed(first.id, "bot was blocked", retry_in=None)
            (dead,) = work.outbox.dead()
        assert (dead.state, dead.problem) == (OutboxState.DEAD, "bot was blocked")
        assert numbers(claim(store)) == [2]
        with store.writing() as work:
            work.outbox.replay(first.id)
            assert work.outbox.dead() == ()
        assert numbers(claim(store)) == [1]

    def test_what_no_chat_takes_now_wanders_no_further_than_the_web_inbox(
        self, store: Store, person: PersonId, chat: ChatId, other_chat: ChatId
    ) -> None:
        put(store, person, 1, chat, urgent=False)
        for to in (other_chat, chat, other_chat, None):
            (delivery,) = claim(store)
            with store.writing() as work:
                assert work.outbox.redirect(delivery, "quota") == to
        assert claim(store) == ()
        with store.reading() as work:
            assert work.outbox.counts()[OutboxState.INBOX] == 1

    def test_a_chat_that_is_gone_after_many_attempts_gives_way_to_the_next(
        self, store: Store, person: PersonId, chat: ChatId, other_chat: ChatId
    ) -> None:
        put(store, person, 1, chat, urgent=False)
        for _ in range(5):
            (delivery,) = claim(store, lease=OVER)
        with store.writing() as work:
            work.chats.block(chat)
            assert work.outbox.redirect(delivery, "gone") == other_chat
        (delivery,) = claim(store)
        assert (delivery.chat, delivery.attempts) == (other_chat, 1)

    def test_what_is_held_or_not_yet_due_is_not_claimed(
        self,
        store: Store,
        person: PersonId,
        chat: ChatId,
        other_chat: ChatId,
        clock: FixedClock,
    ) -> None:
        with store.writing() as work:
            work.outbox.hold(person, 1, chat, "us", timedelta(seconds=16))
            tomorrow = work.now + timedelta(days=1)
            work.outbox.put(person, 2, other_chat, urgent=False, not_before=tomorrow)
        assert claim(store) == ()
        clock.advance(timedelta(days=1))
        assert numbers(claim(store)) == [2]

    def test_a_reply_left_to_the_sender_is_not_overtaken_by_the_next_of_its_process(
        self, store: Store, person: PersonId, chat: ChatId
    ) -> None:
        """A process died with the first; what stood behind it is claimed one by one, and may still wait."""
        minute = timedelta(minutes=1)
        with store.writing() as work:
            first = work.outbox.hold(person, 1, chat, "dead", minute)
            assert first is not None
            assert work.outbox.hold(person, 2, chat, "us", minute) is None
            work.outbox.sent(first)
            assert work.outbox.hold(person, 3, chat, "us", minute) is None
        assert numbers(claim(store)) == [2]

    def test_what_is_no_longer_good_dies_unsent(
        self, store: Store, person: PersonId, chat: ChatId, clock: FixedClock
    ) -> None:
        with store.writing() as work:
            work.outbox.put(person, 1, chat, urgent=False, good_until=work.now + MINUTE)
        put(store, person, 2, chat, urgent=False)
        clock.advance(2 * MINUTE)
        assert numbers(claim(store)) == [2]
        with store.reading() as work:
            assert [each.problem for each in work.outbox.dead()] == ["too-late"]


class TestChats:
    def test_an_address_belongs_to_who_bound_it_last(self, store: Store, person: PersonId) -> None:
        with store.writing() as work:
            first = work.chats.bind("telegram", "77", person)
            work.chats.block(first.id)
            owner = work.people.add_guest().id
            assert work.chats.of(person) == ()
            second = work.chats.bind("telegram", "77", owner)
            assert work.chats.find("telegram", "77") == work.chats.get(second.id) == second
            assert work.chats.find("wechat", "77") is None
            assert work.chats.of(owner) == (second,)
        assert (second.id, second.person, second.blocked_at) == (first.id, owner, None)


class TestTwoSenders:
    @pytest.fixture
    def database_url(self, empty_postgresql_url: str) -> str:
        return empty_postgresql_url

    def test_two_senders_at_once_share_the_chats_and_overtake_nothing(
        self, store: Store, person: PersonId, chat: ChatId, other_chat: ChatId
    ) -> None:
        for number, where in ((1, chat), (2, chat), (3, other_chat), (4, other_chat)):
            put(store, person, number, where, urgent=True)
        with store.writing() as first, store.writing() as second:
            assert numbers(first.outbox.claim(("telegram",), 1, MINUTE)) == [1]
            assert numbers(second.outbox.claim(("telegram",), 10, MINUTE)) == [3]


class TestMuchToSend:
    @pytest.fixture
    def database_url(self, sqlite_url: str) -> str:
        """PostgreSQL plans by what stands in its tables."""
        return sqlite_url

    def test_however_many_wait_the_index_gives_them_in_order(self, store: Store) -> None:
        plans = []

        def explain(connection: Any, _: object, sql: str, values: Any, *more: object) -> None:
            if sql.startswith("WITH due"):
                plans.append(connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values).all())

        with store.writing() as work:
            event.listen(work.connection, "before_cursor_execute", explain)
            work.outbox.claim(("telegram",), 10, MINUTE)
        assert len(plans) == 2
        for plan in plans:
            assert not [row.detail for row in plan if "TEMP B-TREE" in row.detail]
