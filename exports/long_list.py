"""Lists of any length somebody sent, .xlsx or .csv, read row by row as streams: nothing of them is held.

Of a workbook the table of its texts is, for a sheet refers to it; a CSV needs no memory at all.
"""

import codecs
import csv
import hashlib
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from xml.etree import ElementTree as ET

from exports.workbook_reader import (
    CannotRead,
    Limits,
    check_kind,
    check_package,
    column_of,
    part,
    sheet_part,
)
from rules.cells import Cell, CellFault
from rules.findings import Refused

Row = tuple[int, list[Cell]]
"""Its number as Excel shows it, and its cells; empty ones at the end may be missing."""

PIECE = 1 << 20
LIMITS = Limits(memory_bytes=0, cpu_s=0, unpacked_bytes=4_000_000_000, rows=1_048_576, columns=200)
TEXTS_BYTES = 600_000_000
LONGEST_ROW = 1 << 22
SAMPLE = 64 * 1024
ENCODINGS = ("utf-8-sig", "gb18030")
MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}

_CELL = re.compile(rb"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
_ROW = re.compile(rb"<row\b([^>]*?)(?:/>|>(.*?)</row>)", re.DOTALL)
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_NUMBER = re.compile(rb'\br="(\d{1,7})"')
_KIND = re.compile(rb'\bt="(\w+)"')
_VALUE = re.compile(rb"<v\b[^>]*>(.*?)</v>", re.DOTALL)
_TEXT = re.compile(rb"<t\b[^>/]*>(.*?)</t>", re.DOTALL)
_PHONETIC = re.compile(rb"<rPh\b.*?</rPh>", re.DOTALL)
_ENTRY = re.compile(rb"<si\b[^>]*?(?:/>|>(.*?)</si>)", re.DOTALL)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class LongList:
    """A file as a stream of rows; `done` says how much of it has been read, from 0 to 1.

    Reading it raises Refused where it is not what its name says.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self.done = 0.0
        with file.open("rb") as start:
            head = start.read(8)
        if not head:
            raise Refused("list-empty")
        self.is_workbook = head.startswith(b"PK") or b"\xd0\xcf\x11\xe0" in head
        self.digest, self._encoding = self._looked_through()

    def rows(self) -> Iterator[Row]:
        """All rows, from the first one on."""
        try:
            yield from _workbook(self, self._file) if self.is_workbook else self._text()
        except CannotRead as no:
            raise Refused(no.key, "", **no.args_of_text) from no
        except (zipfile.BadZipFile, zlib.error, ET.ParseError, EOFError, StopIteration) as broken:
            raise Refused("workbook-unreadable") from broken
        except csv.Error as broken:
            raise Refused("list-broken") from broken

    def _looked_through(self) -> tuple[bytes, str]:
        """The file's SHA-256, and of a text the encoding all of it is in."""
        whole, utf8 = hashlib.sha256(), codecs.getincrementaldecoder("utf-8")()
        encoding = ENCODINGS[0]
        with self._file.open("rb") as file:
            for at, piece in enumerate(iter(lambda: file.read(PIECE), b"")):
                whole.update(piece)
                if at == 0 and piece[:2] in MARKS:
                    encoding = MARKS[piece[:2]]
                if encoding == ENCODINGS[0] and not self.is_workbook:
                    try:
                        utf8.decode(piece)
                    except UnicodeDecodeError:
                        encoding = ENCODINGS[1]
        return whole.digest(), encoding

    def _text(self) -> Iterator[Row]:
        size = self._file.stat().st_size
        with self._file.open("rb") as raw:
            text = io.TextIOWrapper(raw, self._encoding, newline="")
            try:
                sample = text.read(SAMPLE).partition("\n")[0]
                text.seek(0)
                reader = csv.reader(text, delimiter=_delimiter(sample))
                for number, row in enumerate(reader, start=1):
                    if number % 1000 == 0:
                        self.done = raw.tell() / size
                    yield number, list(row)
            except UnicodeDecodeError as wrong:
                raise Refused("list-encoding") from wrong


def _delimiter(titles: str) -> str:
    return max(",\t;，", key=titles.count) if titles else ","


def _workbook(owner: LongList, file: Path) -> Iterator[Row]:
    with file.open("rb") as raw:
        check_kind(raw.read(4096))
    with zipfile.ZipFile(file) as package:
        check_package(package, LIMITS)
        texts = list(_texts(package))
        name = _first_sheet(package)
        info = package.getinfo(sheet_part(package, name, LIMITS))
        epoch = 1462 if _counts_from_1904(package) else 0
        with package.open(info) as sheet:
            number = 0
            for attributes, content in _row_parts(owner, sheet, info.file_size):
                place = _NUMBER.search(attributes)
                number = int(place[1]) if place else number + 1
                yield number, _cells(content, texts, epoch)


def _texts(package: zipfile.ZipFile) -> Iterator[str]:
    """The table of texts, which the cells name by number."""
    name = "xl/sharedStrings.xml"
    if name not in package.namelist():
        return
    if package.getinfo(name).file_size > TEXTS_BYTES:
        raise CannotRead("workbook-too-large", rows=LIMITS.rows, columns=LIMITS.columns)
    with package.open(name) as file:
        for entry in _parts(file, _ENTRY, b"</si>"):
            yield _joined(entry[1] or b"")


def _first_sheet(package: zipfile.ZipFile) -> str:
    book = ET.fromstring(part(package, "xl/workbook.xml", LIMITS))  # noqa: S314 - no entities grow
    for sheet in book.iter():
        if sheet.tag.endswith("}sheet") and sheet.get("state", "visible") == "visible":
            return sheet.get("name", "")
    raise CannotRead("workbook-empty")


def _counts_from_1904(package: zipfile.ZipFile) -> bool:
    book = part(package, "xl/workbook.xml", LIMITS)
    return re.search(rb'\bdate1904="(1|true)"', book) is not None


def _row_parts(owner: LongList, sheet: IO[bytes], size: int) -> Iterator[tuple[bytes, bytes]]:
    for count, found in enumerate(_parts(sheet, _ROW, b"</row>")):
        if count % 500 == 0:
            owner.done = min(1.0, sheet.tell() / max(1, size))
        yield found[1], found[2] or b""


def _parts(file: IO[bytes], wanted: re.Pattern[bytes], end: bytes) -> Iterator[re.Match[bytes]]:
    """Every element of a kind, in a window that moves over the file."""
    window = b""
    while piece := file.read(PIECE):
        window += piece
        behind = window.rfind(end) + len(end)
        if behind < len(end):
            if len(window) > LONGEST_ROW:
                raise CannotRead("workbook-too-large", rows=LIMITS.rows, columns=LIMITS.columns)
            continue
        yield from wanted.finditer(window, 0, behind)
        window = window[behind:]
    yield from wanted.finditer(window)


def _cells(content: bytes, texts: list[str], epoch: int) -> list[Cell]:
    row: list[Cell] = []
    for found in _CELL.finditer(content):
        place = _PLACE.search(found[1])
        at = column_of(place[1]) if place else len(row)
        if at >= LIMITS.columns:
            raise CannotRead("workbook-too-large", rows=LIMITS.rows, columns=LIMITS.columns)
        row += [None] * (at - len(row))
        row[at:] = [_cell(found[1], found[2] or b"", texts, epoch)]
    return row


def _cell(attributes: bytes, content: bytes, texts: list[str], epoch: int) -> Cell:
    kind = _KIND.search(attributes)
    value = _VALUE.search(content)
    match kind[1] if kind else b"n":
        case b"s" if value:
            at = int(value[1])
            return texts[at] if at < len(texts) else CellFault.ERROR
        case b"inlineStr":
            return _joined(content)
        case b"e":
            return CellFault.ERROR
        case b"str":
            return _plain(value[1]) if value else ""
        case b"b":
            return value is not None and value[1] == b"1"
        case _ if value is not None:
            return _number(value[1], epoch)
        case _:
            return CellFault.FORMULA if b"<f" in content else None


def _number(text: bytes, epoch: int) -> Cell:
    try:
        number = float(text)
    except ValueError:
        return CellFault.ERROR
    if number != number or number in (float("inf"), float("-inf")):
        return CellFault.ERROR
    whole = int(number) if number.is_integer() else number
    return whole + epoch if epoch and 0 < whole < 100_000 else whole


def _joined(content: bytes) -> str:
    if b"<rPh" in content:
        content = _PHONETIC.sub(b"", content)
    return "".join(_plain(found[1]) for found in _TEXT.finditer(content))


def _plain(xml: bytes) -> str:
    text = xml.decode("utf-8", "replace")
    if "&" in text:
        text = html.unescape(text)
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
