"""设立考试站: the centre gives an approved applicant its number and its licence (R2.3, R2.8, R1.1)."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from conversations.engine.boxes import Day, Known, Pick, Text, settled
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Option, Outgoing, Sentence, Words
from conversations.stations.sealed_application import SealedApplication
from conversations.stations.station_application import StationApplication
from conversations.telling import tell_institution
from rules.findings import Finding, Refused
from rules.licences import Permit
from rules.regions import read_region
from rules.roles import Action, who_may
from rules.stations import station_code, station_name
from store.drafts import DraftState
from store.institutions import Institution
from store.station_applications import StationApplicationId
from store.unit import UnitOfWork

APPLYING = frozenset({StationApplication.title, SealedApplication.title})


@dataclass(frozen=True, slots=True)
class FoundingFacts:
    """The second tier the station will stand below."""

    today: date
    tier: Institution | None = None
    trades: tuple[str, ...] = ()


def read_number(text: str) -> str:
    """Three figures, or a whole code of eight."""
    said = "".join(unicodedata.normalize("NFKC", text).split())
    if re.fullmatch(r"[0-9]{3}|[0-9]{8}", said) is None or said.endswith("000"):
        raise Refused("station-number-form", "R1.1")
    return said


def code_of(form: "NewStation") -> str:
    tier: Institution | None = form.facts.tier
    return (tier and form.number and station_code(tier.code, form.number)) or ""


def name_of(form: "NewStation") -> str:
    tier: Institution | None = form.facts.tier
    return station_name(tier.name, form.number[-3:]) if tier and form.number else ""


class NewStation(Form):
    """Number and days; code, name and trades follow."""

    roles = who_may(Action.FOUND_STATION)
    facts_from = ("application",)

    application = settled(Pick("stations_to_found"))
    number = Text(reader=read_number)
    code = Known[str](code_of)
    name = Known[str](name_of)
    trades = Known[tuple[str, ...]](
        lambda form: form.facts.trades, lambda trades, words: words.say("list-comma").join(trades)
    )
    region = Text(reader=read_region)
    valid_from = Day()
    valid_until = Day(earliest=lambda form: form.valid_from)

    @classmethod
    def opening(cls, argument: str) -> dict[str, Json]:
        return {"application": argument} if argument else {}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> FoundingFacts:
        number = str(answers.get("application", ""))
        if not number.isdecimal():
            return FoundingFacts(work.today)
        applied = work.station_applications.get(StationApplicationId(int(number)))
        unit = work.institutions.get(applied.institution)
        names = tuple(work.units.get(*one.key).name for one in applied.trades)
        tier = work.institutions.get(unit.parent_code) if unit.parent_code else None
        return FoundingFacts(work.today, tier, names)

    def problems(self) -> tuple[Finding, ...]:
        tier: Institution | None = self.facts.tier
        if tier and code_of(self):
            return ()
        args = {"tier": tier.code if tier else ""}
        return (Finding("station-number-unfit", "R1.1", args, box="number"),)

    def submit(self, work: UnitOfWork) -> Done:
        permit = Permit(
            region=self.region, valid_from=self.valid_from, valid_until=self.valid_until, units=()
        )
        application = StationApplicationId(int(self.application))
        station = work.station_applications.found(application, self.number, permit)
        put_away_drafts(work, station.code)
        told = {"name": station.name, "code": station.code, "until": self.valid_until}

        def news(words: Words) -> Outgoing:
            options = (Option(words.say("form-my_licence"), "/my_licence", "1"),)
            return Outgoing(words.say("station-founded-told", **told), options)

        tell_institution(work, station.code, news)
        steps = (f"/station_register {station.code}", f"/handing_over {station.code}", "/todo")
        return Done((Sentence("station-founded", told),), next=steps)


def put_away_drafts(work: UnitOfWork, station: str) -> None:
    """A station applies no more: what its people had begun is not offered to them again."""
    for person in work.people.holders(station):
        for draft in work.drafts.open_ones(person.id):
            if draft.form in APPLYING:
                work.drafts.close(draft.id, DraftState.CANCELLED)
