"""Evaluation reports as they stand on paper: in Chinese, whatever their reader speaks (R7.2)."""

from collections.abc import Iterator

from bot.filled import PAPER
from bot.filled_supervision_reports import filled as filled_supervision
from conversations import exam_wording
from conversations import material_wording as material
from exports.evaluation_report import EvaluationPaper, FilledPhoto
from exports.supervision_report import FilledReport
from rules.catalogue import level_name
from rules.evaluations import OpinionKind, PaperFacts, Remark
from rules.exam_material import PHOTOS, DateSource
from rules.findings import Finding, NotPossible
from rules.grading import Result
from rules.results import Figures
from store.batches import BatchId
from store.evaluations import ItemReport, Opinion, Report, ReportId
from store.exam_material import Material
from store.unit import UnitOfWork

MINUTE = "%Y-%m-%d %H:%M"


def evaluation_report(work: UnitOfWork, subject: int) -> tuple[str, tuple[EvaluationPaper, ...]]:
    """One version, for whoever served and for who may see the batch."""
    report = work.evaluations.get(ReportId(subject))
    here = work.evaluations.item(report.item)
    work.evaluations.check_sight(here)
    name = f"evaluation-report-{here.batch.number}-{here.item.unit.code}-{int(here.item.level)}"
    return f"{name}-{report.version}", (filled(work, here, report),)


Reports = tuple[tuple[EvaluationPaper, ...], FilledReport | None]
"""All on a batch: of each item, and of whoever supervised it."""


def reports_of_batch(work: UnitOfWork, subject: int) -> tuple[str, Reports]:
    """The versions that count, of every item; NotPossible as long as there is none.

    The supervision report goes along for who may read it (R7.3).
    """
    every = work.evaluations.of(BatchId(subject))
    for here in every:
        work.evaluations.check_sight(here)
    papers = tuple(filled(work, here, here.report) for here in every if here.report)
    if not papers:
        raise NotPossible(Finding("reports-none", "R7.2"))
    batch = every[0].batch
    seen = work.supervision_reports.counting_readable(batch.id)
    supervision = filled_supervision(work, batch, seen) if seen else None
    return f"reports-{batch.number}", (papers, supervision)


def filled(work: UnitOfWork, here: ItemReport, report: Report) -> EvaluationPaper:
    batch, content = here.batch, report.content
    return EvaluationPaper(
        programme=batch.programme,
        station=f"{batch.station_name}（{batch.station_code}）",
        batch=batch.number,
        trade=f"{here.item.unit.name} {PAPER.argument(level_name(here.item.level, here.item.unit))}",
        days=exam_wording.days(batch, PAPER),
        venue=batch.venue,
        leader=content.leader,
        examiners=PAPER.argument(content.examiners),
        filed=f"{report.filed_at:{MINUTE}}",
        state=PAPER.say("report-paper-state", version=report.version, state=state(here, report)),
        figures=figures(content.figures),
        papers=tuple(map(paper, content.papers)),
        remarks=tuple(remarks(report)),
        opinions=tuple(opinions(work, here, report)),
        photos=tuple(photos(work, here)),
    )


def state(here: ItemReport, report: Report) -> str:
    """Of the version that counts how it stands; any other one is out of date."""
    is_latest = here.report is not None and here.report.id == report.id
    return here.state.value if is_latest else "replaced"


def figures(counted: Figures) -> tuple[str, ...]:
    results = (Result.EXCELLENT, Result.GOOD, Result.PASSED, Result.FAILED)
    people = (counted.expected, counted.present, counted.absent)
    rate = f"{counted.per_cent}%" if counted.per_cent else "—"
    return (*map(str, people), *(str(counted.results[one]) for one in results), rate)


def paper(one: PaperFacts) -> tuple[str, ...]:
    signed = "\n".join(f"{name} {at:{MINUTE}}" for name, at in one.signed)
    return PAPER.say(f"exam-part-{one.part}"), exam_wording.grouped(one.digest), signed


def remarks(report: Report) -> Iterator[tuple[str, str]]:
    for remark in Remark:
        text = report.content.remarks.get(remark) or PAPER.say("course-in_order")
        yield PAPER.say(f"evaluation_report-{remark}"), text
    yield PAPER.say("evaluation_report-advice"), report.content.advice
    if report.content.changed:
        yield PAPER.say("evaluation_report-changed"), report.content.changed


def opinions(work: UnitOfWork, here: ItemReport, report: Report) -> Iterator[tuple[str, ...]]:
    """Given ones, then of the version that counts those still awaited."""
    for one in work.evaluations.opinions(report.id):
        kind = PAPER.say(f"opinion-kind-{one.kind}")
        yield one.name, kind, explained(one), f"{one.given_at:{MINUTE}}"
    if state(here, report) != "replaced":
        awaited = (one for one in here.team.others if one.person in here.facts.awaited)
        yield from ((one.name, "", "", "") for one in awaited)


def explained(one: Opinion) -> str:
    """What was said, and of an objection why it does not stand."""
    if one.kind is not OpinionKind.OBJECT or one.overruled_at is None:
        return one.text
    ruled = {"at": f"{one.overruled_at:{MINUTE}}", "reason": one.overruling}
    return f"{one.text}\n{PAPER.say('report-paper-overruled', **ruled)}"


def photos(work: UnitOfWork, here: ItemReport) -> Iterator[FilledPhoto]:
    """The dated pictures of the trade, stamped only with a date of their own (R7.4)."""
    for one in work.exam_material.of(here.batch.id):
        if one.place.unit == here.item.unit and one.place.kind in PHOTOS:
            dated = material.dated(one)
            words = (material.kind_named(one.place.kind, PAPER), PAPER.say(dated.key, **dated.args))
            yield FilledPhoto(work.files.content(one.file), "　".join(words), stamp(one))


def stamp(one: Material) -> str:
    own = one.date_source in {DateSource.EXIF, DateSource.CAMERA}
    return f"{one.taken_at:{MINUTE}}" if own and one.taken_at else ""
