"""Running numbers as people write them: `1-40 45`, each of a list that is known (R7.8)."""

import re
import unicodedata
from collections.abc import Collection, Iterable

from rules.findings import Refused

_WORD = re.compile(r"(\d{1,6}(?!\d))(?:\s*[-–—~至到]\s*(\d{1,6}(?!\d)))?")
_BETWEEN = re.compile(r"[\s,、;。.和及号]*")


def read_numbers(text: str, there: Collection[int]) -> tuple[int, ...]:
    """The numbers meant, ascending; Refused for what is no number, a span the wrong way round, or not there."""
    said, at = unicodedata.normalize("NFKC", text), 0
    found: set[int] = set()
    while (at := _BETWEEN.match(said, at).end()) < len(said):  # type: ignore[union-attr]  # matches nothing, too
        word = _WORD.match(said, at)
        if word is None:
            raise Refused("running-numbers-unreadable", "R7.8", word=said[at : at + 20])
        first, last = int(word[1]), int(word[2] or word[1])
        if last < first:
            raise Refused("running-numbers-reversed", "R7.8", first=first, last=last)
        found |= _listed(first, last, there)
        at = word.end()
    if not found:
        raise Refused("text-empty")
    return tuple(sorted(found))


def _listed(first: int, last: int, there: Collection[int]) -> set[int]:
    """Both ends have to be on the list; within a span, numbers of those who failed are passed over."""
    for end in (first, last):
        if end not in there:
            raise Refused("running-numbers-not-listed", "R7.8", number=end)
    return {number for number in there if first <= number <= last}


def in_spans(numbers: Iterable[int]) -> str:
    """`1-40, 45`: following ones together."""
    spans: list[list[int]] = []
    for number in sorted(set(numbers)):
        if spans and spans[-1][-1] == number - 1:
            spans[-1][1:] = [number]
        else:
            spans.append([number])
    return ", ".join("-".join(map(str, span)) for span in spans)
