"""影像材料: a station hands in pictures and scans of an exam until nothing is missing (R7.4, R7.7)."""

from datetime import datetime, timedelta

import pytest

from conversations.engine.messages import Kind, Received
from conversations.expecting import wants_document
from conversations.house import house
from rules.findings import Finding
from rules.roles import Role
from store.clock import OFFICE_ZONE
from store.unit import Store
from tests.exams import BEGINS, Stage
from tests.fakes import FixedClock
from tests.officers import at
from tests.prepared import prepared
from tests.store.tree import HAMI, MANAGEMENT, of
from tests.talk import Talker

TAKEN = datetime(2026, 9, 1, 9, 30, tzinfo=OFFICE_ZONE)
PDF = "application/pdf"


@pytest.fixture
def stage(store: Store, clock: FixedClock) -> Stage:
    stage = prepared(Stage, store)
    stage.submitted()
    clock.office = BEGINS + timedelta(hours=4)
    return stage


@pytest.fixture
def station(stage: Stage) -> Talker:
    return stage.at(of(stage.station))


def photo(
    store: Store, content: str, taken_at: datetime | None = TAKEN, *, by_camera: bool = False
) -> Received:
    """A picture as the front desk hands it in."""
    with store.writing() as work:
        file = work.files.note(
            content.encode(), "image/jpeg", taken_at=taken_at, by_camera=by_camera
        )
    return Received(
        file.id,
        "image/jpeg",
        len(content),
        1200,
        900,
        taken_at=taken_at.replace(tzinfo=None).isoformat() if taken_at else None,
        by_camera=by_camera,
    )


def pdf(store: Store, content: str) -> Received:
    with store.writing() as work:
        file = work.files.note(content.encode(), PDF)
    return Received(file.id, PDF, len(content), digest="0" * 64)


def next_one(station: Talker) -> None:
    station.tap(next(value for value in station.values if value.endswith(" missing")))


def test_everything_is_handed_in_and_what_is_missing_is_always_named(
    stage: Stage, station: Talker
) -> None:
    store = stage.store
    station.tap("/exam_material")
    assert station.box == "place"
    assert [one.label for one in station.last.options][:2] == [
        "电焊工 理论考场照　缺",
        "电焊工 实操考场照　缺",
    ]
    station.say("1")
    assert station.last.question
    assert (station.box, station.last.question.input) == ("picture", "dated_photo")
    assert "2026-09-01 考试当天拍的，照片里有在场的考评员" in station.last.text
    station.show(photo(store, "yesterday's", TAKEN - timedelta(days=1)))
    assert station.error == "exam-material-other-day"
    assert "2026-08-31 拍的，而理论考试在 2026-09-01" in station.last.text
    station.show(photo(store, "theory room"))
    assert station.last.question.kind is Kind.CONFIRM
    station.tap("keep")
    assert station.box == "examiners"
    station.say("3")
    assert "收到电焊工 理论考场照。" in station.last.text
    assert "拍摄日期 2026-09-01 09:30（照片自带），在场考评员 3 位" in station.last.text
    assert "还缺 7 项：电焊工 实操考场照" in station.last.text
    next_one(station)
    station.show(photo(store, "practical room", by_camera=True))
    station.tap("keep")
    station.say("2")
    assert "（本系统相机）" in station.last.text
    next_one(station)
    station.show(photo(store, "the welded piece", None))
    station.tap("keep")
    assert station.box == "taken_on"
    station.say("2026-08-30")
    assert station.error == "exam-material-other-day"
    station.say("2026-09-01")
    assert "拍摄日期 2026-09-01（自述，照片里没有）" in station.last.text
    next_one(station)
    station.show(pdf(store, "theory sign-in"))
    assert "收到电焊工 理论签到表，第 1 页" in station.last.text
    station.tap(next(value for value in station.values if value.endswith(" page")))
    station.show(photo(store, "second sheet", None))
    assert "第 2 页" in station.last.text
    for content in ("practical sign-in", "scores", "paper"):
        next_one(station)
        station.show(pdf(store, content))
    assert "还缺 1 项：答卷和录像的存放地点" in station.last.text
    next_one(station)
    station.say("二楼档案室 3 号柜")
    assert "影像材料齐了" in station.last.text
    station.tap("/exam_material")
    assert station.last.options[-1].label == "答卷和录像的存放地点　二楼档案室 3 号柜"


def test_a_photo_is_replaced_and_a_page_removed(stage: Stage, station: Talker) -> None:
    store, batch = stage.store, stage.batch.number
    place = "JX04-06-04-01:workpiece"
    for content in ("blurred", "sharp"):
        station.tap(f"/exam_material {batch} {place}")
        station.show(photo(store, content))
        station.tap("keep")
    assert "原来那一张已换下" in station.last.text
    station.tap(f"/material_list {batch} {place}")
    (shown,) = station.last.files
    with store.reading() as work:
        assert work.files.content(shown.file) == b"sharp"
    removing = next(value for value in station.values if value.startswith("/remove_material"))
    station.tap(removing)
    assert "删掉后不能找回" in station.last.text
    sure = station.values[0]
    station.tap(sure)
    assert "已删除：电焊工 工件照" in station.last.text
    station.tap(sure)
    assert "已经删掉或换掉" in station.last.text


@pytest.mark.parametrize(
    "problem",
    [
        Finding("picture-unreadable"),
        Finding("document-locked"),
        Finding("picture-kind", args={"kind": "zip"}),
    ],
)
def test_what_is_no_picture_is_refused_with_its_reason(
    station: Talker, stage: Stage, problem: Finding
) -> None:
    station.tap(f"/exam_material {stage.batch.number} JX04-06-04-01:score_sheet")
    station.show(Received("", problem=problem))
    assert (station.box, station.error) == ("scan", problem.key)
    station.say("稍后发")
    assert (station.box, station.error) == ("scan", "photo-wanted-pdf")


def test_a_word_file_is_no_scan_and_a_long_pdf_is_taken_whole(
    stage: Stage, station: Talker
) -> None:
    station.tap(f"/exam_material {stage.batch.number} JX04-06-04-01:exam_paper")
    assert wants_document(stage.store, house(), station.token)
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    station.show(Received("f", word, 9, digest="0" * 64))
    assert station.error == "photo-wanted-pdf"
    station.show(pdf(stage.store, "many pages"))
    assert "收到电焊工 试卷扫描件，第 1 页" in station.last.text


def test_officers_look_and_others_do_not(stage: Stage, station: Talker) -> None:
    station.tap(f"/exam_material {stage.batch.number} JX04-06-04-01:workpiece")
    station.show(photo(stage.store, "piece"))
    station.tap("keep")
    officer = at(stage.store, Role.MANAGEMENT_OFFICER, MANAGEMENT)
    officer.tap(f"/material_list {stage.batch.number}")
    assert "电焊工 工件照　1 份" in officer.last.text
    assert not any(value.startswith("/exam_material") for value in officer.values)
    other = at(stage.store, Role.STATION_OFFICER, HAMI)
    for command in ("material_list", "exam_material"):
        other.tap(f"/{command} {stage.batch.number}")
        assert "不能查看或办理" in other.last.text


def test_before_the_exam_the_day_is_named(stage: Stage, station: Talker, clock: FixedClock) -> None:
    clock.office = BEGINS - timedelta(days=1)
    station.tap(f"/exam_material {stage.batch.number}")
    assert "考试在 2026-09-01" in station.last.text
    station.tap("/exam_material")
    assert "没有要交影像材料的批次" in station.last.text
