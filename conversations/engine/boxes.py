"""The kinds of boxes a form is made of: each reads an answer, keeps it as JSON and shows it again."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, ClassVar, Generic, Self, TypeVar, overload

from conversations.engine.messages import (
    Choosable,
    Json,
    Kind,
    Page,
    Received,
    Said,
    SecretRead,
    Words,
)
from rules.findings import Finding, Refused

T = TypeVar("T")
B = TypeVar("B", bound="Box[Any]")
P = TypeVar("P", bound="Part")

Sheet = Any
"""The form or the part's entry a box stands on: `sheet.<box>` are the answers before it."""


class Box(Generic[T]):
    """One box of a form. It never sends anything and never touches the store."""

    kind: ClassVar[Kind] = Kind.TEXT
    input: str = "text"
    """Which keys or widget help most; a hint for channels that have some."""

    def __init__(self) -> None:
        self.name = ""
        self.is_optional = False
        self.is_private = False
        self.applies: Callable[[Sheet], bool] = always

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, sheet: None, owner: type) -> Self: ...
    @overload
    def __get__(self, sheet: object, owner: type) -> T: ...
    def __get__(self, sheet: Any, owner: type) -> Any:
        return self if sheet is None else sheet.values.get(self.name)

    def read(self, said: Said, sheet: Sheet) -> T:
        """The typed value of an answer; Refused with a text key when it cannot be one."""
        raise NotImplementedError

    def fits(self, value: T, sheet: Sheet) -> None:
        """Refuse a value that does not (or no longer) fit the answers before it and the facts."""

    def load(self, kept: Json) -> T:
        """The value of a kept answer; ValueError, TypeError or KeyError when it has another shape."""
        raise NotImplementedError

    def dump(self, value: T) -> Json:
        return value

    def show(self, value: T, sheet: Sheet, words: Words) -> str:  # noqa: ARG002 - a hook
        return str(value)

    def options(self, sheet: Sheet, query: str, page: int) -> Page:  # noqa: ARG002 - a hook
        """What may be chosen here; empty for boxes that are written into."""
        return Page(())

    def bounds(self, sheet: Sheet) -> tuple[str | None, str | None]:  # noqa: ARG002 - a hook
        """Smallest and largest value as text, where a widget can use them."""
        return None, None


def always(_: Sheet) -> bool:
    return True


def only_if(condition: Callable[[Sheet], bool], box: B) -> B:
    """The box exists only while `condition` holds for the answers before it; else its answer sleeps."""
    box.applies = condition
    return box


def optional(box: B) -> B:
    """The box may be left empty."""
    box.is_optional = True
    return box


def private(box: B) -> B:
    """The answer is masked in history, logs and review."""
    box.is_private = True
    return box


def plain(text: str | None) -> str:
    """What was typed, without invisible characters and outer spaces, in composed form."""
    kept = "".join(
        c for c in text or "" if unicodedata.category(c) not in {"Cf", "Cc"} or c == "\n"
    )
    return unicodedata.normalize("NFC", kept).strip()


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
        value = self.reader(text) if self.reader else " ".join(text.split())
        if len(value) > self.longest:
            raise Refused("text-too-long", most=self.longest, length=len(value))
        self.fits(value, sheet)
        return value

    def load(self, kept: Json) -> str:
        if not isinstance(kept, str):
            raise TypeError(kept)
        return kept

    def show(self, value: str, sheet: Sheet, words: Words) -> str:
        return self.masked(value) if self.masked else value


