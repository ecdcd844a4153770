"""Batches to hand papers and material in for, to sign for papers of, and to move the exam of (R4.7, R6.5, R7.4)."""

from collections.abc import Callable, Mapping, Sequence

from conversations.engine.messages import Choosable, Json, Page
from store import rights
from store.batches import Batch
from store.pages import page_of
from store.unit import UnitOfWork

Listed = Callable[[UnitOfWork], Sequence[Batch]]
Option = Callable[[UnitOfWork, Batch], Choosable]


class ExamBatches:
    """Values are batch numbers: of the caller's stations, those there is something to do for."""

    def __init__(self, listed: Listed, option: Option) -> None:
        self._listed = listed
        self._option = option

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        meant = (batch for batch in self._listed(work) if query.strip() in batch.number)
        found = page_of(meant, page)
        return Page([self._option(work, batch) for batch in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        listed = (batch for batch in self._listed(work) if batch.number == value)
        found = next(listed, None) or handed_over(work, value)
        return self._option(work, found) if found else None


def handed_over(work: UnitOfWork, number: str) -> Batch | None:
    """The batch of a form handed over to the page, where nobody's posts count: of an own station it stays chosen."""
    person = work.caller.person
    if person is None or rights.posts(work):
        return None
    batch = work.batches.find_by_number(number)
    own = {post.institution for post in work.people.posts_of(person)}
    return batch if batch and batch.station_code in own else None


def awaiting(work: UnitOfWork) -> Sequence[Batch]:
    return work.exam_papers.awaiting()


def coming(work: UnitOfWork) -> Sequence[Batch]:
    return work.reschedules.movable()


def open_ones(work: UnitOfWork) -> Sequence[Batch]:
    return work.batch_withdrawals.possible()


def examined(work: UnitOfWork) -> Sequence[Batch]:
    return work.exam_material.open_batches()


def to_score(work: UnitOfWork) -> Sequence[Batch]:
    return work.scores.to_enter()


def with_date(_: UnitOfWork, batch: Batch) -> Choosable:
    args = {"number": batch.number, "exam_on": batch.exam_on}
    return Choosable(batch.number, key="exam-batch-option", args=args)


def with_papers(work: UnitOfWork, batch: Batch) -> Choosable:
    missing = len(work.exam_papers.missing(batch.id))
    args = {"number": batch.number, "exam_on": batch.exam_on, "missing": missing}
    return Choosable(batch.number, key="paper-batch-option", args=args)


def with_people(work: UnitOfWork, batch: Batch) -> Choosable:
    people = sum(item.people for item in work.batches.items(batch.id))
    args = {"number": batch.number, "exam_on": batch.exam_on, "people": people}
    return Choosable(batch.number, key="reschedule-batch-option", args=args)


def with_window(work: UnitOfWork, batch: Batch) -> Choosable:
    is_open = not work.paper_receipts.against(batch)
    args = {
        "number": batch.number,
        "exam_on": batch.exam_on,
        "open": "yes" if is_open else "no",
        "opens": batch.windows.papers_from.date(),
    }
    return Choosable(batch.number, key="receipt-batch-option", args=args)


def with_material(work: UnitOfWork, batch: Batch) -> Choosable:
    missing = len(work.exam_material.gaps(batch.id))
    args = {"number": batch.number, "exam_on": batch.exam_on, "missing": missing}
    return Choosable(batch.number, key="exam-material-batch-option", args=args)
