"""How an evaluation report is read: what it says, line by line, and what was said of it (R7.2)."""

from collections.abc import Iterable, Iterator

from conversations import exam_wording
from conversations.engine.messages import Sentence, Words
from rules.catalogue import level_name
from rules.evaluations import PaperFacts, Remark
from rules.grading import Result
from rules.results import Figures
from store.evaluations import ItemReport, Opinion, Report
from store.unit import UnitOfWork


def item_told(here: ItemReport) -> dict[str, object]:
    """What tells an item from the others."""
    return {
        "number": here.batch.number,
        "trade": here.item.unit.name,
        "level": level_name(here.item.level, here.item.unit),
    }


def said(work: UnitOfWork, here: ItemReport, report: Report, say: Words) -> Iterator[Sentence]:
    """A version as it was filed, and the opinions on it."""
    content = report.content
    told = {"version": report.version, "at": report.filed_at, **item_told(here)}
    yield Sentence("report-head", told)
    yield Sentence("report-exam", exam_wording.told(here.batch, say))
    yield Sentence("report-team", {"leader": content.leader, "examiners": content.examiners})
    yield Sentence("report-attendance", attendance_told(content.figures))
    yield Sentence("report-grades", grades_told(content.figures))
    yield from map(paper_line, content.papers)
    for remark in Remark:
        text = content.remarks.get(remark, "")
        yield Sentence("report-remark", {"remark": remark.value, "text": text or "none"})
    if content.advice:
        yield Sentence("report-advice", {"text": content.advice})
    if content.changed:
        yield Sentence("report-changed", {"text": content.changed})
    yield from opinions(work, here, report)


def opinions(work: UnitOfWork, here: ItemReport, report: Report) -> Iterator[Sentence]:
    """Each with its day; of the version that counts also who is still awaited."""
    given = work.evaluations.opinions(report.id)
    yield from map(opinion_line, given)
    if here.report and here.report.id == report.id:
        for one in here.team.others:
            if one.person in here.facts.awaited:
                yield Sentence("report-awaited", {"name": one.name})


def opinion_line(one: Opinion) -> Sentence:
    told = {
        "name": one.name,
        "at": one.given_at,
        "kind": one.kind.value,
        "text": one.text,
        "overruled": f"{one.overruled_at:%Y-%m-%d %H:%M}" if one.overruled_at else "none",
        "reason": one.overruling,
    }
    return Sentence("report-opinion-line", told)


def paper_line(paper: PaperFacts) -> Sentence:
    signed = tuple(f"{name} {at:%Y-%m-%d %H:%M}" for name, at in paper.signed)
    digest = exam_wording.grouped(paper.digest)
    told = {"part": paper.part.value, "digest": digest, "signed": signed or "none"}
    return Sentence("report-paper", told)


def attendance_told(figures: Figures) -> dict[str, object]:
    return {"expected": figures.expected, "present": figures.present, "absent": figures.absent}


def grades_told(figures: Figures) -> dict[str, object]:
    counts = {result.value: figures.results[result] for result in Result}
    return {**counts, "absent": figures.absent, "rate": figures.per_cent or "none"}


def in_words(sentences: Iterable[Sentence], say: Words) -> str:
    return "\n".join(say.say(one.key, **one.args) for one in sentences)
