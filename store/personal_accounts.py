"""Personal accounts of examiners, managers and supervisors: a user name and a first password to hand on (R1.9, R2.7)."""

from datetime import timedelta
from typing import TYPE_CHECKING

from rules.findings import Finding, NotPossible
from rules.roles import Action
from store import rights
from store.accounts import new_password
from store.people import Person, PersonId

if TYPE_CHECKING:
    from store.unit import UnitOfWork


class PersonalAccounts:
    """Whoever has set a password of their own is left alone: they sign in with it in every role (R1.9)."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def has_one(self, person: Person) -> bool:
        return person.password_hash is not None

    def open(self, person: PersonId, user_name: str) -> str:
        """The first password of somebody appointed; until they have signed in another may be given."""
        if not self._unit.people.posts_of(person):
            raise rights.refused(self._unit, Action.OPEN_PERSONAL_ACCOUNT, f"person:{person}")
        rights.check_person(self._unit, Action.OPEN_PERSONAL_ACCOUNT, person)
        holder = self._unit.people.lock(person)
        if holder.id_number is None or self.has_one(holder):
            raise NotPossible(Finding("personal-account-there", "R1.9"))
        password = new_password()
        days = self._unit.policy.current(self._unit.today).first_password_days
        until = self._unit.machine_now + timedelta(days=days)
        self._unit.people.rename(person, holder.name or "", user_name)
        self._unit.people.set_first_password(person, password, until)
        self._unit.sessions.void_all(person)
        self._unit.tries.clear(user_name)
        self._unit.audit.note("personal-account-opened", f"person:{person}")
        return password
