"""A unit becomes a station in the chat: form, seals, return and correction, inspection, founding (R2.1–R2.3, R2.8)."""

from datetime import date

import pytest

from conversations.engine.messages import Kind, Paper, Received
from rules.cells import Cell, SentSheet
from rules.stations import StationApplicationState
from store.unit import Store
from tests.conftest import both_databases
from tests.examiners import APPLICANT
from tests.prepared import prepared
from tests.station_talks import ANSWERS, agreed, filed, fill, inspected, sealed
from tests.stations import Stage, set_stage, with_examiners
from tests.talk import Talker, talker


@pytest.fixture
def stage(store: Store) -> Stage:
    return prepared(with_examiners, store)


@pytest.fixture
def unit(stage: Stage) -> Talker:
    return talker(stage.store, stage.unit)


@pytest.fixture
def officer(stage: Stage) -> Talker:
    return talker(stage.store, stage.officer)


@pytest.fixture
def centre(stage: Stage) -> Talker:
    return talker(stage.store, stage.centre)


def workbook(*rows: tuple[Cell, ...]) -> Received:
    """A sheet as the edge reads it."""
    titles = ("设备名称、型号", "数量", "用于工种")
    return Received("w1", "xlsx", sheet=SentSheet("设备清单", (titles, *rows)))


def state(stage: Stage) -> StationApplicationState:
    with stage.store.reading() as work:
        latest = work.station_applications.of(APPLICANT.code)
    assert latest
    return latest.state


def test_the_form_asks_in_printed_order_and_ends_with_what_to_print(unit: Talker) -> None:
    unit.tap("/station_application")
    review = fill(unit, ANSWERS)
    assert "电焊工" in review.text
    assert "承建单位名称：无锡市第一技工学校" in review.text
    assert "已培训考评员：电焊工 3 人" in review.text
    done = unit.tap("submit")
    assert "法人亲笔签字" in done.text
    assert [f.export for f in done.files if isinstance(f, Paper)] == [
        "station_application_pdf",
        "station_application_word",
    ]
    assert unit.values[0] == "/sealed_application"


@both_databases
def test_everything_missing_is_told_at_once_and_nothing_typed_is_lost(
    stage: Stage, unit: Talker
) -> None:
    unit.tap("/station_application")
    less = {
        **ANSWERS,
        "systems": "1 2 3",
        "deputies.more": "否",
        "full_time_officer": "-",
        "office_area": "0",
        "site_photos.more": ["是", "是", "否"],
    }
    fill(unit, less)
    refused = unit.tap("submit")
    for told in (
        "还差副站长，至少 1 人",
        "还差专职管理人员 1 人",
        "还没有办公场地",
        "管理制度还差：档案管理制度、认定工作计划",
        "实训环境照片现在 2 张，要 5 张",
    ):
        assert told in refused.text
    assert "江苏省无锡市惠山区学院路" in refused.text
    unit.tap("edit:systems")
    unit.say("0")
    assert "管理制度还差" not in unit.last.text
    with stage.store.reading() as work:
        assert work.station_applications.of(APPLICANT.code) is None


def test_too_few_trained_examiners_are_named_by_trade(store: Store) -> None:
    stage = set_stage(store)
    stage.train(2)
    unit = talker(store, stage.unit)
    refused = filed(unit)
    assert "电焊工的考评员现在 2 人，至少要 3 人" in refused.text


def test_nobody_sees_it_before_its_seals(stage: Stage, unit: Talker, officer: Talker) -> None:
    filed(unit)
    assert "考试站申报" not in officer.tap("/todo").text
    assert "由管理站办理" in sealed(unit).text
    assert "无锡市第一技工学校" in officer.tap("/todo").text
    assert state(stage) is StationApplicationState.UNDER_WAY


def test_until_then_it_opens_again_as_it_was_filled_in(stage: Stage, unit: Talker) -> None:
    filed(unit)
    again = unit.tap("/station_application")
    assert again.question
    assert again.question.kind is Kind.REVIEW
    unit.tap("edit:address")
    unit.say("江苏省无锡市滨湖区 2 号")
    assert "法人亲笔签字" in unit.tap("submit").text
    with stage.store.reading(stage.unit) as work:
        latest = work.station_applications.of(APPLICANT.code)
        assert latest
        boxes = work.station_applications.opened(latest.id)
    assert boxes["address"] == "江苏省无锡市滨湖区 2 号"


def test_while_it_is_decided_it_does_not_open(unit: Talker) -> None:
    filed(unit)
    sealed(unit)
    assert "正在审批，这期间不能改" in unit.tap("/station_application").text
    assert unit.last.question is None
    assert "现在没有等盖章的申报表" in unit.tap("/sealed_application").text
    assert unit.values == ["/cancel"]


