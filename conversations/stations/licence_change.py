"""增减项: trades and levels a station adds to its licence or gives up (R1.7, R2.2)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from conversations.engine.boxes import Many, Part, Pick, Several, Text, only_if, optional
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Choosable, Json, Sentence
from conversations.filing import file_paper, receipt
from conversations.levels import level_options
from conversations.sources.trades import trade_value
from conversations.stations.declared import EquipmentLine, Trade, unit_key
from rules.approvals import PaperKind
from rules.catalogue import Level, Unit, level_name
from rules.findings import Finding
from rules.licence_changes import Change, findings
from rules.licences import UnitKey
from rules.roles import STATION_STAFF
from rules.stations import EXAMINERS_PER_TRADE, DeclaredTrade, Equipment
from store import rights
from store.institutions import Institution
from store.licence_changes import ChangeId
from store.licence_changes import LicenceChange as Filed
from store.licences import Licence
from store.papers import Paper, PaperId
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class ChangeFacts:
    """What the licence says now, and the units named on the form, with their trained examiners."""

    today: date
    station: Institution
    licence: Licence
    units: Mapping[str, Unit]
    trained: Mapping[UnitKey, int]


def levels_held(line: Sheet) -> Sequence[Choosable]:
    """What the licence has of the trade chosen just before."""
    unit = line.facts.units.get(line.trade)
    held = {
        x for one in line.facts.licence.units if unit and one.key == unit.key for x in one.levels
    }
    return [o for o in level_options(unit) if Level(int(o.value)) in held] if unit else ()


class Dropped(Part):
    """A trade of the licence with the levels given up."""

    trade = Pick("licensed_trades")
    levels = Several(levels_held, of=Level)


def adds(form: Sheet) -> bool:
    return bool(form.trades)


class LicenceChange(Form):
    """The licence is changed when the centre agrees."""

    roles = STATION_STAFF
    paper = PaperKind.LICENCE_CHANGE
    facts_from = ("trades", "dropped")

    trades = optional(Many(Trade))
    equipment = only_if(adds, Many(EquipmentLine, at_least=1))
    dropped = optional(Many(Dropped))
    reason = Text(longest=300)

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """Refused before anything is asked when there is no licence to change."""
        work.licences.get(rights.own_institution(work, STATION_STAFF).code)
        return {}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> ChangeFacts:
        station = rights.own_institution(work, STATION_STAFF)
        licence = work.licences.get(station.code)
        named = {unit.key for unit in licence.units} | chosen_units(answers)
        found = [unit for unit in (work.units.find(*key) for key in sorted(named)) if unit]
        trained = {u.key: work.examiners.trained_for(station.code, u.key) for u in found}
        units = {trade_value(unit): unit for unit in found}
        return ChangeFacts(work.today, station, licence, units, trained)

    @classmethod
    def briefing(cls, work: UnitOfWork, paper: Paper) -> tuple[Sentence, ...]:
        """Examiners of each added trade today, and what the licence would come to."""
        filed = work.licence_changes.get(ChangeId(paper.subject))
        return tuple(examiners_today(work, filed))

    def change(self) -> Change:
        return Change(
            tuple(self.declared(self.trades)),
            tuple(self.declared(self.dropped)),
            tuple(
                Equipment(one.model, int(one.quantity), frozenset(map(unit_key, one.serves)))
                for one in self.equipment or ()
            ),
        )

    def declared(self, lines: Sequence[Any] | None) -> Iterator[DeclaredTrade]:
        for one in lines or ():
            yield DeclaredTrade(self.facts.units[one.trade], one.levels)

    def problems(self) -> Iterator[Finding]:
        facts: ChangeFacts = self.facts
        trained = facts.trained
        return findings(self.change(), facts.licence, facts.today, lambda key: trained.get(key, 0))

    def submit(self, work: UnitOfWork) -> Done:
        station = self.facts.station.code
        filed = self.kept(work, station)
        paper = file_paper(self, work, programme=None, institution=station, subject=filed.id)
        return Done((receipt(paper),), next=(f"/my_papers {paper.id}", "/menu"))

    def kept(self, work: UnitOfWork, station: str) -> Filed:
        if self.paper_id:
            subject = work.papers.own(PaperId(self.paper_id)).subject
            return work.licence_changes.correct(ChangeId(subject), self.change())
        return work.licence_changes.file(station, self.change())


def chosen_units(answers: Mapping[str, Json]) -> set[UnitKey]:
    """The units of both lists, as far as they are chosen."""
    entries = [entry for box in answers.values() for entry in box["entries"]]
    chosen = (entry["answers"].get("trade") for entry in entries)
    return {unit_key(value) for value in chosen if isinstance(value, str)}


def examiners_today(work: UnitOfWork, filed: Filed) -> Iterator[Sentence]:
    for one in filed.change.added:
        has = work.examiners.trained_for(filed.station, one.unit.key)
        yield Sentence(
            "change-briefing-examiners",
            {
                "trade": one.unit.name,
                "levels": tuple(level_name(level, one.unit) for level in one.levels),
                "has": has,
                "least": EXAMINERS_PER_TRADE,
                "enough": "yes" if has >= EXAMINERS_PER_TRADE else "no",
            },
        )
