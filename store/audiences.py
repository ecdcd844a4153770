"""Audiences against the people and institutions there are: who is meant, how many, and how far a publisher reaches."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, exists, func, or_, select

from rules import audiences as rule
from rules.audiences import POSTS, WHOLE, Audience, AudienceKind, Place, Standing
from rules.catalogue import Programme
from rules.findings import Finding, NotPossible
from rules.roles import MAY, Action, Reach
from store import rights
from store.chats import chats
from store.institutions import Institution
from store.people import PersonId, people, posts
from store.registrations import registrations
from store.unit import OFFICE

if TYPE_CHECKING:
    from store.unit import UnitOfWork


class Audiences:
    """The rule says who belongs; here it is asked of one person, or of all at once."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def narrowed(self, audience: Audience, action: Action) -> Audience:
        """The audience within the caller's reach; NotPossible where it lies outside (R1.1).

        Who reaches what is below means no more than that by 'all stations'.
        """
        work = self._unit
        work.require(action)
        if work.caller is OFFICE:
            return audience
        if audience.kind is AudienceKind.INSTITUTION:
            rights.check(work, action, institution=audience.institution)
            return audience
        if audience.kind in WHOLE:
            work.require(Action.ADDRESS_EVERYBODY)
            return audience
        for post in rights.posts(work):
            reach = MAY[action].get(post.role)
            within = reach and self._within(audience, reach, post.institution)
            if within:
                return within
        raise NotPossible(Finding("audience-out-of-reach", "R1.1", box="region"))

    def standing(self, person: PersonId) -> Standing:
        """What the person is. Who has not signed up yet is a candidate to be."""
        held = self._unit.people.posts_of(person)
        placed = tuple((post.role, self._place(post.institution)) for post in held)
        return Standing(not held or self._registered(person), placed)

    def count(self, audience: Audience) -> int:
        """How many signed-up people it holds now."""
        counted = select(func.count()).select_from(self.members(audience).subquery())
        number: int = self._unit.connection.execute(counted).scalar_one()
        return number

    def pushed(self, audience: Audience) -> int:
        """How many of them a message reaches in a chat; the others find it on the page."""
        reachable = select(chats.c.person_id).where(chats.c.blocked_at.is_(None))
        members = self.members(audience).where(people.c.id.in_(reachable))
        counted = select(func.count()).select_from(members.subquery())
        number: int = self._unit.connection.execute(counted).scalar_one()
        return number

    def members(self, audience: Audience) -> Select[Any]:
        """The ids of the signed-up people it holds now."""
        question = select(people.c.id).where(~people.c.guest, people.c.erased_at.is_(None))
        held = exists().where(posts.c.person_id == people.c.id)
        match audience.kind:
            case AudienceKind.EVERYONE:
                return question
            case AudienceKind.CANDIDATES:
                filed = exists().where(registrations.c.person_id == people.c.id)
                return question.where(or_(~held, filed))
            case _:
                meant = self._posts(audience, posts.c.person_id)
                return question.where(people.c.id.in_(meant))

    def institutions(self, audience: Audience) -> tuple[Institution, ...]:
        """The institutions at which somebody of the audience holds a post, by code."""
        if audience.kind in {AudienceKind.EVERYONE, AudienceKind.CANDIDATES}:
            return ()
        codes = set(
            self._unit.connection.execute(
                self._posts(audience, posts.c.institution_code).distinct()
            ).scalars()
        )
        return tuple(one for one in self._unit.institutions.all() if one.code in codes)

    def _posts(self, audience: Audience, column: Any) -> Select[Any]:
        """A column of the posts the audience goes by."""
        question = select(column)
        if audience.kind in POSTS:
            question = question.where(posts.c.role.in_(POSTS[audience.kind]))
        if audience.kind in WHOLE:
            return question
        covered = [code for code, one in self._places().items() if rule.covers(audience, one)]
        return question.where(posts.c.institution_code.in_(covered))

    def _within(self, audience: Audience, reach: Reach, own: str) -> Audience | None:
        match reach:
            case Reach.ALL:
                return audience
            case Reach.BELOW:
                return replace(audience, below=own)
            case Reach.PROVINCE:
                return self._in_province(audience, self._unit.institutions.get(own).region)
            case _:
                return None

    @staticmethod
    def _in_province(audience: Audience, region: str) -> Audience | None:
        """A branch addresses its own province, in the skill-level programme only (R1.1)."""
        elsewhere = audience.region and not audience.region.startswith(region)
        if not region or elsewhere or audience.programme is Programme.CAPABILITY:
            return None
        return replace(audience, region=audience.region or region, programme=Programme.SKILL_LEVEL)

    def _registered(self, person: PersonId) -> bool:
        question = select(registrations.c.id).where(registrations.c.person_id == person).limit(1)
        return self._unit.connection.execute(question).first() is not None

    def _place(self, code: str) -> Place | None:
        return self._places().get(code)

    def _places(self) -> Mapping[str, Place]:
        listed = self._unit.institutions.all()
        parents = {one.code: one.parent_code for one in listed}
        return {one.code: _placed(one, parents) for one in listed}


def _placed(one: Institution, parents: Mapping[str, str | None]) -> Place:
    above: list[str] = []
    code = one.parent_code
    while code is not None and code in parents and code not in above:
        above.append(code)
        code = parents[code]
    acts_in = {Programme.CAPABILITY: one.capability, Programme.SKILL_LEVEL: one.skill_level}
    programmes = frozenset(programme for programme, acts in acts_in.items() if acts)
    return Place(one.code, one.region, programmes, tuple(above))


def as_json(audience: Audience) -> dict[str, Any]:
    """The audience as it is kept."""
    return asdict(audience)


def from_json(kept: Mapping[str, Any]) -> Audience:
    programme = kept["programme"] and Programme(kept["programme"])
    return Audience(**{**kept, "kind": AudienceKind(kept["kind"]), "programme": programme or None})
