"""The roster of 100 000 candidates as Excel, against bare openpyxl in write-only mode; each in its own process."""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from operator import attrgetter
from pathlib import Path

from exports.roster import RosterHead, RosterRow, roster
from rules.catalogue import Programme
from tests.people import id_number

ROWS = 100_000
NUMBER = id_number(date(2008, 5, 4))


def rows() -> Iterator[RosterRow]:
    for n in range(ROWS):
        yield RosterRow(
            number=f"26-0417-{n:06}",
            name="古丽娜尔·买买提",
            sex="女",
            born=date(2008, 5, 4),
            id_type="居民身份证",
            id_number=NUMBER,
            candidate_type="在读学生",
            institution="无锡机电高等职业技术学校",
            education="中专、技校或职高",
            enrolled_on=date(2024, 9, 1),
            major="焊接技术应用",
            occupation_code="JX04-06-04",
            occupation="焊工",
            trade_code="JX04-06-04-01",
            trade="电焊工",
            level="四级（中级工）",
            condition="在校学生条件",
            class_hours=420,
            phone="0510-82712345",
        )


def ours(file: Path) -> None:
    head = RosterHead(Programme.CAPABILITY, "2026-0417", "职教267考试站", date(2026, 9, 1))
    with file.open("wb") as to:
        roster(head, rows(), to)


def bare(file: Path) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    # Not astuple: it copies every value, which is no part of writing.
    values = attrgetter(*(field.name for field in fields(RosterRow)))
    for row in rows():
        sheet.append(values(row))
    book.save(file)


def main() -> None:
    print(f"{ROWS} rows; each writer in a process of its own")
    found = {}
    for writer in ("bare", "ours"):
        said = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.roster", writer],
            capture_output=True,
            text=True,
            check=True,
        )
        seconds, memory = map(float, said.stdout.split())
        found[writer] = seconds
        print(f"  {writer:5} {seconds:6.1f} s   peak memory {memory:5.0f} MiB")
    print(f"  ratio {found['bare'] / found['ours']:.2f}× bare openpyxl (goal ≥0.9×)")


def measured(writer: str) -> None:
    with tempfile.TemporaryDirectory(prefix="kaowu-bench-") as folder:
        begin = time.perf_counter()
        {"ours": ours, "bare": bare}[writer](Path(folder) / "roster.xlsx")
        took = time.perf_counter() - begin
    print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    measured(sys.argv[1]) if sys.argv[1:] else main()
