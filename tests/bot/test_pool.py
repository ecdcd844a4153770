"""Pools: bounded, and what has begun is finished."""

import asyncio

import pytest

from bot.pool import Pool
from handlers.channel import Busy
from tests.bot.fakes import Gate


def test_a_full_pool_is_busy_until_something_is_done() -> None:
    async def scene() -> None:
        pool, gate = Pool("test", threads=1, waiting=1), Gate()
        running = [asyncio.create_task(pool.run(gate.wait)) for _ in range(2)]
        await asyncio.to_thread(gate.reached.wait)
        with pytest.raises(Busy) as refusal:
            await pool.run(gate.wait)
        assert refusal.value.retry_after >= 1
        gate.opened.set()
        await asyncio.gather(*running)
        assert await pool.run(lambda: "free") == "free"
        pool.close()

    asyncio.run(scene())


def test_work_nobody_waits_for_any_more_still_counts_until_it_ends() -> None:
    async def scene() -> None:
        pool, gate = Pool("test", threads=1, waiting=0), Gate()
        running = asyncio.create_task(pool.run(gate.wait))
        await asyncio.to_thread(gate.reached.wait)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        with pytest.raises(Busy):
            await pool.run(gate.wait)
        gate.opened.set()
        pool.close()

    asyncio.run(scene())


def test_what_a_pool_begins_with_is_done_before_anything_else() -> None:
    async def scene() -> None:
        pool, gate = Pool("test", threads=2, waiting=0), Gate()
        done: list[str] = []

        def begin() -> None:
            gate.wait()
            done.append("begun")

        pool.begin_with(begin)
        first = asyncio.create_task(pool.run(lambda: done.append("first")))
        await asyncio.to_thread(gate.reached.wait)
        assert done == []
        gate.opened.set()
        await first
        assert "begun" in done[: done.index("first")]
        pool.close()

    asyncio.run(scene())


def test_an_error_in_the_thread_reaches_whoever_waits() -> None:
    async def scene() -> None:
        pool = Pool("test", threads=1, waiting=0)
        with pytest.raises(ZeroDivisionError):
            await pool.run(lambda: 1 / 0)
        pool.close()

    asyncio.run(scene())
