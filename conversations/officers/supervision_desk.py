"""What waits for the caller around supervision: reports to fill in, to confirm, corrections to reply to and to check (R7.3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from conversations.engine.messages import Sentence
from conversations.examiners.supervision_news import demanded, named
from rules.roles import Action, may
from store.batches import Batch
from store.supervision_corrections import SupervisionCorrection
from store.supervision_report_rows import exam_seen
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class Entry:
    """One line, and the step it leads to."""

    line: Sentence
    step: str


def here(work: UnitOfWork) -> Iterator[Entry]:
    """Everything the caller has to do, by what they may do."""
    roles = work.caller.roles
    if may(roles, Action.FILE_SUPERVISION_REPORT):
        yield from to_file(work)
    if may(roles, Action.CONFIRM_SUPERVISION_REPORT):
        yield from to_decide(work)
    if may(roles, Action.ANSWER_SUPERVISION_CORRECTION):
        yield from to_answer(work)


def to_file(work: UnitOfWork) -> Iterator[Entry]:
    for batch in work.supervision_reports.to_file():
        args = owed(work, batch)
        yield Entry(Sentence("supervision-to-file", args), f"/supervision_report {batch.number}")


def to_decide(work: UnitOfWork) -> Iterator[Entry]:
    """The desk of the management station; what is late on the other side stands below."""
    for report in work.supervision_reports.waiting().things:
        batch = work.batches.get(report.batch)
        args = {**named(batch), "name": report.name, "conclusion": report.conclusion.value}
        step = f"/supervision_reports {report.id}"
        yield Entry(Sentence("supervision-to-confirm", args), step)
    for one in work.supervision_corrections.to_decide():
        line = Sentence("correction-to-check", told(work, one))
        yield Entry(line, f"/supervision_corrections {one.id}")
    for batch in work.supervision_reports.missing():
        line = Sentence("supervision-awaited", owed(work, batch))
        yield Entry(line, f"/supervision_absence {batch.number}")
    for one in work.supervision_corrections.owed():
        if one.is_overdue(work.today):
            line = Sentence("correction-overdue", told(work, one))
            yield Entry(line, f"/supervision_corrections {one.id}")


def to_answer(work: UnitOfWork) -> Iterator[Entry]:
    for one in work.supervision_corrections.to_answer():
        line = Sentence("correction-to-answer", told(work, one))
        yield Entry(line, f"/correction_reply {one.id}")


def told(work: UnitOfWork, one: SupervisionCorrection) -> dict[str, object]:
    late = "yes" if one.is_overdue(work.today) else "no"
    return {**named(work.batches.get(one.batch)), **demanded(one), "late": late}


def owed(work: UnitOfWork, batch: Batch) -> dict[str, object]:
    """When the report is due (⚙ R9.4), and whether that has passed."""
    days = work.policy.current(work.today).supervision_report_due_days
    due = exam_seen(batch).last + timedelta(days=days)
    return {**named(batch), "due": due, "late": "yes" if due < work.today else "no"}
