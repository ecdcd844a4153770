"""Becoming an exam station: what an application needs (R2.2), what an inspection finds (R2.8), name and code (R1.1)."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from rules.catalogue import Level, Programme, Unit, level_name
from rules.findings import Finding

UnitKey = tuple[Programme, str]
Thing = TypeVar("Thing", bound=StrEnum)

EXAMINERS_PER_TRADE = 3
"""G§2.1.2, 2.3 note 8."""
SITE_PHOTOS = 5
"""G§2.3 note 6."""


class UnitKind(StrEnum):
    """What the operator is (G§2.1.1, N§2, N§4). No kind is refused; `other` says in words what it is."""

    SECONDARY = "secondary"
    """普通中专"""
    VOCATIONAL = "vocational"
    """职业中专"""
    TECHNICAL = "technical"
    """技工学校"""
    HIGHER_VOCATIONAL = "higher_vocational"
    """高等职业技术学院"""
    INDEPENDENT = "independent"
    """独立学院"""
    CONTINUING = "continuing"
    """继续教育学院"""
    PRIVATE = "private"
    """民办大学"""
    TRAINING = "training"
    """技能培训机构"""
    ENTERPRISE = "enterprise"
    """企业"""
    PUBLIC = "public"
    """事业单位"""
    OTHER = "other"


class ManagementSystem(StrEnum):
    """The eight a station has in writing (G§2.1.4), in the order of the guide."""

    FINANCE = "finance"
    PROCEDURE = "procedure"
    DUTIES = "duties"
    ARCHIVES = "archives"
    PLAN = "plan"
    CONDUCT = "conduct"
    SECRECY = "secrecy"
    EXAMINATION = "examination"


class OfficeEquipment(StrEnum):
    """What stands in a fixed office of the station's own (G§2.1.3)."""

    PRINTER = "printer"
    FILING = "filing"
    TELEPHONE = "telephone"
    COMPUTERS = "computers"


class Venue(StrEnum):
    """The three areas of the printed form."""

    OFFICE = "office"
    THEORY = "theory"
    PRACTICE = "practice"


class Attachment(StrEnum):
    """What comes with the form (G§2.3 notes 6, 7; N annexes 5, 7)."""

    STAFF_LIST = "staff_list"
    PAST_ASSESSMENTS = "past_assessments"
    INTRODUCTION = "introduction"
    THREE_YEAR_PLAN = "three_year_plan"


class StationApplicationState(StrEnum):
    """How far an application has come; at which desk it lies is its paper's matter."""

    AWAITING_SEAL = "awaiting_seal"
    """Filled in; printed, signed and sealed by the unit before anybody sees it (G§2.3 notes 3, 4)."""
    UNDER_WAY = "under_way"
    APPROVED = "approved"
    """By the centre; its code is still to be given."""
    FOUNDED = "founded"
    ENDED = "ended"
    """Rejected or withdrawn; the unit may apply again."""


PRINTED = frozenset(
    {
        *("head", "trades", "kind", "kind_note", "legal_representative", "address", "phone"),
        *("postcode", "teachers", "deputies", "full_time_officer", "staff_note", "systems"),
        *("office_area", "theory_area", "practice_area", "equipment", "testing_equipment"),
        "remarks",
    }
)
"""The boxes that stand on the sheet signed and sealed: when one changes it has to be sealed anew."""


@dataclass(frozen=True, slots=True)
class DeclaredTrade:
    """A trade applied for, with its levels."""

    unit: Unit
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Equipment:
    """A line of an equipment list; `serves` are the units it is for."""

    name: str
    """Name and model, as printed in one box."""
    quantity: int
    serves: frozenset[UnitKey]


@dataclass(frozen=True, slots=True, kw_only=True)
class StationApplication:
    """The form as the rules judge it; what is still open is empty."""

    kind: UnitKind
    kind_note: str = ""
    trades: tuple[DeclaredTrade, ...] = ()
    head: str = ""
    deputies: tuple[str, ...] = ()
    full_time_officer: str = ""
    areas: Mapping[Venue, Decimal]
    """Square metres."""
    theory_for_training: bool = False
    """Whether there are rooms for training beside those for the theory exam (G§2.1.3)."""
    office_equipment: frozenset[OfficeEquipment] = frozenset()
    equipment: tuple[Equipment, ...] = ()
    testing_equipment: tuple[Equipment, ...] = ()
    systems: frozenset[ManagementSystem] = frozenset()
    attachments: frozenset[Attachment] = frozenset()
    site_photos: int = 0


