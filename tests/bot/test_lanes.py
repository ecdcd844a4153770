"""Lanes: order within one person, nobody else in the way, and a bound."""

import asyncio

import pytest

from bot.lanes import Lanes
from handlers.channel import Busy


async def settle() -> None:
    """Let every task go as far as it can."""
    for _ in range(50):
        await asyncio.sleep(0)


def test_messages_of_one_lane_run_one_by_one_in_the_order_they_came() -> None:
    async def scene() -> list[str]:
        lanes, seen = Lanes(), list[str]()

        async def message(name: str) -> None:
            async with lanes.turn("wang"):
                seen.append(f"{name} begins")
                await asyncio.sleep(0)
                seen.append(f"{name} ends")

        await asyncio.gather(message("first"), message("second"), message("third"))
        return seen

    assert asyncio.run(scene()) == [
        f"{name} {what}" for name in ("first", "second", "third") for what in ("begins", "ends")
    ]


def test_a_full_lane_is_busy_and_another_lane_is_not() -> None:
    async def scene() -> None:
        lanes, go = Lanes(depth=2), asyncio.Event()

        async def message(lane: str) -> None:
            async with lanes.turn(lane):
                await go.wait()

        flood = [asyncio.create_task(message("flooder")) for _ in range(2)]
        await settle()
        with pytest.raises(Busy):
            await message("flooder")
        go.set()
        await message("wang")
        await asyncio.gather(*flood)

    asyncio.run(scene())


def test_an_idle_lane_vanishes_also_after_a_failure() -> None:
    async def scene() -> int:
        lanes = Lanes()
        with pytest.raises(ZeroDivisionError):
            async with lanes.turn("wang"):
                raise ZeroDivisionError
        async with lanes.turn("li"):
            assert len(lanes) == 1
        return len(lanes)

    assert asyncio.run(scene()) == 0


def test_who_stops_waiting_leaves_the_lane_to_the_next() -> None:
    async def scene() -> list[str]:
        lanes, go, seen = Lanes(), asyncio.Event(), list[str]()

        async def message(name: str) -> None:
            async with lanes.turn("wang"):
                seen.append(name)
                await go.wait()

        first, second, third = (asyncio.create_task(message(n)) for n in ("1", "2", "3"))
        await settle()
        second.cancel()
        go.set()
        await asyncio.gather(first, third)
        assert len(lanes) == 0
        return seen

    assert asyncio.run(scene()) == ["1", "3"]
