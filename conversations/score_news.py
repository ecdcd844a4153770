"""Who hears of scores: the examiner once there is something whole to confirm, the station what became of it (R7.1)."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from conversations import score_wording as wording
from conversations.engine.messages import Outgoing, Words
from conversations.score_wording import ScoredBatch
from conversations.steps import options
from conversations.telling import tell, tell_institution
from rules.exam_papers import ExamPart
from rules.roles import STATION_STAFF
from rules.scores import ScoreState
from store.batches import Batch, ItemId
from store.examiners import ExaminerId
from store.people import PersonId
from store.scores import Score
from store.unit import UnitOfWork


def entered(work: UnitOfWork, there: ScoredBatch, new: Sequence[Score]) -> None:
    """An examiner hears of an item when nothing of it is missing any more, of a correction at once.

    `there` is the batch as it stands with the new scores.
    """
    items = {line.registration: line.item for line in there.lines}
    touched = {items[one.registration] for one in new}
    corrected = {one.examiner for one in new if one.reason}
    for item in sorted(touched):
        whole = not wording.to_score(there.of_item(item), tuple(ExamPart))
        for examiner, count in waiting(there, item).items():
            if examiner in corrected:
                tell_examiner(work, there, item, examiner, "scores-corrected", count)
            elif whole:
                tell_examiner(work, there, item, examiner, "scores-to-confirm", count)


def ask(work: UnitOfWork, batch: Batch) -> int:
    """Every examiner something waits for is asked now; how many there are."""
    there = wording.scored(work, batch)
    asked = [(item, *one) for item in there.items for one in waiting(there, item).items()]
    for item, examiner, count in asked:
        tell_examiner(work, there, ItemId(item), examiner, "scores-to-confirm", count)
    return len({examiner for _, examiner, _ in asked})


def waiting(there: ScoredBatch, item: int) -> dict[ExaminerId, int]:
    """How many scores of the item wait for each examiner."""
    counted: dict[ExaminerId, int] = {}
    for line in there.of_item(item):
        for one in line.scores.values():
            if one.state is ScoreState.ENTERED:
                counted[one.examiner] = counted.get(one.examiner, 0) + 1
    return counted


def tell_examiner(
    work: UnitOfWork, there: ScoredBatch, item: ItemId, examiner: ExaminerId, key: str, count: int
) -> None:
    person = person_of(there, examiner)
    if person is None:
        return
    told = {**wording.item_told(there.items[item]), "number": there.batch.number, "count": count}
    tell(
        work,
        work.people.get(person),
        news(key, told, f"/score_confirmation {there.batch.number} {item}"),
    )


def person_of(there: ScoredBatch, examiner: ExaminerId) -> PersonId | None:
    return next((one.person for one in there.team if one.examiner == examiner), None)


def all_confirmed(work: UnitOfWork, batch: Batch) -> None:
    """The station, once every score counts: what comes next is the report, then the results."""
    if not work.scores.gaps(batch.id):
        told = {"number": batch.number}
        step = news("scores-all-confirmed", told, f"/scores {batch.number}")
        tell_institution(work, batch.station_code, step, STATION_STAFF)


def returned(
    work: UnitOfWork, batch: Batch, item: ItemId, places: Iterable[int], reason: str
) -> None:
    """The station, with the way to the first of them."""
    numbers = sorted(set(places))
    caller = work.caller.person
    name = work.people.get(caller).name if caller else ""
    told: dict[str, object] = {
        "number": batch.number,
        "name": name,
        "places": tuple(numbers),
        "reason": reason,
    }
    step = f"/score_entry {batch.number} {item} place={numbers[0]} back"
    tell_institution(work, batch.station_code, news("scores-sent-back", told, step), STATION_STAFF)


def news(key: str, told: Mapping[str, object], step: str) -> Callable[[Words], Outgoing]:
    return lambda say: Outgoing(say.say(key, **told), options([step], say))
