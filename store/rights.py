"""Who may touch what: checked in the store, so that it holds for a chat, an import and the API alike."""

from typing import TYPE_CHECKING

from rules.findings import Finding, NotPossible
from rules.roles import OFFICERS, STATION_STAFF, Action, may
from store.people import PersonId
from store.unit import OFFICE

if TYPE_CHECKING:
    from store.unit import UnitOfWork


def check_own(work: "UnitOfWork", person: PersonId, action: Action) -> None:
    """People act for themselves only; the office acts for everybody."""
    caller = work.caller
    if caller != OFFICE and not (caller.person == person and may(caller.roles, action)):
        raise NotPossible(Finding("not-allowed", args={"action": str(action)}))


def check_station(work: "UnitOfWork", station: str) -> None:
    """Stations see what is theirs, officers all below them (R9.3)."""
    caller = work.caller
    if caller == OFFICE or caller.roles & OFFICERS:
        return
    if caller.person is None or not _works_at(work, caller.person, station):
        raise NotPossible(Finding("not-allowed", "R9.3", {"action": str(Action.EXPORT_ROSTER)}))


def _works_at(work: "UnitOfWork", person: PersonId, station: str) -> bool:
    posts = work.people.posts_of(person)
    return any(post.role in STATION_STAFF and post.institution == station for post in posts)
