"""Boxes that follow from others, and parts of a form that repeat."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, TypeVar

from conversations.engine.boxes.base import Box, Sheet, T
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
