"""An application that has everything is taken; whatever it lacks is named, all of it at once (R2.2, R2.8)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from rules.catalogue import Level, Programme, Unit
from rules.stations import (
    Attachment,
    DeclaredTrade,
    Equipment,
    Found,
    InspectionLine,
    InspectionRecord,
    InspectionResult,
    InspectionVerdict,
    ManagementSystem,
    OfficeEquipment,
    StationApplication,
    UnitKey,
    UnitKind,
    Venue,
    by_code,
    findings,
    inspection_findings,
    station_code,
    station_name,
)

ALL = tuple(Level)
WELDER = Unit(Programme.CAPABILITY, "JX04-06-04", "焊工", "JX04-06-04-01", "电焊工", ALL, True)
TURNER = Unit(Programme.CAPABILITY, "JX04-05-01", "车工", "JX04-05-01-01", "数控车工", ALL, True)
SPARKS = Unit(Programme.SKILL_LEVEL, "6-18-01-08", "电切削工", "6-18-01-08-01", "电火花", ALL, True)
LOST = Unit(Programme.CAPABILITY, "JX04-05-01", "车工", "JX04-05-01-09", "待确认", (), False)
AREAS = {Venue.OFFICE: Decimal(60), Venue.THEORY: Decimal(180), Venue.PRACTICE: Decimal("900.5")}


def lathe(*units: Unit) -> Equipment:
    return Equipment("CA6140", 4, frozenset(unit.key for unit in units))


WHOLE = StationApplication(
    kind=UnitKind.TECHNICAL,
    trades=(DeclaredTrade(WELDER, (Level.FOUR, Level.THREE)),),
    head="王建国",
    deputies=("刘芳",),
    full_time_officer="陈明",
    areas=AREAS,
    theory_for_training=True,
    office_equipment=frozenset(OfficeEquipment),
    equipment=(lathe(WELDER),),
    testing_equipment=(lathe(WELDER),),
    systems=frozenset(ManagementSystem),
    attachments=frozenset(Attachment),
    site_photos=5,
)


def counted(number: int) -> Callable[[UnitKey], int]:
    return lambda _: number


def keys(application: StationApplication, examiners: int = 3) -> list[str]:
    return [finding.key for finding in findings(application, counted(examiners))]


def test_an_application_with_everything_is_taken() -> None:
    assert keys(WHOLE) == []


@pytest.mark.parametrize("kind", UnitKind)
def test_no_kind_of_unit_is_refused(kind: UnitKind) -> None:
    assert keys(replace(WHOLE, kind=kind, kind_note="协会")) == []


def test_another_kind_says_what_it_is() -> None:
    assert keys(replace(WHOLE, kind=UnitKind.OTHER, kind_note=" ")) == ["station-kind-note-missing"]


@pytest.mark.parametrize(("trained", "enough"), [(2, False), (3, True), (4, True)])
def test_a_trade_needs_three_trained_examiners(trained: int, *, enough: bool) -> None:
    assert (keys(WHOLE, trained) == []) is enough


def test_examiners_are_counted_for_each_trade() -> None:
    two = replace(
        WHOLE,
        trades=(*WHOLE.trades, DeclaredTrade(TURNER, (Level.FIVE,))),
        equipment=(lathe(WELDER, TURNER),),
    )
    (short,) = findings(two, {WELDER.key: 3, TURNER.key: 1}.__getitem__)
    assert (short.key, short.rule) == ("station-examiners-few", "R2.2")
    assert short.args == {"trade": "数控车工", "has": 1, "least": 3}


@pytest.mark.parametrize(
    ("change", "key", "box"),
    [
        ({"head": ""}, "station-staff-missing", "head"),
        ({"deputies": ()}, "station-staff-missing", "deputies"),
        ({"full_time_officer": ""}, "station-staff-missing", "full_time_officer"),
        ({"areas": {**AREAS, Venue.OFFICE: Decimal(0)}}, "station-venue-missing", "office_area"),
        ({"areas": {**AREAS, Venue.THEORY: Decimal(0)}}, "station-venue-missing", "theory_area"),
        ({"areas": {Venue.OFFICE: 1, Venue.THEORY: 1}}, "station-venue-missing", "practice_area"),
        (
            {"theory_for_training": False},
            "station-training-room-missing",
            "theory_for_training",
        ),
        (
            {"office_equipment": frozenset(OfficeEquipment) - {OfficeEquipment.FILING}},
            "station-office-lacks",
            "office_equipment",
        ),
        ({"testing_equipment": ()}, "station-testing-missing", "testing_equipment"),
        (
            {"systems": frozenset(ManagementSystem) - {ManagementSystem.SECRECY}},
            "station-systems-missing",
            "systems",
        ),
        (
            {"attachments": frozenset(Attachment) - {Attachment.THREE_YEAR_PLAN}},
            "station-attachment-missing",
            "three_year_plan",
        ),
        ({"site_photos": 4}, "station-photos-few", "site_photos"),
    ],
)
def test_each_thing_that_is_missing_is_named_at_its_box(
    change: dict[str, object], key: str, box: str
) -> None:
    (missing,) = findings(replace(WHOLE, **change), counted(3))
    assert (missing.key, missing.box, missing.rule) == (key, box, "R2.2")


def test_everything_missing_is_named_at_once() -> None:
    empty = StationApplication(kind=UnitKind.OTHER, areas={})
    named = keys(empty, 0)
    assert len(named) == len(findings(empty, counted(0))) == 1 + 1 + 3 + 3 + 1 + 1 + 1 + 1 + 4 + 1
    assert set(named) >= {"station-trades-missing", "station-systems-missing"}


def test_what_is_lacking_of_a_list_is_told_piece_by_piece() -> None:
    (missing,) = findings(replace(WHOLE, systems=frozenset({ManagementSystem.FINANCE})), counted(3))
    assert missing.args["missing"] == tuple(ManagementSystem)[1:]


# --- trades and equipment ---


def test_equipment_must_match_the_trades() -> None:
    both = (*WHOLE.trades, DeclaredTrade(TURNER, (Level.FIVE,)))
    assert keys(replace(WHOLE, trades=both)) == ["station-equipment-missing"]
    idle = replace(WHOLE, equipment=(lathe(WELDER), lathe(TURNER)))
    assert keys(idle) == ["station-equipment-idle"]


def test_the_same_code_in_the_other_programme_is_another_trade() -> None:
    other = replace(WELDER, programme=Programme.SKILL_LEVEL)
    assert "station-equipment-missing" in keys(
        replace(WHOLE, trades=(DeclaredTrade(other, (Level.FOUR,)),))
    )


def test_a_trade_stands_once_with_levels_it_has() -> None:
    trade = WHOLE.trades[0]
    assert keys(replace(WHOLE, trades=(trade, trade))) == ["station-trade-twice"]
    assert keys(replace(WHOLE, trades=(DeclaredTrade(WELDER, ()),))) == ["station-levels-missing"]
    short = replace(WELDER, levels=(Level.FIVE,))
    wrong = (DeclaredTrade(short, (Level.FIVE, Level.ONE)),)
    (finding,) = findings(replace(WHOLE, trades=wrong), counted(3))
    assert (finding.key, finding.args["level"]) == ("station-level-unknown", 1)


def test_a_trade_yet_to_be_confirmed_cannot_be_applied_for() -> None:
    lost = replace(WHOLE, trades=(DeclaredTrade(LOST, ()),), equipment=(lathe(LOST),))
    lost = replace(lost, testing_equipment=(lathe(LOST),))
    assert keys(lost) == ["station-trade-incomplete"]


def test_trades_are_listed_by_code_ascending_with_levels_as_printed() -> None:
    ordered = by_code(
        [
            DeclaredTrade(SPARKS, (Level.FOUR,)),
            DeclaredTrade(WELDER, (Level.THREE, Level.FIVE, Level.FIVE)),
            DeclaredTrade(TURNER, (Level.FOUR,)),
        ]
    )
    assert [trade.unit for trade in ordered] == [TURNER, WELDER, SPARKS]
    assert ordered[1].levels == (Level.FIVE, Level.THREE)


# --- the inspection ---

APPLIED, TODAY = date(2026, 6, 1), date(2026, 6, 20)
RECORD = InspectionRecord(
    on=date(2026, 6, 15),
    inspectors=("孙丽华",),
    found=dict.fromkeys(InspectionLine, Found(InspectionVerdict.MET)),
    photos=2,
    result=InspectionResult.PASSED,
)


def wrong(record: InspectionRecord) -> list[tuple[str, str | None]]:
    return [(f.key, f.box) for f in inspection_findings(record, APPLIED, TODAY)]


def found(line: InspectionLine, verdict: InspectionVerdict, remark: str = "") -> InspectionRecord:
    return replace(RECORD, found={**RECORD.found, line: Found(verdict, remark)})


def test_a_record_with_every_line_met_passes() -> None:
    assert wrong(RECORD) == []


@pytest.mark.parametrize(
    ("on", "key"),
    [
        (date(2026, 5, 31), "inspection-too-early"),
        (APPLIED, None),
        (TODAY, None),
        (date(2026, 6, 21), "inspection-in-future"),
    ],
)
def test_the_inspection_lies_between_application_and_today(on: date, key: str | None) -> None:
    assert wrong(replace(RECORD, on=on)) == ([(key, "inspected_on")] if key else [])


def test_what_is_not_met_says_why_and_does_not_pass() -> None:
    unmet = found(InspectionLine.OFFICE, InspectionVerdict.NOT_MET)
    assert wrong(unmet) == [
        ("inspection-remark-missing", "office_remark"),
        ("inspection-passed-unmet", "result"),
    ]
    told = found(InspectionLine.OFFICE, InspectionVerdict.NOT_MET, "没有资料柜")
    assert wrong(replace(told, result=InspectionResult.FAILED)) == []


def test_a_line_met_with_a_remark_passes_with_its_remark() -> None:
    assert wrong(found(InspectionLine.STAFF, InspectionVerdict.NOTED, "副站长下月到岗")) == []
    assert wrong(found(InspectionLine.STAFF, InspectionVerdict.NOTED)) == [
        ("inspection-remark-missing", "staff_remark")
    ]


def test_no_line_no_inspector_and_no_photo_may_be_left_out() -> None:
    empty = replace(RECORD, found={}, inspectors=(), photos=0)
    assert [key for key, _ in wrong(empty)] == [
        "inspection-inspectors-missing",
        "inspection-photos-missing",
        *["inspection-line-open"] * len(InspectionLine),
    ]


# --- name and code ---


@pytest.mark.parametrize(
    ("second_tier", "number", "code"),
    [
        ("49283000", "299", "49284299"),
        ("49283000", "001", "49284001"),
        ("49283000", "000", None),
        ("49283000", "29", None),
        ("49283000", "2990", None),
        ("49283000", "２９９", None),
        ("49283000", "49284299", "49284299"),
        ("49283000", "49285299", None),
        ("J65", "299", None),
        ("J65", "49654012", "49654012"),
        ("J65", "49654000", None),
    ],
)
def test_the_code_is_the_second_tiers_and_three_figures_or_said_whole(
    second_tier: str, number: str, code: str | None
) -> None:
    assert station_code(second_tier, number) == code


def test_the_name_holds_the_number_of_the_code() -> None:
    name = station_name("机械行业职业能力评价职教管理站", "299")
    assert name == "机械行业职业能力评价职教299考试站"
