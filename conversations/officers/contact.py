"""联系人: officers keep the contacts of the institutions within their reach (R1.12)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from conversations.engine.boxes import Box, Pick, Text, optional
from conversations.engine.form import SKIPPED, Done, Form
from conversations.engine.messages import Json, Sentence, sentences
from conversations.menu import Command
from conversations.personal import Email, Name, Phone
from conversations.talk import Talk
from rules.findings import NotPossible
from rules.roles import Action, who_may
from store.contacts import ContactId, Entry
from store.unit import UnitOfWork

CHANGES = "changes"
"""Where the answers keep which contact is put right."""

B = TypeVar("B", bound=Box[str])


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """An office may have a landline."""

    landline: bool = True


def shown(box: B) -> B:
    """What everybody is to see needs no mask."""
    box.is_private = False
    return box


class Contact(Form):
    """`/contact 5` puts a line right, without a number it is a new one."""

    roles = who_may(Action.EDIT_CONTACTS)

    institution = Pick("institutions_of_contacts")
    department = Text(longest=40)
    person = optional(Name())
    phone = optional(shown(Phone()))
    email = optional(shown(Email()))

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        if not argument.isdecimal():
            return {"institution": argument} if argument else {}
        found = work.contacts.to_change(ContactId(int(argument)))
        return {
            "institution": found.institution,
            "department": found.entry.department,
            "person": found.entry.person or SKIPPED,
            "phone": found.entry.phone or SKIPPED,
            "email": found.entry.email or SKIPPED,
            CHANGES: found.id,
        }

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> ContactFacts:
        return ContactFacts()

    def submit(self, work: UnitOfWork) -> Done:
        changed = self.answers.get(CHANGES)
        entry = Entry(
            department=self.department,
            person=self.person or "",
            phone=self.phone or "",
            email=self.email or "",
        )
        if changed is None:
            kept = work.contacts.add(self.institution, entry)
        else:
            kept = work.contacts.change(ContactId(changed), self.institution, entry)
        steps = (f"/contacts {kept.institution}", f"/remove_contact {kept.id}", "/contact", "/menu")
        return Done((Sentence("contact-kept", {"department": kept.entry.department}),), next=steps)


def remove(talk: Talk, argument: str) -> Done:
    """`5` takes a contact away, `5 undo` brings it back."""
    number, _, undo = argument.partition(" ")
    contact = ContactId(int(number)) if number.isdecimal() else ContactId(0)
    contacts = talk.work.contacts
    try:
        kept = contacts.restore(contact) if undo else contacts.remove(contact)
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/contacts", "/menu"))
    key = "contact-restored" if undo else "contact-removed"
    back = () if undo else (f"/remove_contact {number} undo",)
    says = (Sentence(key, {"department": kept.entry.department}),)
    return Done(says, next=(*back, f"/contacts {kept.institution}", "/menu"))


REMOVE_CONTACT = Command(
    "remove_contact", who_may(Action.EDIT_CONTACTS), remove, in_menu_of=frozenset()
)
