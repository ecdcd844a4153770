"""登录: this device speaks for a person or an institution from now on, on any channel (R1.8, R5.8)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from conversations.anyone import signing_in
from conversations.engine.boxes import Choice, Secret, Text, only_if
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Choosable, Json, Stored
from rules.names import NAME_LONGEST
from rules.roles import ANYONE, Role
from store.institutions import Institution, InstitutionKind
from store.unit import UnitOfWork

MOST_OFFERED = 5
PART_OF_A_NAME = re.compile(r"[0-9]{3,8}|.*[\u4e00-\u9fff].*[\u4e00-\u9fff].*")
"""Two characters or a station's number; one letter would fit everything."""


@dataclass(frozen=True, slots=True)
class LoginFacts:
    """Institutions somebody may have meant who typed a part of a name."""

    meant: tuple[Institution, ...] = ()


def offered(form: Sheet) -> Iterator[Choosable]:
    """The names of institutions are public; `-` stays with what was typed."""
    for institution in form.facts.meant:
        yield Choosable(institution.code, institution.name)
    yield Choosable("-", key="institution-none")


class Login(Form):
    """User name and password; unknown names and wrong passwords answer alike, in words and time."""

    roles = ANYONE
    in_menu_of = frozenset({Role.GUEST})
    reviewed = False
    facts_from = ("user_name",)

    user_name = Text(longest=NAME_LONGEST, input="user_name")
    institution = only_if(lambda form: bool(form.facts.meant), Choice(offered))
    password = Secret(against_stored=True)

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> LoginFacts:
        return LoginFacts(meant_by(work, answers.get("user_name", "")))

    @property
    def account(self) -> str:
        """The user name to sign in with: as typed, or the institution's full name."""
        chosen = [one.name for one in self.facts.meant if one.code == self.institution]
        return chosen[0] if chosen else self.user_name

    def stored_password(self, work: UnitOfWork, typed: str) -> Stored:
        return signing_in.stored_password(work, self.account, typed)

    def wrong_password(self, work: UnitOfWork) -> None:
        signing_in.wrong_password(work, self.account)

    def submit(self, work: UnitOfWork) -> Done:
        person = signing_in.enter(work, self.account, self.password)
        return signing_in.signed_in(work, person, "logged-in")


def meant_by(work: UnitOfWork, typed: str) -> tuple[Institution, ...]:
    """Institutions whose name or number holds what was typed, unless it is somebody's user name."""
    known = work.people.find_by_user_name(typed) or work.institutions.by_name(typed)
    if known or not PART_OF_A_NAME.fullmatch(typed):
        return ()
    found = work.institutions.search(typed).things
    # Who applies to become a station is not public.
    return tuple(o for o in found if o.kind is not InstitutionKind.APPLICANT)[:MOST_OFFERED]
