"""A zip of pictures a station sent: found by the ID number in their names, read one at a time, nothing unpacked."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, Self

from rules.findings import Refused

MOST_FILES = 6000
LARGEST = 20_000_000
"""Of one picture, as everywhere."""
MOST_GROWN = 10
"""How much larger than the zip all its pictures may be: pictures hardly shrink, bombs do."""

MEDIA_TYPE = "application/zip"
NAMED = re.compile(r"(\d{17}[\dXx]|[A-Za-z]{3}\d{12})(?!\d)[\s_()（）.—–－-]*(.*)", re.DOTALL)
"""`11010119900101001X_学生证`: the number on the card, and what the picture is of."""

_END, _TAIL = b"PK\5\6", 22 + 65_535
_UTF8_NAME, _ENCRYPTED = 0x800, 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError)
"""What zipfile raises for a file that is not what it claims to be."""


@dataclass(frozen=True, slots=True)
class SentPicture:
    """A picture in the zip: whose it is, and the word that says of what (empty for none)."""

    id_number: str = field(repr=False)
    word: str
    entry: zipfile.ZipInfo = field(repr=False)


class PictureZip:
    """Refused says in one sentence why a zip is not taken; what cannot be read of it later is refused alone."""

    def __init__(self, file: BinaryIO) -> None:
        _check_contents(file)
        try:
            self._zip = zipfile.ZipFile(file)
        except _BROKEN as error:
            raise Refused("picture-zip-unreadable") from error
        _check(self._zip, _size(file))
        named = [(entry, _named(entry)) for entry in self._zip.infolist() if _is_file(entry)]
        self.pictures = tuple(SentPicture(*who, entry) for entry, who in named if who is not None)
        self.nobodys = sum(who is None for _, who in named)
        """Files whose names hold no ID number."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def read(self, picture: SentPicture) -> bytes:
        """One picture; Refused when it is broken."""
        try:
            with self._zip.open(picture.entry) as file:
                return file.read(LARGEST)
        except _BROKEN as error:
            raise Refused("picture-unreadable", "R5.3") from error


def is_picture_zip(data: bytes) -> bool:
    """Whether it can be one: a zip that is no workbook or other document made of parts."""
    return data.startswith(b"PK\3\4") and b"[Content_Types].xml" not in data


def _check_contents(file: BinaryIO) -> None:
    """The list of contents as the end announces it: a record is made of each of its entries."""
    size = _size(file)
    file.seek(max(0, size - _TAIL))
    tail = file.read(_TAIL)
    file.seek(0)
    end = tail[max(0, tail.rfind(_END)) :]
    if len(end) < 22 or not end.startswith(_END):
        raise Refused("picture-zip-unreadable")
    entries, length = struct.unpack_from("<HI", end, 10)
    if entries > MOST_FILES or length > MOST_FILES * 1000:
        raise Refused("picture-zip-too-many", most=MOST_FILES)


def _check(package: zipfile.ZipFile, size: int) -> None:
    entries = package.infolist()
    if len(entries) > MOST_FILES:
        raise Refused("picture-zip-too-many", most=MOST_FILES)
    if any(one.flag_bits & _ENCRYPTED for one in entries):
        raise Refused("picture-zip-encrypted")
    grown = sum(one.file_size for one in entries)
    if grown > size * MOST_GROWN or any(one.file_size > LARGEST for one in entries):
        raise Refused("picture-zip-too-large", megabytes=LARGEST // 1_000_000)
    if any(_leads_outside(one.filename) for one in entries):
        raise Refused("picture-zip-paths")


def _leads_outside(name: str) -> bool:
    """A name no honest program writes; nothing is unpacked, but who sends it means harm."""
    steps = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in steps or steps[0].endswith(":")


def _is_file(entry: zipfile.ZipInfo) -> bool:
    """What people packed, without the folders and what their systems add."""
    steps = entry.filename.split("/")
    return not entry.is_dir() and not any(s.startswith((".", "__")) for s in steps)


def _named(entry: zipfile.ZipInfo) -> tuple[str, str] | None:
    """The ID number and the word behind it; without one the folder says what the picture is of."""
    *folders, name = _spoken(entry).replace("\\", "/").split("/")
    stem = name.rpartition(".")[0] or name
    found = NAMED.fullmatch(stem.strip())
    if found is None:
        return None
    word = found[2].strip(" _-()（）")
    return found[1].upper(), word or (folders[-1].strip() if folders else "")


def _spoken(entry: zipfile.ZipInfo) -> str:
    """Chinese Windows writes names in GBK without saying so, which zipfile reads as cp437."""
    if entry.flag_bits & _UTF8_NAME:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("gbk")
    except UnicodeError:
        return entry.filename


def _size(file: BinaryIO) -> int:
    file.seek(0, 2)
    size = file.tell()
    file.seek(0)
    return size


def pictures_of(package: PictureZip, id_number: str) -> Iterator[SentPicture]:
    """Everything in the zip that belongs to one person."""
    return (one for one in package.pictures if one.id_number == id_number)
