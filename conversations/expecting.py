"""Whether somebody is being asked for a file, before it is looked at: only then it is taken as it came."""

from typing import Any

from conversations.engine.boxes import Box, Document, SentPictures
from conversations.menu import House
from store.people import PersonId
from store.unit import Store, UnitOfWork


def wants_document(store: Store, house: House, origin: str) -> bool:
    """Whether the form in front of whoever writes from there has a box for a Word or PDF file, or for a scan."""
    return wants(store, house, origin, Document)


def wants_pictures(store: Store, house: House, origin: str) -> bool:
    """The same for a zip of pictures."""
    return wants(store, house, origin, SentPictures)


def wants(store: Store, house: House, origin: str, kind: type[Box[Any]]) -> bool:
    """`origin` is a session's token, or `channel:address` of a chat."""
    with store.reading() as work:
        person = who(work, origin)
        front = work.people.get(person).front_draft if person else None
        draft = work.drafts.find_open(front, person) if front and person else None
        form = house.forms.get(draft.form) if draft else None
        return form is not None and any(isinstance(box, kind) for box in form.boxes)


def who(work: UnitOfWork, origin: str) -> PersonId | None:
    if session := work.sessions.find(origin):
        return session.person
    channel, _, address = origin.partition(":")
    chat = work.chats.find(channel, address)
    return chat.person if chat else None
