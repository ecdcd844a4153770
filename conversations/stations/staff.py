"""人员账户: an institution gives its staff accounts of their own, and says who speaks for it (R1.9, R2.2)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from conversations.anyone.sign_up import UserName
from conversations.engine.boxes import Choice, YesNo, only_if, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Choosable, Json, Sentence
from conversations.personal import Email, Name, Phone
from rules.findings import Refused
from rules.names import USER_NAME_LONGEST, mask_email, read_user_name
from rules.roles import Action, Role, who_may
from store import rights
from store.accounts import STAFF_OF, Account, Colleague, Reserved
from store.institutions import Institution
from store.people import Person, PersonId
from store.unit import UnitOfWork

RESPONSIBLE = who_may(Action.MANAGE_STAFF)


class StaffAct(StrEnum):
    """What may be done with the accounts of one's own institution."""

    SEE = "see"
    ADD = "add"
    RESET = "reset"
    REMOVE = "remove"
    RESERVE = "reserve"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody with an account at the institution."""

    account: Account
    person: Person
    role: Role | None


@dataclass(frozen=True, slots=True)
class StaffFacts:
    """The caller's institution and everybody with an account there, its own first."""

    institution: Institution
    members: tuple[Member, ...]
    caller: PersonId
    landline: bool = True

    def colleagues(self) -> list[Member]:
        """Whose account the caller may end or reset: neither the institution's own nor the caller's."""
        return [m for m in self.members if not m.account.main and m.account.person != self.caller]


def acts(form: Sheet) -> Iterator[Choosable]:
    about_others = {StaffAct.RESET, StaffAct.REMOVE}
    for act in StaffAct:
        if act not in about_others or form.facts.colleagues():
            yield Choosable(act, key=f"staff-act-{act}")


def offices(form: Sheet) -> Iterator[Choosable]:
    for role in STAFF_OF[form.facts.institution.kind]:
        yield Choosable(role, key=f"role-{role}")


def colleagues(form: Sheet) -> Iterator[Choosable]:
    for member in form.facts.colleagues():
        args = {"name": member.person.name or "", "role": str(member.role)}
        yield Choosable(str(member.account.person), key="staff-member", args=args)


def doing(*wanted: StaffAct) -> Callable[[Sheet], bool]:
    return lambda form: form.act in wanted


class Sure(YesNo):
    """A yes without which nothing is done."""

    def fits(self, value: bool, sheet: Sheet) -> None:  # noqa: FBT001 - the answer itself
        if not value:
            raise Refused("not-done")


class Staff(Form):
    """One thing at a time; a first password is shown once, to be handed on."""

    roles = RESPONSIBLE
    reviewed = False

    act = Choice(acts, of=StaffAct)
    role = only_if(doing(StaffAct.ADD), settled(Choice(offices, of=Role)))
    name = only_if(doing(StaffAct.ADD), Name())
    user_name = only_if(
        doing(StaffAct.ADD),
        UserName(longest=USER_NAME_LONGEST, reader=read_user_name, input="user_name"),
    )
    colleague = only_if(doing(StaffAct.RESET, StaffAct.REMOVE), Choice(colleagues))
    sure = only_if(doing(StaffAct.RESET, StaffAct.REMOVE), Sure())
    contact = only_if(doing(StaffAct.RESERVE), Name())
    email = only_if(doing(StaffAct.RESERVE), Email())
    phone = only_if(doing(StaffAct.RESERVE), Phone())

    @classmethod
    def opening(cls, argument: str) -> dict[str, Json]:
        return {"act": argument} if argument in set(StaffAct) else {}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> StaffFacts:
        assert work.caller.person is not None
        institution = rights.own_institution(work, RESPONSIBLE)
        return StaffFacts(institution, members(work, institution.code), work.caller.person)

    def submit(self, work: UnitOfWork) -> Done:
        code = self.facts.institution.code
        match self.act:
            case StaffAct.ADD:
                colleague = Colleague(self.name, self.user_name, self.role)
                _, password = work.accounts.add_colleague(code, colleague)
                return self.told("staff-added", self.user_name, password)
            case StaffAct.RESET:
                password = work.accounts.reset_colleague(code, self.chosen)
                user_name = work.people.get(self.chosen).user_name or ""
                return self.told("staff-reset", user_name, password)
            case StaffAct.REMOVE:
                work.accounts.remove_colleague(code, self.chosen)
                return Done((Sentence("staff-removed"),), next=("/staff see", "/menu"))
            case StaffAct.RESERVE:
                reserved = Reserved(self.contact, self.email, self.phone)
                work.accounts.reserve(code, reserved)
                said = Sentence("reserved-set", {"email": mask_email(self.email)})
                return Done((said,), next=("/staff see", "/menu"))
            case _:
                return self.listed(work)

    @property
    def chosen(self) -> PersonId:
        return PersonId(int(self.colleague))

    def told(self, says: str, user_name: str, password: str) -> Done:
        once = Sentence("first-password-once", {"user_name": user_name, "password": password})
        return Done((Sentence(says),), once=(once,), next=("/staff add", "/staff see", "/menu"))

    def listed(self, work: UnitOfWork) -> Done:
        """Everybody, and whom a station still lacks (R2.2)."""
        says = [Sentence("staff-of", {"name": self.facts.institution.name})]
        says += [member_line(one) for one in self.facts.members]
        held = {one.role for one in self.facts.members}
        lacking = [r for r in STAFF_OF[self.facts.institution.kind] if r not in held]
        says += [Sentence("staff-lacking", {"role": str(role)}) for role in lacking]
        return Done(tuple(says), next=("/staff add", "/staff reserve", "/menu"))


def members(work: UnitOfWork, code: str) -> tuple[Member, ...]:
    """Everybody with an account there."""
    found = []
    for account in work.accounts.at(code):
        held = [p.role for p in work.people.posts_of(account.person) if p.institution == code]
        found.append(Member(account, work.people.get(account.person), held[0] if held else None))
    return tuple(found)


def member_line(member: Member) -> Sentence:
    args = {
        "name": member.person.name or "",
        "role": str(member.role),
        "user_name": member.person.user_name or "",
        "state": state_of(member.person),
    }
    return Sentence("staff-line", args)


def state_of(person: Person) -> str:
    """`locked`, `first` while a first password waits to be changed, else `open`."""
    if person.locked:
        return "locked"
    return "first" if person.must_change_password else "open"
