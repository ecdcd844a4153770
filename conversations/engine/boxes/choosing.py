"""Boxes in which one option is chosen."""

import re
from collections.abc import Callable, Iterable, Mapping
from enum import EnumType, IntEnum, StrEnum
from typing import Any, TypeVar, overload

from conversations.engine.boxes.base import Box, Sheet, label
from conversations.engine.messages import Choosable, Json, Kind, Page, Said, Words
from rules.findings import Refused

Listed = Callable[[Sheet], Iterable[Choosable]]
"""Options that come from the answers before."""

C = TypeVar("C", bound=StrEnum | IntEnum | str)


class Choice(Box[C]):
    """One of a few. The options are an enumeration, or come from the answers before."""

    kind = Kind.CHOICE
    input = "options"

    @overload
    def __init__(self, among: type[C]) -> None: ...
    @overload
    def __init__(self, among: Listed, *, of: type[C]) -> None: ...
    @overload
    def __init__(self: "Choice[str]", among: Listed) -> None: ...
    def __init__(self, among: Any, *, of: Any = None) -> None:
        """`of` is the enumeration the values of a list belong to."""
        super().__init__()
        self.among = among
        self.of: Any = among if isinstance(among, EnumType) else of or str

    def options(self, sheet: Sheet, query: str, page: int) -> Page:
        if isinstance(self.among, EnumType):
            prefix = re.sub(r"(?<!^)(?=[A-Z])", "-", self.among.__name__).lower()
            members: list[StrEnum] = list(self.among)
            return Page([Choosable(m.value, key=f"{prefix}-{m.value}") for m in members])
        return Page(tuple(self.among(sheet)))

    def read(self, said: Said, sheet: Sheet) -> Any:
        if said.choice is None:
            raise Refused("choice-unknown")
        try:
            value = self.load(said.choice)
        except ValueError:
            raise Refused("choice-unknown") from None
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

    def known(self, sheet: Sheet) -> Mapping[str, Json]:
        """The answers the list depends on: those before it on the same sheet."""
        fitting: Mapping[str, Json] = sheet.fitting
        return fitting

    def options(self, sheet: Sheet, query: str, page: int) -> Page:
        return sheet.lookup.options(self.source, self.known(sheet), query, page)  # type: ignore[no-any-return]  # Sheet is any

    def read(self, said: Said, sheet: Sheet) -> str:
        if said.choice is None:
            raise Refused("pick-unknown")
        self.fits(said.choice, sheet)
        return said.choice

    def fits(self, value: str, sheet: Sheet) -> None:
        if sheet.lookup.find(self.source, value, self.known(sheet)) is None:
            raise Refused("pick-unknown")

    def load(self, kept: Json) -> str:
        if not isinstance(kept, str):
            raise TypeError(kept)
        return kept

    def show(self, value: str, sheet: Sheet, words: Words) -> str:
        found = sheet.lookup.find(self.source, value, self.known(sheet))
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
