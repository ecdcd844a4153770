"""What waits for the caller around evaluation reports: objections to decide (R7.2)."""

from collections.abc import Iterator

from conversations.engine.messages import Sentence
from conversations.evaluation_wording import item_told
from conversations.officers.supervision_desk import Entry
from rules.roles import Action, may
from store.pages import PAGE_SIZE
from store.unit import UnitOfWork


def here(work: UnitOfWork) -> Iterator[Entry]:
    """The longest waiting first."""
    if not may(work.caller.roles, Action.OVERRULE):
        return
    for opinion, item in work.evaluations.objections()[:PAGE_SIZE]:
        days = (work.today - opinion.given_at.date()).days
        args = {**item_told(item), "station": item.batch.station_name, "days": days}
        yield Entry(Sentence("todo-objection", args), f"/report_overruling {opinion.id}")
