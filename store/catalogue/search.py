"""Finding a trade or a station by what people type: part of a name, a code, or pinyin."""

from collections.abc import Iterable
from functools import cache

from rules.catalogue import Programme, Unit
from store.catalogue.pinyin import Fit, Names, fold
from store.catalogue.stations import Station, load_stations

_AFTER_NAMES = len(Fit)
"""Added to the fit of what stands second: the occupation's name, the beginning of a code."""


class Index:
    """The units of a catalogue, or of any part of it, searchable."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._units = tuple(units)
        self._names = Names(name for unit in self._units for name in (unit.name, unit.occupation_name))

    def find(
        self, query: str, programme: Programme | None = None, limit: int | None = None
    ) -> list[Unit]:
        """The units `query` names, best first; all of them, in printed order, for an empty query.

        A query is a part of a trade's or an occupation's name, its pinyin in full or in initials, or the
        beginning of a code with or without dashes. Complete units come before incomplete ones, a name that
        is the query before one that begins with it and one that contains it, shorter names before longer.
        """
        units = [unit for unit in self._units if programme in (None, unit.programme)]
        if query.strip():
            units = self._ranked(query, units)
        return units[:limit]

    def _ranked(self, query: str, units: list[Unit]) -> list[Unit]:
        fits = self._names.fits(query)
        code = _code(query)
        ranked = [
            (not unit.complete, rank, len(unit.name), position)
            for position, unit in enumerate(units)
            if (rank := _rank(unit, fits, code)) is not None
        ]
        return [units[position] for *_, position in sorted(ranked)]


def _rank(unit: Unit, fits: dict[str, Fit], code: str) -> int | None:
    ranks = []
    if (fit := fits.get(fold(unit.name))) is not None:
        ranks.append(int(fit))
    if (fit := fits.get(fold(unit.occupation_name))) is not None:
        ranks.append(fit + _AFTER_NAMES)
    if code and fold(unit.code).startswith(code):
        ranks.append(Fit.WHOLE if len(fold(unit.code)) == len(code) else Fit.START + _AFTER_NAMES)
    return min(ranks, default=None)
