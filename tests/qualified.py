"""A batch of welders whose results are approved: who passed, under which running number, at what price."""

from datetime import date, datetime

from sqlalchemy import insert, update

from rules.approvals import PaperKind, PaperState
from rules.catalogue import Level
from store.batches import Batch
from store.clock import OFFICE_ZONE
from store.paper_rows import papers
from store.results import approved_results
from store.unit import Store
from tests.fakes import FixedClock
from tests.scoring import Marking

APPROVED_AT = datetime(2026, 9, 15, 10, tzinfo=OFFICE_ZONE)
TODAY = datetime(2026, 9, 18, 9, tzinfo=OFFICE_ZONE)
PRICE = 6500
"""Of level 4, in fen."""


class Qualified(Marking):
    """Welders of level 4, examined on 1 September; those with the numbers in `failed` did not pass."""

    def __init__(
        self, store: Store, clock: FixedClock, people: int = 4, failed: tuple[int, ...] = (3,)
    ) -> None:
        super().__init__(store, clock, people)
        for place in range(1, people + 1):
            self.score(place, "55" if place in failed else "85", "82.5")
        self.confirm()
        clock.office = APPROVED_AT
        approve(self)
        clock.office = TODAY

    def priced(self, fen: int = PRICE, day: date = date(2026, 1, 1)) -> None:
        with self.store.writing() as work:
            work.policy.set("unit_prices", [[int(Level.FOUR), fen]], day)


def approve(one: Marking) -> None:
    approve_batch(one.store, one.batch)


def approve_batch(store: Store, batch: Batch) -> None:
    """As if the results had passed every desk: how they do is tested with them."""
    with store.writing() as work:
        kind = PaperKind.RESULTS
        paper = work.papers.file(kind, batch.programme, batch.station_code, batch.id, {})
        through = update(papers).where(papers.c.id == paper.id)
        work.connection.execute(through.values(state=PaperState.APPROVED))
        values = {"batch_id": batch.id, "approved_at": work.now, "free_on": work.today}
        work.connection.execute(insert(approved_results), values)
