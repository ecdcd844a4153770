"""The store on every database we support, its keys and clock, and a list of what had to be left out."""

import fcntl
import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
import redis
from hypothesis import settings
from sqlalchemy import Connection, Dialect, Engine, Pool, event, make_url

from store.migrate import migrate
from store.schema import all_tables
from store.sealed import Keys
from store.unit import Store
from tests.fakes import FixedClock, store_on
from tests.serving import Server, demonstration

# The same examples everywhere, however slow the machine; `--hypothesis-seed=random` looks further.
settings.register_profile("kaowu", derandomize=True, deadline=None)
settings.load_profile("kaowu")


os.fsync = lambda _: None
"""No test of this process outlives a power cut; the servers that are killed are processes of their own."""


@event.listens_for(Pool, "checkout")
def go_on_without_the_disk(connection: object, *_: object) -> None:
    """SQLite's own waits for the disk, for the same reason."""
    if isinstance(connection, sqlite3.Connection):
        connection.execute("PRAGMA synchronous = OFF")


DIALECTS: dict[str, tuple[Dialect, Any]] = {}


@event.listens_for(Engine, "engine_connect")
def compile_statements_once(connection: Connection) -> None:
    """Once in this process, not once for each test's engines: a fifth of what store tests took."""
    engine: Any = connection.engine
    engine.dialect, engine._compiled_cache = DIALECTS.setdefault(
        engine.dialect.name, (engine.dialect, engine._compiled_cache)
    )
    connection.dialect = engine.dialect


LEFT_OUT = "left out: "
POSTGRESQL = os.environ.get(
    "KAOWU_TEST_DATABASE_URL", "postgresql://postgres@127.0.0.1:5432/postgres"
)
REDIS = os.environ.get("KAOWU_TEST_REDIS_URL", "redis://127.0.0.1:6379/0")


def leave_out(what: str) -> None:
    """Skip because a service is not there; where all services are required, fail."""
    if os.environ.get("KAOWU_TEST_REQUIRE_SERVICES") == "1":
        pytest.fail(f"{what} is required and cannot be reached")
    pytest.skip(LEFT_OUT + what)


def pytest_xdist_auto_num_workers() -> int:
    """One more than cores: tests often wait for a disk, a database or a server of their own."""
    return (os.cpu_count() or 1) + 1


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    counts: dict[str, int] = {}
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
        if LEFT_OUT in reason:
            what = reason.partition(LEFT_OUT)[2]
            counts[what] = counts.get(what, 0) + 1
    if counts:
        terminalreporter.section("left out")
        for what, count in sorted(counts.items()):
            terminalreporter.line(f"{what}: {count} tests")


@pytest.fixture(scope="session")
def keys() -> Keys:
    return Keys.fresh()


@pytest.fixture
def clock() -> FixedClock:
    """Office and machine time: Monday 2026-06-01, 09:00 in Shanghai, until the test moves them."""
    return FixedClock()


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder made once for all workers of a run; who needs it meanwhile waits. Nobody writes there."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            unfinished = folder.with_suffix(".unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            make(unfinished)
            unfinished.rename(folder)
    return folder


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database of the current version, to be copied."""

    def make(folder: Path) -> None:
        migrate(f"sqlite:///{folder / 'template.db'}")

    return made_once(tmp_path_factory, "sqlite", make) / "template.db"


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """A database of this test worker's own, of the current version, dropped at the end."""
    try:
        server = psycopg.connect(POSTGRESQL, autocommit=True, connect_timeout=3)
    except psycopg.OperationalError:
        leave_out("PostgreSQL")
    name = f"kaowu_test_{uuid4().hex[:12]}"
    with server:
        server.execute(f"CREATE DATABASE {name}")
        server.execute(f"ALTER DATABASE {name} SET synchronous_commit = off")
        url = make_url(POSTGRESQL).set(database=name).render_as_string(hide_password=False)
        migrate(url)
        yield url
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    file = tmp_path / "kaowu.db"
    shutil.copyfile(sqlite_template, file)
    return f"sqlite:///{file}"


class Lasting(psycopg.Connection[Any]):
    """Closed by the store of one test it serves that of another, with all it has read up on."""

    def close(self) -> None:
        if self.pgconn.transaction_status == psycopg.pq.TransactionStatus.IDLE:
            IDLE.append(self)
        else:
            self.end()

    def end(self) -> None:
        super().close()

    def is_as_new(self) -> bool:
        """Whether it still answers; nothing is left of what a test may have set."""
        answer = self.pgconn.exec_(b"RESET ALL")
        return answer.status == psycopg.pq.ExecStatus.COMMAND_OK


