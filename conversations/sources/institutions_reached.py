"""Institutions an officer reaches in an action: all of them, those below, or those of the province (R1.1)."""

from collections.abc import Mapping
from dataclasses import dataclass

from conversations.engine.messages import Choosable, Json, Page
from conversations.sources.institutions_below import option
from rules.roles import Action
from store import rights
from store.pages import page_of
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class InstitutionsReached:
    """Values are codes."""

    action: Action

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        reached = set(rights.covered(work, self.action))
        found = (one for one in work.institutions.matching(query) if one.code in reached)
        listed = page_of(map(option, found), page)
        return Page(listed.things, listed.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        found = work.institutions.find(value)
        return option(found) if found and rights.covers(work, self.action, value) else None
