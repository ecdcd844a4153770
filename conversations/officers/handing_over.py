"""交付登记: licence, plaque and seal given to a station, each with its day (R2.8)."""

from collections.abc import Mapping
from datetime import date

from conversations.engine.boxes import Choice, Day, Pick
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence
from conversations.personal import Name
from rules.licences import HandedOver
from rules.roles import Action, who_may
from store.licences import HandOver
from store.unit import UnitOfWork


class HandingOver(Form):
    """Four short questions for one thing."""

    roles = who_may(Action.SET_LICENCE)
    reviewed = False

    station = Pick("licensed_stations")
    thing = Choice(HandedOver)
    handed_on = Day(latest=lambda form: form.facts)
    receiver = Name()

    @classmethod
    def opening(cls, argument: str) -> dict[str, Json]:
        return {"station": argument} if argument else {}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> date:
        return work.today

    def submit(self, work: UnitOfWork) -> Done:
        given = HandOver(self.thing, self.handed_on, self.receiver)
        work.licences.hand_over(self.station, given)
        station = work.institutions.get(self.station)
        told = {"station": station.name, "thing": given.thing, "on": given.on}
        steps = (f"/handing_over {station.code}", f"/station_register {station.code}")
        return Done((Sentence("handed-over", told),), next=steps)
