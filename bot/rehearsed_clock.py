"""The clock of a rehearsal: moved when told, and what becomes due on the way is carried out."""

from datetime import datetime

from bot.jobs import Jobs, moved
from bot.pool import Pool
from store.unit import Store


class RehearsedClock:
    """Behind /api/rehearsal/clock. One move at a time, in a thread of its own."""

    def __init__(self, store: Store, jobs: Jobs, pool: Pool) -> None:
        self._store = store
        self._jobs = jobs
        self._pool = pool

    async def now(self) -> datetime:
        return await self._pool.run(self._now)

    async def move(self, moment: datetime) -> dict[str, int]:
        return dict(await self._pool.run(lambda: moved(self._jobs, moment)))

    def _now(self) -> datetime:
        with self._store.reading() as work:
            return work.now
