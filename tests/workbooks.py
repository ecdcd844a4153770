"""Workbooks people send: made as Excel would, and as nobody should."""

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet


def workbook(*rows: Sequence[object], change: Callable[[Worksheet], object] | None = None) -> bytes:
    """One sheet with these rows; `change` does to it what rows alone cannot say."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(list(row))
    if change:
        change(sheet)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def package(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in parts:
            bundle.writestr(name, content)
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The same workbook with one part more, or another one in its place."""
    with zipfile.ZipFile(io.BytesIO(data)) as bundle:
        parts = {one: bundle.read(one) for one in bundle.namelist()}
    return package((parts | {name: content}).items())
