"""Institutions whose accounts the caller looks after: below them in the tree, never their own (R1.8)."""

from collections.abc import Iterator, Mapping

from conversations.engine.messages import Choosable, Json, Page
from rules.roles import Action
from store import rights
from store.institutions import Institution
from store.pages import page_of
from store.unit import UnitOfWork

HERE = Action.MANAGE_ACCOUNTS


class InstitutionsBelow:
    """Values are codes. Somebody else's code does not get through, and the try is noted."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = page_of((option(one) for one in below(work, query)), page)
        return Page(found.things, found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        found = work.institutions.find(value)
        if found is None:
            return None
        if found.code in own(work) or not rights.covers(work, HERE, found.code):
            work.audit.refused(HERE, f"institution:{found.code}")
            return None
        return option(found)


def below(work: UnitOfWork, query: str) -> Iterator[Institution]:
    theirs = set(rights.covered(work, HERE)) - own(work)
    return (one for one in work.institutions.matching(query) if one.code in theirs)


def own(work: UnitOfWork) -> set[str]:
    return {post.institution for post in rights.posts(work)}


def option(institution: Institution) -> Choosable:
    """The school a station belongs to says more than its long name."""
    args = {"code": institution.code, "name": institution.operator or institution.name}
    return Choosable(institution.code, key="institution-option", args=args)
