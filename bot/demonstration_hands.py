"""Of the demonstration: whoever does something fills in the form they would, as themselves, at its moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from conversations.engine.form import Form
from conversations.engine.messages import Json
from conversations.house import house
from conversations.lookup import StoreLookup
from rules.roles import Role
from store.people import PersonId
from store.unit import Caller, UnitOfWork

SKIPPED: Json = {"skipped": True}


def at_ten(moment: datetime) -> datetime:
    """Of the same day: whenever a demonstration is made, its offices worked by day."""
    return moment.replace(hour=10, minute=0, second=0, microsecond=0)


@contextmanager
def at(work: UnitOfWork, moment: datetime) -> Iterator[None]:
    """For as long as it lasts it is that moment."""
    now, work.now = work.now, moment
    try:
        yield
    finally:
        work.now = now


@contextmanager
def acting(work: UnitOfWork, person: PersonId, role: Role) -> Iterator[None]:
    """For as long as it lasts that person does it."""
    office = work.caller
    work.caller = Caller(person, None, "demonstration", None, frozenset({role}))
    try:
        yield
    finally:
        work.caller = office


class Hands:
    """Forms filled in whole, and submitted."""

    def __init__(self, work: UnitOfWork) -> None:
        self.work = work
        self._house = house()

    def fill_in(self, form: type[Form], role: Role, institution: str, **answers: Json) -> None:
        """By the institution's own account."""
        with self.as_main(role, institution):
            self._submit(form, answers)

    def fill_in_oneself(
        self, form: type[Form], role: Role, person: PersonId, **answers: Json
    ) -> None:
        with acting(self.work, person, role):
            self._submit(form, answers)

    @contextmanager
    def as_main(self, role: Role, institution: str) -> Iterator[None]:
        """By the institution's own account."""
        account = self.work.accounts.main(institution)
        assert account
        with acting(self.work, account.person, role):
            yield

    def _submit(self, form: type[Form], answers: dict[str, Json]) -> None:
        lookup = StoreLookup(self.work, self._house.sources, self._house.forms)
        filled = form(answers, lookup)
        assert filled.first_open() is None, filled.first_open()
        filled.submit(self.work)
