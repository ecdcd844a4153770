"""Telling a person something they did not just ask for: in their history, and on the channels that push."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Any

from conversations import bodies
from conversations.engine.messages import Outgoing, Words
from conversations.words import words
from rules.roles import ANYONE, Roles
from store.faults import TransientFault
from store.messages import NewMessage, Sender
from store.people import Person, PersonId
from store.unit import Store, UnitOfWork

AT_ONCE = 100


def tell(
    work: UnitOfWork,
    person: Person,
    what: Callable[[Words], Outgoing],
    *,
    not_before: datetime | None = None,
) -> None:
    """Tell somebody in their language: in their history, and on their latest chat.

    When that chat is gone the sender turns to the next one; without any it waits in the history.
    The page shows it by itself: adding a message raises the person's signal after the commit.
    What need not wake anybody goes out at `not_before`, office time (⚙ R9.2).
    Within a turn it is noted now and brought right after the commit: see store.news.
    """
    body = bodies.dump(what(words(person.language)))
    if work.caller.person is None:
        say(work, person.id, body, not_before)
        return
    work.news.put(person.id, body, not_before)
    work.after_commit(partial(bring_at_once, work.store, person.id))


def tell_soon(work: UnitOfWork, person: Person, what: Callable[[Words], Outgoing]) -> None:
    """One of very many: noted with the turn, and brought by the next tick, which nobody waits for."""
    work.news.put(person.id, bodies.dump(what(words(person.language))), None)


def say(
    work: UnitOfWork, person: PersonId, body: Mapping[str, Any], not_before: datetime | None
) -> None:
    (added,) = work.messages.add(person, NewMessage(Sender.BOT, body))
    for chat in work.chats.of(person)[:1]:
        work.outbox.put(person, added.number, chat.id, urgent=False, not_before=not_before)


def bring_at_once(store: Store, person: PersonId) -> None:
    """After the commit; what fails here by bad luck is brought at the next look."""
    with suppress(TransientFault):
        bring(store, person)


def bring(store: Store, person: PersonId) -> None:
    """Put what waits for a person into their history, once."""
    with store.writing() as work:
        work.people.lock(person)
        for one in work.news.take(person):
            say(work, person, one.body, one.not_before)


def bring_all(store: Store) -> None:
    """What a killed process left behind, person by person."""
    while True:
        with store.reading() as work:
            waiting = work.news.waiting(AT_ONCE)
        for person in waiting:
            bring(store, person)
        if len(waiting) < AT_ONCE:
            return


def tell_institution(
    work: UnitOfWork, code: str, what: Callable[[Words], Outgoing], roles: Roles = ANYONE
) -> int:
    """Tell everybody with such a post at the institution, each in their language; how many there are."""
    holders = work.people.holders(code, roles)
    for person in holders:
        tell(work, person, what)
    return len(holders)