IDLE: list[Lasting] = []


def connect_lasting(_dialect: Dialect, _record: object, cargs: Any, cparams: Any) -> Lasting:
    while IDLE:
        if (kept := IDLE.pop()).is_as_new():
            return kept
        kept.end()
    return Lasting.connect(*cargs, **cparams)


class Broom:
    """Sweeps over one connection that is kept: a fresh one first reads up on a hundred tables."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._connection: psycopg.Connection | None = None

    def sweep(self) -> None:
        if self._connection is None:
            self._connection = psycopg.connect(self._url, autocommit=True)
        (filled,) = self._connection.execute(filled_tables(), prepare=True).fetchone() or ([],)
        for name in filled:
            # Row by row small tables are empty within milliseconds; TRUNCATE waits for the disk.
            self._connection.execute(f"DELETE FROM {name}")

    def let_go(self) -> None:
        """A database can be copied only while nobody is connected to it."""
        if self._connection is not None:
            self._connection.close()
        self._connection = None
        while IDLE:
            IDLE.pop().end()


@pytest.fixture(scope="session")
def broom(postgresql_url: str) -> Iterator[Broom]:
    broom = Broom(postgresql_url)
    yield broom
    broom.let_go()


@pytest.fixture
def empty_postgresql_url(postgresql_url: str, broom: Broom) -> str:
    broom.sweep()
    return postgresql_url


@cache
def filled_tables() -> str:
    """A question for the names of the tables that hold anything, those that point to others first."""
    names = [one.name for one in reversed(all_tables().sorted_tables)]
    return "SELECT array_remove(ARRAY[{}], NULL)".format(
        ", ".join(f"CASE WHEN EXISTS (SELECT FROM {name}) THEN '{name}' END" for name in names)
    )


DATABASES = ("sqlite", "postgresql")
both_databases = pytest.mark.parametrize("database_url", DATABASES, indirect=True)
"""Where one kind would do, but for this."""


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest) -> str:
    """An empty database of the current version, once on each kind."""
    name = "sqlite_url" if request.param == "sqlite" else "empty_postgresql_url"
    url: str = request.getfixturevalue(name)
    return url


@pytest.fixture
def store(database_url: str, keys: Keys, clock: FixedClock, tmp_path: Path) -> Iterator[Store]:
    store = store_on(database_url, keys, tmp_path / "files", clock)
    if store.on_postgresql:
        event.listen(store._database.writer, "do_connect", connect_lasting)
    yield store
    store.close()


@pytest.fixture(scope="session")
def redis_url() -> str:
    client = redis.Redis.from_url(REDIS, socket_connect_timeout=1)
    try:
        client.ping()
    except redis.ConnectionError:
        leave_out("Redis")
    finally:
        client.close()
    return REDIS


@dataclass(frozen=True, slots=True)
class Served:
    """A server on demonstration data, and what there is to try."""

    address: str
    shown: dict[str, Any]

    def account(self, role: str) -> dict[str, str]:
        found: dict[str, str] = next(a for a in self.shown["accounts"] if a["role"] == role)
        return found

    def batch(self, candidate_type: str, programme: str = "capability") -> str:
        """The number of an open batch."""
        batches = self.shown["batches"]
        return next(
            str(b["number"])
            for b in batches
            if (b["candidate_type"], b["programme"]) == (candidate_type, programme)
        )


@dataclass(frozen=True, slots=True)
class Demonstrated:
    """A data directory with the demonstration, to be copied, and what there is to try."""

    folder: Path
    shown: dict[str, Any]

    def copy_to(self, folder: Path) -> Path:
        return Path(shutil.copytree(self.folder, folder))


@pytest.fixture(scope="session")
def demonstrated(tmp_path_factory: pytest.TempPathFactory) -> Demonstrated:
    def make(folder: Path) -> None:
        shown = demonstration(folder / "data")
        (folder / "shown.json").write_text(json.dumps(shown))

    folder = made_once(tmp_path_factory, "demonstrated", make)
    return Demonstrated(folder / "data", json.loads((folder / "shown.json").read_text()))


@pytest.fixture(scope="session")
def served(
    demonstrated: Demonstrated, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """Kaowu as its users meet it, shared by all tests from outside."""
    server = Server(demonstrated.copy_to(tmp_path_factory.mktemp("served") / "data"))
    yield Served(server.start(), demonstrated.shown)
    server.stop()
