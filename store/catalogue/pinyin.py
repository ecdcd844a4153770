"""Names found by what people type: characters, or pinyin as initials (`dhg`), in full, or mixed.

Every reading of a character counts (调 tiao/diao, 行 hang/xing); those it does not have in its word
come last.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import cached_property, lru_cache
from itertools import accumulate, product
from typing import NamedTuple

LONGEST_SYLLABLE = len("zhuang")


class Fit(IntEnum):
    """How well a query names a text; the smaller the better."""

    WHOLE = 0
    START = 1
    WITHIN = 2
    BY_RARE_READING = 3


class _Spelling(NamedTuple):
    """What may be typed for one character → the set of positions where it may.

    A set of positions is an integer with those bits set, so that one operation moves through all
    names at once.
    """

    whole: dict[str, int]
    """A character's syllables, their first letters, and zh, ch, sh."""
    begun: dict[str, int]
    """Every beginning of those, for a last syllable that is still being typed."""


class Names:
    """A list of names to search in; pinyin is looked up at the first search that needs it."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(dict.fromkeys(filter(None, map(fold, names))))
        # each name is followed by an empty place, so that no query runs on into the next one
        self._starts = tuple(accumulate((len(name) + 1 for name in self._names), initial=0))

    def fits(self, query: str) -> dict[str, Fit]:
        """The folded names that `query` names, in characters or in pinyin, and how well it does."""
        wanted = fold(query)
        if not wanted:
            return {}
        found = {name: _graded(wanted, name) for name in self._names if wanted in name}
        if wanted.isascii():
            for name, how in self._typed(wanted):
                found[name] = min(how, found.get(name, how))
        return found

    def _typed(self, query: str) -> Iterator[tuple[str, Fit]]:
        usual, rare = self._spellings
        beginnings = sum(1 << start for start in self._starts[:-1])
        everywhere = (1 << self._starts[-1]) - 1
        for place, _ in self._places(_read(query, rare, everywhere)):
            yield self._names[place], Fit.BY_RARE_READING
        for place, _ in self._places(_read(query, usual, everywhere)):
            yield self._names[place], Fit.WITHIN
        for place, end in self._places(_read(query, usual, beginnings)):
            whole = end == self._starts[place + 1] - 1
            yield self._names[place], Fit.WHOLE if whole else Fit.START

    def _places(self, ends: int) -> Iterator[tuple[int, int]]:
        """Which name each of the positions after a match belongs to."""
        while ends:
            end = (ends & -ends).bit_length() - 1
            yield bisect_left(self._starts, end) - 1, end
            ends &= ends - 1

    @cached_property
    def _spellings(self) -> tuple[_Spelling, _Spelling]:
        usual, rare = _Spelling({}, {}), _Spelling({}, {})
        for start, name in zip(self._starts, self._names, strict=False):
            for at, forms in enumerate(_usual_forms(name), start):
                _note(usual, forms, 1 << at)
            for at, character in enumerate(name, start):
                _note(rare, _all_forms(character), 1 << at)
        return usual, rare


def fold(text: str) -> str:
    """What two spellings of one name have in common: NFKC, lower case, letters and figures only."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def matches(query: str, label: str) -> bool:
    """Whether `query` names `label` or a part of it, in characters or in pinyin."""
    return bool(_single(label).fits(query))


def initials(text: str) -> set[str]:
    """Every row of pinyin initials the text can be read as: 电焊工 → {"dhg"}.

    The set doubles with each character of two readings; meant for labels, not for sentences.
    """
    letters = ({form[0] for form in _all_forms(character)} for character in fold(text))
    return {"".join(row) for row in product(*letters)} - {""}


@lru_cache(maxsize=1024)
def _single(label: str) -> Names:
    return Names([label])


def _graded(query: str, name: str) -> Fit:
    if query == name:
        return Fit.WHOLE
    return Fit.START if name.startswith(query) else Fit.WITHIN


def _read(query: str, spelling: _Spelling, starts: int) -> int:
    """The positions right after the characters that `query` spells, wherever it may start."""
    ends = 0
    reached = [starts] + [0] * (len(query) + LONGEST_SYLLABLE)
    for done in range(len(query)):
        if here := reached[done]:
            ends |= (here & spelling.begun.get(query[done:], 0)) << 1
            for length in range(1, LONGEST_SYLLABLE + 1):
                form = query[done : done + length]
                reached[done + length] |= (here & spelling.whole.get(form, 0)) << 1
    return ends


def _note(spelling: _Spelling, forms: frozenset[str], position: int) -> None:
    for form in forms:
        spelling.whole[form] = spelling.whole.get(form, 0) | position
    for beginning in {form[:length] for form in forms for length in range(1, len(form) + 1)}:
        spelling.begun[beginning] = spelling.begun.get(beginning, 0) | position


def _usual_forms(name: str) -> list[frozenset[str]]:
    """For each character what it may be typed as with the one reading it has in its word."""
    return [_forms(readings) for readings in _readings(name, every=False)]


@lru_cache(maxsize=4096)
def _all_forms(character: str) -> frozenset[str]:
    return _forms(_readings(character, every=True)[0])


def _readings(text: str, *, every: bool) -> list[list[str]]:
    # imported at the first search: the dictionaries take a tenth of a second to load
    from pypinyin import Style, pinyin

    # `errors` takes letters and figures apart, so that there is one entry for each character
    found: list[list[str]] = pinyin(
        text,
        style=Style.NORMAL,
        heteronym=every,
        errors=list,  # type: ignore[arg-type]  # a list is what it documents
    )
    return found


def _forms(readings: list[str]) -> frozenset[str]:
    first_sounds = {reading[:2] for reading in readings if reading[1:2] == "h"}
    return frozenset(readings) | first_sounds | {reading[0] for reading in readings}
