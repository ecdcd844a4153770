"""Institutions a complaint may be about: stations, and the second tier above them (R1.10)."""

from collections.abc import Mapping

from conversations.engine.messages import Choosable, Json, Page
from conversations.sources.institutions_below import option
from store.institutions import Institution, InstitutionKind
from store.pages import page_of
from store.unit import UnitOfWork

KINDS = frozenset(InstitutionKind) - {InstitutionKind.CENTRE, InstitutionKind.APPLICANT}


class ComplainedOf:
    """Values are codes; anybody sees this list, so it holds what is public anyway."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = (option(one) for one in work.institutions.matching(query) if listed(one))
        things = page_of(found, page)
        return Page(things.things, things.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        found = work.institutions.find(value)
        return option(found) if found and listed(found) else None


def listed(institution: Institution) -> bool:
    return institution.kind in KINDS
