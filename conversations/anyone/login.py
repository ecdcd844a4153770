"""登录: this device speaks for a person from now on, on any channel (R5.8)."""

from datetime import timedelta

from conversations.engine.boxes import Secret, Text
from conversations.engine.form import Done, Form
from conversations.engine.messages import Sentence
from conversations.personal import limit_caller
from rules.names import USER_NAME_LONGEST, user_name_key
from rules.roles import ANYONE, Role
from store.people import Person
from store.unit import UnitOfWork


class Login(Form):
    """User name and password; unknown names and wrong passwords answer alike, in words and time."""

    roles = ANYONE
    in_menu_of = frozenset({Role.GUEST})
    reviewed = False

    user_name = Text(longest=USER_NAME_LONGEST * 3, input="user_name")
    password = Secret(against_stored=True)

    def stored_hash(self, work: UnitOfWork) -> str | None:
        """What the password is checked against; None, checked just as long, for an unknown name."""
        count_try(work, self.user_name)
        person = work.people.find_by_user_name(self.user_name)
        return person.password_hash if person else None

    def submit(self, work: UnitOfWork) -> Done:
        person = work.people.find_by_user_name(self.user_name)
        assert person is not None
        work.store.rates.clear("login", account(work, self.user_name))
        work.audit.note("logged-in", f"person:{person.id}")
        return signed_in(work, person, "logged-in")


def account(work: UnitOfWork, user_name: str) -> str:
    """The account tries are counted for, whether or not it exists."""
    return f"account:{work.fingerprint(user_name_key(user_name), 'user-name').hex()}"


def count_try(work: UnitOfWork, user_name: str) -> None:
    """Count a password try, whether or not there is such an account (R1.8)."""
    policy = work.policy.current(work.today)
    per = timedelta(minutes=policy.lock_out_minutes)
    limit_caller(work, "login", policy.lock_out_after, per, account=account(work, user_name))


def signed_in(work: UnitOfWork, person: Person, says: str) -> Done:
    """The session becomes the person's; what a guest began here goes along."""
    here = work.caller.person
    if here is not None and here != person.id and work.people.get(here).guest:
        work.drafts.adopt(here, person.id)
    steps = ("/registration", "/my_registrations", "/menu")
    return Done((Sentence(says, {"name": person.name or ""}),), next=steps, becomes=person.id)
