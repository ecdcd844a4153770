"""Certificates on their way: noted once they are paid for and issued, signed for whole or with trouble (R7.9)."""

import pytest

from conversations.engine.messages import Outgoing
from rules.shipments import ShipmentState
from store.unit import Store
from tests.fakes import FixedClock
from tests.issuing import Released
from tests.prepared import prepared
from tests.qualified import Qualified
from tests.store.tree import of
from tests.talk import Talker, talker


@pytest.fixture
def one(store: Store, clock: FixedClock) -> Released:
    found = prepared(Released, store, clock)
    found.issued()
    return found


@pytest.fixture
def officer(one: Released) -> Talker:
    return talker(one.store, one.officer)


@pytest.fixture
def station(one: Released) -> Talker:
    return talker(one.store, one.station)


def sent(one: Released, officer: Talker, number: str = "EA 1234 5678 9CN") -> Outgoing:
    officer.tap(f"/shipment {one.batch.number}")
    if officer.box == "same":
        officer.say("1")
    else:
        assert officer.box == "address"
        officer.say("江苏省常州市武进区鸣新中路2号")
    officer.say("中国邮政 EMS")
    officer.say(number)
    officer.say("2026-09-18")
    return officer.tap("submit")


def states(one: Released) -> list[ShipmentState]:
    with one.store.reading() as work:
        return [parcel.state for parcel in work.shipments.of(one.batch.id)]


def test_sent_signed_for_and_ready_to_be_collected(
    one: Released, officer: Talker, station: Talker
) -> None:
    officer.say("证书快递")
    assert f"可以邮寄：\n· {one.batch.number}" in officer.last.text
    done = sent(one, officer)
    assert "单号 EA123456789CN" in done.text
    student = one.lines()[0].person
    assert "2026-09-18 已寄往" in one.heard(student)[-1]
    assert "收到后请清点" in one.heard(of(one.station))[-1]

    station.tap(f"/shipments {one.batch.number}")
    assert "刘*　0519-****1234　江苏省常州市武进区鸣新中路2号" in station.last.text
    yes = next(value for value in station.values if value.endswith(" yes"))
    station.tap(yes)
    assert "已签收批次" in station.last.text
    assert states(one) == [ShipmentState.RECEIVED]
    assert "齐全完好" in one.heard(of(one.officer))[-1]
    assert "证书到了，可以到职教267考试站领取" in one.heard(student)[-1]
    station.tap(yes)
    assert "已经签收过了" in station.last.text
    officer.tap(f"/shipment {one.batch.number}")
    assert "不用再寄" in officer.last.text


def test_trouble_is_told_and_another_parcel_follows_to_the_same_address(
    one: Released, officer: Talker, station: Talker
) -> None:
    sent(one, officer)
    station.say("证书签收")
    station.tap("no")
    station.tap("missing")
    station.say("缺序号 3")
    assert states(one) == [ShipmentState.TROUBLE]
    assert "少了证书。缺序号 3" in one.heard(of(one.officer))[-1]
    officer.tap(f"/shipments {one.batch.number}")
    assert "有问题：少了证书。缺序号 3" in officer.last.text
    sent(one, officer, "EA987654321CN")
    assert states(one) == [ShipmentState.TROUBLE, ShipmentState.ON_ITS_WAY]


def test_while_one_is_under_way_no_other_is_sent_but_a_wrong_number_is_put_right(
    one: Released, officer: Talker, station: Talker
) -> None:
    sent(one, officer)
    officer.tap(f"/shipment {one.batch.number}")
    assert "已有一件在路上" in officer.last.text
    officer.tap(f"/shipments {one.batch.number}")
    officer.tap(next(value for value in officer.values if value.startswith("/waybill")))
    officer.tap("edit:tracking_number")
    officer.say("EA111111111CN")
    officer.tap("submit")
    assert "EA111111111CN" in one.heard(of(one.station))[-1]


@pytest.mark.parametrize("number", ["1234567", "看面单", "EA 1234 5678 9CN;"])
def test_a_malformed_tracking_number_is_asked_for_again(
    one: Released, officer: Talker, number: str
) -> None:
    officer.tap(f"/shipment {one.batch.number}")
    officer.say("江苏省常州市武进区鸣新中路2号")
    officer.say("中国邮政 EMS")
    officer.say(number)
    assert (officer.box, officer.error) == ("tracking_number", "tracking-number-form")
    officer.say("EA123456789CN")
    officer.say("2026-09-19")
    assert (officer.box, officer.error) == ("sent_on", "day-too-late")


def test_before_settlement_and_issue_both_are_named(store: Store, clock: FixedClock) -> None:
    one = prepared(Qualified, store, clock)
    officer = talker(store, one.officer)
    officer.tap(f"/shipment {one.batch.number}")
    assert "结算还没有确认" in officer.last.text
    assert "证书还没有全部核发" in officer.last.text
    officer.tap("/shipment")
    assert "现在没有可以邮寄的证书" in officer.last.text
