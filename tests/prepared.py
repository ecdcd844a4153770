"""What many tests begin with: built once in this process, and for each a copy of its own."""

import io
import pickle
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Engine

from store.schema import all_tables
from store.unit import Store

P = ParamSpec("P")
World = TypeVar("World")


@dataclass(frozen=True, slots=True)
class Original:
    """All there was once it had been built."""

    database: bytes | str
    """The file of SQLite; of PostgreSQL the statements that fill empty tables again."""
    files: dict[Path, bytes]
    office: datetime
    machine: datetime
    world: bytes


ORIGINALS: dict[object, Original] = {}


def prepared(
    build: Callable[Concatenate[Store, P], World], store: Store, *args: P.args, **named: P.kwargs
) -> World:
    """What `build(store, …)` gives, on a store that nobody has used yet.

    The clock of the store is moved as building moves it.
    """
    engine, clock = store._database.writer, store.clock
    assert engine.pool.checkedin() == 0, "a copy would take the place of what was done before"
    told = tuple("its clock" if one is clock else one for one in args)
    database = engine.url if store.on_postgresql else "sqlite"
    key = (build, told, *named.items(), store.keys, database, clock.office, clock.machine)
    if key in ORIGINALS:
        bring_back(ORIGINALS[key], store)
    else:
        ORIGINALS[key] = kept(store, build(store, *args, **named))
    return Reading(io.BytesIO(ORIGINALS[key].world), store).load()


def kept(store: Store, world: object) -> Original:
    written, folder, clock = io.BytesIO(), store.files._folder, store.clock
    Writing(written, store).dump(world)
    files = {
        one.relative_to(folder): one.read_bytes() for one in folder.rglob("*") if one.is_file()
    }
    keeping = tables_aside if store.on_postgresql else file_of
    return Original(
        keeping(store._database.writer), files, clock.office, clock.machine, written.getvalue()
    )


def bring_back(original: Original, store: Store) -> None:
    engine, folder, clock = store._database.writer, store.files._folder, store.clock
    if isinstance(original.database, bytes):
        Path(engine.url.database).write_bytes(original.database)
    else:
        with engine.begin() as connection:
            connection.exec_driver_sql(original.database)
    for name, content in original.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    clock.office, clock.machine = original.office, original.machine


def file_of(engine: Engine) -> bytes:
    with closing(sqlite3.connect(engine.url.database)) as connection:
        return connection.serialize()


def tables_aside(engine: Engine) -> str:
    """Copies of the tables that hold anything, in a schema beside them; numbers go on rising there."""
    names = [one.name for one in all_tables().sorted_tables]
    aside = f"prepared_{len(ORIGINALS)}"
    with engine.begin() as connection:
        filled = [
            name
            for name in names
            if connection.exec_driver_sql(f"SELECT EXISTS (SELECT FROM {name})").scalar()
        ]
        connection.exec_driver_sql(f"CREATE SCHEMA {aside}")
        for name in filled:
            connection.exec_driver_sql(f"CREATE UNLOGGED TABLE {aside}.{name} AS TABLE {name}")
    return "; ".join(f"INSERT INTO {name} TABLE {aside}.{name}" for name in filled)


class Writing(pickle.Pickler):
    """A world, but for its store and clock."""

    def __init__(self, to: io.BytesIO, store: Store) -> None:
        super().__init__(to)
        self._named = {id(store): "store", id(store.clock): "clock"}

    def persistent_id(self, one: object) -> str | None:
        return self._named.get(id(one))


class Reading(pickle.Unpickler):
    """The world with another store and clock."""

    def __init__(self, kept: io.BytesIO, store: Store) -> None:
        super().__init__(kept)
        self._known = {"store": store, "clock": store.clock}

    def persistent_load(self, name: str) -> object:
        return self._known[name]
