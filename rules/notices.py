"""What the management station publishes (R1.11), and long texts cut into readable pages."""

import re
from collections.abc import Iterator
from enum import StrEnum


class NoticeKind(StrEnum):
    """What is published: of a document the latest version counts, older ones stay readable."""

    NOTICE = "notice"
    PROCEDURE = "procedure"
    """最新申报流程"""
    SAMPLE = "sample"
    """样表"""
    STANDARD = "standard"


PAGE_LENGTH = 500
"""Characters; in Chinese they fit, with a heading, into the 2048 bytes of the narrowest channel."""

_ENDS = re.compile(r"(?<=\n)|(?<=[。！？；])|(?<=[.!?;] )")


def pages(text: str, longest: int = PAGE_LENGTH) -> tuple[str, ...]:
    """The text in pages of at most `longest` characters, cut between paragraphs or sentences.

    Only a sentence longer than a page is cut inside. At least one page; nothing but space between
    pages gets lost.
    """
    made: list[str] = []
    page = ""
    for piece in _pieces(text, longest):
        if len((page + piece).rstrip()) > longest:
            made.append(page.strip())
            page = ""
        page += piece
    return tuple(one for one in [*made, page.strip()] if one) or ("",)


def paragraphs(raw: str) -> str:
    """What was typed with its paragraphs: no spaces around lines, at most one empty line between them."""
    lines = [" ".join(line.split()) for line in raw.strip().splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def _pieces(text: str, longest: int) -> Iterator[str]:
    for sentence in _ENDS.split(text.strip()):
        for start in range(0, len(sentence), longest):
            yield sentence[start : start + longest]
