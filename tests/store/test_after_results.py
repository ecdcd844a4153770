"""Photos, parcels and spot checks: each step once, whoever is quicker, on both databases (R7.7–R7.9)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest

from rules.findings import NotPossible
from rules.paper_photos import PhotoState
from rules.roles import Role
from rules.shipments import ShipmentState, Trouble
from rules.spot_checks import SpotCheckConclusion, SpotCheckMaterial, SpotCheckState
from store.shipments import Addressee, Shipment, Waybill
from store.spot_checks import Answer, Request, SpotCheck, Verdict
from store.unit import Caller, Store
from tests.fakes import FixedClock
from tests.issuing import Released
from tests.prepared import prepared
from tests.qualified import TODAY, Qualified
from tests.store import tree
from tests.store.office import upload
from tests.store.tree import BASE, YUNYANG

TO = Addressee(recipient="刘芳", address="江苏省常州市武进区鸣新中路2号", phone="0519-85001234")


@pytest.fixture
def one(store: Store, clock: FixedClock) -> Released:
    found = prepared(Released, store, clock)
    found.issued()
    return found


def bill(number: str = "EA123456789CN", days: int = 0) -> Waybill:
    sent_on = TODAY.date() + timedelta(days=days)
    return Waybill(carrier="EMS", tracking_number=number, sent_on=sent_on)


@pytest.fixture
def examined(store: Store, clock: FixedClock) -> Qualified:
    return prepared(Qualified, store, clock, people=3, failed=(2,))


def send(one: Qualified, waybill: Waybill, caller: Caller | None = None) -> Shipment:
    with one.store.writing(caller or one.officer) as work:
        return work.shipments.send(one.batch.id, TO, waybill)


def sign(one: Qualified, sent: Shipment, trouble: Trouble | None = None) -> Shipment:
    with one.store.writing(one.station) as work:
        return work.shipments.sign_for(sent.id, trouble, "缺序号 3" if trouble else "")


def keys(act: object, *args: object) -> list[str]:
    with pytest.raises(NotPossible) as refused:
        act(*args)
    return [finding.key for finding in refused.value.findings]


def test_a_parcel_goes_once_however_often_it_is_noted(one: Released) -> None:
    first = send(one, bill())
    assert send(one, bill()) == first
    assert keys(send, one, bill("EA999999999CN")) == ["shipment-under-way"]
    done = sign(one, first)
    assert (done.state, sign(one, first)) == (ShipmentState.RECEIVED, done)
    assert keys(sign, one, first, Trouble.DAMAGED) == ["shipment-signed-for"]
    assert keys(send, one, bill("EA999999999CN")) == ["shipment-arrived"]


def test_after_trouble_one_of_two_sent_at_once_follows_to_the_known_address(one: Released) -> None:
    sign(one, send(one, bill()), Trouble.MISSING)
    with one.store.reading(one.officer) as work:
        assert [b.id for b in work.shipments.to_send()] == [one.batch.id]
        assert work.shipments.addressee(one.batch) == TO
        assert work.shipments.of(one.batch.id)[0].remark == "缺序号 3"

    def attempt(number: str) -> bool:
        try:
            send(one, bill(number))
        except NotPossible:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(attempt, ["EA111111111CN", "EA222222222CN"])) == [False, True]


def test_before_everything_is_paid_and_issued_nothing_goes_nor_by_others(
    examined: Qualified,
) -> None:
    assert keys(send, examined, bill(days=1)) == [
        "shipment-not-settled",
        "shipment-not-issued",
        "shipment-in-future",
    ]
    other = tree.hold(examined.store, Role.MANAGEMENT_OFFICER, BASE)
    assert keys(send, examined, bill(), other) == ["not-yours"]
    assert keys(send, examined, bill(), examined.station) == ["not-your-role"]


def test_photos_are_noted_by_number_and_what_is_so_already_stays(examined: Qualified) -> None:
    with examined.store.writing(examined.officer) as work:
        assert [p.running_number for p in work.paper_photos.receive(examined.batch.id, [1, 3])] == [
            1,
            3,
        ]
        assert work.paper_photos.receive(examined.batch.id, [1]) == ()
        (back,) = work.paper_photos.give_back(examined.batch.id, [3], "戴了帽子")
    assert (back.state, back.reason) == (PhotoState.RETURNED, "戴了帽子")
    with examined.store.reading(examined.station) as work:
        (lacking,) = work.paper_photos.lacking(examined.batch.id)
        assert (lacking.running_number, lacking.reason) == (3, "戴了帽子")
        assert [b.id for b in work.paper_photos.awaiting()] == [examined.batch.id]
    with examined.store.writing(examined.officer) as work:
        (again,) = work.paper_photos.receive(examined.batch.id, [3])
    assert again.reason == ""
    stranger = tree.hold(examined.store, Role.STATION_OFFICER, YUNYANG)
    with examined.store.reading(stranger) as work:
        assert work.paper_photos.awaiting() == ()
        assert keys(work.paper_photos.seen, examined.batch.id) == ["not-yours"]


def test_numbers_nobody_passed_under_are_named_and_nothing_is_noted(examined: Qualified) -> None:
    with examined.store.writing(examined.officer) as work:
        assert keys(work.paper_photos.receive, examined.batch.id, [1, 2, 9]) == [
            "paper-photos-not-listed"
        ]
        states = {photo.state for photo in work.paper_photos.of(examined.batch.id)}
    assert states == {PhotoState.AWAITED}


def test_a_spot_check_goes_on_round_by_round_and_only_as_it_was_seen(examined: Qualified) -> None:
    with examined.store.reading(examined.officer) as work:
        batch, pool = work.spot_checks.draw("7")
        assert (batch.id, pool) == (examined.batch.id, 1)
    request = Request((SpotCheckMaterial.PHOTOS,), TODAY.date(), "全景")
    with examined.store.writing(examined.officer) as work:
        check = work.spot_checks.ask(examined.batch.id, request)
        assert keys(work.spot_checks.ask, examined.batch.id, request) == ["spot-check-open"]
    first = answered(examined, check, upload(examined.store, "room"))
    assert keys(answered, examined, check) == ["spot-check-moved-on"]
    late = Verdict(SpotCheckConclusion.CORRECT, "缺一张", "补拍", date(2026, 9, 1))
    assert keys(concluded, examined, first, late) == ["spot-check-due-past"]
    again = concluded(
        examined, first, Verdict(SpotCheckConclusion.CORRECT, "缺一张", "补拍", date(2026, 9, 30))
    )
    assert (again.state, again.due_on) == (SpotCheckState.ASKED, date(2026, 9, 30))
    second = answered(examined, again)
    closed = concluded(examined, second, Verdict(SpotCheckConclusion.IN_ORDER, "齐了"))
    assert closed.state is SpotCheckState.CLOSED
    with examined.store.reading() as work:
        rounds = work.spot_checks.rounds(check.id)
        assert [len(each.answer.files) for each in rounds] == [1, 0]
        assert [each.verdict.findings for each in rounds if each.verdict] == ["缺一张", "齐了"]
        assert work.spot_checks.pool() == ()


def answered(one: Qualified, check: SpotCheck, *files: str) -> SpotCheck:
    with one.store.writing(one.station) as work:
        return work.spot_checks.answer(check.id, check.step, Answer("都在", "档案柜", files))


def concluded(one: Qualified, check: SpotCheck, verdict: Verdict) -> SpotCheck:
    with one.store.writing(one.officer) as work:
        return work.spot_checks.conclude(check.id, check.step, verdict)


def test_batches_of_long_ago_are_drawn_no_more(examined: Qualified, clock: FixedClock) -> None:
    clock.office = TODAY.replace(year=2027, month=9, day=2)
    with examined.store.reading(examined.officer) as work:
        assert keys(work.spot_checks.draw, "7") == ["spot-check-nothing-to-draw"]
