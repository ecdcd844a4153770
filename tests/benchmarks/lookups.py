"""Finding one person's certificate among a million, by each pair, against the raw driver.

The raw driver runs the statement ours amounts to on the same index and fetches the same columns. It is
measured twice: bare, with ready-made fingerprints, and doing the whole job, that is making the
fingerprints of what was typed and opening the two sealed columns.
"""

import random
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any

import psycopg

from rules.catalogue import Level
from rules.certificates import CertificateKind
from rules.names import name_key
from rules.policy import Policy
from store.certificates import Certificate
from store.migrate import migrate
from store.sealed import Keys
from store.unit import Store
from tests.benchmarks import databases
from tests.fakes import FixedClock, store_on
from tests.people import id_number

CERTIFICATES = int(sys.argv[1]) if sys.argv[1:] else 1_000_000
LOOKUPS = 3_000
ROUNDS = 5
PAIRS = {
    "name and ID number": ("name_key_fp", "id_fp"),
    "name and number": ("name_key_fp", "number_key"),
    "ID number and number": ("id_fp", "number_key"),
}


def certificate(n: int) -> Certificate:
    """The certificate of nobody number n; every one of another person."""
    born = date(1970, 1, 1) + timedelta(days=n % 12_000)
    return Certificate(
        kind=CertificateKind.CAPABILITY,
        number=f"26492842674{n:07}",
        name=f"{'赵钱孙李周吴郑王'[n % 8]}{chr(0x4E00 + n % 5000)}{chr(0x4E00 + n // 5000 % 5000)}",
        id_number=id_number(born, region=f"{110000 + n // 12_000:06}", serial=n % 400),
        unit_name="电焊工",
        level=Level.FOUR,
        level_text="四级/中级工",
        issued_on=date(2026, 9, 30),
    )


def main() -> None:
    for kind, database in databases.KINDS.items():
        if not databases.reachable(kind):
            continue
        with database() as url:
            migrate(url)
            store = filled(url)
            print(f"{kind}: {CERTIFICATES} certificates, {LOOKUPS} look-ups, median of {ROUNDS}")
            for pair in PAIRS:
                report(pair, store, url)
            store.close()


def filled(url: str) -> Store:
    keys = Keys.fresh()
    store = store_on(url, keys, Path("/nonexistent"), FixedClock())
    for first in range(0, CERTIFICATES, 50_000):
        with store.writing() as work:
            last = min(first + 50_000, CERTIFICATES)
            work.certificates.add_many(certificate(n) for n in range(first, last))
    return store


def report(pair: str, store: Store, url: str) -> None:
    wanted = [certificate(random.Random(n).randrange(CERTIFICATES)) for n in range(LOOKUPS)]
    times: dict[str, list[float]] = {"ours": [], "bare": [], "whole job": []}
    with store.reading() as work, closing(connected(url)) as raw:
        policy = Policy()
        rows = raw_rows(raw, PAIRS[pair], url)
        keys = [fingerprints(store.keys, one) for one in wanted]
        for _ in range(ROUNDS):
            times["ours"].append(timed(lambda: ours(work, wanted, pair, policy)))
            times["bare"].append(timed(lambda: bare(rows, keys, pair)))
            times["whole job"].append(timed(lambda: whole(rows, store.keys, wanted, pair)))
    ours_us, bare_us, whole_us = (median(times[k]) / LOOKUPS * 1e6 for k in times)
    print(
        f"  {pair:22} ours {ours_us:5.1f} µs   bare SELECT {bare_us:5.1f} µs ({bare_us / ours_us:.2f}×)"
        f"   raw, whole job {whole_us:5.1f} µs ({whole_us / ours_us:.2f}×)"
    )


def timed(run: Callable[[], None]) -> float:
    begin = time.perf_counter()
    run()
    return time.perf_counter() - begin


def ours(work: Any, wanted: list[Certificate], pair: str, policy: Policy) -> None:
    for one in wanted:
        given = {
            "name": one.name if "name" in pair.split() else None,
            "id_number": one.id_number if "ID" in pair else None,
            "number": one.number
            if pair.endswith(" number") and not pair.endswith("ID number")
            else None,
        }
        assert len(work.certificates.find(**given, policy=policy)) == 1


def fingerprints(keys: Keys, one: Certificate) -> dict[str, Any]:
    return {
        "name_key_fp": keys.fingerprint(name_key(one.name), "name"),
        "id_fp": keys.fingerprint(one.id_number, "id-number"),
        "number_key": one.number,
    }


def bare(rows: Callable[..., list[Any]], keys: list[dict[str, Any]], pair: str) -> None:
    for key in keys:
        assert len(rows(*(key[column] for column in PAIRS[pair]))) == 1


def whole(rows: Callable[..., list[Any]], keys: Keys, wanted: list[Certificate], pair: str) -> None:
    for one in wanted:
        made = {column: fingerprints_of(keys, one)[column]() for column in PAIRS[pair]}
        (row,) = rows(*made.values())
        place = f"{row[0]}:{row[1]}"
        keys.open(bytes(row[2]), f"certificates.name:{place}".encode())
        keys.open(bytes(row[3]), f"certificates.id_number:{place}".encode())


def fingerprints_of(keys: Keys, one: Certificate) -> dict[str, Callable[[], Any]]:
    return {
        "name_key_fp": lambda: keys.fingerprint(name_key(one.name), "name"),
        "id_fp": lambda: keys.fingerprint(one.id_number, "id-number"),
        "number_key": lambda: one.number,
    }


def connected(url: str) -> Any:
    if url.startswith("sqlite"):
        return sqlite3.connect(Path(url.removeprefix("sqlite:///")))
    return psycopg.connect(url)


def raw_rows(raw: Any, columns: tuple[str, ...], url: str) -> Callable[..., list[Any]]:
    """The statement by hand: whoever the two fields name, and all certificates of that person."""
    mark = "?" if url.startswith("sqlite") else "%s"
    met = " AND ".join(f"{column} = {mark}" for column in columns)
    statement = f"""
        SELECT {", ".join(Certificate.__slots__)} FROM certificates
        WHERE id_fp = (SELECT id_fp FROM certificates WHERE {met} LIMIT 1)
        ORDER BY issued_on DESC, id DESC"""
    return lambda *values: raw.execute(statement, values).fetchall()


if __name__ == "__main__":
    main()
