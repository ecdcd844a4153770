"""Reads a hostile workbook in a process of its own: a script that imports nothing of the project.

`received_workbook.py` starts it, writes the file to its input and reads one JSON object from its
output: the first visible sheet, or the key of a refusal. Any exception ends the process.
"""

import io
import json
import math
import re
import resource
import sys
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

Json = Any

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Begins the files of older Office programs, and every Office file locked with a password."""
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
MOST_PARTS = 2000

CELL = re.compile(rb"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
COMPUTED = re.compile(rb"<v\b[^>/]*>[^<]")
FORMULA = re.compile(rb"<f[\s/>]")
ERROR, TEXT = re.compile(rb'\bt="e"'), re.compile(rb'\bt="str"')


class CannotRead(Exception):
    """The file is refused; `key` and `args` become the text a person reads."""

    def __init__(self, key: str, **args: int) -> None:
        super().__init__(key)
        self.key, self.args_of_text = key, args


class Limits(NamedTuple):
    """What one file may cost, and how large its sheet may be."""

    memory_bytes: int
    cpu_s: int
    unpacked_bytes: int
    rows: int
    columns: int


Odd = dict[tuple[int, int], str]
"""Cells that hold no value of their own, by row and column from 0, and why: a fault's name."""


def read(data: bytes, limits: Limits) -> Json:
    """`{"sheet": name, "rows": [[cell, …], …], "computed": [[row, column], …]}`; a cell is null,
    text, a number, true, false, `{"day": "2026-03-01"}` or `{"fault": "formula" | "error" | "merged"}`.
    """
    check_kind(data)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        check_package(package, limits)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        name = first_sheet(book)
        xml = part(package, sheet_part(package, name, limits), limits)
    odd = odd_cells(xml, limits)
    sheet = book.get_sheet_by_name(name)
    rows = sheet.to_python(skip_empty_area=False)
    # The reader ends where the last value stands.
    width = max([sheet.total_width, *(column + 1 for _, column in odd)])
    rows += [[] for _ in range(len(rows), max((row + 1 for row, _ in odd), default=0))]
    rows = [[*row, *[""] * (width - len(row))] for row in rows]
    if not rows:
        raise CannotRead("workbook-empty")
    odd |= merged_cells(sheet, limits)
    told = [list(cells(row, at, odd)) for at, row in enumerate(rows)]
    return {"sheet": name, "rows": told, "computed": computed_cells(xml)}


def check_kind(data: bytes) -> None:
    """What is no package of parts is refused by what it seems to be instead."""
    if data.startswith(ZIP):
        return
    if not data.startswith(OLE):
        raise CannotRead("workbook-text" if b"\0" not in data[:4096] else "workbook-kind")
    locked = "EncryptedPackage".encode("utf-16-le") in data
    raise CannotRead("workbook-encrypted" if locked else "workbook-old")


def check_package(package: zipfile.ZipFile, limits: Limits) -> None:
    """A workbook without macros, and not more of it than anybody fills in by hand."""
    parts = package.infolist()
    names = {one.filename for one in parts}
    if any(one.flag_bits & 1 for one in parts):
        raise CannotRead("workbook-encrypted")
    if len(parts) > MOST_PARTS or sum(one.file_size for one in parts) > limits.unpacked_bytes:
        raise too_large(limits)
    if any(name.endswith("vbaProject.bin") for name in names):
        raise CannotRead("workbook-macros")
    if "xl/workbook.bin" in names:
        raise CannotRead("workbook-old")
    if "xl/workbook.xml" not in names:
        raise CannotRead("workbook-kind")


def too_large(limits: Limits) -> CannotRead:
    return CannotRead("workbook-too-large", rows=limits.rows, columns=limits.columns)


def first_sheet(book: CalamineWorkbook) -> str:
    for sheet in book.sheets_metadata:
        if (sheet.typ, sheet.visible) == (SheetTypeEnum.WorkSheet, SheetVisibleEnum.Visible):
            return sheet.name
    raise CannotRead("workbook-empty")


