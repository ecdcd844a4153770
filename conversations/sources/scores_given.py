"""What an examiner gave scores for: an item of a batch, as far as it was seen."""

from collections.abc import Mapping
from dataclasses import dataclass

from conversations import score_wording as wording
from conversations.engine.messages import Choosable, Json, Page
from rules.findings import NotPossible
from store.batches import Batch, ItemId
from store.pages import page_of
from store.scores import Score, ScoreId
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class Given:
    """The caller's scores of one item, none entered after the look."""

    batch: Batch
    item: ItemId
    seen: ScoreId
    scores: tuple[Score, ...]


def given(work: UnitOfWork, value: str) -> Given | None:
    """Of `2026-0417.12.345`; None for what is not the caller's."""
    number, item, seen = [*value.split("."), "", ""][:3]
    batch = work.batches.find_by_number(number)
    if batch is None or not (item.isdecimal() and seen.isdecimal()):
        return None
    try:
        own = work.scores.given(batch.id, ItemId(int(item)))
    except NotPossible:
        return None
    last = ScoreId(int(seen))
    there = tuple(one for one in own if one.id <= last)
    return Given(batch, ItemId(int(item)), last, there) if there else None


class ScoresGiven:
    """Values are `2026-0417.12.345`: the batch, the item, and the latest score that was seen."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = []
        for batch in work.scores.returnable():
            for item in work.batches.items(batch.id):
                if own := work.scores.given(batch.id, item.id):
                    value = f"{batch.number}.{item.id}.{max(score.id for score in own)}"
                    args = {"number": batch.number, **wording.item_told(item)}
                    found.append(Choosable(value, key="scores-given-option", args=args))
        listed = page_of(found, page)
        return Page(listed.things, listed.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        one = given(work, value)
        if one is None:
            return None
        item = next(item for item in work.batches.items(one.batch.id) if item.id == one.item)
        args = {"number": one.batch.number, **wording.item_told(item)}
        return Choosable(value, key="scores-given-option", args=args)
