"""The stations' papers from the chat to the printed page, for those who may have them (R2.3, R1.7, R9.3)."""

import io
from dataclasses import replace

import openpyxl
import pytest
from pypdf import PdfReader

from bot.press import Press
from conversations.engine.messages import Paper
from handlers.web.desk import Printed
from rules.approvals import DecisionKind, PaperKind
from rules.findings import NotPossible
from rules.licences import Permit
from rules.roles import Role
from store.station_applications import StationRecord
from store.unit import Caller, Store
from tests.examiners import OTHER_TIER, TIER, holder
from tests.prepared import prepared
from tests.station_talks import filed, sealed
from tests.stations import PERMIT, Stage, with_examiners
from tests.store.office import STATION
from tests.talk import talker
from tests.talks.conftest import database_url as database_url

Scene = tuple[Stage, StationRecord]


def applied(store: Store) -> Scene:
    """Filled in, signed and sealed in the chat."""
    stage = with_examiners(store)
    unit = talker(store, stage.unit)
    filed(unit)
    sealed(unit)
    with store.reading() as work:
        found = work.station_applications.of("U000001")
    assert found
    return stage, found


@pytest.fixture
def scene(store: Store) -> Scene:
    return prepared(applied, store)


@pytest.fixture
def stage(scene: Scene) -> Stage:
    return scene[0]


@pytest.fixture
def record(scene: Scene) -> StationRecord:
    return scene[1]


def printed(store: Store, caller: Caller, export: str, subject: int) -> Printed:
    assert caller.person
    press = Press(store)
    return press.print(press.collect(Paper(export, subject, ""), caller.person))


def text_of(paper: Printed) -> str:
    pages = PdfReader(io.BytesIO(paper.data)).pages
    return "".join("".join(page.extract_text().split()) for page in pages)


def test_the_form_holds_what_was_answered_for_unit_and_officers(
    stage: Stage, record: StationRecord
) -> None:
    for caller in (stage.unit, stage.officer, stage.centre):
        text = text_of(printed(stage.store, caller, "station_application_pdf", record.id))
        for words in (
            "无锡市第一技工学校",
            "技工学校",
            "江苏省无锡市惠山区学院路",
            "0510-82712345",
            "站长：王建国",
            "副站长：刘芳",
            "电焊工3人",
            "考试管理制度",
            "JX04-06-04-01",
            "五级、四级",
            "焊机ZX7-400",
            "焊缝检验尺",
            "180.5",
        ):
            assert words in text
    assert printed(stage.store, stage.unit, "station_application_word", record.id).data[:2] == b"PK"


def test_an_opinion_is_printed_until_a_correction_starts_anew(
    stage: Stage, record: StationRecord
) -> None:
    stage.inspect(record)
    with stage.store.reading() as work:
        paper = work.papers.under_way(PaperKind.STATION_APPLICATION, record.id)
    assert paper
    with stage.store.writing(stage.officer) as work:
        work.papers.decide(paper.id, DecisionKind.FORWARD, reason="现场合格，同意推荐")
    agreed = text_of(printed(stage.store, stage.unit, "station_application_pdf", record.id))
    assert "现场合格，同意推荐" in agreed
    assert "（盖章）2026年6月1日" in agreed
    with stage.store.writing(stage.centre) as work:
        work.papers.decide(paper.id, DecisionKind.RETURN, boxes={"remarks": "请补写"})
    with stage.store.writing(stage.unit) as work:
        work.papers.resubmit(paper.id, {"address": "另一处"})
    anew = text_of(printed(stage.store, stage.unit, "station_application_pdf", record.id))
    assert "同意推荐" not in anew


def test_nobody_else_gets_form_or_licence(stage: Stage, record: StationRecord) -> None:
    with stage.store.writing() as work:
        licence = work.licences.enter(STATION.code, "", permit_of(record))
    strangers = (
        holder(stage.store, Role.STATION_HEAD, "49284299", 61),
        holder(stage.store, Role.MANAGEMENT_OFFICER, OTHER_TIER.code, 62),
        holder(stage.store, Role.EXAMINER, STATION.code, 63),
    )
    for caller in strangers:
        for export, subject in (
            ("station_application_pdf", record.id),
            ("licence_pdf", licence.id),
        ):
            with pytest.raises(NotPossible):
                printed(stage.store, caller, export, subject)
    own = holder(stage.store, Role.STATION_OFFICER, STATION.code, 64)
    assert "许可证" in text_of(printed(stage.store, own, "licence_pdf", licence.id))


def test_the_register_holds_the_stations_the_caller_may_see(
    stage: Stage, record: StationRecord
) -> None:
    with stage.store.writing() as work:
        work.licences.enter(STATION.code, "", permit_of(record))

    def rows(caller: Caller) -> list[tuple[object, ...]]:
        data = printed(stage.store, caller, "station_register", 0).data
        page = openpyxl.load_workbook(io.BytesIO(data)).active
        assert page is not None
        return list(page.iter_rows(min_row=4, values_only=True))

    assert [row[1] for row in rows(stage.centre)] == ["49284267", "49284299"]
    ((_, code, *_, trades, _licence, _plaque, _seal),) = rows(stage.officer)
    assert (code, trades) == (STATION.code, "电焊工（JX04-06-04-01）五级、四级")
    with pytest.raises(NotPossible):
        printed(
            stage.store, holder(stage.store, Role.SUPERVISOR, TIER.code, 65), "station_register", 0
        )


def test_the_equipment_list_opens_as_an_empty_workbook(stage: Stage) -> None:
    data = printed(stage.store, stage.unit, "equipment_template", 0).data
    page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    titles = [str(cell.value).rstrip(" *") for cell in page[3]]
    assert titles == ["设备名称、型号", "数量", "用于工种"]


def permit_of(record: StationRecord) -> Permit:
    return replace(PERMIT, units=record.trades)