class Choice(Box[str]):
    """One of a few. The options are an enumeration, or come from the answers before."""

    kind = Kind.CHOICE
    input = "options"

    def __init__(
        self,
        among: type[StrEnum] | Callable[[Sheet], Iterable[Choosable]],
        *,
        of: type | None = None,
    ) -> None:
        super().__init__()
        self.among = among
        self.of: Any = among if isinstance(among, type) else of or str

    def options(self, sheet: Sheet, query: str, page: int) -> Page:
        if isinstance(self.among, type):
            prefix = re.sub(r"(?<!^)(?=[A-Z])", "-", self.among.__name__).lower()
            return Page([Choosable(m.value, key=f"{prefix}-{m.value}") for m in self.among])
        return Page(tuple(self.among(sheet)))

    def read(self, said: Said, sheet: Sheet) -> Any:
        if said.choice is None:
            raise Refused("choice-unknown")
        value = self.load(said.choice)
        self.fits(value, sheet)
        return value

    def fits(self, value: Any, sheet: Sheet) -> None:
        if not any(o.value == self.dump(value) for o in self.options(sheet, "", 0).options):
            raise Refused("choice-unknown")

    def load(self, kept: Json) -> Any:
        return self.of(int(kept)) if issubclass(self.of, int) else self.of(kept)

    def dump(self, value: Any) -> Json:
        return str(int(value)) if isinstance(value, int) else str(value)

    def show(self, value: Any, sheet: Sheet, words: Words) -> str:
        wanted = self.dump(value)
        found = next((o for o in self.options(sheet, "", 0).options if o.value == wanted), None)
        return label(found, words) if found else wanted


class Pick(Box[str]):
    """One out of a long list that is searched by typing (name, code, pinyin)."""

    kind = Kind.CHOICE
    input = "search"

    def __init__(self, source: str) -> None:
        super().__init__()
        self.source = source

    def options(self, sheet: Sheet, query: str, page: int) -> Page:
        return sheet.lookup.options(self.source, sheet.fitting, query, page)  # type: ignore[no-any-return]  # Sheet is any

    def read(self, said: Said, sheet: Sheet) -> str:
        if said.choice is None:
            raise Refused("pick-unknown")
        self.fits(said.choice, sheet)
        return said.choice

    def fits(self, value: str, sheet: Sheet) -> None:
        if sheet.lookup.find(self.source, value, sheet.fitting) is None:
            raise Refused("pick-unknown")

    def load(self, kept: Json) -> str:
        if not isinstance(kept, str):
            raise TypeError(kept)
        return kept

    def show(self, value: str, sheet: Sheet, words: Words) -> str:
        found = sheet.lookup.find(self.source, value, sheet.fitting)
        return label(found, words) if found else value


class YesNo(Box[bool]):
    """Yes or no."""

    kind = Kind.YES_NO
    input = "options"

    def options(self, sheet: Sheet, query: str, page: int) -> Page:
        return Page((Choosable("yes", key="choice-yes"), Choosable("no", key="choice-no")))

    def read(self, said: Said, sheet: Sheet) -> bool:
        if said.choice not in {"yes", "no"}:
            raise Refused("choice-unknown")
        self.fits(said.choice == "yes", sheet)
        return said.choice == "yes"

    def load(self, kept: Json) -> bool:
        if not isinstance(kept, bool):
            raise TypeError(kept)
        return kept

    def show(self, value: bool, sheet: Sheet, words: Words) -> str:  # noqa: FBT001 - the answer itself
        return words.say("choice-yes" if value else "choice-no")


DAY = re.compile(r"(\d{4})\D{0,2}(\d{1,2})(?:\D{0,2}(\d{1,2}))?\D?")


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
        found = DAY.fullmatch(re.sub(r"\s", "", text))
        if not found or (found[3] is None and not self.month):
            raise Refused("month-unreadable" if self.month else "day-unreadable")
        try:
            value = date(int(found[1]), int(found[2]), 1 if self.month else int(found[3]))
        except ValueError:
            raise Refused("day-impossible") from None
        self.fits(value, sheet)
        return value

    def fits(self, value: date, sheet: Sheet) -> None:
        earliest = self.earliest(sheet) if self.earliest else None
        latest = self.latest(sheet) if self.latest else None
        if earliest and value < (earliest.replace(day=1) if self.month else earliest):
            raise Refused("day-too-early", earliest=earliest.isoformat())
        if latest and value > latest:
            raise Refused("day-too-late", latest=latest.isoformat())

    def load(self, kept: Json) -> date:
        return date.fromisoformat(kept)

    def dump(self, value: date) -> Json:
        return value.isoformat()

    def show(self, value: date, sheet: Sheet, words: Words) -> str:
        return value.strftime("%Y-%m") if self.month else value.isoformat()

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
        if not value.is_finite() or not self.least <= value <= self.most:
            raise Refused("number-out-of-range", least=self.least, most=self.most)
        if value != round(value, self.places):
            raise Refused("number-too-precise", places=self.places)
        self.fits(value, sheet)
        return value

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


