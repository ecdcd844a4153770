"""Boxes that are written into: words, days, numbers."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation

from conversations.engine.boxes.base import Box, Sheet, plain
from conversations.engine.messages import Choosable, Json, Kind, Page, Said, Words
from rules.findings import Refused
from rules.hours import read_hour


class Text(Box[str]):
    """Words. `reader` turns what was typed into the form that is kept, or refuses it."""

    def __init__(
        self,
        *,
        longest: int = 60,
        reader: Callable[[str], str] | None = None,
        input: str = "text",  # noqa: A002 - the widget's word for it
        masked: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__()
        self.longest = longest
        self.reader = reader
        self.input = input
        self.masked = masked

    def read(self, said: Said, sheet: Sheet) -> str:
        text = plain(said.text)
        if not text:
            raise Refused("text-empty")
        value = self.reader(text) if self.reader else in_words(text)
        self.fits(value, sheet)
        return value

    def fits(self, value: str, sheet: Sheet) -> None:
        if len(value) > self.longest:
            raise Refused("text-too-long", most=self.longest, length=len(value))

    def load(self, kept: Json) -> str:
        if not isinstance(kept, str):
            raise TypeError(kept)
        return kept

    def show(self, value: str, sheet: Sheet, words: Words) -> str:
        return value

    def mask(self, shown: str) -> str:
        return self.masked(shown) if self.masked else super().mask(shown)


def in_words(text: str) -> str:
    """The text without double spaces; a face or a thumb alone is no answer, a stroke for "none" is."""
    if not any(unicodedata.category(c)[0] in "LNP" for c in text):
        raise Refused("text-without-words")
    return " ".join(text.split())


NOW = "now"


class Hour(Text):
    """A time of day, `14:05`; one tap gives the present one, as it was when it was tapped."""

    def __init__(self) -> None:
        super().__init__(longest=10, reader=read_hour)

    def options(self, sheet: Sheet, query: str, page: int) -> Page:
        return Page((Choosable(NOW, key="hour-now"),))

    def read(self, said: Said, sheet: Sheet) -> str:
        if said.choice is None or said.at is None:
            return super().read(said, sheet)
        if said.choice != NOW:
            raise Refused("choice-unknown")
        value = f"{said.at:%H:%M}"
        self.fits(value, sheet)
        return value


SEPARATED = re.compile(r"(\d{4})\D{1,3}(\d{1,2})(?:\D{1,3}(\d{1,2}))?\D{0,2}")
TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})?")
"""Without separators only all digits are clear: 2026111 may be two days."""


class Day(Box[date]):
    """A calendar day, or with `month=True` a month (kept as its first day)."""

    kind = Kind.DAY

    def __init__(
        self,
        *,
        month: bool = False,
        earliest: Callable[[Sheet], date | None] | None = None,
        latest: Callable[[Sheet], date | None] | None = None,
    ) -> None:
        super().__init__()
        self.month = month
        self.input = "month" if month else "day"
        self.earliest = earliest
        self.latest = latest

    def read(self, said: Said, sheet: Sheet) -> date:
        text = unicodedata.normalize("NFKC", plain(said.text))
        found = SEPARATED.fullmatch(text) or TOGETHER.fullmatch(text)
        if not found or (found[3] is None and not self.month):
            raise Refused("month-unreadable" if self.month else "day-unreadable")
        try:
            value = date(int(found[1]), int(found[2]), 1 if self.month else int(found[3]))
        except ValueError:
            raise Refused("day-impossible") from None
        self.fits(value, sheet)
        return value

    def fits(self, value: date, sheet: Sheet) -> None:
        earliest, latest = self.bounds(sheet)
        given = value.isoformat()
        if earliest and given[: len(earliest)] < earliest:
            raise Refused("day-too-early", earliest=earliest)
        if latest and given[: len(latest)] > latest:
            raise Refused("day-too-late", latest=latest)

    def load(self, kept: Json) -> date:
        return date.fromisoformat(kept)

    def dump(self, value: date) -> Json:
        return value.isoformat()

    def show(self, value: date, sheet: Sheet, words: Words) -> str:
        return value.strftime("%Y-%m") if self.month else value.isoformat()

    def of_day(self, day: date) -> str:
        return day.isoformat()

    def bounds(self, sheet: Sheet) -> tuple[str | None, str | None]:
        cut = 7 if self.month else 10
        earliest = self.earliest(sheet) if self.earliest else None
        latest = self.latest(sheet) if self.latest else None
        return (
            earliest.isoformat()[:cut] if earliest else None,
            latest.isoformat()[:cut] if latest else None,
        )


class Number(Box[Decimal]):
    """A number between two bounds, with at most `places` decimals."""

    kind = Kind.NUMBER
    input = "number"

    def __init__(self, *, least: int = 0, most: int, places: int = 0) -> None:
        super().__init__()
        self.least = least
        self.most = most
        self.places = places

    def read(self, said: Said, sheet: Sheet) -> Decimal:
        text = unicodedata.normalize("NFKC", plain(said.text)).replace(",", "")
        try:
            value = Decimal(text)
        except InvalidOperation:
            raise Refused("number-unreadable") from None
        self.fits(value, sheet)
        return value

    def fits(self, value: Decimal, sheet: Sheet) -> None:
        if not value.is_finite() or not self.least <= value <= self.most:
            raise Refused("number-out-of-range", least=self.least, most=self.most)
        if value != round(value, self.places):
            key = "number-too-precise" if self.places else "number-not-whole"
            raise Refused(key, places=self.places)

    def load(self, kept: Json) -> Decimal:
        if not isinstance(kept, str):
            raise TypeError(kept)
        try:
            return Decimal(kept)
        except InvalidOperation as wrong:
            raise ValueError(kept) from wrong

    def dump(self, value: Decimal) -> Json:
        return format(value.normalize(), "f")

    def show(self, value: Decimal, sheet: Sheet, words: Words) -> str:
        return format(value.normalize(), "f")

    def bounds(self, sheet: Sheet) -> tuple[str | None, str | None]:
        return str(self.least), str(self.most)
