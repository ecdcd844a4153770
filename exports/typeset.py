"""Printing a form as PDF: typst, one font from a package, no system fonts, no markup from data."""

import base64
import io
import json
import threading
from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exports import characters
from exports.printed_form import PrintedForm

if TYPE_CHECKING:
    import typst
    from _typeshed import DataclassInstance

SIDE = 1000
"""Pixels of the longer side of a picture on paper: 300 dpi at its 85 mm."""
QUALITY = 82

_FORMS = Path(__file__).with_name("forms")
_kept = threading.local()
"""The compilers of this thread: one shared by threads raises "Already borrowed"."""


def pdf(template: str, form: "DataclassInstance", lacking: Iterable[str], note: str) -> bytes:
    """The form drawn by `exports/forms/<template>`; each character in `lacking` is printed as 〓.

    Texts reach typst as JSON strings and are never read as markup.
    """
    replaced = str.maketrans(dict.fromkeys(lacking, characters.MISSING))
    data = asdict(form) | {"font": characters.FONT, "photo": None}
    photo = form.photo if isinstance(form, PrintedForm) else None
    data = _translated(data, replaced) | {"photo": photo and picture(photo), "note": note}
    out = _compiler(template).compile(
        format="pdf",
        sys_inputs={"form": json.dumps(data, ensure_ascii=False)},
        timestamp=0,
    )
    if not isinstance(out, bytes):
        raise TypeError("typst gave no single PDF")
    return out


def _compiler(template: str) -> "typst.Compiler":
    import typst

    compilers: dict[str, typst.Compiler] = _kept.__dict__
    if template not in compilers:
        compilers[template] = typst.Compiler(_FORMS / template, font_paths=_fonts())
    return compilers[template]


@cache
def _fonts() -> "typst.Fonts":
    import typst

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[characters.font_file().parent],
    )


def _translated(value: Any, table: dict[int, str]) -> Any:
    match value:
        case str():
            return value.translate(table)
        case dict():
            return {key: _translated(item, table) for key, item in value.items()}
        case list() | tuple():
            return [_translated(item, table) for item in value]
        case _:
            return value


def small_picture(jpeg: bytes) -> str:
    """A picture of a page with several, no larger than paper shows."""
    from PIL import Image

    with Image.open(io.BytesIO(jpeg), formats=["JPEG"]) as image:
        image.thumbnail((SIDE, SIDE))
        out = io.BytesIO()
        image.convert("RGB").save(out, "JPEG", quality=QUALITY)
    return picture(out.getvalue())


def picture(photo: bytes) -> str:
    """A JPEG inside an SVG: typst reads the text ten times faster than an array of bytes."""
    from PIL import Image

    with Image.open(io.BytesIO(photo), formats=["JPEG"]) as image:
        image.load()  # typst would leave a damaged picture out without a word
        width, height = image.size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width}" height="{height}"><image width="{width}" height="{height}" '
        f'xlink:href="data:image/jpeg;base64,{base64.b64encode(photo).decode()}"/></svg>'
    )
