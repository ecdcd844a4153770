"""Jobs: every due time once, every item once, whoever is killed in between."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from bot.jobs import LEASE, Jobs, moved
from bot.timetable import CatchUp, Job
from rules.findings import NotPossible
from rules.rhythms import Daily, Hourly
from store.clock import OFFICE_ZONE
from store.job_runs import JobRunState
from store.unit import Store, UnitOfWork
from tests.fakes import FixedClock

ITEMS = range(1, 8)


class Killed(BaseException):
    """The process is gone."""


class Diary:
    """A job that writes each item into the audit, in the item's own unit."""

    def __init__(self) -> None:
        self.failing: set[int] = set()
        self.killed_at: int | None = None

    def find(self, work: UnitOfWork, due: datetime, after: int, limit: int) -> Sequence[int]:
        return [item for item in ITEMS if item > after][:limit]

    def act(self, work: UnitOfWork, due: datetime, item: int) -> None:
        work.audit.note("done", f"item:{item}", due=due.isoformat())
        if item == self.killed_at:
            self.killed_at = None
            raise Killed
        if item in self.failing:
            raise ZeroDivisionError


def entries(store: Store) -> list[str]:
    from store.audit import audit

    with store.reading() as work:
        return [row.subject for row in work.connection.execute(audit.select().order_by(audit.c.id))]


def morning(diary: Diary, catch_up: CatchUp = CatchUp.EACH) -> Job:
    return Job("morning", Daily(time(8)), diary.find, diary.act, catch_up)


@pytest.fixture
def diary() -> Diary:
    return Diary()


def jobs(store: Store, *board: Job, holder: str = "us") -> Jobs:
    return Jobs(store, board, holder)


def all_items() -> list[str]:
    return [f"item:{item}" for item in ITEMS]


def test_nothing_that_was_due_before_the_first_look_is_made_up(store: Store, diary: Diary) -> None:
    ours = jobs(store, morning(diary))
    ours.tick()
    assert not ours.drain()
    assert entries(store) == []


def test_what_is_due_is_done_once_however_often_looked_for(
    store: Store, diary: Diary, clock: FixedClock
) -> None:
    one, two = jobs(store, morning(diary)), jobs(store, morning(diary), holder="other")
    one.tick()
    clock.advance(timedelta(days=1))
    for _ in range(3):
        one.tick()
        two.tick()
        one.drain()
        two.drain()
    assert entries(store) == all_items()


@pytest.mark.parametrize(("catch_up", "runs"), [(CatchUp.EACH, 3), (CatchUp.LATEST, 1)])
def test_missed_runs_follow_the_jobs_rule(
    store: Store, diary: Diary, clock: FixedClock, catch_up: CatchUp, runs: int
) -> None:
    ours = jobs(store, morning(diary, catch_up))
    ours.tick()
    clock.advance(timedelta(days=3))
    ours.tick()
    ours.drain()
    with store.reading() as work:
        found = work.job_runs.of("morning")
    assert len(found) == runs
    assert {run.state for run in found} == {JobRunState.DONE}
    assert found[0].due.day == 4


@pytest.mark.parametrize("killed_at", ITEMS)
def test_a_killed_run_goes_on_elsewhere_and_does_nothing_twice(
    store: Store, diary: Diary, clock: FixedClock, killed_at: int
) -> None:
    first = replace(jobs(store, morning(diary)), unit_s=-1.0)  # one item a unit
    first.tick()
    clock.advance(timedelta(days=1))
    first.tick()
    diary.killed_at = killed_at
    with pytest.raises(Killed):
        first.drain()
    assert entries(store) == all_items()[: killed_at - 1]
    second = jobs(store, morning(diary), holder="next")
    assert second.perform_first() is None
    expire_leases(store)
    second.drain()
    assert entries(store) == all_items()


def test_who_was_thought_dead_does_not_go_on(store: Store, diary: Diary, clock: FixedClock) -> None:
    ours = jobs(store, morning(diary))
    ours.tick()
    clock.advance(timedelta(days=1))
    ours.tick()
    with store.writing() as work:
        run = work.job_runs.take_first("us", LEASE)
        assert run
    expire_leases(store)
    jobs(store, morning(diary), holder="next").drain()
    with store.writing() as work:
        assert not work.job_runs.advance(run.id, "us", LEASE, at=1, items=1, faults=0)


def test_an_item_that_fails_is_counted_and_the_others_are_done(
    store: Store, diary: Diary, clock: FixedClock
) -> None:
    diary.failing = {2, 5}
    ours = jobs(store, morning(diary))
    ours.tick()
    clock.advance(timedelta(days=1))
    ours.tick()
    ours.drain()
    assert entries(store) == [f"item:{item}" for item in ITEMS if item not in {2, 5}]
    with store.reading() as work:
        (run,) = work.job_runs.of("morning")
    assert (run.items, run.faults) == (len(ITEMS), 2)


def test_a_run_of_a_job_that_is_no_more_is_closed(
    store: Store, diary: Diary, clock: FixedClock
) -> None:
    ours = jobs(store, morning(diary))
    ours.tick()
    clock.advance(timedelta(days=1))
    ours.tick()
    jobs(store).drain()
    with store.reading() as work:
        assert work.job_runs.of("morning")[0].problem == "unknown-job"


class TestRehearsal:
    @pytest.fixture
    def rehearsed(self, store: Store) -> Store:
        with store.writing() as work:
            work.rehearsal.begin(datetime(2026, 6, 1, 9, tzinfo=OFFICE_ZONE))
        store.rehearsing = True
        return store

    def test_advancing_goes_from_due_time_to_due_time(self, rehearsed: Store) -> None:
        seen: list[tuple[str, datetime]] = []

        def noting(name: str) -> Job:
            def act(work: UnitOfWork, due: datetime, item: int) -> None:
                assert work.now == due
                seen.append((name, due))

            def one(work: UnitOfWork, due: datetime, after: int, limit: int) -> Sequence[int]:
                return [] if after else [1]

            rhythm = Daily(time(8)) if name == "daily" else Hourly(7, 9)
            return Job(name, rhythm, one, act, CatchUp.EACH)

        ours = jobs(rehearsed, noting("daily"), noting("hourly"))
        ours.tick()
        done = moved(ours, datetime(2026, 6, 3, 8, 30, tzinfo=OFFICE_ZONE))
        assert done == {"daily": 2, "hourly": 5}
        assert [due for _, due in seen] == sorted(due for _, due in seen)
        with rehearsed.reading() as work:
            assert work.now == datetime(2026, 6, 3, 8, 30, tzinfo=OFFICE_ZONE)

    def test_it_never_goes_back(self, rehearsed: Store) -> None:
        with pytest.raises(NotPossible):
            moved(jobs(rehearsed), datetime(2026, 5, 31, tzinfo=OFFICE_ZONE))

    def test_machine_time_is_not_moved(self, rehearsed: Store, clock: FixedClock) -> None:
        moved(jobs(rehearsed), datetime(2027, 6, 1, tzinfo=OFFICE_ZONE))
        with rehearsed.reading() as work:
            assert work.machine_now == clock.machine_now()


def expire_leases(store: Store) -> None:
    from sqlalchemy import update

    from store.job_runs import job_runs
    from store.schema import database_now

    with store.writing() as work:
        work.connection.execute(update(job_runs).values(leased_until=database_now(-1.0)))
