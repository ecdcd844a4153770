"""Word and PDF files as they arrive: judged by their content, never by name, and kept as they came (R6.5)."""

import re

from rules.findings import Refused
from store.picture_kinds import kind_of

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAX_BYTES = 20_000_000

DOCUMENTS = frozenset({"pdf", "zip", "doc"})
"""What a document may look like, or was meant to be."""

_LOCKED = re.compile(rb"/Encrypt\b")
_TAIL = 66_000
"""A zip ends within so many bytes with its list of contents."""


def media_type_of(data: bytes) -> str:
    """PDF or WORD; Refused says what the file is instead and what to send.

    Nothing is unpacked: the names in a zip stand in it in the open.
    """
    if len(data) > MAX_BYTES:
        raise Refused("document-too-big", "R6.5")
    match kind_of(data):
        case "pdf":
            return _pdf(data)
        case "zip":
            return _word(data)
        case "doc":
            raise Refused("document-old-word", "R6.5")
        case _:
            raise Refused("document-wanted", "R6.5")


def _pdf(data: bytes) -> str:
    if b"%%EOF" not in data[-2048:]:
        raise Refused("document-cut-off", "R6.5")
    if _LOCKED.search(data):
        raise Refused("document-locked", "R6.5")
    return PDF


def _word(data: bytes) -> str:
    if b"word/document" not in data:
        raise Refused("document-wanted", "R6.5")
    if b"PK\x05\x06" not in data[-_TAIL:]:
        raise Refused("document-cut-off", "R6.5")
    if b"vbaProject.bin" in data:
        raise Refused("document-with-macros", "R6.5")
    return WORD
