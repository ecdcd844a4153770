"""Jobs: what is due is noted once, and carried out item by item, whoever is killed meanwhile."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from bot.logs import note_fault
from bot.timetable import CatchUp, Job
from conversations.telling import bring_all
from rules.rhythms import between
from store.faults import TransientFault
from store.job_runs import JobRun, JobRunId
from store.unit import Store, UnitOfWork

T = TypeVar("T")

LEASE = timedelta(seconds=60)
REHEARSED_LEASE = timedelta(seconds=3)
"""In a rehearsal the clock waits for whoever was killed; a lease is renewed every 50 ms all the same."""

PAGE = 500
UNIT_S = 0.05
"""Turns never wait much longer for the write lock."""

PAUSES_S = (0.05, 0.2, 1.0)
LOOK_AGAIN_S = 0.02


class LeaseLost(Exception):
    """Another process goes on with the run: this one was thought dead."""


@dataclass(frozen=True, slots=True)
class Jobs:
    """The timetable at work in one process, called from threads."""

    store: Store
    board: Sequence[Job]
    holder: str
    announce: Callable[[UnitOfWork, JobRunId], None] = field(default=lambda _work, _run: None)
    """Tells the carrier of a new run, within the unit that notes it."""
    unit_s: float = UNIT_S
    """Items are done in units of about so long."""
    lease: timedelta = LEASE
    """How long a run is kept for somebody who may be dead."""

    def tick(self) -> None:
        """Note what has become due since the last look; bring the news a killed process left behind."""
        bring_all(self.store)
        with self.store.reading() as work:
            due = [job for job, moment in self._dues(work) if moment <= work.now]
        if due:
            self.patiently(partial(self._plan_all, due))

    def _dues(self, work: UnitOfWork) -> Iterator[tuple[Job, datetime]]:
        """When each job is due next; one never seen is due, so that its clock begins to run."""
        clocks = work.job_runs.clocks()
        for job in self.board:
            until = clocks.get(job.name)
            yield job, work.now if until is None else job.rhythm.next_after(until)

    def _plan_all(self, due: Sequence[Job], work: UnitOfWork) -> None:
        for job in due:
            self._plan(work, job)

    def _plan(self, work: UnitOfWork, job: Job) -> None:
        after = work.job_runs.planned_until(job.name)
        if after > work.now:
            return
        dues = between(job.rhythm, after, work.now)
        wanted = dues[-1:] if job.catch_up is CatchUp.LATEST else dues
        for run in work.job_runs.plan(job.name, wanted, work.now):
            self.announce(work, run)

    def next_due(self) -> datetime | None:
        """When the next job is due."""
        with self.store.reading() as work:
            return min((moment for _, moment in self._dues(work)), default=None)

    def perform(self, run: JobRunId) -> bool:
        """Carry out one run, or go on with it; False when it is done or in other hands."""
        taken = self.patiently(lambda work: work.job_runs.take(run, self.holder, self.lease))
        return self._carry_out(taken) if taken else False

    def perform_first(self) -> JobRun | None:
        """Carry out whichever free run is due first."""
        taken = self.patiently(lambda work: work.job_runs.take_first(self.holder, self.lease))
        if taken:
            self._carry_out(taken)
        return taken

    def drain(self) -> Counter[str]:
        """Until no run is left, our own or another process's; how many items of each job were done."""
        done: Counter[str] = Counter()
        while True:
            while run := self.perform_first():
                done[run.name] += 1
            with self.store.reading() as work:
                if not work.job_runs.unfinished():
                    return done
            time.sleep(LOOK_AGAIN_S)  # in a thread for jobs, which nobody else waits for

    def _carry_out(self, run: JobRun) -> bool:
        job = next((job for job in self.board if job.name == run.name), None)
        if job is None:
            self.patiently(lambda work: work.job_runs.done(run.id, self.holder, "unknown-job"))
            return False
        try:
            for items in pages(self.store, job, run):
                self._do(job, run, items)
        except LeaseLost:
            return False
        self.patiently(lambda work: work.job_runs.done(run.id, self.holder))
        return True

    def _do(self, job: Job, run: JobRun, items: Sequence[int]) -> None:
        """A page of items, as many to a unit as fit its time."""
        done = 0
        while done < len(items):
            left = items[done:]
            done += self.patiently(partial(self._in_one_unit, job, run, left))

    def _in_one_unit(self, job: Job, run: JobRun, items: Sequence[int], work: UnitOfWork) -> int:
        """How many items were done; each in a savepoint, so one that fails undoes no other."""
        ends, done, faults = time.monotonic() + self.unit_s, 0, 0
        for item in items:
            faults += not self._act(work, job, run, item)
            done += 1
            if time.monotonic() > ends:
                break
        ours = work.job_runs.advance(
            run.id, self.holder, self.lease, at=items[done - 1], items=done, faults=faults
        )
        if not ours:
            raise LeaseLost
        return done

    def _act(self, work: UnitOfWork, job: Job, run: JobRun, item: int) -> bool:
        try:
            with work.savepoint():
                job.act(work, run.due, item)
        except TransientFault:
            raise
        except Exception as error:  # noqa: BLE001 - the edge of one job item: the others go on
            note_fault("job-item-failed", error, job=job.name)
            return False
        return True

    def patiently(self, act: Callable[[UnitOfWork], T]) -> T:
        """One unit, tried again after bad luck."""
        for pause in PAUSES_S:
            try:
                return self.store.carry_out(act)
            except TransientFault:
                time.sleep(pause)  # in a thread for jobs, which nobody else waits for
        return self.store.carry_out(act)


def pages(store: Store, job: Job, run: JobRun) -> Iterator[Sequence[int]]:
    """The items still to be done, page after page: memory does not grow with their number."""
    after = run.cursor
    while True:
        with store.reading() as work:
            items = job.find(work, run.due, after, PAGE)
        if not items:
            return
        yield items
        after = items[-1]


def moved(jobs: Jobs, moment: datetime) -> Counter[str]:
    """Rehearse up to that moment: from due time to due time, each carried out before the next.

    What a killed process left behind is carried out first, at the moment it was due.
    """
    done = jobs.drain()
    while (due := jobs.next_due()) is not None and due <= moment:
        done += step(jobs, due)
    return done + step(jobs, moment)


def step(jobs: Jobs, moment: datetime) -> Counter[str]:
    with jobs.store.writing() as work:
        work.rehearsal.move(moment)
    jobs.tick()
    return jobs.drain()
