"""Seats of one batch given out to candidates who all come at once, against the bare statement by the driver.

The bare driver runs only `UPDATE … SET taken = taken + 1 WHERE taken < people`, each in a transaction of its
own, from as many connections. Ours is the whole filing: judged by the rules, sealed, with its documents, its
number and its audit row, one durable transaction each. Goal: 5 000 a minute on two cores.
"""

import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any

import psycopg

from rules.catalogue import Level
from rules.identity import read_id_number
from rules.materials import Material
from store.batches import Batch, NewItem
from store.files import FileId, FolderShelf
from store.migrate import migrate
from store.people import PersonId
from store.rates import MemoryRates
from store.registrations import Filing
from store.sealed import Keys
from store.signals import MemorySignals
from store.unit import Store
from tests.benchmarks import databases
from tests.fakes import FixedClock
from tests.people import id_number
from tests.store import office

CANDIDATES = int(sys.argv[1]) if sys.argv[1:] else 495
LINES, A_LINE = -(-CANDIDATES // 99), 99
THREADS = 8
ROUNDS = 3
GOAL = 5_000


def main() -> None:
    print(f"{CANDIDATES} candidates for one batch, {THREADS} at a time, median of {ROUNDS}")
    for kind, database in databases.KINDS.items():
        if not databases.reachable(kind):
            continue
        with database() as url, tempfile.TemporaryDirectory(prefix="kaowu-bench-") as folder:
            migrate(url)
            store = opened(url, Path(folder))
            report(kind, store, url)
            store.close()


def opened(url: str, folder: Path) -> Store:
    keys = Keys.fresh()
    return Store(
        url,
        keys=keys,
        files=FolderShelf(folder, keys),
        clock=FixedClock(),
        rates=MemoryRates(),
        signals=MemorySignals(),
        pool_size=THREADS,
        patience=60,
    )


def report(kind: str, store: Store, url: str) -> None:
    times: dict[str, list[float]] = {"ours": [], "bare": []}
    people = signed_up(store)
    files = {m: office.upload(store, f"{m}") for m in office.STUDENTS_MATERIALS}
    for _ in range(ROUNDS):
        batch = office.open_batch(store, *[NewItem(office.WELDER, Level.FOUR, A_LINE)] * LINES)
        filings = [filing(batch, person, files) for person in people]
        times["ours"].append(timed(lambda these=filings: at_once(these, filing_by(store))))
        seats = lines_emptied(url, batch)
        times["bare"].append(timed(lambda these=seats: at_once(these, bare_update(url))))
    ours, bare = (CANDIDATES / median(times[k]) * 60 for k in ("ours", "bare"))
    goal = "reached" if ours >= GOAL else "missed"
    print(
        f"  {kind:10} ours {ours:8,.0f} filings a minute (goal {GOAL:,}: {goal})"
        f"   bare UPDATE {bare:8,.0f} ({ours / bare:.2f}×)"
    )


def timed(run: Callable[[], None]) -> float:
    begin = time.perf_counter()
    run()
    return time.perf_counter() - begin


def at_once(things: Sequence[Any], act: Callable[[Any], None]) -> None:
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(act, things))


def signed_up(store: Store) -> list[PersonId]:
    people = []
    with store.writing() as work:
        for serial in range(1, CANDIDATES + 1):
            number = read_id_number(id_number(office.STUDENT.born, serial=serial), work.today)
            guest = work.people.add_guest().id
            one = work.people.register(guest, "李晓雨", number, f"student-{serial}", "hash")
            people.append(one.id)
    return people


def filing(batch: Batch, person: PersonId, files: Mapping[Material, FileId]) -> Filing:
    return Filing(
        batch=batch.id,
        person=person,
        application=office.STUDENT,
        boxes={"school": office.SCHOOL, "phone": office.STUDENT.phone},
        form_version=1,
        files=files,
    )


def filing_by(store: Store) -> Callable[[Filing], None]:
    def file(one: Filing) -> None:
        with store.writing() as work:
            work.registrations.file(one)

    return file


def lines_emptied(url: str, batch: Batch) -> list[int]:
    """The line each candidate of the bare run sits on, all seats free again."""
    mark = "?" if url.startswith("sqlite") else "%s"
    with closing(connected(url)) as raw:
        raw.execute(f"UPDATE batch_items SET taken = 0 WHERE batch_id = {mark}", (batch.id,))
        rows = raw.execute(
            f"SELECT id FROM batch_items WHERE batch_id = {mark} ORDER BY id", (batch.id,)
        ).fetchall()
    return [rows[n // A_LINE][0] for n in range(CANDIDATES)]


def bare_update(url: str) -> Callable[[int], None]:
    """One connection a thread; each statement is a durable transaction of its own."""
    here, mark = threading.local(), "?" if url.startswith("sqlite") else "%s"
    statement = f"UPDATE batch_items SET taken = taken + 1 WHERE id = {mark} AND taken < people"

    def update(line: int) -> None:
        if not hasattr(here, "raw"):
            here.raw = connected(url)
        assert here.raw.execute(statement, (line,)).rowcount == 1

    return update


def connected(url: str) -> Any:
    if not url.startswith("sqlite"):
        return psycopg.connect(url, autocommit=True)
    place = url.removeprefix("sqlite:///")
    raw = sqlite3.connect(place, isolation_level=None, timeout=60, check_same_thread=False)
    raw.execute("PRAGMA synchronous = FULL")
    return raw


if __name__ == "__main__":
    main()
