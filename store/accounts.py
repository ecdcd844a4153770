"""Accounts without an ID number: of institutions and of their staff (R1.8, R1.9).

An institution signs in with its full name. A station's account needs no opening: until somebody does,
the first password is the station's code, and whoever signs in with it must set another at once.
"""

import hmac
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, Column, ForeignKey, Table, delete, insert, select, update

from rules.findings import Finding, NotPossible
from rules.roles import Action, Role
from store import rights
from store.institutions import Institution, InstitutionKind, institutions
from store.people import USER_NAME_TAKEN, Person, PersonId, people
from store.schema import Moment, Sealed, metadata
from store.unit import OFFICE

if TYPE_CHECKING:
    from store.unit import UnitOfWork

accounts = Table(
    "accounts",
    metadata,
    Column("person_id", ForeignKey(people.c.id), primary_key=True),
    Column("institution_code", ForeignKey(institutions.c.code), nullable=False, index=True),
    Column("main", Boolean, nullable=False),
    Column("contact", Sealed),
    Column("email", Sealed),
    Column("opened_at", Moment, nullable=False),
    Column("closed_at", Moment),
    Column("signed_in_at", Moment),
)

HOLDS = {
    InstitutionKind.STATION: Role.STATION_HEAD,
    InstitutionKind.SECOND_TIER: Role.MANAGEMENT_OFFICER,
    InstitutionKind.BRANCH: Role.BRANCH_OFFICER,
    InstitutionKind.CENTRE: Role.CENTRE_OFFICER,
    InstitutionKind.APPLICANT: Role.APPLICANT_UNIT,
}
"""The post of an institution's own account."""

STAFF_OF = {
    **{kind: (role,) for kind, role in HOLDS.items()},
    InstitutionKind.STATION: (Role.STATION_DEPUTY, Role.STATION_OFFICER),
}
"""The posts its staff may be given accounts for; a station has one head (R2.2)."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account at an institution; `main` is the institution's own. Times are machine time."""

    person: PersonId
    institution: str
    main: bool
    contact: str | None = field(repr=False)
    email: str | None = field(repr=False)
    """预留邮箱: where a recovery code may be mailed to (R1.8)."""
    opened_at: datetime
    closed_at: datetime | None
    signed_in_at: datetime | None


