"""修改密码, 找回密码, and the code a station hands out for it (R5.8)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from conversations.anyone import signing_in
from conversations.anyone.sign_up import password_problem
from conversations.engine.boxes import Choice, Secret, Text, YesNo, only_if, private
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Outgoing, Sentence, Stored
from conversations.personal import IdNumberBox, Name, id_number, limit_caller
from conversations.telling import tell
from conversations.words import words
from rules.findings import Finding, NotPossible, Refused
from rules.names import (
    NAME_LONGEST,
    is_unit_name,
    name_key,
    read_institution,
    read_name,
    user_name_key,
)
from rules.roles import ANYONE, SIGNED_IN, Action, Role, who_may
from store import rights
from store.codes import LIFETIME as CODE_LIFETIME
from store.people import Person
from store.unit import UnitOfWork

CODE_TRIES, CODE_TRIES_PER = 10, timedelta(hours=1)
MAILS = 3
"""In that time: nobody's letter box is to be filled by others."""


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """What the password forms know: the day, and for signed-in people who they are."""

    today: date
    user_name: str = ""
    id_number: str | None = None
    first: bool = False
    """Somebody else gave out the present password (R1.8)."""
    codes: tuple[str, ...] = ()
    """Of the person's institutions: a code is printed in the guide and opens nothing twice."""


class AccountForm(Form):
    """What the password forms share."""

    reviewed = False

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> AccountFacts:
        person = work.people.get(work.caller.person) if work.caller.person else None
        if person is None:
            return AccountFacts(work.today)
        return AccountFacts(
            work.today,
            person.user_name or "",
            person.id_number,
            person.must_change_password,
            rights.institutions_of(work, person.id),
        )

    def password_problem(self, password: str) -> Finding | None:
        if any(code in password for code in self.facts.codes):
            return Finding("password-is-code", "R1.8")
        return password_problem(password, self.facts.user_name, self.facts.id_number)


class ChangePassword(AccountForm):
    """The present password, then the new one; other devices are signed out.

    A first password was typed a moment ago and is not asked for again.
    """

    roles = SIGNED_IN

    password = only_if(lambda form: not form.facts.first, Secret(against_stored=True))
    new_password = Secret()

    def stored_password(self, work: UnitOfWork, typed: str) -> Stored:
        return signing_in.stored_password(work, self.facts.user_name, typed)

    def wrong_password(self, work: UnitOfWork) -> None:
        signing_in.wrong_password(work, self.facts.user_name)

    def submit(self, work: UnitOfWork) -> Done:
        assert work.caller.person is not None
        signing_in.check_not_locked_out(work, self.facts.user_name)
        set_password(work, work.people.get(work.caller.person), self.new_password.hashed)
        work.tries.clear(self.facts.user_name)
        person = work.people.get(work.caller.person)
        return Done((Sentence("password-changed"),), next=signing_in.first_steps(work, person))


class Agreed(YesNo):
    """A yes without which the form cannot be filed."""

    def fits(self, value: bool, sheet: Sheet) -> None:  # noqa: FBT001 - the answer itself
        if not value:
            raise Refused("card-not-seen")


class Recovery(StrEnum):
    """How far the recovery is: a code is still wanted, or at hand."""

    SEND = "send"
    HAVE = "have"


def has_code(form: "ResetPassword") -> bool:
    return form.step is Recovery.HAVE


def of_person(form: "ResetPassword") -> bool:
    return bool(form.name) and not is_unit_name(form.name)


def read_person_or_unit(raw: str) -> str:
    """A person's name, or the full name of an institution, which has no ID number."""
    return read_institution(raw) if is_unit_name(raw) else read_name(raw)


