"""Word about a training class to the units that nominated somebody, and to supervisors themselves (R2.9)."""

from collections.abc import Callable, Iterable
from itertools import groupby

from conversations.engine.messages import Outgoing, Words
from conversations.telling import tell, tell_institution
from rules.approvals import FILED_BY, PaperKind
from store.nominations import Participant
from store.unit import UnitOfWork

PROPOSING = FILED_BY[PaperKind.EXAMINER_APPLICATION]

News = Callable[[Words, tuple[Participant, ...]], str]
"""What is said to somebody about those participants that concern them."""


def tell_participants(work: UnitOfWork, participants: Iterable[Participant], news: News) -> None:
    """Each unit hears of its own people only."""
    proposed = [one for one in participants if one.place.application is not None]
    proposed.sort(key=lambda one: one.institution)
    for institution, group in groupby(proposed, key=lambda one: one.institution):
        theirs = tuple(group)
        tell_institution(work, institution, said(news, theirs), PROPOSING)
    for one in participants:
        if one.place.supervisor is not None:
            person = work.supervisors.get(one.place.supervisor).person
            tell(work, work.people.get(person), said(news, (one,)))


def said(news: News, participants: tuple[Participant, ...]) -> Callable[[Words], Outgoing]:
    return lambda words: Outgoing(news(words, participants))


def names(participants: Iterable[Participant]) -> tuple[str, ...]:
    return tuple(one.name for one in participants)
