"""Licences in the chat: entered, corrected, shown to the station, listed for officers, handed over (R1.7, R2.8)."""

from dataclasses import replace

import pytest

from conversations.engine.messages import Kind, Paper
from rules.catalogue import Programme
from rules.licences import HandedOver
from rules.roles import Role
from store.unit import Store
from tests.conftest import both_databases
from tests.examiners import CENTRE, OTHER_TIER, TIER, furnish, holder
from tests.station_talks import fill
from tests.store.office import OTHER_STATION, STATION
from tests.talk import Talker, talker

ANSWERS: dict[str, str | list[str]] = {
    "station": "267",
    "number": "-",
    "region": "江苏",
    "valid_from": "2026-01-01",
    "valid_until": "2028-12-31",
    "trades.trade": ["电焊工", "加工中心操作工"],
    "trades.levels": ["5 4 3", "0"],
    "trades.more": ["是", "否"],
}


@pytest.fixture(autouse=True)
def tree(store: Store) -> None:
    furnish(store)


@pytest.fixture
def officer(store: Store) -> Talker:
    return talker(store, holder(store, Role.MANAGEMENT_OFFICER, TIER.code, 1))


@pytest.fixture
def head(store: Store) -> Talker:
    return talker(store, holder(store, Role.STATION_HEAD, STATION.code, 2))


def entered(officer: Talker, **changes: str) -> None:
    officer.tap("/licence")
    fill(officer, {**ANSWERS, **changes})
    officer.tap("submit")


def test_a_licence_is_entered_and_shown_to_its_station(officer: Talker, head: Talker) -> None:
    assert "还没有录入许可证" in head.tap("/my_licence").text
    entered(officer)
    assert "许可证已录入：49284267，有效到 2028-12-31" in officer.last.text
    mine = head.tap("/my_licence")
    assert "许可证 49284267　江苏省\n有效期 2026-01-01 至 2028-12-31" in mine.text
    assert (
        "职业能力　电焊工　JX04-06-04-01　五级（初级工）、四级（中级工）、三级（高级工）"
        in mine.text
    )
    assert "加工中心操作工" in mine.text
    assert [f.export for f in mine.files if isinstance(f, Paper)] == ["licence_pdf"]


@both_databases
def test_opened_for_a_station_it_begins_with_what_was_entered(
    store: Store, officer: Talker
) -> None:
    entered(officer)
    officer.tap(f"/licence {STATION.code}")
    assert officer.last.question
    assert officer.last.question.kind is Kind.REVIEW
    assert "已有许可证：49284267，到 2028-12-31" in officer.last.text
    officer.tap("edit:valid_until")
    officer.say("2029-12-31")
    officer.tap("submit")
    with store.reading() as work:
        assert work.licences.get(STATION.code).valid_until.year == 2029
        assert {u.programme for u in work.licences.get(STATION.code).units} == {
            Programme.CAPABILITY
        }


def test_a_last_day_before_the_first_and_a_place_without_province_are_asked_again(
    officer: Talker,
) -> None:
    officer.tap(f"/licence {STATION.code}")
    officer.say("-")
    officer.say("常州市")
    assert (officer.box, officer.error) == ("region", "region-unknown")
    officer.say("江苏省")
    officer.say("2026-01-01")
    officer.say("2025-12-31")
    assert (officer.box, officer.error) == ("valid_until", "day-too-early")


def test_officers_pick_only_stations_below_them(store: Store, officer: Talker) -> None:
    officer.tap("/licence")
    assert officer.values == [STATION.code]
    far = talker(store, holder(store, Role.MANAGEMENT_OFFICER, OTHER_TIER.code, 5))
    far.tap("/licence")
    assert far.values == [OTHER_STATION.code]
    far.tap(STATION.code)
    assert far.box == "station"
    assert far.error


def test_what_is_handed_over_is_noted_and_seen_by_the_station(
    store: Store, officer: Talker, head: Talker
) -> None:
    officer.tap("/handing_over")
    assert officer.values == ["/cancel"]
    entered(officer)
    officer.tap(f"/handing_over {STATION.code}")
    officer.say("铜牌")
    officer.say("2026-06-02")
    assert (officer.box, officer.error) == ("handed_on", "day-too-late")
    officer.say("2026-06-01")
    assert "向机械行业职业能力评价职教267考试站交付铜牌" in officer.say("周建平").text
    assert "2026-06-01 交付铜牌" in head.tap("/my_licence").text
    with store.reading() as work:
        (given,) = work.licences.handed_over(STATION.code)
    assert (given.thing, given.receiver) == (HandedOver.PLAQUE, "周建平")


def test_a_suspended_station_reads_why(store: Store, officer: Talker, head: Talker) -> None:
    entered(officer)
    with store.writing() as work:
        work.licences.suspend(STATION.code, "年审未提交")
    told = head.tap("/my_licence").text
    assert "许可证已暂停" in told
    assert "暂停原因：年审未提交" in told
    assert "267 站　常州市工贸高级技工学校　已暂停" in officer.tap("/station_register").text


@both_databases
def test_the_register_lists_searches_and_shows_one(store: Store, officer: Talker) -> None:
    listed = officer.tap("/station_register")
    assert "1 267 站　常州市工贸高级技工学校　没有许可证" in listed.text
    assert "299" not in listed.text
    assert [f.export for f in listed.files if isinstance(f, Paper)] == ["station_register"]
    entered(officer)
    officer.tap("/station_register")
    assert "到 2028-12-31" in officer.last.text
    officer.say("1")
    assert "电焊工" in officer.last.text
    assert officer.values[:2] == [f"/licence {STATION.code}", f"/handing_over {STATION.code}"]
    assert "没有找到" in officer.tap("/station_register 没有的学校").text
    assert "不能查看" in officer.tap(f"/station_register {OTHER_STATION.code}").text
    centre = talker(store, holder(store, Role.CENTRE_OFFICER, CENTRE.code, 6))
    assert "299 站　重庆市云阳职业教育中心" in centre.tap("/station_register 云阳").text


def test_a_long_register_is_read_by_page(store: Store, officer: Talker) -> None:
    with store.writing() as work:
        for number in range(301, 310):
            name = f"机械行业职业能力评价职教{number}考试站"
            more = replace(STATION, code=f"49284{number}", name=name, parent_code=TIER.code)
            work.institutions.put(more)
    first = officer.tap("/station_register")
    assert "308 站" not in first.text
    second = officer.tap(next(o.value for o in first.options if o.label == "下一页"))
    assert "308 站" in second.text
    assert "267 站" not in second.text


@pytest.mark.parametrize("form", ["/licence", "/handing_over", "/inspection", "/new_station"])
def test_a_station_opens_none_of_the_officers_forms(head: Talker, form: str) -> None:
    assert "不在这个账户的权限里" in head.tap(form).text or "不在您的权限里" in head.last.text
    assert head.last.question is None
