"""What is picked from around supervision: batches put up, supervisors to send, and what one is asked to do (R4.8)."""

from collections.abc import Iterator, Mapping

from conversations.engine.messages import Choosable, Json, Page
from rules.supervision import SupervisionState, must_be_decided
from rules.years import DAY
from store.batches import Batch
from store.pages import page_of
from store.supervisions import BatchPutUp, SupervisionId
from store.supervisors import Supervisor
from store.unit import UnitOfWork


class BatchesPutUp:
    """Values are a batch number and the decision that stood when it was shown: `2026-0417.12`, `.0` for none."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = work.supervisions.put_up(query, page)
        return Page([put_up_option(work, one) for one in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        number, seen = seen_batch(value)
        batch = work.batches.find_by_number(number)
        if batch is None or not work.supervisions.may_decide(batch):
            return None
        standing = work.supervisions.standing(batch.id)
        people = work.supervisions.people(batch.id)
        option = put_up_option(work, BatchPutUp(batch, people, standing))
        return Choosable(value, key=option.key, args=option.args) if seen is not None else option


def seen_batch(value: str) -> tuple[str, int | None]:
    """The number of the batch, and the decision seen, 0 for none."""
    number, _, seen = value.partition(".")
    return number, int(seen) if seen.isdecimal() else None


def decision_seen(value: str) -> SupervisionId | None:
    _, seen = seen_batch(value)
    return SupervisionId(seen) if seen else None


def value_now(work: UnitOfWork, batch: Batch) -> str:
    standing = work.supervisions.standing(batch.id)
    return f"{batch.number}.{standing.id if standing else 0}"


def put_up_option(work: UnitOfWork, one: BatchPutUp) -> Choosable:
    args = {
        "number": one.batch.number,
        "station": one.batch.station_name,
        "exam_on": one.batch.exam_on,
        "people": one.people,
        "state": how_it_stands(work, one),
    }
    return Choosable(value_now(work, one.batch), key="supervision-batch-option", args=args)


def how_it_stands(work: UnitOfWork, one: BatchPutUp) -> str:
    if one.standing:
        return one.standing.state.value
    last = work.supervisions.last(one.batch.id)
    if last and last.state is SupervisionState.DECLINED:
        return "declined"
    return "urgent" if must_be_decided(one.people, None) else "free"


class SupervisorsToSend:
    """Values are the numbers of the register; listed is who can be sent to the batch, found is everybody."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = page_of(suitable(work, str(answers.get("batch", "")), query.strip()), page)
        return Page([supervisor_option(one) for one in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        found = supervisor_named(work, value)
        return supervisor_option(found) if found else None


def supervisor_named(work: UnitOfWork, number: str) -> Supervisor | None:
    return next((one for one in work.supervisors.everyone() if one.number == number), None)


def suitable(work: UnitOfWork, value: str, query: str) -> Iterator[Supervisor]:
    batch = work.batches.find_by_number(seen_batch(value)[0])
    for one in work.supervisors.everyone() if batch else ():
        meant = query in one.name or query.upper() in one.number or query in one.works_at
        if batch and meant and not work.supervisions.against(batch, one):
            yield one


def supervisor_option(one: Supervisor) -> Choosable:
    last = one.valid_until if one.ended_on is None else min(one.valid_until, one.ended_on - DAY)
    args = {"name": one.name, "works_at": one.works_at, "until": last}
    return Choosable(one.number, key="supervisor-option", args=args)
