"""What waits for an examiner: scores entered in their name (R7.1)."""

from collections.abc import Iterator

from conversations.engine.messages import Sentence
from conversations.officers.supervision_desk import Entry
from rules.roles import EXAMINERS
from store.pages import PAGE_SIZE
from store.unit import UnitOfWork


def here(work: UnitOfWork) -> Iterator[Entry]:
    """Batch by batch."""
    if not work.caller.roles & EXAMINERS:
        return
    for one in work.scores.to_confirm()[:PAGE_SIZE]:
        args = {
            "number": one.batch.number,
            "station": one.batch.station_name,
            "exam_on": one.batch.exam_on,
            "count": one.count,
        }
        step = f"/score_confirmation {one.batch.number}"
        yield Entry(Sentence("scores-to-confirm-line", args), step)
