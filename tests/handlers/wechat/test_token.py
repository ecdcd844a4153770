"""The access token: one for all processes, fetched by one of them, because a new one voids the others'."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import count
from threading import Barrier

import pytest

from handlers.channel import Unreachable
from handlers.wechat.token import EARLY, LEASE, SharedToken
from store.unit import Store
from tests.fakes import FixedClock

LIFE = timedelta(hours=2)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Two processes are two of these on one database."""
    name = "sqlite_url" if request.param == "sqlite" else "empty_postgresql_url"
    url: str = request.getfixturevalue(name)
    return url


class Source:
    """WeChat's side: counts what it gives out."""

    def __init__(self) -> None:
        self.numbers: Iterator[int] = count(1)
        self.given: list[str] = []

    def __call__(self) -> tuple[str, timedelta]:
        self.given.append(f"token-{next(self.numbers)}")
        return self.given[-1], LIFE


def process(
    store: Store,
    source: Callable[[], tuple[str, timedelta]],
    pause: Callable[[float], None] = lambda _: None,
) -> SharedToken:
    return SharedToken(store, "wx1", source, pause=pause)


def test_it_is_fetched_once_and_used_until_shortly_before_it_ends(
    store: Store, clock: FixedClock
) -> None:
    source = Source()
    token = process(store, source)
    assert (token.current(), token.current()) == ("token-1", "token-1")
    clock.advance(LIFE - EARLY - timedelta(seconds=1))
    assert token.current() == "token-1"
    clock.advance(timedelta(seconds=1))
    assert token.current() == "token-2"


def test_another_process_uses_what_the_first_fetched(store: Store) -> None:
    source = Source()
    first, second = process(store, source), process(store, source)
    assert first.current() == second.current() == "token-1"
    assert source.given == ["token-1"]


def test_when_wechat_refuses_the_token_each_process_takes_the_same_new_one(store: Store) -> None:
    source = Source()
    first, second = process(store, source), process(store, source)
    first.current(), second.current()
    assert first.other_than("token-1") == "token-2"
    assert second.other_than("token-1") == "token-2"
    assert second.other_than("token-1") == "token-2"
    assert source.given == ["token-1", "token-2"]


def test_many_threads_of_two_processes_at_once_fetch_one(store: Store) -> None:
    source = Source()
    processes = [process(store, source), process(store, source)]
    start = Barrier(6)

    def ask(number: int) -> str:
        start.wait()
        return processes[number % 2].current()

    with ThreadPoolExecutor(6) as threads:
        assert set(threads.map(ask, range(6))) == {"token-1"}
    assert source.given == ["token-1"]


def test_while_another_process_fetches_it_is_waited_for(store: Store) -> None:
    def the_other_is_done(_: float) -> None:
        with store.writing() as work:
            work.wechat_tokens.put("wx1", "theirs", LIFE)

    with store.writing() as work:
        assert work.leases.take("wechat-token:wx1", "another", LEASE)
    source = Source()
    assert process(store, source, the_other_is_done).current() == "theirs"
    assert source.given == []


def test_a_process_that_dies_while_fetching_is_not_waited_for_for_ever(store: Store) -> None:
    with store.writing() as work:
        assert work.leases.take("wechat-token:wx1", "another", LEASE)
    waited: list[float] = []
    with pytest.raises(Unreachable):
        process(store, Source(), waited.append).current()
    assert 5 < sum(waited) < LEASE.total_seconds()


def test_a_fetch_that_failed_leaves_the_way_free(store: Store) -> None:
    def failing() -> tuple[str, timedelta]:
        raise Unreachable("no answer")

    with pytest.raises(Unreachable):
        process(store, failing).current()
    assert process(store, Source()).current() == "token-1"