class Photo(Box[Received]):
    """A picture, shown back and confirmed before it counts (R5.3). `check` judges its numbers."""

    kind = Kind.PHOTO
    input = "photo"

    def __init__(
        self, check: Callable[[Received], Iterable[Finding]] | None = None, *, pdf: bool = False
    ) -> None:
        super().__init__()
        self.check = check
        self.pdf = pdf
        if pdf:
            self.input = "file"

    def read(self, said: Said, sheet: Sheet) -> Received:
        if said.file is None:
            raise Refused("photo-wanted-pdf" if self.pdf else "photo-wanted")
        if said.file.problem:
            raise Refused(said.file.problem.key, said.file.problem.rule, **said.file.problem.args)
        self.fits(said.file, sheet)
        return said.file

    def fits(self, value: Received, sheet: Sheet) -> None:
        if value.media_type == "application/pdf" and not self.pdf:
            raise Refused("photo-no-pdf", "R5.3")
        for finding in self.check(value) if self.check and value.width else ():
            raise Refused(finding.key, finding.rule, **finding.args)

    def load(self, kept: Json) -> Received:
        return Received(**kept)

    def dump(self, value: Received) -> Json:
        return {k: v for k, v in asdict(value).items() if v is not None and k != "problem"}

    def show(self, value: Received, sheet: Sheet, words: Words) -> str:
        return words.say(
            "photo-shown", kind=value.media_type, kilobytes=str(round(value.size / 1000))
        )


class Secret(Box[SecretRead]):
    """A password. Asked last, checked or hashed before the turn, and never kept in the draft.

    `against_stored`: compare with the form's `stored_hash`; otherwise hash it as a new password.
    """

    kind = Kind.SECRET
    input = "password"

    def __init__(self, *, against_stored: bool = False) -> None:
        super().__init__()
        self.is_private = True
        self.against_stored = against_stored

    def read(self, said: Said, sheet: Sheet) -> SecretRead:
        if said.secret is None:
            raise Refused("text-empty")
        if said.secret.weak:
            raise Refused(said.secret.weak.key, said.secret.weak.rule, **said.secret.weak.args)
        return said.secret


class Known(Box[T]):
    """A printed box nobody needs to be asked for: it follows from facts or from other answers."""

    def __init__(
        self, derive: Callable[[Sheet], T], shown: Callable[[T, Words], str] | None = None
    ) -> None:
        super().__init__()
        self.derive = derive
        self.shown = shown

    def show(self, value: T, sheet: Sheet, words: Words) -> str:
        return self.shown(value, words) if self.shown else str(value)


class Part:
    """A line of a repeating part of a form; subclasses list its boxes."""

    boxes: ClassVar[tuple[Box[Any], ...]] = ()

    def __init_subclass__(cls) -> None:
        cls.boxes = tuple(b for b in vars(cls).values() if isinstance(b, Box))

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.values = dict(values)


class Many(Box[Sequence[P]]):
    """A repeating part: entries with stable ids, then "another one?"."""

    kind = Kind.CHOICE
    input = "options"

    def __init__(self, part: type[P], *, at_least: int = 0, at_most: int = 20) -> None:
        super().__init__()
        self.part = part
        self.at_least = at_least
        self.at_most = at_most

    def load(self, kept: Json) -> Any:
        """The kept entries; an answer of another shape starts the part anew."""
        if not isinstance(kept, Mapping) or not isinstance(kept.get("entries"), list):
            return {"entries": [], "closed": False}
        return {"entries": kept["entries"], "closed": bool(kept.get("closed"))}

    @staticmethod
    def new_entry(kept: Mapping[str, Json]) -> str:
        """An id no entry of this part ever had."""
        return str(max((int(e["id"]) for e in kept["entries"]), default=0) + 1)

    def show(self, value: Sequence[P], sheet: Sheet, words: Words) -> str:
        return words.say("part-shown", count=str(len(value)))


def label(option: Choosable, words: Words) -> str:
    """An option in words."""
    return words.say(option.key, **option.args) if option.key else option.label
