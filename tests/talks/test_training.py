"""Training classes and supervisors in the chat: announced, full, changed, called off, assessed (R2.7, R2.9)."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.timetable import timetable
from rules.candidates import Sex
from rules.roles import Role
from rules.training import TrainingKind, TrainingResult
from store.unit import Caller, Store
from tests.conftest import both_databases
from tests.examiners import (
    CENTRE,
    OTHER_TIER,
    TIER,
    announced,
    furnish,
    heard,
    holder,
    proposed,
)
from tests.fakes import FixedClock
from tests.people import id_number
from tests.store.office import OTHER_STATION, STATION
from tests.talk import Talker, talker

NEW_CLASS = ("考评员", "面授", "北京市西城区", "2026-06-10", "2026-06-12", "2")
SUPERVISOR = (
    "刘志强",
    id_number(date(1975, 3, 9), Sex.MALE, serial=7),
    "北京联合大学",
    "13812345678",
)


@pytest.fixture(autouse=True)
def tree(store: Store) -> None:
    furnish(store)


@pytest.fixture
def at_station(store: Store) -> Caller:
    return holder(store, Role.STATION_HEAD, STATION.code, 101)


@pytest.fixture
def at_tier(store: Store) -> Caller:
    return holder(store, Role.MANAGEMENT_OFFICER, TIER.code, 102)


@pytest.fixture
def head(store: Store, at_station: Caller) -> Talker:
    return talker(store, at_station)


@pytest.fixture
def officer(store: Store, at_tier: Caller) -> Talker:
    return talker(store, at_tier)


def answered(talker: Talker, *answers: str) -> Talker:
    for answer in answers:
        talker.say(answer)
    return talker


def planned(officer: Talker) -> Talker:
    officer.tap("/new training_class")
    answered(officer, *NEW_CLASS)
    officer.tap("submit")
    return officer


def full_class(store: Store, at_station: Caller, officer: Talker, head: Talker) -> None:
    """Two seats, three nominated by their station."""
    planned(officer)
    for serial, name in ((1, "王建国"), (2, "李国强"), (3, "张志远")):
        proposed(store, at_station, serial, name=name)
        head.tap(f"/nomination KP26-000{serial}")
        head.tap("PX26-001")


def test_a_class_is_announced_and_listed_for_the_stations_below(
    store: Store, head: Talker, officer: Talker
) -> None:
    assert "还没有培训班" in head.tap("/training_classes").text
    planned(officer)
    assert "PX26-001 已建立：考评员，面授，2026-06-10 到 2026-06-12" in officer.last.text
    assert "1 PX26-001　考评员　面授" in head.tap("/training_classes").text
    assert "/training_class" not in head.values
    elsewhere = talker(store, holder(store, Role.STATION_HEAD, OTHER_STATION.code, 110))
    assert "还没有培训班" in elsewhere.tap("/training_classes").text
    assert "没有这个培训班" in elsewhere.tap("/training_classes PX26-001").text
    centre = talker(store, holder(store, Role.CENTRE_OFFICER, CENTRE.code, 111))
    assert "PX26-001" in centre.tap("/training_classes").text


def test_the_end_does_not_precede_the_start(officer: Talker) -> None:
    officer.tap("/training_class")
    answered(officer, *NEW_CLASS[:4], "2026-06-09")
    assert officer.error == "day-too-early"


def test_a_full_class_says_plainly_which_place_on_the_waiting_list(
    store: Store, at_station: Caller, head: Talker, officer: Talker
) -> None:
    full_class(store, at_station, officer, head)
    assert "2 个席位已满，张志远候补第 1 位" in head.last.text
    shown = officer.tap("/training_classes PX26-001").text
    assert "席位 2，已占 2，候补 1" in shown
    assert "张志远　常州市工贸高级技工学校　候补第 1 位" in shown


def test_more_seats_are_told_to_who_moves_up(
    store: Store, at_station: Caller, head: Talker, officer: Talker
) -> None:
    full_class(store, at_station, officer, head)
    officer.tap("/training_class PX26-001")
    officer.say("修改 席位")
    officer.say("3")
    assert "已通知 3 位参加人" in officer.tap("submit").text
    told = heard(store, head)
    assert any("有变动" in text and "王建国、李国强、张志远" in text for text in told)
    assert any("张志远已从候补转为正式席位" in text for text in told)


@both_databases
def test_a_seat_set_free_by_a_closed_application_is_told_within_the_hour_and_once(
    store: Store, clock: FixedClock, at_station: Caller, head: Talker, officer: Talker
) -> None:
    full_class(store, at_station, officer, head)
    with store.writing() as work:
        first, *_ = work.examiner_applications.of(STATION.code)
        work.nominations.withdraw(first.id)
    seats = next(job for job in timetable() if job.name == "training-seats")
    for _ in range(2):
        with store.writing() as work:
            for place in seats.find(work, clock.office, 0, 100):
                seats.act(work, clock.office, place)
    told = [text for text in heard(store, head) if "转为正式席位" in text]
    assert told == ["培训班 PX26-001：张志远已从候补转为正式席位。"]


def test_a_class_called_off_is_told_and_frees_everybody(
    store: Store, at_station: Caller, head: Talker, officer: Talker
) -> None:
    full_class(store, at_station, officer, head)
    officer.tap("/cancel_class PX26-001")
    assert "什么都没有改" in officer.say("否").text
    officer.tap("/cancel_class PX26-001")
    assert "已通知 3 位参加人" in officer.say("是").text
    assert any("PX26-001（2026-06-10 到 2026-06-12）已取消" in text for text in heard(store, head))
    assert "已取消" in head.tap("/training_classes").text
    head.tap("/nomination")
    assert {"KP26-0001", "KP26-0002", "KP26-0003"} <= {*head.values}


@both_databases
def test_results_name_the_absent_and_the_failed_and_all_others_passed(
    store: Store, clock: FixedClock, at_station: Caller, head: Talker, officer: Talker
) -> None:
    full_class(store, at_station, officer, head)
    officer.tap("/training_class PX26-001")
    officer.say("修改 席位")
    officer.say("3")
    officer.tap("submit")
    officer.tap("/training_results PX26-001")
    answered(officer, "-", "-")
    assert "2026-06-12 结束，那天起才能登记结果" in officer.tap("submit").text
    officer.tap("/cancel")
    clock.advance(timedelta(days=11))
    officer.tap("/training_results PX26-001")
    names = [option.label for option in officer.last.options]
    assert names[:3] == ["王建国", "李国强", "张志远"]
    answered(officer, "1", "2")
    done = officer.tap("submit")
    assert "3 人，合格 1 人" in done.text
    told = next(text for text in heard(store, head) if "考核结果" in text)
    assert told.splitlines()[1:] == ["王建国　缺席", "李国强　合格", "张志远　不合格"]
    with store.reading() as work:
        held = work.training_classes.by_number("PX26-001")
        results = [place.result for place in work.nominations.of_class(held.id)]
    assert results == [TrainingResult.ABSENT, TrainingResult.PASSED, TrainingResult.FAILED]
    officer.tap("/training_classes PX26-001")
    assert "/cancel_class PX26-001" not in officer.values
    assert "/training_results PX26-001" in officer.values


def test_a_unit_hears_nothing_of_other_units_people(
    store: Store, clock: FixedClock, at_station: Caller, head: Talker, officer: Talker
) -> None:
    with store.writing() as work:
        work.institutions.put(replace(OTHER_STATION, parent_code=TIER.code))
    colleague = holder(store, Role.STATION_HEAD, OTHER_STATION.code, 110)
    other = talker(store, colleague)
    planned(officer)
    proposed(store, at_station, 1)
    proposed(store, colleague, 2, institution=OTHER_STATION.code, name="李国强")
    for number in ("KP26-0001", "KP26-0002"):
        officer.tap(f"/nomination {number}")
        officer.tap("PX26-001")
    officer.tap("/cancel_class PX26-001")
    officer.say("是")
    ours, theirs = "\n".join(heard(store, head)), "\n".join(heard(store, other))
    assert "王建国已列入培训班 PX26-001" in ours
    assert "李国强" not in ours
    assert "李国强" in theirs
    assert "王建国" not in theirs
    head.tap("/nomination KP26-0002")
    assert head.error == "pick-unknown"


def test_a_class_of_another_kind_is_not_offered(
    store: Store, at_station: Caller, at_tier: Caller, head: Talker
) -> None:
    announced(store, at_tier, kind=TrainingKind.EXAM_MANAGER)
    proposed(store, at_station)
    head.tap("/nomination KP26-0001")
    assert not [value for value in head.values if value.startswith("PX")]
    head.tap("PX26-001")
    assert head.error is not None


def entered(officer: Talker) -> str:
    """Submit the entry; its number in the register."""
    text = officer.tap("submit").text
    return re.findall(r"刘志强已登记，编号 (DD-\d+)", text)[0]


def test_a_supervisor_trained_before_is_appointed_and_gets_an_account(
    store: Store, officer: Talker
) -> None:
    officer.tap("/supervisor")
    answered(officer, *SUPERVISOR, "是", "第九期督导员培训班", "2026-03-01", "2029-05-31")
    assert SUPERVISOR[1] not in officer.last.text
    number = entered(officer)
    assert "在聘" in officer.last.text
    assert f"/personal_account {number}" in officer.values
    officer.tap(f"/personal_account {number}")
    assert "首次密码：" in officer.say("督导员刘志强").text
    listed = officer.tap("/supervisors")
    assert f"1 {number}　刘志强　北京联合大学" in listed.text
    shown = officer.tap(f"/supervisors {number}")
    assert "13812345678" in shown.text
    assert not any("13812345678" in text for text in heard(store, officer))
    officer.tap(f"/end_appointment {number}")
    officer.say("是")
    assert "已解聘" in officer.tap("/supervisors").text


def test_a_validity_longer_than_the_policy_is_refused(officer: Talker) -> None:
    officer.tap("/supervisor")
    answered(officer, *SUPERVISOR, "否", "2029-06-01")
    assert officer.error == "day-too-late"


def test_a_supervisor_to_be_trained_goes_through_a_class(
    store: Store, clock: FixedClock, at_tier: Caller, officer: Talker
) -> None:
    officer.tap("/supervisor")
    answered(officer, *SUPERVISOR, "否", "2029-05-31")
    number = entered(officer)
    assert "待培训" in officer.last.text
    announced(store, at_tier, kind=TrainingKind.SUPERVISOR)
    officer.tap(f"/nomination {number}")
    assert "有席位" in officer.tap("PX26-001").text
    clock.advance(timedelta(days=11))
    officer.tap("/training_results PX26-001")
    answered(officer, "-", "-")
    assert "合格 1 人" in officer.tap("submit").text
    assert "在聘" in officer.tap("/supervisors").text


def test_the_register_of_supervisors_is_the_management_stations_alone(store: Store) -> None:
    for role, at in (
        (Role.STATION_HEAD, STATION.code),
        (Role.CENTRE_OFFICER, CENTRE.code),
    ):
        other = talker(store, holder(store, role, at, 110 + len(role)))
        assert "DD-" not in other.tap("/supervisors").text
        other.tap("/supervisor")
        assert other.box is None
    elsewhere = talker(store, holder(store, Role.MANAGEMENT_OFFICER, OTHER_TIER.code, 130))
    assert "还没有督导员" in elsewhere.tap("/supervisors").text
