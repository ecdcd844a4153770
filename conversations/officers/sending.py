"""Sending broadcasts: a few people at a time, so that turns come in between and nothing is lost or told twice."""

import time
from collections.abc import Callable
from datetime import datetime

from conversations.engine.messages import Option, Outgoing, Words
from conversations.telling import tell
from rules.quiet import not_before
from store.broadcasts import Broadcast
from store.people import PersonId
from store.unit import Store, UnitOfWork

STEP_S = 0.05
"""How long the write lock may be held for bulk."""
AT_ONCE = 100
"""People of one step at most."""


def send_some(store: Store, seconds: Callable[[], float] = time.monotonic) -> bool:
    """Tell the next people of the oldest broadcast, in one unit; False when there is nothing to do.

    Killed at any moment, the step happened as a whole or not at all, and the next one goes on.
    """
    with store.reading() as work:
        if not work.broadcasts.any_under_way():
            return False
    with store.writing() as work:
        broadcast = work.broadcasts.take()
        if broadcast is None:
            return False
        ends = seconds() + STEP_S
        told: list[PersonId] = []
        for person in work.broadcasts.next_people(broadcast, AT_ONCE):
            tell_one(work, broadcast, person)
            told.append(person)
            if seconds() >= ends:
                break
        if told:
            work.broadcasts.told(broadcast, told[-1], len(told))
        else:
            finish(work, broadcast)
    return True


def tell_one(work: UnitOfWork, broadcast: Broadcast, person: PersonId) -> None:
    """In the history at once; on the phone when it is not night."""
    sender = work.institutions.get(broadcast.sender).name
    tell(
        work,
        work.people.get(person),
        lambda words: message(words, broadcast, sender),
        not_before=morning(work),
    )


def message(words: Words, broadcast: Broadcast, sender: str) -> Outgoing:
    """What the people read, with the way to the notice it speaks of."""
    text = words.say("broadcast-message", text=broadcast.text, sender=sender)
    if broadcast.notice is None:
        return Outgoing(text)
    option = Option(words.say("broadcast-open"), f"/notices {broadcast.notice}", "1")
    return Outgoing(text, (option,))


def finish(work: UnitOfWork, broadcast: Broadcast) -> None:
    """Everybody has been told, and its sender learns of it."""
    done = work.broadcasts.finish(broadcast)
    if done.made_by is not None:
        count = done.sent
        tell(
            work,
            work.people.get(done.made_by),
            lambda words: Outgoing(words.say("broadcast-done", count=count)),
            not_before=morning(work),
        )


def morning(work: UnitOfWork) -> datetime | None:
    """The end of the quiet hours, where it is one of them (⚙ R9.2)."""
    return not_before(work.now, work.policy.current(work.today))
