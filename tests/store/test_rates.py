"""Rates and signals keep one contract in memory and in Redis."""

from collections.abc import Iterator
from datetime import timedelta
from queue import Queue
from uuid import uuid4

import pytest
import redis

from store.faults import TransientFault
from store.people import PersonId
from store.rates import MemoryRates, Rates
from store.shared import RedisRates, RedisSignals
from store.signals import MemorySignals, Signals

HOUR = timedelta(hours=1)
UNREACHABLE = "redis://127.0.0.1:1/0"


@pytest.fixture
def prefix(request: pytest.FixtureRequest) -> str:
    return f"kaowu-test-{uuid4().hex}:"


@pytest.fixture(params=["memory", "redis"])
def rates(request: pytest.FixtureRequest, prefix: str) -> Iterator[Rates]:
    if request.param == "memory":
        yield MemoryRates()
        return
    url: str = request.getfixturevalue("redis_url")
    rates = RedisRates(url, prefix=prefix)
    yield rates
    rates.close()
    with redis.Redis.from_url(url) as client:
        for key in client.scan_iter(f"{prefix}*"):
            client.delete(key)


@pytest.fixture(params=["memory", "redis"])
def signals(request: pytest.FixtureRequest, prefix: str) -> Iterator[Signals]:
    signals: Signals = (
        MemorySignals()
        if request.param == "memory"
        else RedisSignals(request.getfixturevalue("redis_url"), prefix=prefix)
    )
    yield signals
    signals.close()


class TestRates:
    def test_attempts_within_the_limit_pass_and_the_next_is_told_how_long_to_wait(
        self, rates: Rates
    ) -> None:
        assert [rates.take("login", "a", 3, HOUR) for _ in range(3)] == [None] * 3
        wait = rates.take("login", "a", 3, HOUR)
        assert wait is not None
        assert timedelta(minutes=59) < wait <= HOUR

    def test_names_and_subjects_are_counted_apart(self, rates: Rates) -> None:
        for name, subject in (("login", "a"), ("login", "b"), ("sign_up", "a")):
            assert rates.take(name, subject, 1, HOUR) is None

    def test_a_window_that_is_over_begins_anew(self) -> None:
        now = 0.0
        rates = MemoryRates(seconds=lambda: now)
        assert rates.take("login", "a", 1, HOUR) is None
        now = 3599.0
        assert rates.take("login", "a", 1, HOUR) == timedelta(seconds=1)
        now = 3600.0
        assert rates.take("login", "a", 1, HOUR) is None

    def test_memory_does_not_grow_with_the_subjects(self) -> None:
        rates = MemoryRates(most=2)
        for subject in "abc":
            rates.take("login", subject, 1, HOUR)
        assert rates.take("login", "a", 1, HOUR) is None
        assert rates.take("login", "c", 1, HOUR) is not None

    def test_redis_forgets_a_window_when_it_is_over(self, redis_url: str, prefix: str) -> None:
        rates = RedisRates(redis_url, prefix=prefix)
        rates.take("login", "a", 1, timedelta(milliseconds=1))
        while rates.take("login", "a", 1, timedelta(milliseconds=1)) is not None:
            pass
        rates.close()

    def test_an_unreachable_redis_is_a_transient_fault(self) -> None:
        rates = RedisRates(UNREACHABLE)
        with pytest.raises(TransientFault):
            rates.take("login", "a", 1, HOUR)
        rates.close()


class TestSignals:
    def test_every_listener_hears_of_the_person_until_it_ends(self, signals: Signals) -> None:
        one: Queue[PersonId] = Queue()
        two: Queue[PersonId] = Queue()
        end = signals.subscribe(one.put)
        signals.subscribe(two.put)
        signals.raise_(PersonId(7))
        assert (one.get(timeout=5), two.get(timeout=5)) == (7, 7)
        end()
        end()
        signals.raise_(PersonId(8))
        assert two.get(timeout=5) == 8
        assert one.empty()

    def test_a_signal_that_cannot_be_sent_is_lost_without_an_error(self) -> None:
        signals = RedisSignals(UNREACHABLE)
        signals.raise_(PersonId(7))
        with pytest.raises(TransientFault):
            signals.subscribe(print)
        signals.close()
