"""Boxes that follow from others, and parts of a form that repeat."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from conversations.engine.boxes.base import Box, Sheet, T
from conversations.engine.boxes.handing import Photo
from conversations.engine.messages import Json, Kind, Words

P = TypeVar("P", bound="Part")


class Known(Box[T]):
    """A printed box nobody needs to be asked for: it follows from facts or from other answers."""

    def __init__(
        self,
        derive: Callable[[Sheet], T],
        shown: Callable[[T, Words], str] | None = None,
        *,
        masked: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__()
        self.derive = derive
        self.shown = shown
        self.masked = masked

    def show(self, value: T, sheet: Sheet, words: Words) -> str:
        return self.shown(value, words) if self.shown else str(value)

    def mask(self, shown: str) -> str:
        return self.masked(shown) if self.masked else super().mask(shown)


class Part:
    """A line of a repeating part of a form; subclasses list its boxes."""

    boxes: ClassVar[tuple[Box[Any], ...]] = ()

    def __init_subclass__(cls) -> None:
        cls.boxes = tuple(b for b in vars(cls).values() if isinstance(b, Box))

    def __init__(self, values: Mapping[str, Any], copy: Sheet = None) -> None:
        """`copy` is the entry on the form, by which lists show what was chosen from them."""
        self.values = dict(values)
        self.copy = copy


def alone(_: Sheet) -> int:
    return 0


@dataclass(frozen=True, slots=True)
class Template:
    """The empty workbook a part may be filled from: the export that makes it, and of what.

    Its columns are the part's boxes under their titles; `subject` follows from the answers before.
    """

    export: str
    subject: Callable[[Sheet], int] = alone


class Many(Box[Sequence[P]]):
    """A repeating part: entries with stable ids, then "another one?".

    With a template the entries may also come from a workbook, sent while the part is asked.
    """

    kind = Kind.CHOICE
    input = "options"

    def __init__(
        self,
        part: type[P],
        *,
        at_least: int = 0,
        at_most: int = 20,
        room: Callable[[Sheet], int] | None = None,
        from_workbook: Template | None = None,
    ) -> None:
        """`room`: how many entries there is something left to choose for."""
        super().__init__()
        if from_workbook and any(isinstance(box, Photo) for box in part.boxes):
            raise TypeError(f"{part.__name__}: a workbook brings no pictures")
        self.part = part
        self.from_workbook = from_workbook
        self.at_least = at_least
        self.at_most = at_most
        self.room = room

    def most(self, sheet: Sheet) -> int:
        """How many entries it can have as things stand."""
        return min(self.at_most, self.room(sheet)) if self.room else self.at_most

    def load(self, kept: Json) -> Any:
        """The kept entries; what has another shape is left out."""
        if not isinstance(kept, Mapping) or not isinstance(kept.get("entries"), list):
            return {"entries": [], "closed": False}
        entries = [e for e in kept["entries"] if is_entry(e)]
        return {"entries": entries, "closed": bool(kept.get("closed"))}

    @staticmethod
    def new_entry(entries: Sequence[Mapping[str, Json]]) -> str:
        """An id none of the entries has, the ones taken away included."""
        return str(max((int(e["id"]) for e in entries), default=0) + 1)

    def show(self, value: Sequence[P], sheet: Sheet, words: Words) -> str:
        return words.say("part-shown", count=str(len(value)))


def is_entry(kept: Json) -> bool:
    """Whether it is `{"id": "1", "answers": {…}}`."""
    return (
        isinstance(kept, Mapping)
        and str(kept.get("id")).isdecimal()
        and isinstance(kept.get("id"), str)
        and isinstance(kept.get("answers"), Mapping)
    )