def by_code(trades: Iterable[DeclaredTrade]) -> tuple[DeclaredTrade, ...]:
    """Ascending by code, levels as the catalogue prints them (G§2.3 note 2)."""
    ordered = sorted(trades, key=lambda trade: (trade.unit.programme, trade.unit.code))
    return tuple(
        DeclaredTrade(one.unit, tuple(sorted(set(one.levels), reverse=True))) for one in ordered
    )


def findings(
    application: StationApplication, trained: Callable[[UnitKey], int]
) -> tuple[Finding, ...]:
    """Everything R2.2 misses, at once (R4.9); `trained` counts a trade's examiners after their class."""
    return (
        *_unit(application),
        *_trades(application.trades),
        *_staff(application),
        *_examiners(application.trades, trained),
        *_venues(application),
        *_equipment(application),
        *_documents(application),
    )


def _unit(application: StationApplication) -> Iterator[Finding]:
    if application.kind is UnitKind.OTHER and not application.kind_note.strip():
        yield Finding("station-kind-note-missing", "R2.2", box="kind_note")


def _trades(trades: Sequence[DeclaredTrade]) -> Iterator[Finding]:
    if not trades:
        yield Finding("station-trades-missing", "R2.2", box="trades")
    counted = Counter(trade.unit.key for trade in trades)
    for trade in trades:
        name = {"trade": trade.unit.name}
        if not trade.unit.complete:
            yield Finding("station-trade-incomplete", "R1.5", name, box="trades")
        elif not trade.levels:
            yield Finding("station-levels-missing", "R2.2", name, box="trades")
        for level in trade.levels:
            if trade.unit.complete and not trade.unit.offers(level):
                args = {**name, "level": level_name(level, trade.unit)}
                yield Finding("station-level-unknown", "R1.3", args, box="trades")
    for unit in {trade.unit.key: trade.unit for trade in trades}.values():
        if counted[unit.key] > 1:
            yield Finding("station-trade-twice", "R2.2", {"trade": unit.name}, box="trades")


def _staff(application: StationApplication) -> Iterator[Finding]:
    """One head, at least one deputy, one full-time officer (G§2.1.2)."""
    for box, present in (
        ("head", application.head),
        ("deputies", application.deputies),
        ("full_time_officer", application.full_time_officer),
    ):
        if not present:
            yield Finding("station-staff-missing", "R2.2", {"post": box}, box=box)


def _examiners(
    trades: Sequence[DeclaredTrade], trained: Callable[[UnitKey], int]
) -> Iterator[Finding]:
    for unit in {trade.unit.key: trade.unit for trade in trades}.values():
        if (has := trained(unit.key)) < EXAMINERS_PER_TRADE:
            args = {"trade": unit.name, "has": has, "least": EXAMINERS_PER_TRADE}
            yield Finding("station-examiners-few", "R2.2", args)


def _venues(application: StationApplication) -> Iterator[Finding]:
    for venue in Venue:
        if application.areas.get(venue, Decimal(0)) <= 0:
            box = f"{venue}_area"
            yield Finding("station-venue-missing", "R2.2", {"venue": venue}, box=box)
    if not application.theory_for_training:
        yield Finding("station-training-room-missing", "R2.2", box="theory_for_training")
    if lacking := _lacking(OfficeEquipment, application.office_equipment):
        args = {"missing": lacking}
        yield Finding("station-office-lacks", "R2.2", args, box="office_equipment")


def _equipment(application: StationApplication) -> Iterator[Finding]:
    """Every trade has something to work on, and nothing stands for a trade not applied for (G§2.3 note 1).

    Not every trade is measured: testing equipment has to match the trades it is for, and the
    inspection finds whether it suffices.
    """
    declared = {trade.unit.key: trade.unit for trade in application.trades}
    served = {key for one in application.equipment for key in one.serves}
    for key, unit in declared.items():
        if key not in served:
            args = {"trade": unit.name}
            yield Finding("station-equipment-missing", "R2.2", args, box="equipment")
    for box, listed in (
        ("equipment", application.equipment),
        ("testing_equipment", application.testing_equipment),
    ):
        for one in listed:
            if not one.serves & declared.keys():
                yield Finding("station-equipment-idle", "R2.2", {"name": one.name}, box=box)
    if not application.testing_equipment:
        yield Finding("station-testing-missing", "R2.2", box="testing_equipment")


