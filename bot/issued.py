"""Certificates of a batch: numbered a few at a time, then each holder told; a killed process is taken over (R7.6)."""

from collections.abc import Generator, Sequence

from conversations.chore_news import Step
from conversations.officers.certificate_news import tell_holder, tell_of_issue
from store import outcomes
from store.batches import BatchId
from store.chores import Chore
from store.score_rows import ScoreLine
from store.unit import Store


def issue_certificates(store: Store, chore: Chore) -> Generator[Step, None, dict[str, int]]:
    """How far it is follows from what is issued and told, so that nothing of it is done twice."""
    batch = chore.batch_id
    with store.reading() as work:
        qualified = outcomes.qualified(work, batch)
    while issue_next(store, batch, qualified):
        yield step(store, batch)
    while tell_next(store, batch):
        yield step(store, batch)
    return {"people": step(store, batch).of // 2}


def issue_next(store: Store, batch: BatchId, qualified: Sequence[ScoreLine]) -> bool:
    """In one unit; the last one tells the institutions."""
    with store.writing() as work:
        if work.issuing.issue_some(batch, qualified=qualified):
            return True
        if work.issuing.finish(batch):
            tell_of_issue(work, work.batches.get(batch))
        return False


def tell_next(store: Store, batch: BatchId) -> bool:
    with store.writing() as work:
        issued = work.issuing.take_untold(batch)
        if issued is not None:
            tell_holder(work, issued)
        return issued is not None


def step(store: Store, batch: BatchId) -> Step:
    """Numbering is the first half, telling the second."""
    with store.reading() as work:
        issue = work.issuing.get(batch)
        return Step(work.issuing.count(batch) + issue.told, 2 * issue.people)
