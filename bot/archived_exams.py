"""What an archive holds of an exam: applications, registrations, papers, scores, reports, material (R7.7)."""

from collections.abc import Iterator
from functools import partial

from bot.archive_entries import Entry, kept, listed, printed
from bot.filled import PAPER
from conversations.paper_view import shown_moment, why
from rules.approvals import PaperKind
from rules.registration import RegistrationState
from store.batches import Batch
from store.papers import Paper
from store.registrations import RegistrationId
from store.unit import UnitOfWork

ON_IT = frozenset(RegistrationState)


def papers(work: UnitOfWork, batch: Batch) -> Iterator[Entry]:
    """What was applied for, line by line as it read when it was handed in, and how each desk decided."""
    for kind in (PaperKind.BATCH, PaperKind.RESULTS):
        if paper := work.papers.about(kind, batch.id):
            name = f"01-applications/{kind}-{paper.id}"
            yield listed(name, "archive-titles-lines", partial(paper_lines, paper))
            yield listed(f"{name}-decisions", "archive-titles-decisions", partial(decisions, paper))


def paper_lines(paper: Paper, work: UnitOfWork) -> list[tuple[object, ...]]:
    """Private answers stay masked, as officers saw them."""
    shown = work.papers.version(paper).shown
    return [(one.title[PAPER.language], one.answer[PAPER.language]) for one in shown]


def decisions(paper: Paper, work: UnitOfWork) -> list[tuple[object, ...]]:
    return [
        (
            shown_moment(one.at),
            PAPER.argument(one.desk) if one.desk else "",
            PAPER.argument(one.kind),
            "\n".join(PAPER.say(said.key, **said.args) for said in why(work, paper, one, PAPER)),
        )
        for one in work.papers.history(paper)
    ]


def registrations(work: UnitOfWork, batch: Batch) -> Iterator[Entry]:
    """Each application form as it prints, and everything handed in with it."""
    places = work.rosters.running_numbers(batch.id)
    for one in work.rosters.candidates(batch.id, ON_IT):
        place = places.get(one.registration)
        name = f"02-registrations/{place or 0:04}-{one.number}"
        yield printed("application_form_pdf", f"{name}/application-form", one.registration)
        yield from handed_in(work, one.registration, name)


def handed_in(work: UnitOfWork, registration: RegistrationId, name: str) -> Iterator[Entry]:
    for material, document in work.registrations.counting(registration).items():
        yield kept(f"{name}/{material}", document.file)


def exam_papers(work: UnitOfWork, batch: Batch) -> Iterator[Entry]:
    """Once the exam has begun they are no secret any more (R6.5)."""
    if work.now < batch.begins_at:
        return
    for n, paper in enumerate(work.exam_papers.of(batch.id), start=1):
        place = paper.place
        name = f"{n:02}-{place.unit.code}-{int(place.level)}-{place.part}"
        yield kept(f"04-exam-papers/{name}", paper.file)
    yield listed("04-exam-papers/receipts", "archive-titles-receipts", partial(receipts, batch))


def receipts(batch: Batch, work: UnitOfWork) -> list[tuple[object, ...]]:
    return [
        (one.paper, shown_moment(one.signed_at), one.name, one.digest)
        for one in work.paper_receipts.signatures(batch.id)
    ]


def scores(_: UnitOfWork, batch: Batch) -> Iterator[Entry]:
    yield listed("05-scores/scores", "archive-titles-scores", partial(score_rows, batch))


def score_rows(batch: Batch, work: UnitOfWork) -> list[tuple[object, ...]]:
    """Everybody in running order, with the result where both parts count."""
    return [
        (
            line.running_number,
            work.registrations.get(line.registration).number,
            PAPER.argument(line.theory) if line.theory is not None else "",
            PAPER.argument(line.practice) if line.practice is not None else "",
            PAPER.argument(line.result) if line.result else "",
        )
        for line in work.scores.of(batch.id)
    ]


def evaluations(work: UnitOfWork, batch: Batch) -> Iterator[Entry]:
    """Every version of each item's report with what was said of it (R7.2)."""
    for here in work.evaluations.of(batch.id):
        for one in work.evaluations.versions(here):
            item = f"{here.item.id}-{here.item.unit.code}-{int(here.item.level)}"
            path = f"06-reports/evaluation-{item}-v{one.version}"
            yield printed("evaluation_report_pdf", path, one.id)


def material(work: UnitOfWork, batch: Batch) -> Iterator[Entry]:
    """Originals: pictures and scans as they came (R7.4)."""
    for n, one in enumerate(work.exam_material.of(batch.id), start=1):
        place = one.place
        yield kept(f"07-material/{n:03}-{place.unit.code}-{place.kind}", one.file)
    yield listed("07-material/answers", "archive-titles-answers", partial(answers, batch))


def answers(batch: Batch, work: UnitOfWork) -> list[tuple[object, ...]]:
    """Where the paper answers are kept (R7.7)."""
    place = work.exam_material.answers_kept_at(batch.id)
    return [(batch.number, place)] if place else []


def supervision(work: UnitOfWork, batch: Batch) -> Iterator[Entry]:
    """Every report that was filed with its pictures as they came, and what became of its demands (R7.3)."""
    for n, report in enumerate(work.supervision_reports.of(batch.id), start=1):
        name = f"08-supervision/report-{n}"
        yield printed("supervision_report", name, report.id)
        for place, photo in enumerate(report.content.photos, start=1):
            yield kept(f"{name}-photo-{place:02}", photo.file)
        for one in work.supervision_corrections.of(report.id):
            files = [file for reply in one.replies for file in reply.photos]
            for place, file in enumerate(files, start=1):
                yield kept(f"08-supervision/correction-{one.place}-photo-{place:02}", file)
    yield listed(
        "08-supervision/corrections", "archive-titles-corrections", partial(demands, batch)
    )


def demands(batch: Batch, work: UnitOfWork) -> list[tuple[object, ...]]:
    """A row for each reply; for what nobody has replied to, one without."""
    found = work.supervision_reports.counting(batch.id)
    return [
        (
            one.place,
            one.fault.what,
            one.fault.demanded,
            one.due_on,
            PAPER.say("correction-state", state=one.state.value),
            shown_moment(reply.replied_at) if reply else "",
            reply.words if reply else "",
            reply.reason if reply else "",
        )
        for one in (work.supervision_corrections.of(found.id) if found else ())
        for reply in one.replies or (None,)
    ]
