"""A box for several things out of a short list: the numbers side by side, one tap, or all of them."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from enum import EnumType, StrEnum
from typing import Any

from conversations.engine.boxes.base import Box, Sheet, label, plain
from conversations.engine.messages import Choosable, Json, Kind, Page, Said, Words
from rules.findings import Refused

ALL, ALL_NUMBER = "all", "0"

Listed = Callable[[Any], Iterable[Choosable]]


class Several(Box[tuple[Any, ...]]):
    """Values keep the order of the list. A tap means that one alone; `1 3 4`, `134` or `2-4` mean three.

    The list is an enumeration, or comes from the answers before; there `of` is what its values are.
    """

    kind = Kind.TEXT

    def __init__(self, among: type[StrEnum] | Listed, *, of: Any = None) -> None:
        super().__init__()
        self.among: Any = among
        self.of: Any = among if isinstance(among, EnumType) else of or str

    def options(self, sheet: Sheet, query: str, page: int) -> Page:
        listed = self.listed(sheet)
        if len(listed) < 2:
            return Page(listed)
        return Page((*listed, Choosable(ALL, key="several-all", number=ALL_NUMBER)))

    def listed(self, sheet: Sheet) -> Sequence[Choosable]:
        if isinstance(self.among, EnumType):
            prefix = re.sub(r"(?<!^)(?=[A-Z])", "-", self.among.__name__).lower()
            members: list[StrEnum] = list(self.among)
            return [Choosable(m.value, key=f"{prefix}-{m.value}") for m in members]
        return tuple(self.among(sheet))

    def read(self, said: Said, sheet: Sheet) -> tuple[Any, ...]:
        listed = self.listed(sheet)
        if said.choice is not None:
            wanted = {o.value for o in listed} if said.choice == ALL else {said.choice}
        else:
            wanted = set(meant(plain(said.text), listed))
        value = self.load([o.value for o in listed if o.value in wanted])
        if not value:
            raise Refused("choice-unknown")
        return value

    def fits(self, value: tuple[Any, ...], sheet: Sheet) -> None:
        there = {option.value for option in self.listed(sheet)}
        if not value or not {self._kept(one) for one in value} <= there:
            raise Refused("choice-unknown")

    def load(self, kept: Json) -> tuple[Any, ...]:
        """A list of values, or the only one there is."""
        values = [kept] if isinstance(kept, str) else kept
        if not isinstance(values, list):
            raise TypeError(kept)
        return tuple(self.of(int(v)) if issubclass(self.of, int) else self.of(v) for v in values)

    def dump(self, value: tuple[Any, ...]) -> Json:
        return [self._kept(one) for one in value]

    def show(self, value: tuple[Any, ...], sheet: Sheet, words: Words) -> str:
        labels = {option.value: label(option, words) for option in self.listed(sheet)}
        shown = [labels.get(self._kept(one), self._kept(one)) for one in value]
        return words.say("list-comma").join(shown)

    @staticmethod
    def _kept(value: Any) -> str:
        return str(int(value)) if isinstance(value, int) else str(value)


WORDS = re.compile(r"[0-9]+\s*[-–—~至到]\s*[0-9]+|[^\s,、;。./和及]+")
"""A span of numbers, or what stands between spaces and commas."""


def meant(text: str, listed: Sequence[Choosable]) -> list[str]:
    """The values of the numbers in a text; Refused for what is no number of the list."""
    numbers = {o.number or str(place): o.value for place, o in enumerate(listed, start=1)}
    found: list[str] = []
    for word in WORDS.findall(unicodedata.normalize("NFKC", text)):
        places = in_word(word, list(numbers))
        if not places:
            raise Refused("several-unknown", word=word[:20])
        found += [numbers[place] for place in places]
    if not found:
        raise Refused("text-empty")
    return found


def in_word(word: str, numbers: Sequence[str]) -> Sequence[str]:
    """The numbers a word stands for: itself, all of them (0), a span (5-3), or its figures (543)."""
    if word in numbers:
        return [word]
    if word == ALL_NUMBER:
        return numbers
    ends = re.split(r"\s*[-–—~至到]\s*", word)
    if len(ends) == 2 and all(end in numbers for end in ends):
        first, last = sorted(numbers.index(end) for end in ends)
        return numbers[first : last + 1]
    return list(word) if all(figure in numbers for figure in word) else []
