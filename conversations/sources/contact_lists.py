"""Institutions that have contacts to show, the upper ones first (R1.12)."""

from collections.abc import Mapping

from conversations.engine.messages import Choosable, Json, Page
from conversations.sources.institutions_below import option
from store.pages import page_of
from store.unit import UnitOfWork


class ContactLists:
    """Values are codes."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        having = work.contacts.institutions()
        if query.strip():
            wanted = {one.code for one in work.institutions.matching(query)}
            having = tuple(one for one in having if one.code in wanted)
        found = page_of(map(option, having), page)
        return Page(found.things, found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        codes = {one.code: one for one in work.contacts.institutions()}
        return option(codes[value]) if value in codes else None
