"""A message to a whole audience: counted and looked at before it goes, stopped while it goes (R1.11)."""

import pytest

from conversations.officers.sending import send_some
from rules.roles import Role
from store.unit import Store
from tests import officers
from tests.conftest import both_databases
from tests.fakes import FixedClock
from tests.officers import fill
from tests.store.tree import CENTRE, CHANGZHOU, HAMI, MANAGEMENT, URUMQI
from tests.talk import Talker
from tests.talks.test_notices import published

TEXT = "八月一日起停机维护一天。"


@pytest.fixture
def officer(store: Store) -> Talker:
    return officers.at(officers.grown(store), Role.MANAGEMENT_OFFICER, MANAGEMENT)


def send_all(store: Store) -> None:
    while send_some(store):
        pass


def last_heard(store: Store, talker: Talker) -> str:
    with store.reading() as work:
        session = work.sessions.find(talker.token)
        assert session is not None
        said = work.messages.last_said(session.person)
    return str(said["text"]) if said else ""


def test_the_review_shows_the_exact_number_and_the_message_as_it_is_read(
    store: Store, officer: Talker
) -> None:
    for code in (CHANGZHOU, HAMI, URUMQI):
        officers.at(store, Role.STATION_HEAD, code)
    officer.say("群发通知")
    fill(officer, audience="全体考试站", text=TEXT)
    assert "2 人，2 个机构（如职教102考试站、职教267考试站）" in officer.last.text
    assert f"{TEXT}\n—— 职教管理站" in officer.last.text


def test_confirmed_it_goes_to_all_of_them_and_the_end_is_told(
    store: Store, officer: Talker
) -> None:
    below = officers.at(store, Role.STATION_HEAD, CHANGZHOU)
    elsewhere = officers.at(store, Role.STATION_HEAD, URUMQI)
    officer.tap("/broadcast")
    fill(officer, audience="全体考试站", text=TEXT)
    assert "开始发送，共 1 人" in officer.tap("submit").text
    send_all(store)
    assert last_heard(store, below) == f"{TEXT}\n—— 职教管理站"
    assert TEXT not in last_heard(store, elsewhere)
    assert last_heard(store, officer) == "通知已发完，共 1 人。"


@both_databases
def test_a_second_tap_on_submit_sends_nothing_twice(store: Store, officer: Talker) -> None:
    station = officers.at(store, Role.STATION_HEAD, CHANGZHOU)
    officer.tap("/broadcast")
    fill(officer, audience="全体考试站", text=TEXT)
    turn = officer.last.question.turn if officer.last.question else None
    officer.tap("submit", turn=turn)
    officer.tap("submit", turn=turn)
    send_all(store)
    with store.reading() as work:
        session = work.sessions.find(station.token)
        assert session is not None
        said = work.messages.after(session.person, 0, 100)
    assert sum(TEXT in message.body["text"] for message in said) == 1


def test_to_nobody_nothing_is_sent(officer: Talker) -> None:
    officer.tap("/broadcast")
    fill(officer, audience="全体考评员", text=TEXT)
    assert "一个人也没有" in officer.last.text
    officer.tap("submit")
    assert officer.last.question is not None, "it stays open for another audience"


def test_it_can_be_stopped(store: Store, officer: Talker) -> None:
    station = officers.at(store, Role.STATION_HEAD, CHANGZHOU)
    officer.tap("/broadcast")
    fill(officer, audience="全体考试站", text=TEXT)
    officer.tap("submit")
    button = officer.values[0]
    assert "已停止，发了 0 人（原定 1 人）" in officer.tap(button).text
    assert "已经结束了" in officer.tap(button).text
    send_all(store)
    assert TEXT not in last_heard(store, station)


@pytest.mark.parametrize("argument", ["", "99", "abc"])
def test_stopping_nothing_is_answered(officer: Talker, argument: str) -> None:
    assert "没有这次发送" in officer.tap(f"/stop_broadcast {argument}").text


def test_at_night_it_is_said_when_phones_get_it(
    store: Store, officer: Talker, clock: FixedClock
) -> None:
    officers.at(store, Role.STATION_HEAD, CHANGZHOU)
    clock.office = clock.office.replace(hour=22)
    officer.tap("/broadcast")
    fill(officer, audience="全体考试站", text=TEXT)
    assert "2026-06-02 08:00 才会收到" in officer.tap("submit").text


def test_a_notice_is_pushed_to_its_audience_with_the_way_to_it(store: Store) -> None:
    centre = officers.at(officers.grown(store), Role.CENTRE_OFFICER, CENTRE)
    station = officers.at(store, Role.STATION_HEAD, CHANGZHOU)
    notice = published(centre)
    centre.tap(f"/broadcast {notice} notice")
    assert centre.box == "review"
    centre.tap("submit")
    send_all(store)
    assert "新通知：《考试站申报流程》" in last_heard(store, station)
    assert "一、先报年度计划" in station.say("打开通知").text


def test_one_institution_is_found_by_its_number(store: Store, officer: Talker) -> None:
    station = officers.at(store, Role.STATION_HEAD, CHANGZHOU)
    officer.tap("/broadcast")
    fill(officer, audience="一个机构", institution="267", text=TEXT)
    officer.tap("submit")
    send_all(store)
    assert TEXT in last_heard(store, station)


def test_an_institution_out_of_reach_is_not_listed(store: Store, officer: Talker) -> None:
    officers.at(store, Role.STATION_HEAD, URUMQI)
    officer.tap("/broadcast")
    officer.say("一个机构")
    officer.say("101")
    assert officer.error == "pick-nothing"
    officer.tap(URUMQI)
    assert officer.error == "pick-unknown"