def _documents(application: StationApplication) -> Iterator[Finding]:
    if lacking := _lacking(ManagementSystem, application.systems):
        yield Finding("station-systems-missing", "R2.2", {"missing": lacking}, box="systems")
    for missing in _lacking(Attachment, application.attachments):
        args = {"attachment": missing}
        yield Finding("station-attachment-missing", "R2.2", args, box=str(missing))
    if (has := application.site_photos) < SITE_PHOTOS:
        counted = {"has": has, "least": SITE_PHOTOS}
        yield Finding("station-photos-few", "R2.2", counted, box="site_photos")


def _lacking(of: type[Thing], present: Collection[Thing]) -> tuple[Thing, ...]:
    return tuple(one for one in of if one not in present)


# --- the inspection (R2.8) ---


class InspectionLine(StrEnum):
    """The lines of R2.2 an inspector finds out on site."""

    STAFF = "staff"
    EXAMINERS = "examiners"
    THEORY_VENUE = "theory_venue"
    PRACTICE_VENUE = "practice_venue"
    OFFICE = "office"
    EQUIPMENT = "equipment"
    TESTING_EQUIPMENT = "testing_equipment"
    RECORDS = "records"
    """Staff list and account of past assessments."""
    SYSTEMS = "systems"
    MATERIALS = "materials"
    """Photos, introduction, three-year plan."""


class InspectionVerdict(StrEnum):
    """What was found at one line."""

    MET = "met"
    NOTED = "noted"
    """Met, with a remark."""
    NOT_MET = "not_met"


class InspectionResult(StrEnum):
    """What the inspection comes to."""

    PASSED = "passed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the record."""

    verdict: InspectionVerdict
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionRecord:
    """What the inspectors bring back."""

    on: date
    inspectors: tuple[str, ...]
    found: Mapping[InspectionLine, Found]
    photos: int
    result: InspectionResult


def inspection_findings(
    record: InspectionRecord, applied_on: date, today: date
) -> Iterator[Finding]:
    """Why a record cannot stand: a day that cannot be, lines without a word, a result against its lines."""
    if record.on > today:
        yield Finding("inspection-in-future", "R2.8", {"today": today}, box="inspected_on")
    if record.on < applied_on:
        yield Finding("inspection-too-early", "R2.8", {"applied": applied_on}, box="inspected_on")
    if not record.inspectors:
        yield Finding("inspection-inspectors-missing", "R2.8", box="inspectors")
    if not record.photos:
        yield Finding("inspection-photos-missing", "R2.8", box="photos")
    for line in InspectionLine:
        found = record.found.get(line)
        if found is None:
            yield Finding("inspection-line-open", "R2.8", {"line": line}, box=str(line))
        elif found.verdict is not InspectionVerdict.MET and not found.remark.strip():
            box = f"{line}_remark"
            yield Finding("inspection-remark-missing", "R2.8", {"line": line}, box=box)
    unmet = any(one.verdict is InspectionVerdict.NOT_MET for one in record.found.values())
    if unmet and record.result is InspectionResult.PASSED:
        yield Finding("inspection-passed-unmet", "R2.8", box="result")


# --- name and code (R1.1) ---


SECOND_TIER_CODE = re.compile(r"(\d{4})3\d{3}")
"""As 49283000 of the management station; its stations are 49284 and three figures."""


def station_code(second_tier: str, said: str) -> str | None:
    """The code of a station by its three figures, None where they give none.

    ▶ Of a second tier whose own code is none of these, the station's whole code has to be said.
    """
    number = said[-3:]
    if re.fullmatch(r"[0-9]{3}|[0-9]{8}", said) is None or number == "000":
        return None  # 000 is the second tier itself
    found = SECOND_TIER_CODE.fullmatch(second_tier)
    code = f"{found[1]}4{number}" if found else said
    return code if said in {code, number} and len(code) == 8 else None


def station_name(second_tier_name: str, number: str) -> str:
    """机械行业职业能力评价职教管理站 → 机械行业职业能力评价职教299考试站."""
    return f"{second_tier_name.removesuffix('管理站')}{number}考试站"
