"""开通个人账户: a user name and a first password for somebody appointed who cannot sign in yet (R1.9, R2.7)."""

from collections.abc import Mapping
from dataclasses import dataclass

from conversations.anyone.sign_up import UserName
from conversations.engine.boxes import Pick, only_if
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence
from conversations.sources.appointed import holder
from rules.findings import Finding, NotPossible
from rules.names import USER_NAME_LONGEST, read_user_name
from rules.roles import Action, who_may
from store.people import Person
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """The person chosen, once somebody is."""

    person: Person | None = None


def has_no_name_yet(form: "PersonalAccount") -> bool:
    person: Person | None = form.facts.person
    return person is not None and person.user_name is None


class PersonalAccount(Form):
    """The password is shown once, to be handed on; once more gives another one until it was used."""

    roles = who_may(Action.OPEN_PERSONAL_ACCOUNT)
    in_menu_of = frozenset()
    reviewed = False
    facts_from = ("holder",)

    holder = Pick("accountless")
    user_name = only_if(
        has_no_name_yet,
        UserName(longest=USER_NAME_LONGEST, reader=read_user_name, input="user_name"),
    )

    @classmethod
    def opening(cls, argument: str) -> dict[str, Json]:
        return {"holder": argument} if argument else {}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> AccountFacts:
        found = holder(work, str(answers.get("holder", "")))
        return AccountFacts(work.people.get(found.person) if found else None)

    def submit(self, work: UnitOfWork) -> Done:
        person: Person | None = self.facts.person
        if person is None:
            raise NotPossible(Finding("examiner-unknown", "R2.5", box="holder"))
        user_name = person.user_name or self.user_name
        password = work.personal_accounts.open(person.id, user_name)
        days = work.policy.current(work.today).first_password_days
        opened = Sentence("personal-account-opened", {"user_name": user_name, "days": days})
        return Done(
            (opened,),
            next=("/personal_account", "/examiners"),
            once=(opened, Sentence("personal-account-password", {"password": password})),
        )
