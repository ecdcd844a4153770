"""`kaowu worker`: carries jobs out on PostgreSQL, together with any number of others."""

from datetime import timedelta

from procrastinate import App, PsycopgConnector

from bot.beside import Beside, pausing
from bot.in_process import jobs_of
from bot.jobs import Jobs
from bot.pool import Pool
from store.carrier import RETRY, TASK
from store.job_runs import JobRunId
from store.unit import Store

LOOK_EVERY_S = 10.0
TICKING = timedelta(seconds=30)
"""How long one worker keeps looking at the notice board for all."""

SILENT_S = 30
"""A worker that gave no sign of life for so long is taken for dead."""


class StillHeld(Exception):
    """The run is in the hands of another worker, perhaps a dead one: to be looked at again."""


class Worker:
    """One `kaowu worker`: carries runs out and takes its share of the looking."""

    def __init__(self, store: Store, url: str, holder: str, concurrency: int) -> None:
        self._store = store
        self._jobs = jobs_of(store, holder)
        self._concurrency = concurrency
        self._carrier = App(connector=PsycopgConnector(conninfo=url, min_size=1, max_size=4))
        self._carrier.task(name=TASK, retry=RETRY)(self._carry)
        self._looking = Looking(store, self._jobs, holder, self._carrier)

    async def run(self) -> None:
        """Until told to end (SIGINT, SIGTERM); what is under way is finished."""
        async with self._carrier.open_async():
            self._looking.start()
            try:
                await self._carrier.run_worker_async(
                    concurrency=self._concurrency,
                    stalled_worker_timeout=SILENT_S,
                    delete_jobs="successful",
                )
            finally:
                await self._looking.stop()

    def _carry(self, run: int) -> None:
        if not self._jobs.perform(JobRunId(run)) and not self._is_done(JobRunId(run)):
            raise StillHeld

    def _is_done(self, run: JobRunId) -> bool:
        with self._store.reading() as work:
            return work.job_runs.is_done(run)


class Looking(Beside):
    """A worker's share of looking at the notice board; what dead workers had in hand goes back to the queue."""

    def __init__(self, store: Store, jobs: Jobs, holder: str, carrier: App) -> None:
        super().__init__("look-failed", pausing(LOOK_EVERY_S))
        self._store = store
        self._jobs = jobs
        self._holder = holder
        self._queue = carrier.job_manager
        self._pool = Pool("look", 1, 10)

    async def stop(self) -> None:
        await super().stop()
        self._pool.close()

    async def look(self) -> bool:
        if await self._pool.run(self._takes_the_look):
            await self._pool.run(self._jobs.tick)
            for job in await self._queue.get_stalled_jobs(seconds_since_heartbeat=SILENT_S):
                await self._queue.retry_job(job)
        return False

    def _takes_the_look(self) -> bool:
        with self._store.writing() as work:
            return work.leases.take("timetable", self._holder, TICKING)
