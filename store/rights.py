"""Whose data a caller may touch, beyond what its role allows: the same for a chat, an import and the API."""

from typing import TYPE_CHECKING

from rules.findings import Finding, NotPossible
from rules.roles import OFFICERS, STATION_STAFF, Action
from store.people import PersonId
from store.unit import OFFICE

if TYPE_CHECKING:
    from store.unit import UnitOfWork


def check_own(work: "UnitOfWork", person: PersonId, action: Action) -> None:
    """People act for themselves only; the office acts for everybody."""
    work.require(action)
    if work.caller is not OFFICE and work.caller.person != person:
        raise NotPossible(Finding("not-yours"))


def check_station(work: "UnitOfWork", station: str, action: Action) -> None:
    """Station staff act for their own station, officers for all below them (R9.3)."""
    work.require(action)
    caller = work.caller
    if caller is OFFICE or caller.roles & OFFICERS:
        return
    if caller.person is None or not _works_at(work, caller.person, station):
        raise NotPossible(Finding("not-yours", "R9.3"))


def _works_at(work: "UnitOfWork", person: PersonId, station: str) -> bool:
    posts = work.people.posts_of(person)
    return any(post.role in STATION_STAFF and post.institution == station for post in posts)
