"""Spot checks in talks: asked for, answered with enclosures, put right, closed; drawn by a number anybody can check (R7.7)."""

from datetime import datetime

import pytest

from rules.findings import NotPossible
from rules.roles import Role
from rules.spot_checks import SpotCheckMaterial, SpotCheckState, drawn
from store.clock import OFFICE_ZONE
from store.spot_checks import Request
from store.unit import Store
from tests.candidates import picture
from tests.fakes import FixedClock
from tests.prepared import prepared
from tests.scoring import Marking
from tests.store import tree
from tests.store.tree import YUNYANG, of
from tests.talk import Talker, talker

LATER = datetime(2026, 9, 20, 9, tzinfo=OFFICE_ZONE)


@pytest.fixture
def one(store: Store, clock: FixedClock) -> Marking:
    found = prepared(Marking, store, clock, people=1)
    clock.office = LATER
    return found


@pytest.fixture
def officer(one: Marking) -> Talker:
    return talker(one.store, one.officer)


@pytest.fixture
def station(one: Marking) -> Talker:
    return talker(one.store, one.station)


def asked(one: Marking, officer: Talker) -> None:
    officer.tap(f"/spot_check {one.batch.number}")
    officer.say("1 3")
    officer.say("请拍第 1 考场全景")
    officer.say("2026-09-19")
    assert (officer.box, officer.error) == ("due_on", "day-too-early")
    officer.say("2026-09-25")
    officer.tap("submit")


def state(one: Marking) -> SpotCheckState:
    with one.store.reading() as work:
        return work.spot_checks.of(one.batch.id)[-1].state


def reply(one: Marking, station: Talker, files: int = 1) -> None:
    station.say("材料齐全，见附件")
    station.say("教务处档案柜 3 号；视频在硬盘 B")
    for n in range(files):
        station.tap("yes")
        station.show(picture(one.store, f"room {n}"))
        station.tap("keep")
    station.tap("no")
    station.tap("submit")


def test_the_whole_way_with_a_correction(one: Marking, officer: Talker, station: Talker) -> None:
    asked(one, officer)
    told = one.heard(of(one.station))[-1]
    assert "2026-09-25 前提供：纸质答卷、视频。请拍第 1 考场全景" in told
    station.say("抽查回复")
    assert station.box == "answer"
    reply(one, station)
    assert "附件 1 个" in one.heard(of(one.officer))[-1]

    officer.say("抽查情况")
    officer.tap("/spot_checks 1")
    assert "材料存放处：教务处档案柜 3 号；视频在硬盘 B" in officer.last.text
    assert len(officer.last.files) == 1
    finding = next(value for value in officer.values if value.startswith("/spot_check_finding"))
    officer.tap(finding)
    officer.say("少 2 号机位的视频")
    officer.tap("correct")
    officer.say("补交 2 号机位视频")
    officer.say("2026-09-30")
    officer.tap("submit")
    assert state(one) is SpotCheckState.ASKED
    assert "补交 2 号机位视频" in one.heard(of(one.station))[-1]
    officer.tap(finding)
    assert "已经有人办过" in officer.last.text

    station.tap("/spot_check_reply 1")
    reply(one, station, files=0)
    officer.tap("/spot_checks 1")
    officer.tap(next(v for v in officer.values if v.startswith("/spot_check_finding")))
    officer.say("已补齐")
    officer.tap("in_order")
    assert "抽查结束" in officer.tap("submit").text
    assert state(one) is SpotCheckState.CLOSED
    station.tap("/spot_checks 1")
    assert "少 2 号机位的视频" in station.last.text
    assert "结论：没有问题，结束。已补齐" in station.last.text


def test_drawn_by_a_number_the_draw_can_be_repeated(one: Marking, officer: Talker) -> None:
    officer.say("抽查")
    officer.tap("drawn")
    officer.say("260920")
    officer.say("1")
    officer.tap("skip")
    officer.say("2026-09-25")
    done = officer.tap("submit")
    assert f"从 1 个批次里抽到 {one.batch.number}" in done.text
    assert "抽签号 260920" in done.text
    officer.tap("/spot_checks 1")
    assert "从 1 个批次里随机抽取，抽签号 260920" in officer.last.text
    officer.say("抽查")
    officer.tap("drawn")
    officer.say("7")
    officer.say("1")
    officer.tap("skip")
    officer.say("2026-09-25")
    assert "没有可以抽的批次" in officer.tap("submit").text


def test_a_draw_depends_on_nothing_but_the_list_and_the_number() -> None:
    numbers = [f"2026-{n:04}" for n in range(1, 101)]
    assert drawn(numbers, "260920") == drawn(list(reversed(numbers)), " 260920 ")
    assert len({drawn(numbers, str(seed)) for seed in range(400)}) > 90
    with pytest.raises(ValueError, match="nothing"):
        drawn([], "1")


def test_before_the_exam_and_twice_at_once_nothing_is_checked(
    one: Marking, officer: Talker, clock: FixedClock
) -> None:
    clock.office = datetime(2026, 8, 30, tzinfo=OFFICE_ZONE)
    officer.tap(f"/spot_check {one.batch.number}")
    assert "还没有考试" in officer.last.text
    clock.office = LATER
    asked(one, officer)
    officer.tap(f"/spot_check {one.batch.number}")
    assert "抽查还没有结束" in officer.last.text


def test_it_concerns_nobody_else(one: Marking, officer: Talker) -> None:
    asked(one, officer)
    stranger = talker(one.store, tree.hold(one.store, Role.STATION_OFFICER, YUNYANG))
    for step in ("/spot_checks 1", "/spot_check_reply 1"):
        stranger.tap(step)
        assert "不能查看或办理" in stranger.last.text
    stranger.tap("/spot_check_reply")
    assert "现在没有要回复的抽查" in stranger.last.text
    other = tree.hold(one.store, Role.MANAGEMENT_OFFICER, tree.BASE)
    request = Request((SpotCheckMaterial.PAPERS,), LATER.date())
    with pytest.raises(NotPossible, match="not-yours"), one.store.writing(other) as work:
        work.spot_checks.ask(one.batch.id, request)
