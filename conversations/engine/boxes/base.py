"""What every box of a form has in common."""

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, ClassVar, Generic, Self, TypeVar, overload

from conversations.engine.messages import Choosable, Json, Kind, Page, Said, Words
from rules.findings import Refused

T = TypeVar("T")
B = TypeVar("B", bound="Box[Any]")

Sheet = Any
"""The form or the part's entry a box stands on: `sheet.<box>` are the answers before it."""


class Box(Generic[T]):
    """One box of a form. It never sends anything and never touches the store."""

    kind: ClassVar[Kind] = Kind.TEXT
    input: str = "text"
    """Which keys or widget help most; a hint for channels that have some."""
    by_name: ClassVar[bool] = False
    """Whether options are chosen by their words alone, because a typed number is an answer."""

    def __init__(self) -> None:
        self.name = ""
        self.is_optional = False
        self.is_private = False
        self.is_settled = False
        self.applies: Callable[[Sheet], bool] = always
        self.when: tuple[str, str] | None = None
        """The box before and the kept answer it exists for, where it hangs on one; "" for any answer."""

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

    def show(self, value: T, sheet: Sheet, words: Words) -> str:
        return str(value)

    def mask(self, shown: str) -> str:
        """What others may see of a private answer: its two ends; of a short one nothing."""
        return f"{shown[:2]}{'*' * (len(shown) - 4)}{shown[-2:]}" if len(shown) > 6 else "***"

    def of_day(self, day: date) -> str:
        """A day in a workbook's cell as it would be typed here; elsewhere Excel made a date of something else."""
        raise Refused("cell-is-date")

    def told(self, sheet: Sheet) -> Mapping[str, object]:
        """What question and hint may speak of, such as a date that follows from the answers before."""
        return {}

    def options(self, sheet: Sheet, query: str, page: int) -> Page:
        """What may be chosen here; empty for boxes that are written into."""
        return Page(())

    def bounds(self, sheet: Sheet) -> tuple[str | None, str | None]:
        """Smallest and largest value as text, where a widget can use them."""
        return None, None


def always(_: Sheet) -> bool:
    return True


def only_if(condition: Callable[[Sheet], bool], box: B) -> B:
    """The box exists only while `condition` holds for the answers before it; else its answer sleeps."""
    box.applies = condition
    return box


def only_when(before: str, kept: str, box: B) -> B:
    """The box exists only while another of the same sheet is answered so; `kept` as it is kept, "" for any answer.

    What `only_if` cannot be, this can be told to a page that goes on without us.
    """
    box.when = (before, kept)
    return only_if(lambda sheet: is_answered(sheet, before, kept), box)


def is_answered(sheet: Sheet, before: str, kept: str) -> bool:
    answer = sheet.fitting.get(before)
    return answer is not None and kept in {"", str(answer)}


def optional(box: B) -> B:
    """The box may be left empty."""
    box.is_optional = True
    return box


def private(box: B) -> B:
    """The answer is masked in history, logs and review."""
    box.is_private = True
    return box


def settled(box: B) -> B:
    """Nobody is asked while there is but one option: then it is known."""
    box.is_settled = True
    return box


def plain(text: str | None) -> str:
    """What was typed, without invisible characters and outer spaces, in composed form."""
    kept = "".join(
        c for c in text or "" if unicodedata.category(c) not in {"Cf", "Cc"} or c == "\n"
    )
    return unicodedata.normalize("NFC", kept).strip()


def label(option: Choosable, words: Words) -> str:
    """An option in words."""
    return words.say(option.key, **option.args) if option.key else option.label
