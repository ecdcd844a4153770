"""Reminders after the results, decided on the day they are sent: payments, photos, parcels, spot checks (R9.1, R9.4)."""

import pytest

from rules.spot_checks import SpotCheckMaterial
from store.settlements import Payment
from store.shipments import Addressee, Waybill
from store.spot_checks import Answer, Request
from store.unit import Store
from tests.fakes import FixedClock
from tests.issuing import Released
from tests.prepared import prepared
from tests.qualified import Qualified
from tests.reminding import Days
from tests.store.office import upload
from tests.store.tree import of
from tests.talk import talker


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """What differs between databases is tested with the store."""
    return sqlite_url


@pytest.fixture
def one(store: Store, clock: FixedClock) -> Qualified:
    """Results approved on 15 September; the settlement is due on the 21st."""
    found = prepared(Qualified, store, clock, people=2, failed=())
    found.priced()
    return found


def test_a_settlement_is_reminded_of_the_day_before_and_after_until_it_is_filed(
    one: Qualified, clock: FixedClock
) -> None:
    days = Days(one.store, clock)
    days.on(9, 18)
    days.told(one.station)
    days.on(9, 19)
    assert days.told(one.station) == []
    days.on(9, 20)
    (first,) = days.told(one.station)
    assert "还没有结算，2026-09-21 到期" in first
    assert f"/payment_slip {one.batch.number}" in first
    days.on(9, 21)
    assert days.told(one.station) == []
    days.on(9, 22)
    assert "2026-09-21 已到期" in days.told(one.station)[0]
    payment = Payment("江苏省常州技师学院", clock.office.date(), upload(one.store, "slip"))
    with one.store.writing(one.station) as work:
        work.settlements.file(one.batch.id, payment)
    days.told(one.officer)
    days.on(9, 24)
    assert days.told(one.station) == []
    (checked,) = days.told(one.officer)
    assert "130.00 元等您核对到账，已经等了 2 天" in checked
    with one.store.writing(one.officer) as work:
        standing = work.settlements.find(one.batch.id)
        assert standing
        work.settlements.confirm(standing.id, standing.step)
    days.on(9, 26)
    assert not any("核对到账" in text for text in days.told(one.officer))


def test_returned_photos_and_a_parcel_wait_for_the_station(store: Store, clock: FixedClock) -> None:
    one = prepared(Released, store, clock)
    one.issued()
    days = Days(store, clock)
    with store.writing(one.officer) as work:
        work.paper_photos.give_back(one.batch.id, [1], "不是免冠照")
        to = Addressee(recipient="刘芳", address="常州市武进区", phone="0519-85001234")
        bill = Waybill(carrier="EMS", tracking_number="EA123456789CN", sent_on=work.today)
        sent = work.shipments.send(one.batch.id, to, bill)
    days.told(one.station)
    days.on(9, 20)
    told = "\n".join(days.told(one.station))
    assert "有 1 张退回的纸质照片" in told
    assert "EA123456789CN），还没有签收" in told
    with store.writing(one.officer) as work:
        work.paper_photos.receive(one.batch.id, [1])
    with store.writing(one.station) as work:
        work.shipments.sign_for(sent.id)
    days.on(9, 22)
    assert days.told(one.station) == []
    assert days.faults() == 0


def test_a_spot_check_is_due_and_its_answer_waits(one: Qualified, clock: FixedClock) -> None:
    with one.store.writing() as work:
        settled = work.settlements
        payment = Payment("学院", work.today, work.files.note(b"slip", "image/jpeg").id)
        settled.confirm(settled.file(one.batch.id, payment).id, 1)
    days = Days(one.store, clock)
    with one.store.writing(one.officer) as work:
        request = Request((SpotCheckMaterial.PAPERS,), clock.office.date().replace(day=25))
        check = work.spot_checks.ask(one.batch.id, request)
    days.told(one.station)
    days.on(9, 24)
    (first,) = days.told(one.station)
    assert "的抽查2026-09-25 前回复" in first
    assert f"/spot_check_reply {check.id}" in first
    with one.store.writing(one.station) as work:
        work.spot_checks.answer(check.id, 1, Answer("都在", "档案柜 3 号"))
    days.told(one.officer)
    days.on(9, 26)
    assert days.told(one.station) == []
    assert "等您写结论，已经等了 2 天" in days.told(one.officer)[0]


def test_what_waits_stands_in_the_to_do_list_and_on_the_page_of_the_batch(one: Qualified) -> None:
    station, officer = talker(one.store, one.station), talker(one.store, one.officer)
    number = one.batch.number
    station.tap("/todo")
    assert f"结算待缴费　{number}" in station.last.text
    station.tap(f"/batches {number}")
    for step in ("payment_slip", "paper_photos", "archive"):
        assert f"/{step} {number}" in station.values
    with one.store.writing(one.officer) as work:
        request = Request((SpotCheckMaterial.VIDEO,), work.today)
        work.spot_checks.ask(one.batch.id, request)
    payment = Payment("学院", one.batch.applied_on, upload(one.store, "slip"))
    with one.store.writing(one.station) as work:
        work.settlements.file(one.batch.id, payment)
    station.tap("/todo")
    assert "回复抽查" in station.last.text
    assert "结算待缴费" not in station.last.text
    station.tap(f"/batches {number}")
    assert "/spot_check_reply 1" in station.values
    officer.tap("/todo")
    assert f"核对结算　{number}" in officer.last.text
    assert "130.00 元" in officer.last.text


def test_english_is_complete(one: Qualified, clock: FixedClock) -> None:
    with one.store.writing() as work:
        work.people.set_language(of(one.station), "en")
    days = Days(one.store, clock)
    days.on(9, 20)
    assert "has not been filed; it is due on 2026-09-21" in days.told(one.station)[-1]
