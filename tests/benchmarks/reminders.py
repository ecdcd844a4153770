"""Noting the day's reminders of a million registrations, against a bare SELECT and INSERT by the driver.

Each in a process of its own, so that its memory shows. `KAOWU_BENCH_REGISTRATIONS` takes another number.
"""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
from sqlalchemy import (
    CTE,
    Integer,
    LargeBinary,
    String,
    cast,
    delete,
    func,
    insert,
    literal,
    literal_column,
    select,
)

from bot.jobs import Jobs
from bot.timetable import timetable
from rules.registration import RegistrationState
from store.batches import BatchState, batch_items, batches
from store.clock import OFFICE_ZONE
from store.job_runs import job_clocks, job_runs
from store.migrate import migrate
from store.people import people
from store.registrations import registrations
from store.reminders import reminders
from store.schema import Moment
from store.sealed import Keys
from store.unit import Store
from tests.benchmarks.databases import KINDS, reachable
from tests.fakes import FixedClock, store_on
from tests.store.office import STATION, WELDER, furnish

COUNT = int(os.environ.get("KAOWU_BENCH_REGISTRATIONS", "1000000"))
OF_BATCH = 99
PAGE = 5000
EXAM = date(2026, 9, 1)
NOON = datetime(2026, 8, 13, 12, tzinfo=OFFICE_ZONE)
"""The day before the stamped forms are first asked for."""


@contextmanager
def opened(url: str) -> Iterator[Store]:
    keys = Keys.fresh()
    with TemporaryDirectory() as folder:
        store = store_on(url, keys, Path(folder), FixedClock(NOON))
        yield store
        store.close()


