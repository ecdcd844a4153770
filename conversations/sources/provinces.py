"""The provinces, by their characters or pinyin (R1.1)."""

from collections.abc import Mapping

from conversations.engine.messages import Choosable, Json, Page
from rules.regions import PROVINCES
from store.catalogue.pinyin import Names, fold
from store.pages import page_of
from store.unit import UnitOfWork

NAMES = Names(PROVINCES)


class Provinces:
    """Values are the provinces' own names."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        fits = NAMES.fits(query) if query.strip() else None
        found = page_of((p for p in PROVINCES if fits is None or fold(p) in fits), page)
        return Page([Choosable(one, one) for one in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        return Choosable(value, value) if value in PROVINCES else None
