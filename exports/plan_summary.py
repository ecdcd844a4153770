"""汇总申报年度计划表 as an Excel workbook: line by line, summed by station and in all (R4.10, R9.3)."""

import io
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from exports import workbook
from exports.workbook import Column, Kind, Sheet


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One line of a plan."""

    programme: str
    station_code: str
    station: str
    operator: str
    unit_code: str
    unit: str
    level: str
    month: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySheet:
    """A whole summary, its rows station by station."""

    programme: str
    year: int
    institution: str
    filed_on: date
    state: str
    rows: tuple[SummaryRow, ...]


def plan_summary(summary: SummarySheet) -> bytes:
    """The workbook as xlsx."""
    layout = _layout()
    columns = [Column(layout["serial"], 6, Kind.NUMBER)]
    columns += [
        Column(title, width, Kind[kind.upper()]) for title, _, width, kind in layout["columns"]
    ]
    stations = {row.station_code for row in summary.rows}
    line = layout["heading"].format(
        institution=summary.institution,
        stations=len(stations),
        lines=len(summary.rows),
        people=sum(row.people for row in summary.rows),
        filed_on=summary.filed_on.isoformat(),
        state=summary.state,
    )
    title = layout["title"].format(programme=summary.programme, year=summary.year)
    out = io.BytesIO()
    workbook.write(out, Sheet(layout["name"], columns, _rows(summary), heading=(title, line)))
    return out.getvalue()


def _rows(summary: SummarySheet) -> Iterator[list[object]]:
    """Every line under its number, after each station its sum, at the end all of it."""
    layout = _layout()
    fields = [field for _, field, _, _ in layout["columns"]]
    number = 0
    for _, lines in groupby(summary.rows, lambda row: row.station_code):
        of_station = list(lines)
        for row in of_station:
            number += 1
            yield [number, *(getattr(row, field) for field in fields)]
        yield _sum(fields, layout["station_sum"], of_station)
    yield _sum(fields, layout["total"], summary.rows)


def _sum(fields: list[str], word: str, rows: Any) -> list[object]:
    """A row with the number of people alone, of a station under its own code."""
    codes = {row.station_code for row in rows}
    shown: dict[str, object] = {"station": word, "people": sum(row.people for row in rows)}
    if len(codes) == 1 and word == _layout()["station_sum"]:
        shown["station_code"] = codes.pop()
    return [None, *(shown.get(field) for field in fields)]


@cache
def _layout() -> dict[str, Any]:
    file = Path(__file__).with_name("forms") / "plan_summary.toml"
    return tomllib.loads(file.read_text("utf-8"))
