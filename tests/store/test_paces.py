"""Paces: so many a second, in one process and shared by several."""

from collections.abc import Iterator
from uuid import uuid4

import pytest

from store.paces import MemoryPaces, Paces


class Seconds:
    """A clock that stands."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(params=["memory", "redis"])
def paces(request: pytest.FixtureRequest) -> Iterator[Paces]:
    if request.param == "memory":
        yield MemoryPaces(seconds=Seconds())
        return
    from store.shared import RedisPaces

    shared = RedisPaces(request.getfixturevalue("redis_url"), prefix=f"test:{uuid4().hex}:")
    yield shared
    shared.close()


def test_a_burst_goes_at_once_and_the_rest_in_turn(paces: Paces) -> None:
    waits = [paces.reserve("bot", 0.1, 3) for _ in range(5)]
    assert waits[:3] == [0, 0, 0]
    assert waits[3] == pytest.approx(10, abs=1)
    assert waits[4] == pytest.approx(20, abs=1)


def test_who_will_not_wait_so_long_reserves_nothing(paces: Paces) -> None:
    assert paces.reserve("bot", 0.1, 1) == 0
    assert paces.reserve("bot", 0.1, 1, at_most=0) is None
    assert paces.reserve("bot", 0.1, 1, at_most=60) == pytest.approx(10, abs=1)


def test_one_chat_told_to_rest_leaves_the_others_alone(paces: Paces) -> None:
    paces.rest("bot:1", 30)
    wait = paces.reserve("bot:1", 1, 5)
    assert wait == pytest.approx(30, abs=1)
    assert paces.reserve("bot:2", 1, 1) == 0


def test_slots_come_back_with_time() -> None:
    seconds = Seconds()
    paces = MemoryPaces(seconds=seconds)
    assert [paces.reserve("bot", 1, 2) for _ in range(3)] == [0, 0, 1]
    seconds.now += 10
    assert [paces.reserve("bot", 1, 2) for _ in range(3)] == [0, 0, 1]