@both_databases
def test_the_whole_way_with_a_return_to_one_box_and_a_failed_inspection(
    stage: Stage, unit: Talker, officer: Talker, centre: Talker
) -> None:
    filed(unit)
    sealed(unit)
    with stage.store.reading(stage.officer) as work:
        (paper,) = work.papers.waiting_for_caller().things

    # The officer reads it, sees that nobody has been there yet, and cannot recommend.
    whole = officer.tap(f"/approve {paper.id}")
    assert "还没有现场验收" in whole.text
    assert "电焊工：已培训考评员 3 人" in whole.text
    assert officer.values[0] == f"/inspection {paper.subject}"
    assert [f.export for f in whole.files if isinstance(f, Paper)] == [
        "station_application_pdf",
        "station_application_word",
    ]
    forward = next(value for value in officer.values if value.endswith(" forward"))
    officer.tap(forward)
    assert "还没有现场验收记录" in officer.say("同意").text

    # Returned to the address; the unit corrects that box, prints and seals anew.
    officer.tap(f"/approve {paper.id}")
    officer.tap(next(value for value in officer.values if value.endswith(" return")))
    for answer in ("承建单位地址", "请写门牌号", "否"):
        officer.say(answer)
    assert "退回" in officer.last.text
    unit.tap(f"/station_application paper:{paper.id}")
    assert unit.box == "address"
    assert "请写门牌号" in unit.last.text
    unit.say("江苏省无锡市惠山区学院路 18 号")
    unit.tap("submit")
    assert "法人亲笔签字" in unit.last.text
    unit.tap(f"/station_application paper:{paper.id}")
    assert "学院路 18 号" in unit.last.text
    unit.tap("/menu")
    sealed(unit)

    # A failed inspection keeps it there, a passed one lets it go on.
    failed = inspected(officer, office="不符合", office_remark="没有资料柜")
    assert "现场验收不合格" in failed.text
    assert "2026-06-01 现场验收：不合格（孙丽华、李强）" in officer.tap(f"/approve {paper.id}").text
    assert "办公用房和设备：不符合，没有资料柜" in officer.last.text
    inspected(officer)
    officer.tap(f"/approve {paper.id}")
    assert not any(value.startswith("/inspection") for value in officer.values)
    agreed(officer, paper.id, "forward")
    agreed(centre, paper.id, "approve")
    assert state(stage) is StationApplicationState.APPROVED

    # The centre gives the number; the unit is told and is a station from now on.
    centre.tap("/new_station")
    fill(
        centre,
        {
            "number": "301",
            "region": "江苏",
            "valid_from": "2026-07-01",
            "valid_until": "2029-06-30",
        },
    )
    assert "机构编码：49284301" in centre.last.text
    assert "机械行业职业能力评价职教301考试站已设立" in centre.tap("submit").text
    mine = unit.tap("/my_licence")
    assert "许可证 49284301　江苏省" in mine.text
    assert "职业能力　电焊工" in mine.text
    menu = unit.tap("/menu")
    assert "考试站申报" not in menu.text + "".join(option.label for option in menu.options)
    with stage.store.reading() as work:
        assert work.licences.get("49284301").valid_until == date(2029, 6, 30)


@both_databases
def test_after_a_rejection_it_is_filed_anew_and_sealed_anew(
    stage: Stage, unit: Talker, officer: Talker
) -> None:
    filed(unit)
    sealed(unit)
    with stage.store.reading(stage.officer) as work:
        (paper,) = work.papers.waiting_for_caller().things
    officer.tap(f"/approve {paper.id}")
    officer.tap(next(value for value in officer.values if value.endswith(" reject")))
    officer.say("场地不在许可区域")
    assert state(stage) is StationApplicationState.ENDED
    unit.tap(f"/station_application paper:{paper.id}")
    assert "江苏省无锡市惠山区学院路" in unit.last.text
    unit.tap("submit")
    assert state(stage) is StationApplicationState.AWAITING_SEAL
    with stage.store.reading(stage.unit) as work:
        latest = work.station_applications.of(APPLICANT.code)
        assert latest
        assert "first_page" not in work.station_applications.opened(latest.id)
    assert "由管理站办理" in sealed(unit).text


def test_equipment_may_come_from_a_workbook(store: Store) -> None:
    unit = talker(store, prepared(with_examiners, store).unit)
    unit.tap("/station_application")
    answers = {**ANSWERS, "equipment.more": []}
    with pytest.raises(IndexError):
        fill(unit, answers)
    assert unit.box == "equipment.more"
    assert [f.export for f in unit.last.files if isinstance(f, Paper)] == ["equipment_template"]
    unit.show(workbook(("焊机 ZX7-400", 12, "电焊工"), ("切割机", "两台", "电焊工")))
    assert "数量" in unit.last.text
    unit.show(workbook(("焊机 ZX7-400", 12, "电焊工"), ("切割机 LGK-100", 2, None)))
    assert "2 行都可以用" in unit.last.text
    assert unit.box == "testing_equipment.more"
    fill(unit, {"testing_equipment.more": "否", "site_photos.more": "否", "remarks": "-"})
    assert "1. 焊机 ZX7-400　12　" in unit.last.text
    assert "2. 切割机 LGK-100　2　" in unit.last.text
