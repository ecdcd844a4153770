"""Taking a list of existing certificates, against bare reading and bare writing of the same rows.

The bare way opens the file with the csv module or openpyxl, checks and seals nothing, and writes every
row with one executemany into a table with the same four indexes, in one transaction that locks
everybody out until its end. The server is asked for a lock all the while to see how long one waits.
"""

import csv
import io
import resource
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import psycopg

from bot.certificate_imports import CertificateList
from conversations.words import words
from exports.workbook import Column, Sheet, write
from store.migrate import migrate
from store.sealed import Keys
from store.unit import Store
from tests.benchmarks import databases
from tests.fakes import FixedClock, store_on
from tests.people import id_number

ROWS = int(sys.argv[1]) if sys.argv[1:] else 1_000_000
WORKBOOK_ROWS = min(ROWS, 200_000)
TITLES = (
    *("证书类别", "证书编号", "姓名", "身份证号", "性别", "职业名称", "工种", "职业技能等级"),
    *(
        "理论知识考试成绩",
        "技能考核成绩",
        "评定成绩",
        "文化程度",
        "发证日期",
        "发证单位",
        "机构编码",
    ),
)


def row(n: int) -> tuple[str, ...]:
    """The certificate of nobody number n; every one of another person."""
    born = date(1970, 1, 1) + timedelta(days=n % 12_000)
    name = f"{'赵钱孙李周吴郑王'[n % 8]}{chr(0x4E00 + n % 5000)}{chr(0x4E00 + n // 5000 % 5000)}"
    number = id_number(born, region=f"{110000 + n // 12_000:06}", serial=n % 400)
    return (
        *("职业技能等级证书", f"S000032{n // 1_000_000:06}244{n % 1_000_000:06}", name, number, ""),
        *("焊工", "电焊工", "四级/中级工", "86", "82.5", "良好", "中专", "2024-06-11"),
        *("机械工业职业技能鉴定指导中心", "49284267"),
    )


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="kaowu-bench-") as folder:
        lists = {
            "CSV": csv_list(Path(folder) / "list.csv", ROWS),
            "Excel": excel_list(Path(folder) / "list.xlsx", WORKBOOK_ROWS),
        }
        for kind, database in databases.KINDS.items():
            if not databases.reachable(kind):
                continue
            for name, file in lists.items():
                with database() as url:
                    report(f"{kind}, {name}", url, file, ROWS if name == "CSV" else WORKBOOK_ROWS)


def csv_list(file: Path, rows: int) -> Path:
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([TITLES, *()])
        csv.writer(out).writerows(row(n) for n in range(rows))
    return file


def excel_list(file: Path, rows: int) -> Path:
    columns = [Column(title, 12) for title in TITLES]
    write(file, Sheet("证书", columns, (row(n) for n in range(rows))))
    return file


def report(what: str, url: str, file: Path, rows: int) -> None:
    migrate(url)
    keys = Keys.fresh()
    store = store_on(url, keys, Path("/nonexistent"), FixedClock())
    with closing(store):
        waits = Waits(url)
        begin = time.perf_counter()
        first, slowest = taken(store, file)
        seconds = time.perf_counter() - begin
        waited = waits.end()
        begin = time.perf_counter()
        again, _ = taken(store, file)
        seconds_again = time.perf_counter() - begin
    assert (first, again) == ((rows, 0), (0, rows)), (first, again)
    bare = timed_bare(url, file)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{what}, {rows} rows: {rows / seconds:,.0f} rows/s, again {rows / seconds_again:,.0f} rows/s"
        f"   bare {rows / bare:,.0f} rows/s ({bare / seconds:.2f}×)\n"
        f"  longest unit {slowest * 1000:.0f} ms; another writer waited {waited}; at most {memory} MB"
    )


def taken(store: Store, file: Path) -> tuple[tuple[int, int], float]:
    one = CertificateList(store, file, file.with_suffix(".report"), words("zh-CN"))
    for state in one.states():
        end = state.progress
    return (end.added, end.known), one.slowest_s


class Waits:
    """Another process's writer, asking for the lock every tenth of a second."""

    def __init__(self, url: str) -> None:
        self._file = url.removeprefix("sqlite:///") if url.startswith("sqlite") else None
        self._over = threading.Event()
        self._waited: list[float] = []
        self._thread = threading.Thread(target=self._ask)
        if self._file:
            self._thread.start()

    def _ask(self) -> None:
        with closing(sqlite3.connect(self._file or "", isolation_level=None, timeout=30)) as other:
            while not self._over.wait(0.1):
                begin = time.perf_counter()
                other.execute("BEGIN IMMEDIATE")
                other.execute("ROLLBACK")
                self._waited.append(time.perf_counter() - begin)

    def end(self) -> str:
        self._over.set()
        if not self._file:
            return "for rows only"
        self._thread.join()
        asked = sorted(self._waited)
        middle, late = asked[len(asked) // 2], asked[int(len(asked) * 0.99)]
        return f"{middle * 1000:.0f} ms, p99 {late * 1000:.0f} ms"


def timed_bare(url: str, file: Path) -> float:
    begin = time.perf_counter()
    bare(url, bare_rows(file))
    return time.perf_counter() - begin


def bare_rows(file: Path) -> Iterator[Sequence[str]]:
    if file.suffix == ".csv":
        with io.TextIOWrapper(file.open("rb"), "utf-8", newline="") as text:
            rows = csv.reader(text)
            next(rows)
            yield from rows
    else:
        book = openpyxl.load_workbook(file, read_only=True)
        sheet = book.active
        assert sheet is not None
        rows_of_book = sheet.iter_rows(values_only=True)
        next(rows_of_book)
        yield from rows_of_book
        book.close()


def bare(url: str, rows: Iterable[Sequence[str]]) -> None:
    columns = ", ".join(f"c{n} TEXT" for n in range(len(TITLES)))
    on_sqlite = url.startswith("sqlite")
    mark = "?" if on_sqlite else "%s"
    marks = ", ".join([mark] * len(TITLES))
    statements = [
        f"CREATE TABLE bare (id INTEGER PRIMARY KEY {'' if on_sqlite else 'GENERATED ALWAYS AS IDENTITY'}, {columns})",
        "CREATE UNIQUE INDEX bare_kind ON bare (c0, c1)",
        "CREATE INDEX bare_name_id ON bare (c2, c3)",
        "CREATE INDEX bare_id_number ON bare (c3, c1)",
        "CREATE INDEX bare_number_name ON bare (c1, c2)",
    ]
    names = ", ".join(f"c{n}" for n in range(len(TITLES)))
    insert = f"INSERT INTO bare ({names}) VALUES ({marks})"
    if on_sqlite:
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as raw, raw:
            for statement in statements:
                raw.execute(statement)
            raw.executemany(insert, rows)
    else:
        with psycopg.connect(url) as raw_pg, raw_pg.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
            cursor.executemany(insert, rows)


if __name__ == "__main__":
    main()
