"""联系我们: whom to call or write to at each institution, and the numbers for questions and complaints (R1.12)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from conversations.anyone.certificate_lookup import phone_numbers
from conversations.engine.boxes import Pick, only_if, settled
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence
from rules.roles import Action
from store import rights
from store.contacts import Contact
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """Whether any institution has contacts yet."""

    any: bool


class Contacts(Form):
    """One question; the numbers printed under every answer stand here, too (R1.10)."""

    reviewed = False

    institution = only_if(lambda form: form.facts.any, settled(Pick("contact_lists")))

    @classmethod
    def opening(cls, argument: str) -> dict[str, Json]:
        return {"institution": argument} if argument else {}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> ContactFacts:
        return ContactFacts(bool(work.contacts.institutions()))

    def submit(self, work: UnitOfWork) -> Done:
        if self.institution is None:
            says = (Sentence("contacts-none"), phone_numbers(work))
            return Done(says, next=("/complaint", "/menu"))
        place = work.institutions.get(self.institution)
        listed, edits = work.contacts.of(place.code), is_editor(work, place.code)
        says = (
            Sentence("contacts-of", {"name": place.name}),
            *lines(listed, numbered=edits),
            phone_numbers(work),
        )
        changes = [f"/contact {one.id}" for one in listed] if edits else []
        others = ["/contacts"] if len(work.contacts.institutions()) > 1 else []
        return Done(says, next=(*changes, *others, "/complaint", "/menu"))


def lines(listed: tuple[Contact, ...], *, numbered: bool) -> Iterator[Sentence]:
    """One line each; who may change them sees the number of each."""
    for one in listed:
        known = (one.entry.person, one.entry.phone, one.entry.email)
        facts = {
            "n": f"{one.id}　" if numbered else "",
            "department": one.entry.department,
            "known": "　".join(filter(None, known)),
        }
        yield Sentence("contacts-line", facts)


def is_editor(work: UnitOfWork, institution: str) -> bool:
    return rights.covers(work, Action.EDIT_CONTACTS, institution)
