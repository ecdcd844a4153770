"""Stations on paper: the approval form, the licence and the register, in the words of the printed forms."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from conversations import reasons
from conversations.engine import wording
from conversations.engine.workbooks import asked
from conversations.stations.station_application import StationApplication
from conversations.words import LANGUAGES, FluentWords, words
from exports.licence import LicensedTrade, PrintedLicence
from exports.station_application import (
    PrintedEquipment,
    PrintedTrade,
    StationForm,
    StationOpinion,
)
from exports.station_register import StationRow
from exports.template import EmptySheet, TemplateColumn
from rules.approvals import DecisionKind, Desk, PaperKind, PaperState
from rules.catalogue import level_name
from rules.licences import HandedOver, LicensedUnit, activity_findings
from rules.stations import ManagementSystem, UnitKind
from store.institutions import Institution
from store.licences import Licence, LicenceId
from store.station_applications import StationApplicationId, StationRecord
from store.unit import UnitOfWork

PAPER = words(LANGUAGES[0])
"""The forms are printed in Chinese, whatever language the staff speak with us."""

SKIPPED = {"skipped": True}
AGREED = frozenset({DecisionKind.FORWARD, DecisionKind.APPROVE})


class Answers:
    """The kept answers of an application, by box."""

    def __init__(self, kept: Mapping[str, Any]) -> None:
        self._kept = kept

    def text(self, box: str) -> str:
        """What was written, or nothing."""
        value = self._kept.get(box)
        return "" if value is None or value == SKIPPED else str(value)

    def values(self, box: str) -> tuple[str, ...]:
        value = self._kept.get(box)
        return tuple(value) if isinstance(value, list) else ()

    def entries(self, part: str) -> Iterator[Mapping[str, Any]]:
        """The answers of each entry that was not taken away."""
        kept = self._kept.get(part) or {}
        for entry in kept.get("entries", ()):
            if not entry.get("removed"):
                yield entry["answers"]


def station_form(work: UnitOfWork, application: StationApplicationId) -> StationForm:
    """机械行业人才评价机构审批登记表, for the unit and the officers above it."""
    answers = Answers(work.station_applications.opened(application))
    record = work.station_applications.get(application)
    institution = work.institutions.get(record.institution)
    kind = UnitKind(answers.text("kind"))
    opinions = opinions_on(work, record)
    return StationForm(
        category=PAPER.say("station-category"),
        operator=institution.operator or institution.name,
        head=answers.text("head"),
        applied_on=day(record.filed_on),
        kind=answers.text("kind_note") if kind is UnitKind.OTHER else PAPER.argument(kind),
        legal_representative=answers.text("legal_representative"),
        address=answers.text("address"),
        phone=answers.text("phone"),
        postcode=answers.text("postcode"),
        teachers=answers.text("teachers"),
        staffing=staffing(work, record, answers),
        systems=PAPER.argument([ManagementSystem(value) for value in answers.values("systems")]),
        trades=tuple(printed_trade(work, one) for one in record.trades),
        office_area=answers.text("office_area"),
        theory_area=answers.text("theory_area"),
        practice_area=answers.text("practice_area"),
        equipment=equipment(answers, "equipment"),
        testing_equipment=equipment(answers, "testing_equipment"),
        second_tier=opinions.get(Desk.MANAGEMENT_STATION, StationOpinion()),
        centre=opinions.get(Desk.CENTRE, StationOpinion()),
        remarks=answers.text("remarks"),
    )


def staffing(work: UnitOfWork, record: StationRecord, answers: Answers) -> str:
    """考评人员、管理人员配备情况: the posts, the trained examiners of each trade, the note."""
    deputies = [str(entry["name"]) for entry in answers.entries("deputies")]
    examiners = [
        PAPER.say(
            "station-trained",
            trade=work.units.get(*one.key).name,
            count=work.examiners.trained_for(record.institution, one.key),
        )
        for one in record.trades
    ]
    posts = PAPER.say(
        "station-form-posts",
        head=answers.text("head"),
        deputies=deputies,
        officer=answers.text("full_time_officer"),
    )
    counted = PAPER.say("station-form-examiners", examiners=examiners)
    return "\n".join(filter(None, (posts, counted, answers.text("staff_note"))))


def equipment(answers: Answers, part: str) -> tuple[PrintedEquipment, ...]:
    entries = answers.entries(part)
    return tuple(PrintedEquipment(str(one["model"]), str(one["quantity"])) for one in entries)


def printed_trade(work: UnitOfWork, licensed: LicensedUnit) -> PrintedTrade:
    unit = work.units.get(*licensed.key)
    return PrintedTrade(unit.code, unit.name, levels(work, licensed))


def levels(work: UnitOfWork, licensed: LicensedUnit) -> str:
    """五级、四级: the names without what stands in brackets."""
    unit = work.units.get(*licensed.key)
    names = (PAPER.argument(level_name(level, unit)) for level in licensed.levels)
    return PAPER.argument([name.partition("（")[0] for name in names])


def opinions_on(work: UnitOfWork, record: StationRecord) -> dict[Desk, StationOpinion]:
    """What each desk that agreed last said, and when; of a paper that came back, only those it is past."""
    paper = work.papers.about(PaperKind.STATION_APPLICATION, record.id)
    if paper is None:
        return {}
    decided = paper.state is PaperState.APPROVED
    past = paper.chain if decided else paper.chain[: paper.chain.index(paper.desk)]
    return {
        decision.desk: StationOpinion(
            reasons.in_words(decision.opinion, PAPER), day(decision.at.date())
        )
        for decision in work.papers.history(paper)
        if decision.desk in past and decision.kind in AGREED
    }


def day(on: date) -> str:
    return f"{on.year} 年 {on.month} 月 {on.day} 日"


def printed_licence(work: UnitOfWork, number: LicenceId) -> PrintedLicence:
    """许可证, for its station and the officers above it."""
    licence = work.licences.seen(number)
    station = work.institutions.get(licence.station)
    return PrintedLicence(
        number=licence.number,
        station=station.name,
        code=station.code,
        operator=station.operator,
        region=licence.region,
        programmes=programmes(licence),
        since=day(licence.valid_from),
        until=day(licence.valid_until),
        trades=tuple(
            LicensedTrade(
                PAPER.argument(one.programme),
                one.code,
                work.units.get(*one.key).name,
                levels(work, one),
            )
            for one in licence.units
        ),
    )


def programmes(licence: Licence) -> str:
    return PAPER.argument(sorted(licence.programmes))


def register_rows(work: UnitOfWork) -> Iterator[StationRow]:
    """Every station the caller may see (R9.3)."""
    for station, licence in work.licences.register():
        yield register_row(work, station, licence)


def register_row(work: UnitOfWork, station: Institution, licence: Licence | None) -> StationRow:
    row = StationRow(
        code=station.code,
        name=station.name,
        operator=station.operator,
        region=station.region,
        state=PAPER.say("register-state-unlicensed"),
    )
    if licence is None:
        return row
    given = {one.thing: one.on for one in work.licences.handed_over(station.code)}
    why = [finding.key for finding in activity_findings(licence, work.today)]
    state = why[0].removeprefix("licence-") if why else "active"
    trades = (
        f"{work.units.get(*one.key).name}（{one.code}）{levels(work, one)}" for one in licence.units
    )
    return replace(
        row,
        number=licence.number,
        valid_from=licence.valid_from,
        valid_until=licence.valid_until,
        state=PAPER.say(f"register-state-{state}"),
        programmes=programmes(licence),
        trades="\n".join(trades),
        licence_on=given.get(HandedOver.LICENCE),
        plaque_on=given.get(HandedOver.PLAQUE),
        seal_on=given.get(HandedOver.SEAL),
    )


def empty_equipment(work: UnitOfWork, _: int) -> tuple[str, EmptySheet]:
    """The template of an equipment list; both lists of the form have the same columns."""
    assert work.caller.person
    say = words(work.people.get(work.caller.person).language)
    heading = (say.say("equipment-template-title"), say.say("equipment-template-how"))
    names = say.say("equipment-template-name"), say.say("equipment-template-choices")
    return "equipment", EmptySheet(*names, heading, tuple(equipment_columns(say)))


def equipment_columns(say: FluentWords) -> Iterator[TemplateColumn]:
    for box in asked(StationApplication.equipment):
        path = f"{StationApplication.equipment.name}.1.{box.name}"
        yield TemplateColumn(
            wording.title(StationApplication, path, say),
            say.say(f"equipment-template-{box.name}"),
            needed=not box.is_settled,
        )
