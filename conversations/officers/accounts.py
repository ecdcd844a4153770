"""账户: officers open, lock, reset and hand over the accounts of institutions below them (R1.8)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from conversations.engine.boxes import Choice, Pick, YesNo, only_if
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Choosable, Json, Sentence
from conversations.personal import Email, Name, Phone
from conversations.stations.staff import Sure, members, state_of
from rules.names import mask_email, mask_phone
from rules.roles import Action, who_may
from store.accounts import Reserved
from store.institutions import Institution, InstitutionKind
from store.unit import UnitOfWork


class AccountAct(StrEnum):
    """What an officer may do with an institution's account."""

    SEE = "see"
    OPEN = "open"
    RESET = "reset"
    LOCK = "lock"
    UNLOCK = "unlock"
    HAND_OVER = "hand_over"
    REGION = "region"


GRAVE = frozenset({AccountAct.RESET, AccountAct.LOCK, AccountAct.HAND_OVER})
"""Whoever is signed in there is signed out."""
UNOPENED = frozenset({AccountAct.OPEN, AccountAct.LOCK})
OPENED = frozenset({AccountAct.RESET, AccountAct.HAND_OVER, AccountAct.LOCK})
LOCKED = frozenset({AccountAct.UNLOCK})
ALWAYS = frozenset({AccountAct.SEE})
IN_A_PROVINCE = frozenset({InstitutionKind.STATION, InstitutionKind.BRANCH})


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """The institution chosen, and the state of its account: `unopened`, `first`, `open`, `locked`."""

    institution: Institution | None = None
    state: str = ""
    landline: bool = True


def acts(form: Sheet) -> Iterator[Choosable]:
    facts = form.facts
    open_now = {"unopened": UNOPENED, "locked": LOCKED}.get(facts.state, OPENED) | ALWAYS
    if facts.institution and facts.institution.kind in IN_A_PROVINCE:
        open_now |= {AccountAct.REGION}
    for act in AccountAct:
        if act in open_now:
            yield Choosable(act, key=f"account-act-{act}")


def doing(*wanted: AccountAct) -> Callable[[Sheet], bool]:
    return lambda form: form.act in wanted


class Accounts(Form):
    """Find the institution, choose what to do; a first password is shown once."""

    roles = who_may(Action.MANAGE_ACCOUNTS)
    reviewed = False
    facts_from = ("institution",)

    institution = Pick("institutions_below")
    act = Choice(acts, of=AccountAct)
    region = only_if(doing(AccountAct.REGION), Pick("provinces"))
    contact = only_if(doing(AccountAct.HAND_OVER), Name())
    email = only_if(doing(AccountAct.HAND_OVER), Email())
    phone = only_if(doing(AccountAct.HAND_OVER), Phone())
    sure: YesNo = only_if(doing(*GRAVE), Sure())

    @classmethod
    def opening(cls, argument: str) -> dict[str, Json]:
        code, _, act = argument.partition(" ")
        return {"institution": code, **({"act": act} if act else {})} if code else {}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> AccountFacts:
        found = work.institutions.find(answers.get("institution", ""))
        if found is None:
            return AccountFacts()
        account = work.accounts.main(found.code)
        state = state_of(work.people.get(account.person)) if account else "unopened"
        return AccountFacts(found, state)

    def submit(self, work: UnitOfWork) -> Done:
        code = self.institution
        match self.act:
            case AccountAct.OPEN | AccountAct.RESET:
                return self.told(work, work.accounts.reset(code))
            case AccountAct.HAND_OVER:
                reserved = Reserved(self.contact, self.email, self.phone)
                return self.told(work, work.accounts.hand_over(code, reserved))
            case AccountAct.LOCK:
                work.accounts.lock(code)
                return self.done("account-now-locked", f"/accounts {code} unlock")
            case AccountAct.UNLOCK:
                work.accounts.unlock(code)
                return self.done("account-now-open")
            case AccountAct.REGION:
                work.accounts.set_region(code, self.region)
                return self.done("region-now-set")
            case _:
                return self.shown(work)

    def told(self, work: UnitOfWork, password: str) -> Done:
        """The first password, shown once; the institution signs in with its full name."""
        name = work.institutions.get(self.institution).name
        once = Sentence("first-password-once", {"user_name": name, "password": password})
        days = work.policy.current(work.today).first_password_days
        says = (Sentence("first-password-given", {"days": days}),)
        return Done(says, once=(once,), next=("/accounts", "/menu"))

    def done(self, says: str, *steps: str) -> Done:
        assert self.facts.institution
        args = {"name": self.facts.institution.name, "region": self.region or ""}
        return Done((Sentence(says, args),), next=(*steps, "/accounts", "/menu"))

    def shown(self, work: UnitOfWork) -> Done:
        """What is known of the account; who speaks for the institution only in this reply."""
        place, account = self.facts.institution, work.accounts.main(self.institution)
        assert place
        facts = {
            "name": place.name,
            "code": place.code,
            "region": place.region or "—",
            "state": self.facts.state,
            "staff": len(members(work, place.code)),
            "signed_in": account.signed_in_at.date() if account and account.signed_in_at else "—",
        }
        holder = work.people.get(account.person) if account else None
        reserved = {
            "contact": (account and account.contact) or "—",
            "email": mask_email(account.email) if account and account.email else "—",
            "phone": mask_phone(holder.phone) if holder and holder.phone else "—",
        }
        again = f"/accounts {place.code}"
        return Done(
            (Sentence("account-shown", facts), Sentence("account-reserved", reserved)),
            next=(again, "/accounts", "/menu"),
        )
