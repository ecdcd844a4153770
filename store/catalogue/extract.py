"""Reads the guide's tables (G§2.4, 2.5.1, 2.5.2) into units.csv and stations.csv beside this file.

Run once per edition of the guide: `python -m store.catalogue.extract GUIDE.txt`.

The guide's text came out of a paged document: the left-hand columns slid against the right-hand
ones, cells moved left, names were cut at page breaks. So cells are known by their shape, never by
their column, and a trade belongs to the occupation its code begins with (R1.5). What the text
leaves open is settled like this:

- An occupation whose trade reads 无 is a unit of its own, under its own code and name. The 无 rows
  belong, in printed order, to the occupations no trade names as its parent.
- A serial without code and name is a trade whose row was lost. It keeps the code before its
  successor's, the only one free there, and stays incomplete: no name, no levels.
- Trades of the skill-level programme are printed without codes. They get ours: the occupation's
  code, a dash and two digits counting in printed order within the occupation.
"""

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent

TITLES = {
    "2.4 已批复的机械行业职业能力评价职教考试站名单": "stations",
    "机械行业职业能力水平评价范围（专业技术人员）": "professional",
    "机械行业职业能力水平评价范围（技能人员）": "skilled",
    "机械行业职业技能等级认定范围": "skill_level",
}
PROGRAMMES = {
    "professional": "capability",
    "skilled": "capability",
    "skill_level": "skill_level",
}

_OCCUPATION = re.compile(r"(JX\d\d-\d\d-\d\d|\d-\d\d-\d\d-\d\d) (\S.*)")
_TRADE = re.compile(r"(JX\d\d-\d\d-\d\d-\d\d) (\S.*)")
_LEVELS = re.compile(r"[1-5](、[1-5])*")
_STATION_NUMBER = re.compile(r"\s*(\d{3})\s*(?=考试站)")


class UnitRow(NamedTuple):
    """One line of units.csv."""

    programme: str
    table: str
    serial: str
    occupation_serial: str
    occupation_code: str
    occupation_name: str
    unit_code: str
    unit_name: str
    levels: str
    complete: str


class StationRow(NamedTuple):
    """One line of stations.csv."""

    serial: str
    name: str
    code: str
    operator: str


@dataclass(frozen=True, slots=True)
class Occupation:
    """A cell of the left-hand columns."""

    serial: str
    code: str
    name: str


@dataclass(slots=True)
class Trade:
    """A row of the right-hand columns; empty where nothing was printed."""

    beside: Occupation
    serial: str = ""
    code: str = ""
    name: str = ""
    levels: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Both halves of a table, each in printed order."""

    occupations: list[Occupation]
    trades: list[Trade]


def tables(text: str) -> dict[str, list[str]]:
    """The lines of each table; a table ends at the first line of prose after it."""
    found: dict[str, list[str]] = {}
    table: list[str] | None = None
    for line in text.splitlines():
        if title := TITLES.get(full_width(line.strip())):
            table = found.setdefault(title, [])
        elif line.strip() and "\t" not in line:
            table = None
        elif table is not None and line.strip() and not line.startswith("序号"):
            table.append(line)
    return found


def read_table(lines: Iterable[str]) -> Table:
    """Sorts the cells into occupations and trades by their shape."""
    table = Table([], [])
    for line in lines:
        number = ""
        for cell in filter(None, map(str.strip, line.split("\t"))):
            if cell.isdecimal():
                number = cell
            elif found := _OCCUPATION.fullmatch(cell):
                table.occupations.append(Occupation(number, found[1], full_width(found[2])))
                number = ""
            else:
                _read_right(cell, number, table)
                number = ""
        if number:
            table.trades.append(Trade(table.occupations[-1], number))
    return table


def _read_right(cell: str, number: str, table: Table) -> None:
    beside, trades = table.occupations[-1], table.trades
    if cell == "无":
        trades.append(Trade(beside))
    elif _LEVELS.fullmatch(cell):
        trades[-1].levels = cell.replace("、", " ")
    elif found := _TRADE.fullmatch(cell):
        trades.append(Trade(beside, number, found[1], full_width(found[2])))
    elif number:
        trades.append(Trade(beside, number, name=full_width(cell)))
    else:
        trades[-1].name = join(trades[-1].name, full_width(cell))


def full_width(name: str) -> str:
    """The name with full-width parentheses and no space around them."""
    name = re.sub(r"\s*[(（]\s*", "（", name)
    return re.sub(r"\s*[)）]\s*", "）", name)


def join(name: str, rest: str) -> str:
    """A name cut by a page break, put together; row 363 closes its parenthesis on both pages."""
    closed_twice = name.endswith("）") and rest.endswith("）") and "（" not in rest
    return (name.removesuffix("）") if closed_twice else name) + rest


def give_codes(table: Table) -> None:
    """Fills in the codes the text lost or never had, as the module's first lines say."""
    for lost, following in pairwise(table.trades):
        if lost.serial and not lost.code and not lost.name:
            lost.code = f"{following.code[:-2]}{int(following.code[-2:]) - 1:02}"
    counted: Counter[str] = Counter()
    for trade in table.trades:
        if trade.name and not trade.code:
            counted[trade.beside.code] += 1
            trade.code = f"{trade.beside.code}-{counted[trade.beside.code]:02}"
    parents = {trade.code[:-3] for trade in table.trades if trade.code}
    alone = [occupation for occupation in table.occupations if occupation.code not in parents]
    without = [trade for trade in table.trades if not trade.code]
    for trade, occupation in zip(without, alone, strict=True):
        trade.code, trade.name = occupation.code, occupation.name


def units(title: str, table: Table) -> Iterator[UnitRow]:
    """The assessment units of one table in printed order, each under the occupation its code names."""
    give_codes(table)
    by_code = {occupation.code: occupation for occupation in table.occupations}
    for trade in table.trades:
        occupation = by_code.get(trade.code) or by_code[trade.code[:-3]]
        yield UnitRow(
            programme=PROGRAMMES[title],
            table=title,
            serial=trade.serial,
            occupation_serial=occupation.serial,
            occupation_code=occupation.code,
            occupation_name=occupation.name,
            unit_code=trade.code,
            unit_name=trade.name,
            levels=trade.levels,
            complete="true" if trade.name else "false",
        )


def stations(lines: Iterable[str]) -> Iterator[StationRow]:
    """The stations in printed order, names without the spaces around the number."""
    for line in lines:
        serial, name, code, operator = (cell.strip() for cell in line.split("\t"))
        yield StationRow(serial, _STATION_NUMBER.sub(r"\1", name), code, operator)


def write(path: Path, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """Writes the rows as CSV, the same bytes on every machine."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main(guide: Path, folder: Path = HERE) -> None:
    """Writes both files from the guide's text."""
    found = tables(guide.read_text(encoding="utf-8"))
    rows = [row for title in PROGRAMMES for row in units(title, read_table(found[title]))]
    write(folder / "units.csv", UnitRow._fields, rows)
    write(folder / "stations.csv", StationRow._fields, stations(found["stations"]))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.stderr.write("usage: python -m store.catalogue.extract GUIDE.txt\n")
        sys.exit(2)
    main(Path(sys.argv[1]))
