"""What a supervisor was sent to, and what an examiner was asked again for after an exam was moved (R4.7, R4.8)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from conversations.engine.messages import Choosable, Json, Page
from store.batches import Batch
from store.exam_calls import CallState
from store.pages import page_of
from store.unit import UnitOfWork

SUPERVISION, CALL = "supervision", "call"


@dataclass(frozen=True, slots=True)
class Assignment:
    """One thing the caller was asked to do; `value` names it in options, `s12` or `e7`."""

    value: str
    kind: str
    batch: Batch
    state: str

    @property
    def open(self) -> bool:
        return self.state != CallState.DECLINED

    @property
    def asked(self) -> bool:
        return self.state == CallState.ASKED


def own(work: UnitOfWork) -> Iterator[Assignment]:
    """Everything of the caller whose exam has not begun, what waits for an answer first."""
    there = [*supervisions(work), *calls(work)]
    coming = [one for one in there if one.batch.begins_at > work.now]
    yield from sorted(coming, key=lambda one: (not one.asked, one.batch.exam_on))


def supervisions(work: UnitOfWork) -> Iterator[Assignment]:
    for one in work.supervisions.of_caller():
        batch = work.batches.get(one.batch)
        yield Assignment(f"s{one.id}", SUPERVISION, batch, one.state.value)


def calls(work: UnitOfWork) -> Iterator[Assignment]:
    for one in work.exam_calls.of_caller():
        yield Assignment(f"e{one.id}", CALL, work.batches.get(one.batch), one.state.value)


def find(work: UnitOfWork, value: str) -> Assignment | None:
    return next((one for one in own(work) if one.value == value), None)


class OwnAssignments:
    """Values are those of the list: what the caller can still answer."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        meant = (one for one in own(work) if one.open and query.strip() in one.batch.number)
        found = page_of(meant, page)
        return Page([assignment_option(one) for one in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        found = next((one for one in own(work) if one.value == value), None)
        return assignment_option(found) if found else None


def assignment_option(one: Assignment) -> Choosable:
    args = {"kind": one.kind, "number": one.batch.number, "exam_on": one.batch.exam_on}
    return Choosable(one.value, key="assignment-option", args=args)
