"""我的信息: see what we keep, take it along as a file, ask for erasure (PIPL 44–50)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from conversations.engine.boxes import Choice, YesNo, only_if
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Paper, Sentence
from conversations.words import words
from rules.identity import mask_id_number
from rules.names import mask_phone
from rules.roles import SIGNED_IN
from store.people import Person
from store.unit import UnitOfWork


class Wish(StrEnum):
    """What a person may want with their data."""

    SEE = "see"
    EXPORT = "export"
    ERASE = "erase"


@dataclass(frozen=True, slots=True)
class Kept:
    """What the law obliges us to keep of a person's exams: then the account cannot be erased yet."""

    registrations: int
    years: int


class MyData(Form):
    """One question; erasing asks once more."""

    roles = SIGNED_IN
    reviewed = False

    wish = Choice(Wish)
    sure = only_if(lambda form: form.wish is Wish.ERASE, YesNo())

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> Kept:
        assert work.caller.person is not None
        filed = work.registrations.of(work.caller.person)
        return Kept(len(filed), work.policy.current(work.today).electronic_retention_years)

    def submit(self, work: UnitOfWork) -> Done:
        assert work.caller.person is not None
        person = work.people.get(work.caller.person)
        match self.wish:
            case Wish.SEE:
                return self.shown(work, person)
            case Wish.EXPORT:
                work.audit.note("own-data-exported", f"person:{person.id}")
                name = words(person.language).say("my-data-name")
                return Done(
                    (Sentence("my-data-file"),),
                    papers=(Paper("my_data", person.id, name),),
                    next=("/menu",),
                )
            case _:
                return (
                    self.erased(work, person)
                    if self.sure
                    else Done((Sentence("my-data-kept"),), next=("/menu",))
                )

    def shown(self, work: UnitOfWork, person: Person) -> Done:
        phone = person.phone or phone_registered(work, person)
        facts = {
            "name": person.name or "",
            "id_number": mask_id_number(person.id_number) if person.id_number else "—",
            "user_name": person.user_name or "",
            "phone": mask_phone(phone) if phone else "—",
            "registrations": self.facts.registrations,
            "devices": len(work.sessions.of(person.id)),
        }
        return Done(
            (Sentence("my-data-shown", facts),), next=("/my_data", "/my_registrations", "/menu")
        )

    def erased(self, work: UnitOfWork, person: Person) -> Done:
        """Erase at once what nothing obliges us to keep; else note the wish and say what stays, and why.

        An account of an institution is not its holder's: who opened it closes it (R1.8).
        """
        if work.accounts.of(person.id):
            return Done((Sentence("my-data-of-institution"),), next=("/menu",))
        if work.examiners.appointments(person.id) or work.supervisors.is_kept(person.id):
            work.audit.note("erasure-asked-for", f"person:{person.id}", years=self.facts.years)
            kept = Sentence("my-data-of-register", {"years": self.facts.years})
            return Done((kept,), next=("/menu",))
        if self.facts.registrations:
            work.audit.note("erasure-asked-for", f"person:{person.id}", years=self.facts.years)
            facts = {"registrations": self.facts.registrations, "years": self.facts.years}
            return Done((Sentence("my-data-must-stay", facts),), next=("/menu",))
        guest = work.people.add_guest(person.language)
        work.audit.note("erased", f"person:{person.id}")
        work.people.erase(person.id)
        return Done((Sentence("my-data-erased"),), next=("/menu",), becomes=guest.id)


def phone_registered(work: UnitOfWork, person: Person) -> str | None:
    """The phone of the newest registration."""
    filed = work.registrations.of(person.id)
    return work.registrations.boxes(filed[0]).get("phone") if filed else None
