"""What is picked from around supervision reports: batches that owe one, reports and corrections that wait (R7.3)."""

from collections.abc import Callable, Iterator, Mapping

from conversations.engine.messages import Choosable, Json, Page
from store.batches import Batch
from store.pages import page_of
from store.supervision_corrections import SupervisionCorrection
from store.unit import UnitOfWork

Options = Callable[[UnitOfWork], Iterator[Choosable]]


class Waiting:
    """Values are batch numbers or ids: what there is to do for the caller now."""

    def __init__(self, listed: Options) -> None:
        self._listed = listed

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        wanted = query.strip()
        meant = (one for one in self._listed(work) if wanted in str(one.args.get("number", "")))
        found = page_of(meant, page)
        return Page(found.things, found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        return next((one for one in self._listed(work) if one.value == value), None)


def to_report_on(work: UnitOfWork) -> Iterator[Choosable]:
    yield from map(batch_option, work.supervision_reports.to_file())


def unreported(work: UnitOfWork) -> Iterator[Choosable]:
    yield from map(batch_option, work.supervision_reports.missing())


def batch_option(batch: Batch) -> Choosable:
    args = {
        "number": batch.number,
        "exam_on": batch.exam_on,
        "station": batch.station_name,
    }
    return Choosable(batch.number, key="supervised-batch-option", args=args)


def to_confirm(work: UnitOfWork) -> Iterator[Choosable]:
    page = 0
    while True:
        found = work.supervision_reports.waiting(page)
        for one in found.things:
            batch = work.batches.get(one.batch)
            args = {
                "number": batch.number,
                "station": batch.station_name,
                "conclusion": one.conclusion.value,
            }
            yield Choosable(str(one.id), key="supervision-report-option", args=args)
        if not found.more:
            return
        page += 1


def to_answer(work: UnitOfWork) -> Iterator[Choosable]:
    for one in work.supervision_corrections.to_answer():
        yield correction_option(work, one)


def to_check(work: UnitOfWork) -> Iterator[Choosable]:
    for one in work.supervision_corrections.to_decide():
        yield correction_option(work, one)


def correction_option(work: UnitOfWork, one: SupervisionCorrection) -> Choosable:
    batch = work.batches.get(one.batch)
    args = {
        "number": batch.number,
        "place": one.place,
        "due": one.due_on,
        "what": one.fault.what[:20],
    }
    return Choosable(str(one.id), key="supervision-correction-option", args=args)
