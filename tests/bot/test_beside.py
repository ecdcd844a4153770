"""What goes on beside the turns: at once where there is more, later where there is nothing or something failed."""

import asyncio
from collections.abc import Callable, Iterable
from datetime import timedelta

import pytest

from bot.beside import Beside, Pause, pausing
from bot.in_process import InProcess
from bot.jobs import Jobs
from bot.pool import Pool
from bot.timetable import timetable
from handlers.channel import Busy
from store.faults import TransientFault
from store.unit import Store
from tests.fakes import FixedClock


class Round(Beside):
    """Looks that find what they are told to; an exception is raised."""

    def __init__(self, finds: Iterable[bool | Exception], pause: Pause) -> None:
        super().__init__("round-failed", pause)
        self.finds = iter(finds)

    async def look(self) -> bool:
        found = next(self.finds)
        if isinstance(found, Exception):
            raise found
        return found


async def until_over(make: Callable[[Pause], Beside], most: int) -> list[bool]:
    """What each look found, until there was nothing to do or `most` looks are over."""
    over, found = asyncio.Event(), []

    def pause(more: bool) -> float:
        found.append(more)
        if len(found) == most:
            over.set()
        return 0

    beside = make(pause)
    beside.start()
    async with asyncio.timeout(20):
        await over.wait()
        await beside.stop()
    return found[:most]


def test_a_fault_and_a_full_house_are_looked_at_again_later(
    capsys: pytest.CaptureFixture[str],
) -> None:
    faults = (Busy(), TransientFault("the database is gone"), ZeroDivisionError())
    finds = (True, *faults, True, *[False] * 9)
    found = asyncio.run(until_over(lambda pause: Round(finds, pause), 6))
    assert found == [True, False, False, False, True, False]
    assert "the database is gone" in "".join(capsys.readouterr())


def test_where_there_is_more_it_goes_on_at_once() -> None:
    assert pausing(10)(True) == 0
    assert pausing(10, 0.05)(True) == 0.05
    assert pausing(10, 0.05)(False) == 10


def test_it_may_be_stopped_before_it_began() -> None:
    asyncio.run(Round((), pausing(1)).stop())


def test_a_server_looks_at_the_board_once_and_carries_out_all_that_is_due(
    store: Store, clock: FixedClock
) -> None:
    jobs = Jobs(store, timetable(), "us")
    jobs.tick()
    clock.advance(timedelta(days=1))
    jobs.tick()
    with store.reading() as work:
        due = len(work.job_runs.unfinished())
    pool = Pool("jobs", 1, 1)
    looks = 0

    async def all_done() -> None:
        nonlocal looks
        beside = InProcess(jobs, pool)
        while await beside.look():
            looks += 1

    asyncio.run(all_done())
    pool.close()
    with store.reading() as work:
        assert not work.job_runs.unfinished()
    assert looks == due > 1
