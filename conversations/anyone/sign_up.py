"""注册: a guest becomes a candidate. Name, ID number and user name never change afterwards (R5.2)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from conversations.engine.boxes import Choice, Day, Secret, Text, YesNo, only_if
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Choosable, Json, Outgoing, Page, Sentence
from conversations.personal import IdNumberBox, Name, id_number, limit_caller
from conversations.telling import tell
from rules.candidates import Sex
from rules.findings import Finding, Refused
from rules.identity import IdKind
from rules.names import USER_NAME_LONGEST, read_user_name
from rules.passwords import check_password
from rules.roles import Role
from store.people import Person
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class SignUpFacts:
    today: date


class Consent(YesNo):
    """The separate consent to keeping sensitive personal information; without it there is no account."""

    def fits(self, value: bool, sheet: Sheet) -> None:  # noqa: FBT001 - the answer itself
        if not value:
            raise Refused("consent-needed")


class UserName(Text):
    """用户名, free when chosen; the store makes sure of it once more when the form is filed."""

    def fits(self, value: str, sheet: Sheet) -> None:
        if sheet.lookup.find("free_user_names", value, {}) is None:
            raise Refused("user-name-taken", "R5.2")


def shows_no_birth_date(form: "SignUp") -> bool:
    """The old foreigner's card has no check character, so its birth date and sex are asked for (R5.5)."""
    return bool(form.id_number) and id_number(form).kind is IdKind.OLD_FOREIGN_CARD


class SignUp(Form):
    """The account of a candidate (R5.2, R5.8)."""

    roles = frozenset({Role.GUEST})

    consent = Consent()
    name = Name()
    id_number = IdNumberBox()
    sex = only_if(shows_no_birth_date, Choice(Sex))
    born = only_if(shows_no_birth_date, Day(latest=lambda form: form.facts.today))
    user_name = UserName(longest=USER_NAME_LONGEST, reader=read_user_name, input="user_name")
    password = Secret()

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> SignUpFacts:
        return SignUpFacts(work.today)

    def password_problem(self, password: str) -> Finding | None:
        return password_problem(password, self.user_name, self.id_number)

    def submit(self, work: UnitOfWork) -> Done:
        assert work.caller.person is not None
        limit = work.policy.current(work.today).sign_ups_per_day
        limit_caller(work, "sign-up", limit, timedelta(days=1))
        number = id_number(self)
        known = work.people.find_by_id_number(number)
        if known:
            return self.known_already(work, known)
        if number.born is None:
            number = replace(number, born=self.born, sex=self.sex)
        hashed = self.password.hashed
        assert hashed is not None
        person = work.people.register(work.caller.person, self.name, number, self.user_name, hashed)
        work.audit.note("signed-up", f"person:{person.id}")
        return Done(
            (Sentence("signed-up", {"user_name": self.user_name}),),
            next=("/registration", "/eligibility"),
            becomes=person.id,
        )

    @staticmethod
    def known_already(work: UnitOfWork, owner: Person) -> Done:
        """Say nothing about the number, bind nothing, and let its owner know."""
        work.audit.note("sign-up-known-number", f"person:{owner.id}")
        tell(work, owner, lambda words: Outgoing(words.say("somebody-signed-up")))
        return Done((Sentence("sign-up-neutral"),), next=("/login", "/reset_password"))


class FreeUserNames:
    """Not a list: it only tells whether a user name is still free."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        return Page(())

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        # The full name of an institution is the user name of its account, opened or not (R1.8).
        taken = work.people.find_by_user_name(value) or work.institutions.by_name(value)
        return None if taken else Choosable(value, value)


def password_problem(password: str, user_name: str, number: str | None) -> Finding | None:
    """Why a new password will not do (R5.8)."""
    try:
        check_password(password, user_name, number)
    except Refused as refused:
        return refused.finding
    return None