def sheet_part(package: zipfile.ZipFile, name: str, limits: Limits) -> str:
    """The part of the package a sheet is kept in."""
    book = ET.fromstring(part(package, "xl/workbook.xml", limits))  # noqa: S314 - in a process with limits
    sheet = next(s for s in book.iter() if s.tag.endswith("}sheet") and s.get("name") == name)
    key = next(value for title, value in sheet.items() if title.endswith("}id"))
    links = ET.fromstring(part(package, "xl/_rels/workbook.xml.rels", limits))  # noqa: S314 - as above
    target = next(link.get("Target", "") for link in links if link.get("Id") == key)
    return target[1:] if target.startswith("/") else f"xl/{target}"


def part(package: zipfile.ZipFile, name: str, limits: Limits) -> bytes:
    """A part of the package; never more of it than allowed, whatever its header claims."""
    with package.open(name) as file:
        content = file.read(limits.unpacked_bytes + 1)
    if len(content) > limits.unpacked_bytes:
        raise too_large(limits)
    return content


def odd_cells(xml: bytes, limits: Limits) -> Odd:
    """Formulas nobody computed and errors, which the reader shows as empty cells.

    It also lays out everything between the corners in memory, so one stray cell far away is found
    here, before that.
    """
    odd: Odd = {}
    for cell in CELL.finditer(xml):
        place, content = PLACE.search(cell[1]), cell[2] or b""
        if place is None or not content.strip():
            continue
        row, column = int(place[2]) - 1, column_of(place[1])
        if row >= limits.rows or column >= limits.columns:
            raise too_large(limits)
        if ERROR.search(cell[1]):
            odd[row, column] = "error"
        elif b"<f" in content and not COMPUTED.search(content) and not TEXT.search(cell[1]):
            odd[row, column] = "formula"
    return odd


def computed_cells(xml: bytes) -> list[tuple[int, int]]:
    """Where a formula stands, whatever it came to: some values are to be written by hand."""
    found = []
    for cell in CELL.finditer(xml):
        place = PLACE.search(cell[1])
        if place and FORMULA.search(cell[2] or b""):
            found.append((int(place[2]) - 1, column_of(place[1])))
    return found


def merged_cells(sheet: CalamineSheet, limits: Limits) -> Odd:
    """All cells of each merged range but its first, which holds the value."""
    return {
        (row, column): "merged"
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        for row in range(top, min(bottom + 1, limits.rows))
        for column in range(left, min(right + 1, limits.columns))
        if (row, column) != (top, left)
    }


def column_of(letters: bytes) -> int:
    """A is 0, Z 25, AA 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def cells(row: list[Any], at: int, odd: Odd) -> Iterator[Json]:
    for column, value in enumerate(row):
        fault = odd.get((at, column))
        yield {"fault": fault} if fault else cell(value)


def cell(value: Any) -> Json:
    match value:
        case "":
            return None
        case datetime() if value.time() == time():
            return {"day": value.date().isoformat()}
        case datetime():
            return value.isoformat(" ", "minutes")
        case date():
            return {"day": value.isoformat()}
        case time():
            return value.isoformat("minutes")
        case timedelta():
            return str(value)
        case float() if value.is_integer() and abs(value) < 1e15:
            return int(value)
        case float() if not math.isfinite(value):
            return {"fault": "error"}
        case _:
            return value


def confine(limits: Limits) -> None:
    """Takes from this process what reading a workbook does not need."""
    confined: list[tuple[int, int]] = [
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, limits.cpu_s),
    ]
    if sys.platform == "linux":  # macOS refuses a limit on address space
        confined.append((resource.RLIMIT_AS, limits.memory_bytes))
        with suppress(OSError):
            # If the machine runs out of memory, this process goes first, not the server.
            Path("/proc/self/oom_score_adj").write_text("1000")
    for what, value in confined:
        _, hard = resource.getrlimit(what)
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(what, (value, hard))


# What zipfile, the XML parser and calamine raise on files that are not what they claim to be.
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    ET.ParseError,
    CalamineError,
    LookupError,
    ValueError,
    OSError,
    EOFError,
    StopIteration,
    RuntimeError,
    MemoryError,
)


def answer(data: bytes, limits: Limits) -> Json:
    try:
        return read(data, limits)
    except CannotRead as no:
        return {"refused": no.key, "args": no.args_of_text}
    except BROKEN:
        return {"refused": "workbook-unreadable", "args": {}}


if __name__ == "__main__":
    given = Limits(**json.loads(sys.argv[1]))
    confine(given)
    json.dump(answer(sys.stdin.buffer.read(), given), sys.stdout)
