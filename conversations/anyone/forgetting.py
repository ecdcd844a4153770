"""Forgetting what somebody just filed without a name: the draft, and in their history all that was said on it."""

from conversations import bodies
from conversations.engine.messages import Outgoing
from conversations.words import words
from store.unit import UnitOfWork


def forget(work: UnitOfWork, form: str) -> None:
    """To be called in `submit`: nothing of the form is left with the person who filled it in."""
    assert work.caller.person is not None
    person = work.people.get(work.caller.person)
    instead = Outgoing(words(person.language).say("complaint-not-kept"))
    work.drafts.forget_filed(person.id, form, bodies.dump(instead))