class ResetPassword(AccountForm):
    """For a person: name and ID number, then a code sent to their devices or handed out by a station.

    For an institution: its name, then a code mailed to the reserved address (R1.8).
    It answers alike whether or not there is such an account.
    """

    roles = ANYONE
    in_menu_of = frozenset({Role.GUEST})

    name = Text(longest=NAME_LONGEST, reader=read_person_or_unit)
    id_number = only_if(of_person, IdNumberBox())
    step = Choice(Recovery)
    code = only_if(has_code, private(Text(longest=20, input="number")))
    new_password = only_if(has_code, Secret())

    def submit(self, work: UnitOfWork) -> Done:
        # A refusal undoes what the turn wrote, the code's own count of attempts included; rates stay.
        limit_caller(work, "recovery", CODE_TRIES, CODE_TRIES_PER, account=self.account(work))
        person = self.person(work) if of_person(self) else unit_account(work, self.name)
        if has_code(self):
            return self.redeemed(work, person)
        return self.sent(work, person) if of_person(self) else mailed(work, self.name, person)

    def account(self, work: UnitOfWork) -> str:
        """What tries are counted for, whether or not there is such an account."""
        if of_person(self):
            return f"account:{work.fingerprint(id_number(self).number, 'id-number').hex()}"
        return f"account:{work.fingerprint(user_name_key(self.name), 'user-name').hex()}"

    def sent(self, work: UnitOfWork, person: Person | None) -> Done:
        """A code to every device the person is signed in on; the answer does not tell whether there is one."""
        if person is not None:
            code = work.codes.make(person.id)
            work.audit.note("recovery-code-sent", f"person:{person.id}")
            tell(work, person, lambda words: Outgoing(words.say("recovery-code-is", code=code)))
        return Done((Sentence("recovery-sent"),), next=("/again step", "/menu"))

    def redeemed(self, work: UnitOfWork, person: Person | None) -> Done:
        if person is None or not work.codes.redeem(person.id, self.code):
            raise NotPossible(Finding("code-wrong", "R5.8", box="code"))
        if person.locked:
            raise NotPossible(Finding("account-locked", "R1.8"))
        set_password(work, person, self.new_password.hashed)
        work.tries.clear(person.user_name or "")
        return signing_in.signed_in(work, work.people.get(person.id), "password-reset")

    def person(self, work: UnitOfWork) -> Person | None:
        """Who the name and number name together."""
        found = work.people.find_by_id_number(id_number(self))
        same = found and name_key(found.name or "") == name_key(self.name)
        return found if same else None


def unit_account(work: UnitOfWork, name: str) -> Person | None:
    """The holder of the institution's own account."""
    institution = work.institutions.by_name(name)
    account = work.accounts.main(institution.code) if institution else None
    return work.people.get(account.person) if account else None


def mailed(work: UnitOfWork, name: str, person: Person | None) -> Done:
    """A code to the reserved address, if there is one; the answer is the same (R1.8)."""
    if not work.store.sends_mail:
        return Done((Sentence("unit-recovery-no-mail"),), next=("/menu",))
    subject = f"account:{work.fingerprint(user_name_key(name), 'user-name').hex()}"
    limit_caller(work, "recovery-mail", MAILS, CODE_TRIES_PER, account=subject)
    account = work.accounts.of(person.id) if person else None
    if person and account and account.email and not person.locked:
        speak, code = words(person.language), work.codes.make(person.id)
        body = speak.say("recovery-mail.body", name=name, code=code)
        work.mails.put(account.email, speak.say("recovery-mail"), body, CODE_LIFETIME)
        work.audit.note("recovery-code-mailed", f"person:{person.id}")
    return Done((Sentence("unit-recovery-sent"),), next=("/again step", "/menu"))


class RecoveryCode(AccountForm):
    """找回码: station staff and officers hand out a code, on sight of the ID card."""

    roles = who_may(Action.HAND_OUT_RECOVERY_CODE)

    name = Name()
    id_number = IdNumberBox()
    card_seen = Agreed()

    def submit(self, work: UnitOfWork) -> Done:
        found = work.people.find_by_id_number(id_number(self))
        if found is None or name_key(found.name or "") != name_key(self.name):
            raise NotPossible(Finding("person-not-found", "R5.8", box="name"))
        # Whoever holds a post elsewhere goes to their own institution: a code opens all they may do.
        rights.check_person(work, Action.HAND_OUT_RECOVERY_CODE, found.id)
        code = work.codes.make(found.id)
        work.audit.note("recovery-code-handed-out", f"person:{found.id}")
        tell(work, found, lambda words: Outgoing(words.say("recovery-code-was-handed-out")))
        return Done(
            (Sentence("recovery-code"),),
            once=(Sentence("recovery-code-once", {"code": code}),),
            next=("/menu",),
        )


def set_password(work: UnitOfWork, person: Person, hashed: str | None) -> None:
    """The new password; every other device has to log in again, and the person is told."""
    assert hashed is not None
    work.people.set_password(person.id, hashed)
    work.sessions.void_all(person.id, except_=work.caller.session)
    work.audit.note("password-set", f"person:{person.id}")
    tell(work, person, lambda words: Outgoing(words.say("password-was-set")))
