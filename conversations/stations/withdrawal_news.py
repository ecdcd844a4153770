"""Word of a batch that was withdrawn: to its candidates, its examiners and supervisor, and the officers above (R4.1)."""

from collections.abc import Callable, Iterable

from conversations import exam_wording as wording
from conversations.engine.messages import Outgoing, Words
from conversations.steps import options
from conversations.telling import tell, tell_soon
from rules.roles import Action
from store import rights
from store.batches import Batch
from store.people import PersonId
from store.unit import UnitOfWork

News = Callable[[Words], Outgoing]


def spread(work: UnitOfWork, batch: Batch, reason: str, sent: Iterable[PersonId]) -> None:
    """`sent`: who was to come. A batch may have hundreds of candidates: the station does not wait until each has heard."""
    candidates = {one.person_id for one in work.reschedules.candidates(batch.id)}
    for_candidates = news("batch-withdrawn-candidate", batch, reason, "/registration")
    for candidate in sorted(candidates):
        tell_soon(work, work.people.get(candidate), for_candidates)
    for person in sent:
        tell(work, work.people.get(person), news("batch-withdrawn-sent", batch, reason))
    look = f"/batches {batch.number}"
    for person in above(work, batch):
        tell(work, work.people.get(person), news("batch-withdrawn-officer", batch, reason, look))


def sent(work: UnitOfWork, batch: Batch) -> tuple[PersonId, ...]:
    """Who is to come: the team, and the supervisor."""
    people = [one.person for one in work.batches.team(batch.id)]
    standing = work.supervisions.standing(batch.id)
    if standing and standing.person:
        people.append(standing.person)
    return tuple(dict.fromkeys(people))


def above(work: UnitOfWork, batch: Batch) -> tuple[PersonId, ...]:
    """The management station, and in the skill-level programme the branch, which approved it, too (R4.10)."""
    actions = (Action.DECIDE_AT_MANAGEMENT_STATION, Action.DECIDE_AT_BRANCH)
    found = (rights.holders(work, one, batch.station_code, batch.programme) for one in actions)
    return tuple(dict.fromkeys(person for people in found for person in people))


def news(key: str, batch: Batch, reason: str, *steps: str) -> News:
    def said(say: Words) -> Outgoing:
        return Outgoing(
            say.say(key, **wording.told(batch, say), reason=reason), options(steps, say)
        )

    return said
