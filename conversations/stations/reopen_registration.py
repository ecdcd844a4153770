"""撤回审核结果: a decision of the same day taken back, of one registration or of those approved together."""

from conversations.engine.form import Done
from conversations.engine.messages import Sentence, sentences
from conversations.menu import Command
from conversations.sources.registrations_here import seen_registration
from conversations.stations import review_news as news
from conversations.stations.registration_review import ROLES
from conversations.talk import Talk
from rules.findings import NotPossible
from store.registrations import Registration
from store.unit import UnitOfWork

LOT = "lot:"


def reopen_registration(talk: Talk, argument: str) -> Done:
    """`12.5` as it was seen, or `lot:3`; a second tap finds nothing to take back."""
    try:
        with talk.work.savepoint():
            undone = taken_back(talk.work, argument)
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/registration_review",))
    for one in undone:
        news.tell_candidate(talk.work, one, talk.work.reviews.history(one.id)[-1])
    steps = (f"/registration_review {undone[0].number}",) if len(undone) == 1 else ()
    key = "reviews-reopened" if undone else "reviews-reopened-none"
    return Done((Sentence(key, {"count": len(undone)}),), next=(*steps, "/registration_review"))


def taken_back(work: UnitOfWork, argument: str) -> tuple[Registration, ...]:
    number = argument.removeprefix(LOT)
    if argument.startswith(LOT) and number.isdecimal():
        return work.reviews.reopen_together(int(number))
    registration, step = seen_registration(argument)
    return (work.reviews.reopen(registration, seen=step),)


REOPEN_REGISTRATION = Command(
    "reopen_registration", ROLES, reopen_registration, in_menu_of=frozenset()
)
