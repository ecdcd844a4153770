"""The jobs of the timetable beside the turns, where no workers carry them out."""

from bot.beside import Beside, pausing
from bot.jobs import LEASE, REHEARSED_LEASE, Jobs
from bot.pool import Pool
from bot.timetable import timetable
from store.unit import Store

LOOK_EVERY_S = 10.0


def jobs_of(store: Store, holder: str) -> Jobs:
    """The timetable on this store, with the carrier its database has."""
    lease = REHEARSED_LEASE if store.rehearsing else LEASE
    if not store.on_postgresql:
        return Jobs(store, timetable(), holder, lease=lease)
    from store.carrier import hand_on

    return Jobs(store, timetable(), holder, hand_on, lease=lease)


class InProcess(Beside):
    """The jobs of a server on SQLite, in a thread: the notice board, then run after run.

    A run under way is finished; killed, it would go on at the next start.
    """

    def __init__(self, jobs: Jobs, pool: Pool) -> None:
        super().__init__("jobs-failed", pausing(LOOK_EVERY_S))
        self._jobs = jobs
        self._pool = pool
        self._under_way = False
        """Whether the board was looked at, and there may be runs left of it."""

    async def look(self) -> bool:
        under_way, self._under_way = self._under_way, False
        if not under_way:
            await self._pool.run(self._jobs.tick)
        self._under_way = await self._pool.run(self._jobs.perform_first) is not None
        return self._under_way
