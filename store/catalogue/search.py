"""Finding a trade or a station by what people type: part of a name, a code, or pinyin."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from rules.catalogue import Programme, Unit
from store.catalogue.pinyin import Fit, Names, fold
from store.catalogue.stations import Station, load_stations

Thing = TypeVar("Thing")

_AFTER_NAMES = len(Fit)
"""Added to the fit of what stands second: the occupation's name, the beginning of a code."""


class _Known(NamedTuple):
    """What a thing can be found by, all folded."""

    name: str
    codes: tuple[str, ...]
    occupation: str = ""
    complete: bool = True

    def rank(self, fits: dict[str, Fit], code: str) -> tuple[int, int] | None:
        """The best rank the query earns, then the name's length; None where it names nothing."""
        ranks: list[tuple[int, int]] = []
        if self.name in fits:
            ranks.append((fits[self.name], len(self.name)))
        if self.occupation in fits:
            ranks.append((fits[self.occupation] + _AFTER_NAMES, len(self.name)))
        if code and code in self.codes:
            ranks.append((Fit.WHOLE, 0))
        elif code and any(known.startswith(code) for known in self.codes):
            ranks.append((Fit.START + _AFTER_NAMES, 0))  # a code's neighbours keep printed order
        return min(ranks, default=None)


class _Register(Generic[Thing]):
    """Things in printed order, and what each can be found by."""

    def __init__(self, things: Iterable[Thing], known_by: Callable[[Thing], _Known]) -> None:
        self._things = [(thing, known_by(thing)) for thing in things]
        self._names = Names(
            name for _, known in self._things for name in (known.name, known.occupation)
        )

    def find(self, query: str) -> list[Thing]:
        """Best first: complete, then by rank, then the shorter name, then printed order."""
        if not query.strip():
            return [thing for thing, _ in self._things]
        fits = self._names.fits(query)
        # a code is only meant where a figure stands: JX alone is pinyin (机械)
        code = fold(query) if any(map(str.isdigit, query)) else ""
        ranked = sorted(
            (not known.complete, rank, place)
            for place, (_, known) in enumerate(self._things)
            if (rank := known.rank(fits, code)) is not None
        )
        return [self._things[place][0] for *_, place in ranked]


class Index:
    """The units of a catalogue, or of any part of it, searchable."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._register = _Register(units, _unit_known_by)

    def find(
        self, query: str, programme: Programme | None = None, limit: int | None = None
    ) -> list[Unit]:
        """The units `query` names, best first; all of them, in printed order, for an empty query.

        A query is a part of a trade's or an occupation's name, its pinyin in full or in initials,
        or the beginning of a code with or without dashes. Complete units come before incomplete
        ones, a name that is the query before one that begins with it and one that contains it,
        shorter names before longer.
        """
        found = self._register.find(query)
        return [unit for unit in found if programme in (None, unit.programme)][:limit]


def find_stations(query: str, limit: int | None = None) -> list[Station]:
    """The stations `query` names: by number, code, name, or the operator's name or pinyin."""
    return _stations().find(query)[:limit]


@cache
def _stations() -> _Register[Station]:
    return _Register(load_stations(), _station_known_by)


def _unit_known_by(unit: Unit) -> _Known:
    return _Known(fold(unit.name), (fold(unit.code),), fold(unit.occupation_name), unit.complete)


def _station_known_by(station: Station) -> _Known:
    name = fold(station.name)
    # all names begin alike: read without the number, a word of theirs would find all stations
    numbered = [name[name.index(start) :] for start in ("职教", station.number)]
    return _Known(fold(station.operator), (station.code, station.number, name, *numbered))
