"""What a server does beside the turns: the jobs of the timetable, where no workers carry them out."""

import asyncio
from typing import Protocol

import structlog

from bot.jobs import LEASE, REHEARSED_LEASE, Jobs
from bot.logs import places
from bot.pool import Pool
from bot.timetable import timetable
from store.unit import Store

LOOK_EVERY_S = 10.0

log = structlog.get_logger()


class Beside(Protocol):
    """Something a server does beside the turns, from before the first to after the last."""

    def start(self) -> None:
        """On the running loop."""

    async def stop(self) -> None:
        """Finish what is under way."""


def jobs_of(store: Store, holder: str) -> Jobs:
    """The timetable on this store, with the carrier its database has."""
    lease = REHEARSED_LEASE if store.rehearsing else LEASE
    if not store.on_postgresql:
        return Jobs(store, timetable(), holder, lease=lease)
    from store.carrier import hand_on

    return Jobs(store, timetable(), holder, hand_on, lease=lease)


class InProcess:
    """The jobs of a server on SQLite, in a thread beside the turns."""

    def __init__(self, jobs: Jobs, pool: Pool) -> None:
        self._jobs = jobs
        self._pool = pool
        self._ending = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Finish the run under way: killed, it would go on at the next start."""
        self._ending.set()
        if self._task:
            await self._task

    async def _run(self) -> None:
        while not self._ending.is_set():
            try:
                await self._pool.run(self._jobs.tick)
                while not self._ending.is_set() and await self._pool.run(self._one):
                    pass
            except Exception as error:  # noqa: BLE001 - the edge of one look; the next one tries again
                note("jobs-failed", error)
            await pause(self._ending, LOOK_EVERY_S)

    def _one(self) -> bool:
        """Whether there was a run to carry out."""
        return self._jobs.perform_first() is not None


async def pause(ending: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(ending.wait(), seconds)
    except TimeoutError:
        return


def note(event: str, error: Exception) -> None:
    log.error(event, error=type(error).__name__, at=places(error))
