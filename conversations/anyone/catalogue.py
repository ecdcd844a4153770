"""职业工种: what can be examined, in which programme and at which levels (R1.2–R1.5)."""

from conversations.engine.boxes import Pick
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence
from conversations.sources.trades import unit_named
from rules.catalogue import level_name
from rules.findings import Finding, NotPossible
from store.unit import UnitOfWork


class Catalogue(Form):
    """One question, answered with all that is known about the trade."""

    reviewed = False

    trade = Pick("trades")

    @classmethod
    def opening(cls, argument: str) -> dict[str, Json]:
        return {"trade": argument} if argument else {}

    def submit(self, work: UnitOfWork) -> Done:
        unit = unit_named(work, self.trade)
        if unit is None:
            raise NotPossible(Finding("pick-unknown", box="trade"))
        facts = {
            "name": unit.name,
            "code": unit.code,
            "programme": unit.programme,
            "occupation": unit.occupation_name,
            "occupation_code": unit.occupation_code,
        }
        if not unit.complete:
            return Done((Sentence("catalogue-incomplete", facts),), next=("/catalogue", "/menu"))
        levels = tuple(level_name(level, unit) for level in unit.levels)
        return Done(
            (Sentence("catalogue-shown", {**facts, "levels": levels}),),
            next=(f"/eligibility {self.trade}", "/catalogue", "/menu"),
        )
