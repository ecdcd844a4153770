"""考试站: where one can be examined, and what can be registered for there now (R1.6, R4.3)."""

from conversations.engine.boxes import Pick
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence
from conversations.sources.open_batches import last_day
from store.batches import Batch
from store.unit import UnitOfWork


class Stations(Form):
    """One question, answered with the station and its open batches."""

    reviewed = False

    station = Pick("stations")

    @classmethod
    def opening(cls, argument: str) -> dict[str, Json]:
        return {"station": argument} if argument else {}

    def submit(self, work: UnitOfWork) -> Done:
        station = work.institutions.get(self.station)
        batches = open_at(work, station.code)
        facts = {"name": station.name, "code": station.code, "operator": station.operator}
        says = [Sentence("station-shown", facts)]
        says.append(Sentence("station-batches" if batches else "station-no-batches"))
        says += [batch_line(work, n, batch) for n, batch in enumerate(batches, start=1)]
        steps = [f"/registration {batch.number}" for batch in batches]
        return Done(tuple(says), next=(*steps, "/stations", "/menu"))


def open_at(work: UnitOfWork, station: str) -> list[Batch]:
    """The station's open batches, the next exam first."""
    found = work.batches.open_now(query=station).things
    return [batch for batch in found if batch.station_code == station]


def batch_line(work: UnitOfWork, n: int, batch: Batch) -> Sentence:
    """One batch under the number its registration is offered with."""
    names = dict.fromkeys(item.unit.name for item in work.batches.items(batch.id))
    return Sentence(
        "station-batch",
        {
            "n": n,
            "number": batch.number,
            "type": batch.candidate_type,
            "trades": tuple(names),
            "exam_on": batch.exam_on,
            "last_day": last_day(batch),
        },
    )
