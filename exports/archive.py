"""The archive of a batch (R7.7): its table of contents with digests, and plain tables for what has no form of its own."""

import csv
import hashlib
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exports import workbook
from exports.workbook import Column, Sheet

MANIFEST, READABLE, SUMS = "manifest.csv", "manifest.txt", "SHA256SUMS"
WIDEST = 48


@dataclass(frozen=True, slots=True)
class Filed:
    """One document of the archive: its place in it, its size in bytes, the SHA-256 of its content in hex."""

    path: str
    size: int
    digest: str


def filed(path: str, data: bytes) -> Filed:
    return Filed(path, len(data), hashlib.sha256(data).hexdigest())


def manifest(contents: Iterable[Filed]) -> bytes:
    """As CSV: path, bytes, sha256."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("path", "bytes", "sha256"))
    writer.writerows((one.path, one.size, one.digest) for one in contents)
    return out.getvalue().encode()


def sums(contents: Iterable[Filed]) -> bytes:
    """For `sha256sum -c SHA256SUMS`."""
    return "".join(f"{one.digest}  {one.path}\n" for one in contents).encode()


def readable(head: Sequence[str], contents: Iterable[Filed]) -> bytes:
    """For people: the lines of the head, then every document with its size and digest."""
    lines = (f"{one.path}\n    {one.size} B　SHA-256 {one.digest}" for one in contents)
    return "\n".join([*head, "", *lines, ""]).encode()


def table(name: str, titles: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """A plain workbook: everything text, columns as wide as what stands in them."""
    texts = [[_text(value) for value in row] for row in rows]
    widths = [
        min(WIDEST, 4 + 2 * max(len(row[at]) for row in [titles, *texts]))
        for at in range(len(titles))
    ]
    columns = [Column(title, width) for title, width in zip(titles, widths, strict=True)]
    out = io.BytesIO()
    workbook.write(out, Sheet(name, columns, texts))
    return out.getvalue()


def _text(value: object) -> str:
    return "" if value is None else str(value)
