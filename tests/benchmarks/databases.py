"""Databases for one benchmark: made for it, gone after it."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
from sqlalchemy import make_url

SERVER = os.environ.get("KAOWU_TEST_DATABASE_URL", "postgresql://postgres@127.0.0.1:5432/postgres")


@contextmanager
def sqlite() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="kaowu-bench-") as folder:
        yield f"sqlite:///{Path(folder) / 'bench.db'}"


@contextmanager
def postgresql() -> Iterator[str]:
    name = f"kaowu_bench_{uuid4().hex[:12]}"
    with psycopg.connect(SERVER, autocommit=True, connect_timeout=3) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield make_url(SERVER).set(database=name).render_as_string(hide_password=False)
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


KINDS = {"SQLite": sqlite, "PostgreSQL": postgresql}


def reachable(kind: str) -> bool:
    """Whether this kind can be measured here; says so when not."""
    if kind == "SQLite":
        return True
    try:
        psycopg.connect(SERVER, connect_timeout=3).close()
    except psycopg.OperationalError:
        print(f"{kind}: left out, it cannot be reached")
        return False
    return True
