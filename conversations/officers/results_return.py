"""退回已批准的成绩: results that prove wrong go back to their station before anything followed them (R7.6)."""

from collections.abc import Mapping

from conversations.engine.boxes import Pick, Text, YesNo, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence
from conversations.officers import results_news as news
from rules.findings import Finding, NotPossible
from rules.roles import Action, who_may
from store.unit import UnitOfWork


class Sure(YesNo):
    """Says beforehand how many were told of their scores."""

    def told(self, sheet: Sheet) -> Mapping[str, object]:
        return {"people": sheet.facts or 0}


class ResultsReturn(Form):
    """By the desk that approved them last; what was typed stays, and is approved anew."""

    roles = who_may(Action.DECIDE_AT_MANAGEMENT_STATION) | who_may(Action.DECIDE_AT_CENTRE)
    reviewed = False
    facts_from = ("batch",)

    batch = settled(Pick("results_to_take_back"))
    reason = Text(longest=300)
    sure = Sure()

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """`2026-0417`; NotPossible says at once why those results, or none, can be taken back."""
        if not argument:
            if not work.results.retractable():
                raise NotPossible(Finding("results-none-to-take-back", "R7.6"))
            return {}
        batch = work.batches.seen(argument)
        if against := tuple(work.results.against_taking_back(batch)):
            raise NotPossible(against)
        return {"batch": batch.number}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> int:
        """How many were examined."""
        batch = work.batches.find_by_number(answers["batch"]) if "batch" in answers else None
        return news.people_to_tell(work, batch.id) if batch else 0

    def submit(self, work: UnitOfWork) -> Done:
        batch = work.batches.seen(self.batch)
        steps = (f"/batches {batch.number}", "/menu")
        if not self.sure:
            return Done((Sentence("nothing-changed"),), next=steps)
        news.taken_back(work, work.results.take_back(batch.id, self.reason), self.reason)
        told = {"number": batch.number, "people": news.people_to_tell(work, batch.id)}
        return Done((Sentence("results-taken-back", told),), next=steps)