def fill(store: Store) -> None:
    """Made by the database itself: a million rows through the driver would take longer than all else."""
    with store.writing() as work:
        furnish(work)
        execute, moment = work.connection.execute, literal(NOON, Moment())
        numbers = series((COUNT + OF_BATCH - 1) // OF_BATCH)
        of_batch = {
            "id": numbers.c.i,
            "number": literal("b") + cast(numbers.c.i, String),
            "station_code": literal(STATION.code),
            "programme": literal(WELDER.programme.value),
            "candidate_type": literal("student"),
            "theory_on": literal(EXAM),
            "practice_on": literal(EXAM),
            "starts_at": literal("09:00"),
            "practice_starts_at": literal("09:00"),
            "venue": literal("实训楼"),
            "applied_on": literal(NOON.date()),
            "state": literal(BatchState.OPEN.value),
            "exam_on": literal(EXAM),
            "opens_at": moment,
            "closes_at": literal(datetime(2026, 8, 22, tzinfo=OFFICE_ZONE), Moment()),
            "next_serial": literal(1),
            "procedures": literal_column("'[]'", batches.c.procedures.type),
        }
        execute(insert(batches).from_select(list(of_batch), select(*of_batch.values())))
        of_item = {
            "id": numbers.c.i,
            "batch_id": numbers.c.i,
            "programme": literal(WELDER.programme.value),
            "unit_code": literal(WELDER.code),
            "level": literal(4),
            "people": literal(OF_BATCH),
            "taken": literal(OF_BATCH),
        }
        execute(insert(batch_items).from_select(list(of_item), select(*of_item.values())))
        numbers = series(COUNT)
        of_person = {
            "id": numbers.c.i,
            "guest": literal_column("FALSE"),
            "language": literal("zh-CN"),
            "last_number": literal(0),
            "created_at": moment,
        }
        execute(insert(people).from_select(list(of_person), select(*of_person.values())))
        batch = (numbers.c.i - 1) // OF_BATCH + 1
        number = cast(numbers.c.i, String)
        of_registration = {
            "id": numbers.c.i,
            "number": literal("r") + number,
            "batch_id": batch,
            "person_id": numbers.c.i,
            "id_fp": cast(number, LargeBinary),
            "programme": literal(WELDER.programme.value),
            "unit_code": literal(WELDER.code),
            "level": literal(4),
            "item_id": batch,
            "candidate_type": literal("student"),
            "condition": literal("school-4"),
            "state": literal(RegistrationState.SUBMITTED.value),
            "boxes": cast(literal("x"), LargeBinary),
            "form_version": literal(1),
            "filed_at": moment,
            "stamp_needed": literal_column("TRUE"),
            "to_confirm": literal_column("'[]'", registrations.c.to_confirm.type),
            "step": literal(0),
        }
        chosen = select(*of_registration.values())
        execute(insert(registrations).from_select(list(of_registration), chosen))


def series(count: int) -> CTE:
    """The numbers from 1 on, in either database."""
    first = select(literal_column("1", Integer).label("i")).cte("numbers", recursive=True)
    return first.union_all(select(first.c.i + 1).where(first.c.i < count))


def ours(store: Store, _: str) -> None:
    board = [job for job in timetable() if job.name == "note-batches"]
    jobs = Jobs(store, board, "bench")
    jobs.tick()
    store.clock.advance(timedelta(days=1))
    jobs.tick()
    jobs.drain()


def bare(_: Store, url: str) -> None:
    """What must be done at least: read every registration, write its row; a page at a time."""
    if url.startswith("postgresql"):
        with psycopg.connect(url) as connection:
            copy(connection, connection.cursor(), "%s")
    else:
        with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
            copy(connection, connection.cursor(), "?")


def copy(connection: Any, cursor: Any, mark: str) -> None:
    read = (
        "SELECT id, person_id FROM registrations "
        f"WHERE state = 'submitted' AND id > {mark} ORDER BY id LIMIT {PAGE}"
    )
    write = (
        "INSERT INTO reminders (kind, subject, person_id, occasion, due_at, state) "
        f"VALUES ('stamp', {mark}, {mark}, '2026-08-21-7', '2026-08-14 12:00:00+00', 'waiting') "
        "ON CONFLICT DO NOTHING"
    )
    after = 0
    while rows := cursor.execute(read, (after,)).fetchall():
        cursor.executemany(write, [(str(one), person) for one, person in rows])
        connection.commit()
        after = rows[-1][0]


WAYS = {"bare": bare, "ours": ours}


def measured(way: str, url: str) -> None:
    """Seconds, rows, and by how many MiB the process grew while it noted."""
    with opened(url) as store:
        with store.writing() as work:
            work.connection.execute(delete(reminders))
            work.connection.execute(delete(job_runs))
            work.connection.execute(delete(job_clocks))
        before, begin = resident(), time.perf_counter()
        WAYS[way](store, url)
        took = time.perf_counter() - begin
        with store.reading() as work:
            noted = work.connection.scalar(select(func.count()).select_from(reminders))
    print(took, noted, resident() - before)


def resident() -> float:
    """The most the process ever held, in MiB; getrusage would count what its parent held as well."""
    status = Path("/proc/self/status").read_text("ascii").split("\n")
    return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024


def main() -> None:
    print(f"{COUNT} registrations in batches of {OF_BATCH}, a reminder for each")
    for kind, database in KINDS.items():
        if not reachable(kind):
            continue
        with database() as url:
            migrate(url)
            with opened(url) as store:
                fill(store)
            print(f" {kind}")
            rates = {way: measure(way, url) for way in WAYS}
        print(f"  ratio {rates['ours'] / rates['bare']:.2f}× the bare driver")


def measure(way: str, url: str) -> float:
    command = [sys.executable, "-m", "tests.benchmarks.reminders", way, url]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, noted, grown = map(float, said.stdout.split())
    assert noted == COUNT, noted
    rate = noted / seconds
    print(f"  {way:5} {seconds:6.1f} s  {rate:9.0f} rows/s   memory +{grown:.0f} MiB", flush=True)
    return rate


if __name__ == "__main__":
    measured(*sys.argv[1:]) if sys.argv[1:] else main()
