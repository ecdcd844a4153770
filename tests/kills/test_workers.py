"""kill -9 of workers through a rehearsed year: every reminder once, every run once, none lost.

`KAOWU_KILLS=200 pytest tests/kills/test_workers.py` goes through the year hour by hour and kills until
it is over; the suite looks at the days on which something happens.
"""

import os
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from bot import wiring
from bot.in_process import jobs_of
from bot.jobs import Jobs, moved, step
from bot.settings import Settings
from store.unit import Store
from tests.conftest import POSTGRESQL, Broom
from tests.kills.rehearsal import ENDS, mornings, prepare, story
from tests.serving import clean_environment

LONG = "KAOWU_KILLS" in os.environ
KILLS = int(os.environ.get("KAOWU_KILLS", "2"))
SOME = 2
"""Of the moments at which something happens the suite looks at every second one."""


class Worker:
    """One `kaowu worker`, started again after every kill."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.start()
        assert self.process.stdout is not None
        assert "works" in self.process.stdout.readline()

    def start(self) -> None:
        command = [sys.executable, "-m", "bot", "worker", "--data", str(self.settings.data_dir)]
        where = {"KAOWU_DATABASE_URL": str(self.settings.database_url)}
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env=clean_environment() | where
        )

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


class Killer:
    """Kills one of the workers while it has a run in hand, and starts it again."""

    def __init__(self, settings: Settings, store: Store, driver: str) -> None:
        self.workers = [Worker(settings) for _ in range(2)]
        self.store = store
        self.driver = driver
        self.moment = random.Random(20261121)
        self.killed = 0
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.work)

    def work(self) -> None:
        while self.killed < KILLS and not self.over.wait(0.005):
            if self.somebody_works() and not self.over.wait(self.moment.uniform(0, 0.04)):
                worker = self.moment.choice(self.workers)
                worker.kill()
                self.killed += 1
                worker.start()
                self.over.wait(self.moment.uniform(0.5, 3))

    def somebody_works(self) -> bool:
        with self.store.reading() as work:
            holders = work.connection.exec_driver_sql(
                "SELECT leased_by FROM job_runs WHERE state = 'running'"
            )
            return any(holder != self.driver for (holder,) in holders)

    def __enter__(self) -> "Killer":
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.thread.join()
        for worker in self.workers:
            worker.kill()


@contextmanager
def copied(url: str, name: str) -> Iterator[str]:
    """Another database with the same in it."""
    with psycopg.connect(POSTGRESQL, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE {make_url(url).database}")
        try:
            yield make_url(url).set(database=name).render_as_string(hide_password=False)
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def settings_of(folder: Path, url: str) -> Settings:
    none = dict.fromkeys(("redis_url", "files_url", "secret_key", "data_keys"))
    return Settings(data_dir=folder, database_url=url, **none)


def go_through(jobs: Jobs) -> int:
    """Through the year; how many runs we carried out ourselves."""
    if LONG:
        return moved(jobs, ENDS).total()
    return sum(step(jobs, moment).total() for moment in mornings()[::SOME])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_of_a_year_of_reminders_none_is_lost_or_comes_twice(
    empty_postgresql_url: str, broom: Broom, folder: Path
) -> None:
    calm = settings_of(folder, empty_postgresql_url)
    broom.let_go()
    with wiring.opened(calm) as store:
        prepare(store)
        jobs_of(store, "driver").tick()
    with copied(empty_postgresql_url, f"{make_url(empty_postgresql_url).database}_rough") as url:
        with wiring.opened(calm) as store:
            go_through(jobs_of(store, "driver"))
            wanted = story(store)
        rough = settings_of(folder, url)
        with wiring.opened(rough) as store:
            with Killer(rough, store, "driver") as killer:
                ours = go_through(jobs_of(store, "driver"))
            assert story(store) == wanted
    assert killer.killed == KILLS or LONG
    assert ours < wanted.runs.total()
    assert max(wanted.told.values()) == 1
    assert {faults for *_, faults in wanted.runs} == {0}
