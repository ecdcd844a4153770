"""Whom a notice or message is for: everybody, candidates, or who holds a post, and where (R1.11)."""

from dataclasses import dataclass
from enum import StrEnum

from rules.catalogue import Programme
from rules.roles import EXAMINERS, OFFICERS, STATION_STAFF, Role


class AudienceKind(StrEnum):
    """Who is meant."""

    EVERYONE = "everyone"
    CANDIDATES = "candidates"
    """Who signed up and holds no post, and whoever registered for an exam."""
    STATIONS = "stations"
    EXAMINERS = "examiners"
    SUPERVISORS = "supervisors"
    APPLICANTS = "applicants"
    """申报单位"""
    OFFICERS = "officers"
    INSTITUTION = "institution"
    """All who hold a post at one institution."""


POSTS = {
    AudienceKind.STATIONS: STATION_STAFF,
    AudienceKind.EXAMINERS: EXAMINERS,
    AudienceKind.SUPERVISORS: frozenset({Role.SUPERVISOR}),
    AudienceKind.APPLICANTS: frozenset({Role.APPLICANT_UNIT}),
    AudienceKind.OFFICERS: OFFICERS,
}
"""The posts that count; the other kinds do not go by the post alone."""

PLACED = frozenset({AudienceKind.STATIONS, AudienceKind.EXAMINERS, AudienceKind.APPLICANTS})
"""Kinds that may be narrowed to a region, a programme or what is below an institution."""
WHOLE = frozenset(AudienceKind) - PLACED - {AudienceKind.INSTITUTION}
"""Kinds that belong to no institution in particular."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """An empty restriction restricts nothing. The region is a beginning: 江苏省 holds 江苏省常州市."""

    kind: AudienceKind
    region: str = ""
    programme: Programme | None = None
    institution: str = ""
    """The code of the one meant."""
    below: str = ""
    """The code of the institution whose tree is meant: the publisher's own (R1.1)."""


@dataclass(frozen=True, slots=True)
class Place:
    """An institution as far as audiences go by it."""

    code: str
    region: str
    programmes: frozenset[Programme]
    above: tuple[str, ...] = ()
    """The codes up to the root of the tree."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody is: a guest or not, a candidate or not, and the posts held."""

    candidate: bool = False
    posts: tuple[tuple[Role, Place | None], ...] = ()


def includes(audience: Audience, standing: Standing) -> bool:
    """Whether the audience holds this person; for everyone that is guests, too."""
    match audience.kind:
        case AudienceKind.EVERYONE:
            return True
        case AudienceKind.CANDIDATES:
            return standing.candidate
        case AudienceKind.INSTITUTION:
            return any(place and covers(audience, place) for _, place in standing.posts)
        case kind:
            return any(
                role in POSTS[kind] and (kind in WHOLE or (place and covers(audience, place)))
                for role, place in standing.posts
            )


def covers(audience: Audience, place: Place) -> bool:
    """Whether an institution lies within the restrictions; one whose region is unknown is in none."""
    return (
        audience.institution in {"", place.code}
        and place.region.startswith(audience.region)
        and (audience.programme is None or audience.programme in place.programmes)
        and (audience.below in {"", place.code} or audience.below in place.above)
    )
