"""How we connect: SQLite with one writer in the process, PostgreSQL with a pool."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil
from threading import Lock

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from store.faults import TransientFault, translate

PATIENCE = 5.0
SILENT = {
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 25_000,
}
"""A server that went without a word is given up after half a minute, as one that is down."""

dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Database:
    """A `writer` and a `reader` engine on the same data; the reader refuses to write."""

    def __init__(self, url: str, pool_size: int = 4, patience: float = PATIENCE) -> None:
        if make_url(url).get_backend_name() == "sqlite":
            self.writer = _sqlite(url, 1, patience, writing=True)
            self.reader = _sqlite(url, pool_size, patience, writing=False)
            self._turn: Lock | None = Lock()
        else:
            self.writer = _postgresql(url, pool_size, patience)
            self.reader = self.writer.execution_options(postgresql_readonly=True)
            self._turn = None
        self._patience = patience

    @contextmanager
    def connect(self, *, writing: bool) -> Iterator[Connection]:
        """A connection of our own until the end; writers on SQLite come in one by one."""
        engine = self.writer if writing else self.reader
        turn = self._turn if writing else None
        if turn is not None and not turn.acquire(timeout=self._patience):
            raise TransientFault("another writer keeps the database")
        try:
            with _checked_out(engine) as connection:
                yield connection
        finally:
            if turn is not None:
                turn.release()

    def close(self) -> None:
        self.writer.dispose()
        self.reader.dispose()


def _checked_out(engine: Engine) -> Connection:
    try:
        return engine.connect()
    except NoConnectionFree as error:
        raise TransientFault("no connection is free") from error


def _sqlite(url: str, pool_size: int, patience: float, *, writing: bool) -> Engine:
    engine = create_engine(
        url,
        json_serializer=dumps,
        pool_size=pool_size,
        pool_timeout=patience,
        max_overflow=0,
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        # The driver's own transactions keep a savepoint's rows after an outer rollback.
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {patience * 1000:.0f}")
        connection.execute("PRAGMA foreign_keys = ON")
        if writing:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
        else:
            connection.execute("PRAGMA query_only = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A deferred transaction that turns into a writer fails under load instead of waiting.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    event.listen(engine, "handle_error", translate, retval=True)
    return engine


def _postgresql(url: str, pool_size: int, patience: float) -> Engine:
    engine = create_engine(
        make_url(url).set(drivername="postgresql+psycopg"),
        json_serializer=dumps,
        pool_size=pool_size,
        pool_timeout=patience,
        max_overflow=0,
        hide_parameters=True,
        connect_args={
            **SILENT,
            "connect_timeout": ceil(patience),
            "options": f"-c lock_timeout={patience * 1000:.0f}",
        },
    )
    event.listen(engine, "handle_error", translate, retval=True)
    return engine
