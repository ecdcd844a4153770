"""What a file is, judged by its first bytes alone: names and declared types are never believed (R5.3)."""

import re

HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
AVIF_BRANDS = frozenset({b"avif", b"avis"})

SIGNATURES = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"%PDF-", "pdf"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gz"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"MZ", "exe"),
    (b"\x7fELF", "exe"),
)
MARKUP = (
    (re.compile(rb"<svg[\s>]", re.IGNORECASE), "svg"),
    (re.compile(rb"<html[\s>]|<!doctype\s+html", re.IGNORECASE), "html"),
)
HEAD = 4096
NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def kind_of(data: bytes) -> str | None:
    """A short lower-case word such as `jpeg`, `svg` or `zip`; None when the content is nothing we know."""
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            return kind
    if data[:4] == b"RIFF":
        return "webp" if data[8:12] == b"WEBP" else "video"
    if data[4:8] == b"ftyp":
        return _kind_by_brands(data)
    return _kind_of_text(data[:HEAD])


def _kind_by_brands(data: bytes) -> str:
    brands = data[8 : min(int.from_bytes(data[:4], "big"), HEAD)]
    named = {brands[:4], *(brands[at : at + 4] for at in range(8, len(brands), 4))}
    # AVIF first: its files name the general brand mif1 as well.
    if named & AVIF_BRANDS:
        return "avif"
    return "heic" if named & HEIC_BRANDS else "video"


def _kind_of_text(head: bytes) -> str | None:
    if not head or NOT_TEXT.search(head):
        return None
    for mark, kind in MARKUP:
        if mark.search(head):
            return kind
    try:
        head.decode()
    except UnicodeDecodeError as error:
        # The head may end in the middle of a character.
        return "text" if error.start > len(head) - 4 and len(head) == HEAD else None
    return "text"
