"""Word about a training class to the units that nominated somebody, and to supervisors themselves (R2.9)."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
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


def tell_moved_up(work: UnitOfWork, participants: Iterable[Participant]) -> None:
    """Who only heard of the waiting list hears of the seat, once."""
    told = [one for one in participants if work.nominations.seat_told(one.place.id)]
    for class_id in sorted({one.place.class_id for one in told}):
        news = seat_news(work.training_classes.get(class_id).number)
        tell_participants(work, [one for one in told if one.place.class_id == class_id], news)


def seat_news(number: str) -> News:
    return lambda words, theirs: words.say("class-seat-told", number=number, names=names(theirs))


def seats_to_tell(work: UnitOfWork, _: datetime, after: int, limit: int) -> Sequence[int]:
    """Places that came free when somebody else's application was closed."""
    places = sorted(one.place.id for one in work.nominations.moved_up())
    return [place for place in places if place > after][:limit]


def tell_seat(work: UnitOfWork, _: datetime, place: int) -> None:
    tell_moved_up(work, [one for one in work.nominations.moved_up() if one.place.id == place])
