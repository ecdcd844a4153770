"""Candidates of an item to enter scores for: those without one first, found by running number or name."""

from collections.abc import Mapping

from conversations import score_wording as wording
from conversations.engine.messages import Choosable, Json, Page
from conversations.score_wording import ScoredBatch
from conversations.stations.score_marks import ScoreParts
from rules.names import name_key
from store.pages import page_of
from store.scores import ScoreLine
from store.unit import UnitOfWork


class PlacesToScore:
    """Values are running numbers; the list depends on the batch, the item and the parts chosen before."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        there = scored(work, answers)
        if there is None:
            return Page(())
        lines = there.of_item(int(answers["item"]))
        first = wording.to_score(lines, ScoreParts(answers["parts"]).parts)
        ordered = (*first, *(line for line in lines if line not in first))
        meant = (line for line in ordered if is_meant(there, line, query.strip()))
        found = page_of(meant, page)
        return Page([option(there, line) for line in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        there = scored(work, answers)
        line = there.at(int(value)) if there and value.isdecimal() else None
        return option(there, line) if there and line and str(line.item) == answers["item"] else None


def scored(work: UnitOfWork, answers: Mapping[str, Json]) -> ScoredBatch | None:
    if not {"batch", "item", "parts"} <= answers.keys():
        return None
    batch = work.batches.find_by_number(answers["batch"])
    return wording.scored(work, batch) if batch else None


def is_meant(there: ScoredBatch, line: ScoreLine, query: str) -> bool:
    if query.isdecimal():
        return query == str(line.running_number)
    return name_key(query) in name_key(there.name(line))


def option(there: ScoredBatch, line: ScoreLine) -> Choosable:
    """Under its running number, wherever in the list it stands: a typed 4 is never somebody else."""
    place = str(line.running_number)
    told = wording.told(there, line)
    return Choosable(place, key="score-place-option", args=told, number=place)
