"""Telling a person something they did not just ask for: in their history, and on the channels that push."""

from collections.abc import Callable
from datetime import datetime

from conversations import bodies
from conversations.engine.messages import Outgoing, Words
from conversations.words import words
from rules.roles import ANYONE, Roles
from store.messages import NewMessage, Sender
from store.people import Person
from store.unit import UnitOfWork


def tell(
    work: UnitOfWork,
    person: Person,
    what: Callable[[Words], Outgoing],
    *,
    not_before: datetime | None = None,
) -> None:
    """Add a message to the person's history in their language, and put it out for their latest chat.

    When that chat is gone the sender turns to the next one; without any it waits in the history.
    The page shows it by itself: adding a message raises the person's signal after the commit.
    What need not wake anybody goes out at `not_before`, office time (⚙ R9.2).
    """
    message = what(words(person.language))
    (added,) = work.messages.add(person.id, NewMessage(Sender.BOT, bodies.dump(message)))
    for chat in work.chats.of(person.id)[:1]:
        work.outbox.put(
            person.id, added.number, chat.id, urgent=False, not_before=not_before
        )


def tell_institution(
    work: UnitOfWork, code: str, what: Callable[[Words], Outgoing], roles: Roles = ANYONE
) -> int:
    """Tell everybody with such a post at the institution, each in their language; how many there are."""
    holders = work.people.holders(code, roles)
    for person in holders:
        tell(work, person, what)
    return len(holders)
