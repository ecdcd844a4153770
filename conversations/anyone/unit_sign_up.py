"""单位注册: a unit that wants to become an exam station gets its account (R2.1)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from conversations.anyone.sign_up import Consent, password_problem
from conversations.engine.boxes import Choice, Secret, Text, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Choosable, Json, Page, Sentence
from conversations.personal import Email, Name, Phone, limit_caller
from rules.findings import Finding, Refused
from rules.names import NAME_LONGEST, read_institution
from rules.roles import Role
from store.accounts import Reserved
from store.institutions import Institution, InstitutionKind
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """Where an application can be filed: at the second tier (R1.1). Offices have landlines."""

    second_tier: tuple[Institution, ...]
    landline: bool = True


class UnitName(Text):
    """单位名称: the user name later on, so two units cannot have the same (R1.8)."""

    def fits(self, value: str, sheet: Sheet) -> None:
        if sheet.lookup.find("free_unit_names", value, {}) is None:
            raise Refused("unit-name-taken", "R1.8")


def second_tier(form: Sheet) -> Iterator[Choosable]:
    for body in form.facts.second_tier:
        yield Choosable(body.code, body.name)


class UnitSignUp(Form):
    """An applicant unit's account, which also files its examiners and becomes the station's on approval."""

    roles = frozenset({Role.GUEST})

    consent = Consent()
    name = UnitName(longest=NAME_LONGEST, reader=read_institution)
    filed_at = settled(Choice(second_tier))
    contact = Name()
    email = Email()
    phone = Phone()
    password = Secret()

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> UnitFacts:
        every = work.institutions.all()
        return UnitFacts(tuple(o for o in every if o.kind is InstitutionKind.SECOND_TIER))

    def password_problem(self, password: str) -> Finding | None:
        return password_problem(password, self.name, None)

    def submit(self, work: UnitOfWork) -> Done:
        assert work.caller.person is not None
        limit = work.policy.current(work.today).sign_ups_per_day
        limit_caller(work, "sign-up", limit, timedelta(days=1))
        hashed = self.password.hashed
        assert hashed is not None
        unit = work.institutions.add_applicant(self.name, self.filed_at)
        reserved = Reserved(self.contact, self.email, self.phone)
        person = work.accounts.sign_up(work.caller.person, unit, reserved, hashed)
        return Done(
            (Sentence("unit-signed-up", {"name": unit.name, "code": unit.code}),),
            next=("/station_application", "/examiner_application", "/menu"),
            becomes=person.id,
        )


class FreeUnitNames:
    """Not a list: it only tells whether no institution and nobody's account has the name yet."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        return Page(())

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        taken = work.institutions.by_name(value) or work.people.find_by_user_name(value)
        return None if taken else Choosable(value, value)
