"""Whose data a caller may touch, beyond what its role allows: the same for a chat, an import and the API.

A right is a post (R1.9) whose role is allowed the action with a reach that covers the institution concerned.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rules.catalogue import Programme
from rules.findings import Finding, NotPossible
from rules.roles import ANYONE, MAY, Action, Reach, Role, Roles
from store.people import Person, PersonId, Post
from store.unit import OFFICE

if TYPE_CHECKING:
    from store.institutions import Institution
    from store.unit import UnitOfWork


def roles_of(work: "UnitOfWork", person: Person) -> Roles:
    """Guest, candidate or account, and what posts add; nothing more before a first password is changed."""
    if person.guest:
        return frozenset({Role.GUEST})
    known = frozenset({Role.CANDIDATE if person.id_number else Role.ACCOUNT_HOLDER})
    return known if person.must_change_password else known | work.people.roles_of(person.id)


def check_own(work: "UnitOfWork", person: PersonId, action: Action) -> None:
    """People act for themselves only; the office acts for everybody."""
    work.require(action)
    if work.caller is not OFFICE and work.caller.person != person:
        raise refused(work, action, f"person:{person}")


def check(
    work: "UnitOfWork", action: Action, *, institution: str, programme: Programme | None = None
) -> None:
    """NotPossible unless the caller may do this at that institution; the refusal is audited.

    Name the `programme` wherever the data has one: a branch sees the skill-level programme only (R1.1).
    """
    work.require(action)
    if not covers(work, action, institution, programme):
        raise refused(work, action, f"institution:{institution}")


def check_person(work: "UnitOfWork", action: Action, person: PersonId) -> None:
    """NotPossible unless everything the person holds a post at is within the caller's reach.

    A candidate belongs to no institution, so there the role is enough.
    """
    work.require(action)
    if not all(covers(work, action, post.institution) for post in work.people.posts_of(person)):
        raise refused(work, action, f"person:{person}")


def covers(
    work: "UnitOfWork", action: Action, institution: str, programme: Programme | None = None
) -> bool:
    """Whether one of the caller's posts reaches that institution in this action."""
    return work.caller is OFFICE or _covers(work, posts(work), action, institution, programme)


def covered(
    work: "UnitOfWork", action: Action, programme: Programme | None = None
) -> tuple[str, ...]:
    """The codes of all institutions the caller may do this at: what a list may show."""
    every, held = work.institutions.all(), posts(work)
    return tuple(
        one.code
        for one in every
        if work.caller is OFFICE or _covers(work, held, action, one.code, programme)
    )


def posts(work: "UnitOfWork") -> tuple[Post, ...]:
    """The caller's posts that count here: a handed-over draft carries none of them."""
    caller = work.caller
    if caller.person is None:
        return ()
    return tuple(post for post in work.people.posts_of(caller.person) if post.role in caller.roles)


def institutions_of(work: "UnitOfWork", person: PersonId, roles: Roles = ANYONE) -> tuple[str, ...]:
    """The codes of the institutions somebody holds such a post at."""
    held = (post for post in work.people.posts_of(person) if post.role in roles)
    return tuple(sorted({post.institution for post in held if post.institution}))


def own_institution(work: "UnitOfWork", roles: Roles = ANYONE) -> "Institution":
    """The institution the caller acts for: of several the first by code; NotPossible without one."""
    codes = sorted(p.institution for p in posts(work) if p.institution and p.role in roles)
    if not codes:
        raise NotPossible(Finding("no-institution", "R1.9"))
    return work.institutions.get(codes[0])


def holders(
    work: "UnitOfWork", action: Action, institution: str, programme: Programme | None = None
) -> tuple[PersonId, ...]:
    """Everybody with a post that reaches that institution in this action: whom to tell."""
    reaches = MAY[action]
    return tuple(
        dict.fromkeys(
            person
            for person, post in work.people.holding(frozenset(reaches))
            if _reaches(work, reaches[post.role], post, institution, programme)
        )
    )


def refused(work: "UnitOfWork", action: Action, subject: str) -> NotPossible:
    """The refusal of somebody else's data, noted even though the savepoint around it is undone."""
    work.audit.refused(action, subject)
    return NotPossible(Finding("not-yours", "R9.3"))


def _covers(
    work: "UnitOfWork",
    held: Iterable[Post],
    action: Action,
    institution: str,
    programme: Programme | None,
) -> bool:
    reaches = MAY[action]
    return any(
        _reaches(work, reaches[post.role], post, institution, programme)
        for post in held
        if post.role in reaches
    )


def _reaches(
    work: "UnitOfWork", reach: Reach, post: Post, institution: str, programme: Programme | None
) -> bool:
    match reach:
        case Reach.ALL:
            return True
        case Reach.SELF:
            return False
        case Reach.OWN:
            return bool(institution) and post.institution == institution
        case Reach.BELOW:
            return not post.institution or work.institutions.is_below(institution, post.institution)
        case Reach.PROVINCE:
            return programme is not Programme.CAPABILITY and _in_province(work, post, institution)


def _in_province(work: "UnitOfWork", post: Post, institution: str) -> bool:
    """Whether the station lies in the branch's province and acts in the skill-level programme."""
    if institution == post.institution:
        return True
    branch = work.institutions.find(post.institution)
    station = work.institutions.find(institution)
    if branch is None or station is None or not branch.region:
        return False
    return station.skill_level and station.region.startswith(branch.region)
