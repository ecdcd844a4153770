"""签收记录: who signed for which paper of a batch and when, for the station and the officers above it (R4.7)."""

from collections.abc import Iterator

from conversations import exam_wording as wording
from conversations.engine.form import Done
from conversations.engine.messages import Sentence, sentences
from conversations.menu import Command
from conversations.paging import further, is_page, page_meant
from conversations.talk import Talk
from rules.findings import NotPossible
from rules.roles import Action, who_may
from store.batches import Batch
from store.pages import page_of


def paper_receipts(talk: Talk, argument: str) -> Done:
    """Batches with signatures, `page:2`, or the signatures of one: `2026-0417`, `2026-0417 page:2` its second page."""
    number, _, page = argument.partition(" ")
    if is_page(number):
        return listed(talk, page_meant(number))
    try:
        batch = talk.work.batches.seen(number)
        return shown(talk, batch, page_meant(page))
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/paper_receipts", "/menu"))


def listed(talk: Talk, page: int) -> Done:
    found = talk.work.paper_receipts.batches(page)
    if not found.things:
        return Done((Sentence("paper-receipts-none"),), next=("/menu",))
    lines = (
        Sentence(
            "paper-receipts-batch",
            {"n": n, "number": batch.number, "station": batch.station_name, "count": count},
        )
        for n, (batch, count) in enumerate(found.things, start=1)
    )
    steps = [f"/paper_receipts {batch.number}" for batch, _ in found.things]
    steps += further("/paper_receipts", page, found)
    return Done((Sentence("paper-receipts-listed"), *lines), next=tuple(steps))


def shown(talk: Talk, batch: Batch, page: int) -> Done:
    found = page_of(reversed(talk.work.paper_receipts.of(batch.id)), page)
    back = ("/paper_receipts", "/menu")
    if not found.things:
        none = Sentence("paper-receipts-none-here", {"number": batch.number})
        return Done((none,), next=back)
    head = Sentence(
        "paper-receipts-head",
        {"number": batch.number, "station": batch.station_name, "exam_on": batch.exam_on},
    )
    papers = {paper.id: paper for paper in talk.work.exam_papers.of(batch.id)}

    def lines() -> Iterator[Sentence]:
        for one in found.things:
            yield Sentence(
                "paper-receipt-line",
                {
                    "at": one.signed_at,
                    "name": one.name,
                    "called": wording.called(papers[one.paper].place, talk.words),
                    "digest": wording.grouped(one.digest),
                },
            )

    more = further(f"/paper_receipts {batch.number}", page, found)
    return Done((head, *lines()), next=(*more, *back))


PAPER_RECEIPTS = Command("paper_receipts", who_may(Action.SEE_RECEIPTS), paper_receipts)
