"""录入许可证: a station's licence as it was issued on paper, entered or put right (R1.7)."""

from collections.abc import Mapping
from dataclasses import dataclass

from conversations.engine.boxes import Day, Known, Many, Pick, Text, optional
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence
from conversations.sources.trades import trade_value
from conversations.stations.declared import Trade, unit_key
from conversations.stations.my_licence import licence_paper
from conversations.words import words
from rules.catalogue import Level
from rules.findings import Finding
from rules.licences import LicensedUnit, Permit, entry_findings
from rules.regions import read_region
from rules.roles import Action, who_may
from store.licences import Licence as Kept
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class LicenceFacts:
    """What was entered before."""

    before: Kept | None = None


class Licence(Form):
    """Opened for a station it begins with what is known; trades may also be typed anew."""

    roles = who_may(Action.SET_LICENCE)
    in_menu_of = roles
    facts_from = ("station",)

    station = Pick("stations_to_license")
    present = Known[Kept | None](
        lambda form: form.facts.before,
        lambda kept, words: (
            words.say("licence-entered-before", number=kept.number, until=kept.valid_until)
            if kept
            else words.say("engine-left-empty")
        ),
    )
    number = optional(Text(longest=60))
    region = Text(reader=read_region)
    valid_from = Day()
    valid_until = Day(earliest=lambda form: form.valid_from)
    trades = Many(Trade, at_least=1, at_most=99)

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        if not argument:
            return {}
        kept = work.licences.of(argument)
        return {"station": argument, **(answers_of(work, kept) if kept else {})}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> LicenceFacts:
        return LicenceFacts(work.licences.of(str(answers.get("station", ""))))

    def permit(self) -> Permit:
        return Permit(
            region=self.region,
            valid_from=self.valid_from,
            valid_until=self.valid_until,
            units=units_of(self),
        )

    def problems(self) -> tuple[Finding, ...]:
        return tuple(entry_findings(self.permit()))

    def submit(self, work: UnitOfWork) -> Done:
        entered = work.licences.enter(self.station, self.number or "", self.permit())
        assert work.caller.person
        say = words(work.people.get(work.caller.person).language)
        told = {
            "station": work.institutions.get(self.station).name,
            "number": entered.number,
            "until": entered.valid_until,
        }
        return Done(
            (Sentence("licence-entered", told),),
            (licence_paper(entered, say),),
            next=(f"/station_register {self.station}", f"/handing_over {self.station}", "/licence"),
        )


def units_of(form: Licence) -> tuple[LicensedUnit, ...]:
    """The trades as answered; one entered twice holds the levels of both lines."""
    merged: dict[str, set[Level]] = {}
    for one in form.trades:
        merged.setdefault(one.values["trade"], set()).update(one.values["levels"])
    return tuple(
        LicensedUnit(*unit_key(trade), tuple(sorted(levels, reverse=True)))
        for trade, levels in merged.items()
    )


def answers_of(work: UnitOfWork, kept: Kept) -> dict[str, Json]:
    """A licence as the answers of this form."""
    entries = [
        {
            "id": str(n),
            "answers": {
                "trade": trade_value(work.units.get(*unit.key)),
                "levels": [f"{level:d}" for level in unit.levels],
            },
        }
        for n, unit in enumerate(kept.units, start=1)
    ]
    return {
        "number": kept.number,
        "region": kept.region,
        "valid_from": kept.valid_from.isoformat(),
        "valid_until": kept.valid_until.isoformat(),
        "trades": {"entries": entries, "closed": True},
    }
