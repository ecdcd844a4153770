"""What WeChat lets us send, counted; and long replies read page by page."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from sqlalchemy import select

from store.people import PersonId
from store.unit import Store
from store.wechat_chats import Opening, wechat_chats
from tests.fakes import FixedClock

HERE = "wx1:oAlice"
DAY = timedelta(days=1)


def opened(store: Store, by: Opening) -> None:
    with store.writing() as work:
        work.wechat_chats.opened(HERE, by)


def take(store: Store, address: str = HERE) -> Opening | None:
    with store.writing() as work:
        return work.wechat_chats.take(address)


def taken(store: Store) -> list[Opening]:
    """All that is allowed now, one after the other."""
    found = []
    while one := take(store):
        found.append(one)
    return found


def next_page(store: Store, message: str) -> str | None:
    with store.writing() as work:
        return work.wechat_chats.next_page(HERE, message)


class TestWhatMayBeSent:
    def test_nothing_before_the_person_did_something(self, store: Store) -> None:
        assert take(store) is None

    def test_five_messages_after_a_written_one_and_five_more_after_the_next(
        self, store: Store
    ) -> None:
        opened(store, Opening.WRITTEN)
        assert taken(store) == [Opening.WRITTEN] * 5
        opened(store, Opening.WRITTEN)
        assert taken(store) == [Opening.WRITTEN] * 5

    def test_after_48_hours_nothing(self, store: Store, clock: FixedClock) -> None:
        opened(store, Opening.WRITTEN)
        clock.advance(2 * DAY - timedelta(seconds=1))
        assert take(store) is Opening.WRITTEN
        clock.advance(timedelta(seconds=1))
        assert take(store) is None

    def test_a_tap_allows_three_for_one_minute_only(self, store: Store, clock: FixedClock) -> None:
        opened(store, Opening.TAPPED)
        assert taken(store) == [Opening.TAPPED] * 3
        opened(store, Opening.TAPPED)
        clock.advance(timedelta(minutes=1))
        assert take(store) is None

    def test_what_ends_sooner_is_used_first(self, store: Store) -> None:
        opened(store, Opening.WRITTEN)
        opened(store, Opening.TAPPED)
        assert taken(store) == [Opening.TAPPED] * 3 + [Opening.WRITTEN] * 5

    def test_a_rehearsals_clock_moves_no_window(self, store: Store, clock: FixedClock) -> None:
        opened(store, Opening.WRITTEN)
        clock.office += 30 * DAY
        assert take(store) is Opening.WRITTEN

    def test_a_refused_message_does_not_count(self, store: Store) -> None:
        opened(store, Opening.WRITTEN)
        first = take(store)
        assert first
        with store.writing() as work:
            work.wechat_chats.give_back(HERE, first)
        assert taken(store) == [Opening.WRITTEN] * 5

    def test_when_wechat_says_it_is_over_it_is_over(self, store: Store) -> None:
        opened(store, Opening.WRITTEN)
        with store.writing() as work:
            work.wechat_chats.close(HERE)
        assert take(store) is None

    def test_two_senders_at_once_never_take_more_than_allowed(self, store: Store) -> None:
        opened(store, Opening.WRITTEN)
        with ThreadPoolExecutor(4) as threads:
            found = list(threads.map(lambda _: take(store), range(12)))
        assert found.count(Opening.WRITTEN) == 5


class TestPages:
    def keep(self, store: Store, *pages: str, good_for: timedelta = DAY) -> None:
        with store.writing() as work:
            work.wechat_chats.keep_pages(HERE, pages, good_for)

    def test_each_wish_gets_the_next_page_and_then_nothing(self, store: Store) -> None:
        self.keep(store, "一", "二", "三")
        assert next_page(store, "m1") == "二"
        assert next_page(store, "m2") == "三"
        assert next_page(store, "m3") is None

    def test_the_same_wish_delivered_again_gets_the_same_page(self, store: Store) -> None:
        self.keep(store, "一", "二", "三")
        assert next_page(store, "m1") == next_page(store, "m1") == "二"
        assert next_page(store, "m2") == next_page(store, "m2") == "三"

    def test_another_message_ends_the_reading_and_a_wish_to_read_on_does_not(
        self, store: Store
    ) -> None:
        self.keep(store, "一", "二", "三")
        with store.writing() as work:
            work.wechat_chats.opened(HERE, Opening.WRITTEN, reading_on=True)
        assert next_page(store, "m1") == "二"
        opened(store, Opening.WRITTEN)
        assert next_page(store, "m2") is None

    def test_pages_are_not_kept_for_ever(self, store: Store, clock: FixedClock) -> None:
        self.keep(store, "一", "二", good_for=timedelta(minutes=10))
        clock.advance(timedelta(minutes=10))
        assert next_page(store, "m1") is None

    def test_keeping_pages_leaves_what_may_be_sent_as_it_was(self, store: Store) -> None:
        opened(store, Opening.WRITTEN)
        take(store)
        self.keep(store, "一", "二")
        assert len(taken(store)) == 4

    def test_pages_lie_sealed_and_go_with_their_person(
        self, store: Store, person: PersonId
    ) -> None:
        self.keep(store, "身份证号 110105…", "二")
        with store.writing() as work:
            sealed = work.connection.scalar(select(wechat_chats.c.pages))
            assert b"110105" not in sealed
            work.chats.bind("wechat", HERE, person)
            work.people.erase(person)
        with store.reading() as work:
            assert work.connection.execute(select(wechat_chats)).first() is None
