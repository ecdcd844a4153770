"""What officers should know of a batch application beside its lines, and its windows in words (R4)."""

from collections.abc import Iterator

from conversations.engine.messages import Sentence, sentences
from rules.batches import Windows
from store.batches import Batch, BatchId
from store.papers import Paper
from store.unit import UnitOfWork


def briefing(work: UnitOfWork, paper: Paper) -> Iterator[Sentence]:
    """Its size, the procedures it follows, the station's plan, and everything that stands against it."""
    batch = work.batches.get(BatchId(paper.subject))
    people = sum(item.people for item in work.batches.items(batch.id))
    yield Sentence(
        "batch-briefing",
        {"number": batch.number, "applied_on": batch.applied_on, "people": people},
    )
    yield from procedures(work, batch)
    free, there = work.plans.counts(batch.station_code)
    yield Sentence("plan-before", {"lines": there, "free": free})
    against = work.batches.against(batch)
    yield Sentence("batch-checks-unmet" if against else "batch-checks-met", {"count": len(against)})
    yield from sentences(against)


def window_sentence(windows: Windows) -> Sentence:
    """'报名截止 8 月 21 日 24:00，试卷签收从 8 月 22 日 0 时起'."""
    return Sentence(
        "windows-follow",
        {
            "month": windows.last_day.month,
            "day": windows.last_day.day,
            "from_month": windows.papers_from.month,
            "from_day": windows.papers_from.day,
        },
    )


def procedures(work: UnitOfWork, batch: Batch) -> Iterator[Sentence]:
    """What was in force when it was applied for (R1.11)."""
    for notice, version in batch.procedures:
        edition = work.notices.noted(notice, version)
        args = {"heading": edition.heading, "version": version}
        yield Sentence("batch-procedure-noted", args)
