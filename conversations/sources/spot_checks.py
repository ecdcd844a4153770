"""Batches to check, and checks that wait for somebody (R7.7)."""

from collections.abc import Mapping, Sequence

from conversations.engine.messages import Choosable, Json, Page
from rules.findings import NotPossible
from rules.roles import Action
from store.batches import Batch
from store.pages import page_of
from store.spot_checks import SpotCheck, SpotCheckId
from store.unit import UnitOfWork


def seen_check(value: str) -> tuple[SpotCheckId, int]:
    """The check and the step that was seen of `5.2`; 0 without one."""
    number, _, step = value.partition(".")
    check = SpotCheckId(int(number) if number.isdecimal() else 0)
    return check, int(step) if step.isdecimal() else 0


def value_of(check: SpotCheck) -> str:
    return f"{check.id}.{check.step}"


def to_draw(work: UnitOfWork) -> Sequence[Batch]:
    return work.spot_checks.pool()


def with_exam(_: UnitOfWork, batch: Batch) -> Choosable:
    args = {"number": batch.number, "station": batch.station_name, "exam_on": batch.exam_on}
    return Choosable(batch.number, key="spot-check-batch-option", args=args)


class SpotChecksWaiting:
    """Values are `5.2`; one that has moved on meanwhile stays chosen, to be told of."""

    def __init__(self, action: Action) -> None:
        self._action = action

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = page_of(work.spot_checks.waiting(self._action), page)
        return Page([option(work, one, value_of(one)) for one in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        try:
            return option(work, work.spot_checks.seen(seen_check(value)[0]), value)
        except NotPossible:
            return None


def option(work: UnitOfWork, check: SpotCheck, value: str) -> Choosable:
    return Choosable(value, key="spot-check-option", args=told(work, check))


def told(work: UnitOfWork, check: SpotCheck) -> dict[str, object]:
    batch = work.batches.get(check.batch)
    return {
        "number": batch.number,
        "station": batch.station_name,
        "due_on": check.due_on,
        "state": check.state.value,
        "late": "yes" if check.due_on < work.today else "no",
    }
