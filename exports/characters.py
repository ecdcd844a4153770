"""Which characters can be printed: the font we print with, what it lacks, and control characters."""

import struct
from functools import cache
from pathlib import Path

FONT = "Noto Sans SC"
MISSING = "〓"
"""Stands where the font has no glyph; typesetters have used this mark (U+3013) for it all along."""

# What XML, and so Word and Excel, cannot hold: control characters become their pictures (␀ ␁ …).
VISIBLE = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"}
VISIBLE |= dict.fromkeys([*range(0xD800, 0xE000), 0xFFFE, 0xFFFF], 0xFFFD)

# Zero-width spaces come along when a name is copied from a page; on paper there is nothing of them.
_ON_PAPER: dict[int, int | None] = {**VISIBLE, ord("\t"): ord(" "), 0x200B: None, 0xFEFF: None}


def visible(text: str) -> str:
    """The text as it goes on paper: what a document cannot hold replaced by what can be seen."""
    return text.replace("\r\n", "\n").translate(_ON_PAPER)


def missing(text: str) -> tuple[str, ...]:
    """The characters of `text` the print font has no glyph for, each once, in order."""
    known = _cmap()
    return tuple(c for c in dict.fromkeys(text) if ord(c) not in known and c != "\n")


def font_file() -> Path:
    """The one font file we print with; system fonts are never used."""
    import pylopdf_fonts_zh_cn

    return Path(pylopdf_fonts_zh_cn.sans_path())


@cache
def _cmap() -> frozenset[int]:
    """Code points of the font's full-Unicode character map (OpenType `cmap`, subtable format 12)."""
    font = font_file().read_bytes()
    (tables,) = struct.unpack_from(">H", font, 4)
    directory = (struct.unpack_from(">4sIII", font, 12 + 16 * i) for i in range(tables))
    cmap = next(offset for tag, _, offset, _ in directory if tag == b"cmap")
    (count,) = struct.unpack_from(">H", font, cmap + 2)
    offsets = (struct.unpack_from(">I", font, cmap + 8 + 8 * i)[0] for i in range(count))
    table = next(cmap + o for o in offsets if struct.unpack_from(">H", font, cmap + o)[0] == 12)
    (groups,) = struct.unpack_from(">I", font, table + 12)
    ranges = struct.iter_unpack(">III", font[table + 16 : table + 16 + 12 * groups])
    return frozenset(code for first, last, _ in ranges for code in range(first, last + 1))
