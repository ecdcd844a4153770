"""What was said on both sides, read by cursor: every reader of news goes on from the last number it saw."""

from dataclasses import dataclass

from conversations import bodies
from conversations.incoming import Numbered, SessionUnknown
from store.people import PersonId
from store.unit import Store


@dataclass(frozen=True, slots=True)
class History:
    """A page of messages in the order of their numbers, and whose they are."""

    messages: tuple[Numbered, ...]
    more: bool
    person: PersonId
    language: str


def read(store: Store, token: str, after: int, limit: int) -> History:
    """At most `limit` messages after the number `after`; a handed-over session sees its draft's only.

    Raises SessionUnknown.
    """
    with store.reading() as work:
        session = work.sessions.find(token)
        if session is None:
            raise SessionUnknown
        found = work.messages.after(session.person, after, limit + 1, session.only_draft)
        person = work.people.get(session.person)
    said = bodies.numbered(found[:limit])
    return History(said, len(found) > limit, person.id, person.language)


def reader(store: Store, token: str) -> PersonId:
    """Whom the session belongs to; raises SessionUnknown."""
    with store.reading() as work:
        session = work.sessions.find(token)
    if session is None:
        raise SessionUnknown
    return session.person
