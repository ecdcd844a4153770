"""Long texts in pieces a network takes: cut between paragraphs, lines or sentences, never within a character."""

from collections.abc import Callable

ENDS = ("\n\n", "\n", "。", "！", "？", "；", ". ", "! ", "? ", "; ", "，", ", ", " ")
"""Where a text may be cut, the best place first."""
FULL_ENOUGH = 0.5
"""A piece shorter than this part of the limit is not worth a better cut."""


def utf16_units(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text) + sum(c > "\uffff" for c in text)


def utf8_bytes(text: str) -> int:
    """Length as WeChat counts it."""
    return len(text.encode())


def pieces(text: str, limit: int, length: Callable[[str], int]) -> list[str]:
    """The text in order, each piece at most `limit` long by `length`; nothing but space at a cut is lost."""
    found = []
    rest = text.strip()
    while length(rest) > limit:
        head = cut(longest_start(rest, limit, length))
        found.append(head.rstrip())
        rest = rest[len(head) :].lstrip()
    return [*found, rest] if rest else found


def longest_start(text: str, limit: int, length: Callable[[str], int]) -> str:
    """As much of the beginning as fits."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if length(text[:middle]) <= limit:
            low = middle
        else:
            high = middle - 1
    return text[:low]


def cut(start: str) -> str:
    """The part of it up to the best place to stop."""
    for end in ENDS:
        at = start.rfind(end)
        if at > len(start) * FULL_ENOUGH:
            return start[: at + len(end)]
    return start
