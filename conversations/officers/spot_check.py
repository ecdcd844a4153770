"""抽查: a batch named, or drawn by a number that is noted; what its station is to show, and by when (R7.7)."""

import secrets
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from conversations import batch_news
from conversations.engine.boxes import Choice, Day, Pick, Several, Text, only_if, optional
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence
from rules.findings import NotPossible
from rules.roles import Action, who_may
from rules.spot_checks import SpotCheckMaterial
from store.batches import Batch
from store.spot_checks import Request
from store.spot_checks import SpotCheck as Asked
from store.unit import UnitOfWork


class SpotCheckChoice(StrEnum):
    """How the batch is found."""

    NAMED = "named"
    DRAWN = "drawn"


def is_named(form: Sheet) -> bool:
    return form.how is SpotCheckChoice.NAMED


def is_drawn(form: Sheet) -> bool:
    return form.how is SpotCheckChoice.DRAWN


def today(form: Sheet) -> date | None:
    found: date | None = form.facts
    return found


class SpotCheck(Form):
    """`2026-0417` that batch. A draw can be repeated by anybody who has its number and the list."""

    roles = who_may(Action.SPOT_CHECK)

    how = Choice(SpotCheckChoice)
    batch = only_if(is_named, Pick("batches_to_check"))
    seed = only_if(is_drawn, optional(Text(longest=40)))
    wanted = Several(SpotCheckMaterial)
    request = optional(Text(longest=300))
    due_on = Day(earliest=today)

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        if not argument:
            return {}
        batch = work.batches.seen(argument)
        if against := work.spot_checks.against(batch):
            raise NotPossible(against)
        return {"how": SpotCheckChoice.NAMED.value, "batch": batch.number}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> date:
        return work.today

    def submit(self, work: UnitOfWork) -> Done:
        if is_named(self):
            batch = work.batches.seen(self.batch)
            asked = work.spot_checks.ask(batch.id, self.what())
            said = Sentence("spot-check-asked", {"number": batch.number})
        else:
            seed = self.seed or secrets.token_hex(4)
            batch, pool = work.spot_checks.draw(seed)
            asked = work.spot_checks.ask(batch.id, self.what(seed, pool))
            args = {"number": batch.number, "seed": seed, "pool": pool}
            said = Sentence("spot-check-drawn", {**args, "station": batch.station_name})
        tell_station(work, batch, asked)
        return Done((said,), next=(f"/spot_checks {asked.id}", "/spot_checks", "/menu"))

    def what(self, seed: str = "", pool: int | None = None) -> Request:
        return Request(tuple(self.wanted), self.due_on, self.request or "", seed, pool)


def tell_station(work: UnitOfWork, batch: Batch, asked: Asked) -> None:
    told = {"due_on": asked.due_on, "wanted": asked.request.wanted, "note": asked.request.note}
    step = f"/spot_check_reply {asked.id}"
    batch_news.tell_station(work, batch, "spot-check-told-asked", step, **told)