@dataclass(frozen=True, slots=True)
class Reserved:
    """Who speaks for an institution, and the address its mail goes to (R2.1)."""

    contact: str = field(repr=False)
    email: str = field(repr=False)
    phone: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Entrance:
    """Who signs in under a user name: a person, or a station whose account nobody has opened yet."""

    person: Person | None = None
    unopened: Institution | None = None


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody to be given an account at an institution."""

    name: str = field(repr=False)
    user_name: str = field(repr=False)
    role: Role


class Accounts:
    """First passwords are told once, to whoever gives them out, and are good for ⚙ days."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    # --- signing in ---

    def entrance(self, user_name: str) -> Entrance:
        """Who this user name lets in."""
        person = self._unit.people.find_by_user_name(user_name)
        if person is not None:
            return Entrance(person)
        named = self._unit.institutions.by_name(user_name)
        if named and self._opens_itself(named):
            return Entrance(unopened=named)
        # Somebody may just have opened it, between the first look and this one.
        return Entrance(self._unit.people.find_by_user_name(user_name) if named else None)

    def fits_first_password(self, entrance: Entrance, typed: str) -> bool:
        """Whether it is the first password of whoever that is; for nobody it never is."""
        if entrance.unopened:
            return hmac.compare_digest(typed.strip().encode(), entrance.unopened.code.encode())
        return entrance.person is not None and self._unit.people.fits_first_password(
            entrance.person.id, typed
        )

    def enter(self, entrance: Entrance) -> Person:
        """The person who signs in; NotPossible when an officer has locked the account."""
        person = entrance.person
        if entrance.unopened:
            person = self._open_itself(entrance.unopened)
        assert person is not None
        if person.locked:
            raise NotPossible(Finding("account-locked", "R1.8"))
        signed_in = update(accounts).where(accounts.c.person_id == person.id)
        self._unit.connection.execute(signed_in.values(signed_in_at=self._unit.machine_now))
        return self._unit.people.get(person.id)

    def _open_itself(self, institution: Institution) -> Person:
        """The account at its first login; of two at once the second comes in by what the first opened."""
        try:
            person = self._open(institution)
        except NotPossible:
            opened = self._unit.people.find_by_user_name(institution.name)
            if opened is None or not opened.must_change_password:
                raise
            return opened
        self._unit.people.set_first_password(person.id, institution.code, self._until())
        return person

    def _opens_itself(self, institution: Institution) -> bool:
        # The codes of stations are R1.8's first passwords. Those above them are opened by hand:
        # what is printed in a guide must not make anybody an officer.
        return institution.kind is InstitutionKind.STATION and self.main(institution.code) is None

    # --- who has one ---

    def main(self, institution: str) -> Account | None:
        """The institution's own account."""
        return next((one for one in self.at(institution) if one.main), None)

    def at(self, institution: str) -> tuple[Account, ...]:
        """All accounts of the institution, its own first; closed ones are left out."""
        question = (
            select(accounts)
            .where(accounts.c.institution_code == institution, accounts.c.closed_at.is_(None))
            .order_by(accounts.c.main.desc(), accounts.c.person_id)
        )
        return tuple(map(self._record, self._unit.connection.execute(question)))

    def of(self, person: PersonId) -> Account | None:
        question = select(accounts).where(accounts.c.person_id == person)
        row = self._unit.connection.execute(question).first()
        return None if row is None else self._record(row)

    # --- the office's own commands ---

    def open(self, institution: Institution, password_hash: str) -> Person:
        """An institution's account with a password of its own from the start."""
        self._check_office()
        return self._open(institution, hashed=password_hash)

    def assign(self, institution: str, person: PersonId) -> None:
        """Somebody known by ID number holds the institution's account: the first officer."""
        self._check_office()
        self._add(person, institution, main=True)

    def _check_office(self) -> None:
        if self._unit.caller is not OFFICE:
            raise rights.refused(self._unit, Action.MANAGE_ACCOUNTS, "account:open")

    # --- an applicant signs up ---

    def sign_up(
        self, guest: PersonId, institution: Institution, reserved: Reserved, password_hash: str
    ) -> Person:
        """The account of an applicant unit (R2.1), in place of the guest who filled in the form."""
        person = self._open(institution, guest, password_hash)
        self._reserve(person.id, reserved)
        self._note("unit-signed-up", person.id, institution.code)
        return person

    def _open(
        self, institution: Institution, guest: PersonId | None = None, hashed: str | None = None
    ) -> Person:
        guest = guest or self._unit.people.add_guest().id
        name = institution.name
        person = self._unit.people.hold_account(guest, name, name, hashed)
        self._add(person.id, institution.code, main=True)
        self._unit.people.appoint(person.id, HOLDS[institution.kind], institution.code)
        self._note("account-opened", person.id, institution.code)
        return person

    # --- officers, for institutions below them (R1.8) ---

    def reset(self, institution: str) -> str:
        """A new first password for the institution's account, which is opened if nobody has yet."""
        place = self._check_below(institution)
        account = self.main(institution)
        person = account.person if account else self._open(place).id
        return self._give_first_password(person, institution)

    def lock(self, institution: str) -> None:
        """Nobody signs in any more, and whoever is signed in is signed out; its staff stay."""
        place = self._check_below(institution)
        account = self.main(institution)
        person = account.person if account else self._open(place).id
        self._unit.people.set_locked(person, locked=True)
        self._unit.sessions.void_all(person, except_=None)
        self._note("account-locked", person, institution)

    def unlock(self, institution: str) -> None:
        self._check_below(institution)
        account = self._main_there(institution)
        person = self._unit.people.lock(account.person)
        self._unit.people.set_locked(person.id, locked=False)
        self._unit.tries.clear(person.user_name or "")
        self._note("account-unlocked", person.id, institution)

    def hand_over(self, institution: str, reserved: Reserved) -> str:
        """Somebody else speaks for the institution from now on: a new first password, the old is void."""
        self._check_below(institution)
        account = self._main_there(institution)
        self._reserve(account.person, reserved)
        self._note("account-handed-over", account.person, institution)
        return self._give_first_password(account.person, institution)

    def set_region(self, institution: str, region: str) -> None:
        """The province a station or branch belongs to (R1.1)."""
        self._check_below(institution)
        self._unit.institutions.set_region(institution, region)
        self._unit.audit.note("region-set", f"institution:{institution}", region=region)

    def _check_below(self, code: str) -> Institution:
        institution = self._unit.institutions.get(code)
        rights.check(self._unit, Action.MANAGE_ACCOUNTS, institution=code)
        caller = self._unit.caller
        if caller is not OFFICE and code in {post.institution for post in rights.posts(self._unit)}:
            # Colleagues do not lock each other out of their own institution.
            raise rights.refused(self._unit, Action.MANAGE_ACCOUNTS, f"institution:{code}")
        return institution

    # --- the institution, for its own staff (R1.9, R2.2) ---

    def reserve(self, institution: str, reserved: Reserved) -> None:
        """The institution names its contact and the address for recovery."""
        rights.check(self._unit, Action.MANAGE_STAFF, institution=institution)
        account = self._main_there(institution)
        self._reserve(account.person, reserved)
        self._note("reserved-address-set", account.person, institution)

    def add_colleague(self, institution: str, colleague: Colleague) -> tuple[Person, str]:
        """An account for one of the staff, with the first password to hand on."""
        rights.check(self._unit, Action.MANAGE_STAFF, institution=institution)
        kind = self._unit.institutions.get(institution).kind
        if colleague.role not in STAFF_OF[kind]:
            raise NotPossible(Finding("post-not-here", "R1.9", box="role"))
        if self._unit.institutions.by_name(colleague.user_name):
            raise NotPossible(USER_NAME_TAKEN)
        guest = self._unit.people.add_guest().id
        person = self._unit.people.hold_account(guest, colleague.name, colleague.user_name)
        self._add(person.id, institution, main=False)
        self._unit.people.appoint(person.id, colleague.role, institution)
        self._note("colleague-added", person.id, institution, role=colleague.role)
        return person, self._give_first_password(person.id, institution)

    def reset_colleague(self, institution: str, person: PersonId) -> str:
        """A new first password for one of the staff who forgot theirs."""
        return self._give_first_password(self._colleague(institution, person).person, institution)

    def remove_colleague(self, institution: str, person: PersonId) -> None:
        """End all posts here and close the account; what they did stays under their number."""
        account = self._colleague(institution, person)
        for post in self._unit.people.posts_of(account.person):
            if post.institution == institution:
                self._unit.people.dismiss(account.person, post.role, institution)
        closed = update(accounts).where(accounts.c.person_id == account.person)
        self._unit.connection.execute(closed.values(closed_at=self._unit.machine_now))
        self._unit.people.set_locked(account.person, locked=True)
        self._unit.sessions.void_all(account.person)
        self._note("colleague-removed", account.person, institution)

    def _colleague(self, institution: str, person: PersonId) -> Account:
        """One of the staff of this institution, who is not its own account and not the caller."""
        rights.check(self._unit, Action.MANAGE_STAFF, institution=institution)
        account = self.of(person)
        if account is None or account.institution != institution or account.closed_at:
            raise rights.refused(self._unit, Action.MANAGE_STAFF, f"person:{person}")
        if account.main or person == self._unit.caller.person:
            raise NotPossible(Finding("not-this-account", "R1.8"))
        return account

    # --- approval ---

    def move(self, old: str, new: Institution) -> None:
        """The applicant's accounts become the new station's; they sign in with its full name now (R2.1)."""
        for account in self.at(old):
            role = HOLDS[new.kind] if account.main else STAFF_OF[new.kind][-1]
            self._unit.people.dismiss(account.person, HOLDS[InstitutionKind.APPLICANT], old)
            self._unit.people.appoint(account.person, role, new.code)
            if account.main:
                self._unit.people.rename(account.person, new.name, new.name)
        moved = update(accounts).where(accounts.c.institution_code == old)
        self._unit.connection.execute(moved.values(institution_code=new.code))

    def erase(self, person: PersonId) -> None:
        self._unit.connection.execute(delete(accounts).where(accounts.c.person_id == person))

    # --- rows ---

    def _give_first_password(self, person: PersonId, institution: str) -> str:
        password = new_password()
        holder = self._unit.people.lock(person)
        self._unit.people.set_first_password(person, password, self._until())
        self._unit.codes.erase(person)
        self._unit.sessions.void_all(person)
        self._unit.tries.clear(holder.user_name or "")
        self._note("first-password-given", person, institution)
        return password

    def _until(self) -> datetime:
        days = self._unit.policy.current(self._unit.today).first_password_days
        return self._unit.machine_now + timedelta(days=days)

    def _main_there(self, institution: str) -> Account:
        account = self.main(institution)
        if account is None:
            raise NotPossible(Finding("account-not-opened", "R1.8"))
        return account

    def _reserve(self, person: PersonId, reserved: Reserved) -> None:
        values = {
            "contact": self._unit.seal(reserved.contact, f"accounts.contact:{person}"),
            "email": self._unit.seal(reserved.email, f"accounts.email:{person}"),
        }
        self._unit.connection.execute(
            update(accounts).where(accounts.c.person_id == person).values(values)
        )
        self._unit.people.set_phone(person, reserved.phone)

    def _add(self, person: PersonId, institution: str, *, main: bool) -> None:
        values = {
            "person_id": person,
            "institution_code": institution,
            "main": main,
            "opened_at": self._unit.machine_now,
        }
        self._unit.connection.execute(insert(accounts), values)

    def _note(self, act: str, person: PersonId, institution: str, **detail: object) -> None:
        self._unit.audit.note(act, f"person:{person}", institution=institution, **detail)

    def _record(self, row: Any) -> Account:
        def opened(column: str) -> str | None:
            sealed = getattr(row, column)
            return sealed and self._unit.unseal(sealed, f"accounts.{column}:{row.person_id}")

        return Account(
            person=row.person_id,
            institution=row.institution_code,
            main=row.main,
            contact=opened("contact"),
            email=opened("email"),
            opened_at=row.opened_at,
            closed_at=row.closed_at,
            signed_in_at=row.signed_in_at,
        )


def new_password() -> str:
    """Readable aloud, and 44 bits: three pairs of syllables and two figures, `kamo-tibe-suro-47`."""
    syllables = [secrets.choice("bdfghjkmnprstvwz") + secrets.choice("aeiou") for _ in range(6)]
    words = ["".join(pair) for pair in zip(syllables[::2], syllables[1::2], strict=True)]
    return "-".join([*words, f"{secrets.randbelow(100):02}"])
