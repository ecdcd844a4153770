"""Settlements: filed once results are free, by the batch's own station, decided by who saw the step (R7.9)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from rules.findings import NotPossible
from rules.roles import Role
from rules.settlements import SettlementState
from store.settlements import Payment, Settlement
from store.unit import Caller, Store
from tests.fakes import FixedClock
from tests.prepared import prepared
from tests.qualified import PRICE, Qualified
from tests.store import tree
from tests.store.office import upload
from tests.store.tree import BASE, YUNYANG


@pytest.fixture
def one(store: Store, clock: FixedClock) -> Qualified:
    return prepared(Qualified, store, clock)


def filed(
    one: Qualified, caller: Caller | None = None, day: date = date(2026, 9, 17), slip: str = "slip"
) -> Settlement:
    payment = Payment("常州市工贸高级技工学校", day, upload(one.store, slip))
    with one.store.writing(caller or one.station) as work:
        return work.settlements.file(one.batch.id, payment)


def decided(
    one: Qualified, seen: int, reason: str = "", caller: Caller | None = None
) -> Settlement:
    with one.store.writing(caller or one.officer) as work:
        standing = work.settlements.find(one.batch.id)
        assert standing
        if reason:
            return work.settlements.send_back(standing.id, reason, seen)
        return work.settlements.confirm(standing.id, seen)


def refused(act: object, *args: object, **named: object) -> list[str]:
    with pytest.raises(NotPossible) as refusal:
        act(*args, **named)
    return [finding.key for finding in refusal.value.findings]


def is_confirmed(one: Qualified) -> bool:
    with one.store.reading() as work:
        return work.settlements.is_confirmed(one.batch.id)


def test_filed_sent_back_filed_again_and_confirmed(one: Qualified) -> None:
    one.priced()
    first = filed(one)
    assert (first.state, first.step, first.payer) == (
        SettlementState.FILED,
        1,
        "常州市工贸高级技工学校",
    )
    back = decided(one, 1, "凭证看不清")
    assert (back.state, back.reason) == (SettlementState.RETURNED, "凭证看不清")
    again = filed(one, slip="a better slip")
    assert (again.id, again.step, again.reason) == (first.id, 3, "")
    assert not is_confirmed(one)
    assert decided(one, 3).state is SettlementState.CONFIRMED
    assert is_confirmed(one)
    with one.store.reading() as work:
        assert work.files.find(first.slip)
        lines = work.settlements.bill(one.batch.id).lines
    assert [(x.unit.name, x.certificates, x.amount) for x in lines] == [("电焊工", 3, 3 * PRICE)]


def test_without_a_price_and_with_an_impossible_day_both_are_said(one: Qualified) -> None:
    assert refused(filed, one, day=date(2026, 9, 19)) == [
        "settlement-no-price",
        "settlement-paid-in-future",
    ]
    with one.store.reading(one.station) as work:
        assert [b.id for b in work.settlements.to_file()] == [one.batch.id]


def test_the_price_of_the_day_of_approval_stays(one: Qualified) -> None:
    one.priced()
    one.priced(2 * PRICE, date(2026, 9, 16))
    with one.store.reading() as work:
        assert work.settlements.due(one.batch.id).total == 3 * PRICE


def test_what_is_filed_or_confirmed_is_not_filed_again(one: Qualified) -> None:
    one.priced()
    filed(one)
    assert refused(filed, one) == ["settlement-is-filed"]
    decided(one, 1)
    assert refused(filed, one) == ["settlement-is-confirmed"]
    with one.store.reading(one.station) as work:
        assert work.settlements.to_file() == ()


def test_of_two_officers_one_hears_of_the_other(one: Qualified) -> None:
    one.priced()
    filed(one)

    def decide(reason: str) -> bool:
        try:
            decided(one, 1, reason)
        except NotPossible:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(decide, ["", "金额不符"])) == [False, True]
    assert refused(decided, one, 1) == ["settlement-moved-on"]


def test_other_stations_and_second_tiers_have_no_part_in_it(one: Qualified) -> None:
    one.priced()
    stranger = tree.hold(one.store, Role.STATION_OFFICER, YUNYANG)
    assert refused(filed, one, stranger) == ["not-yours"]
    filed(one)
    assert refused(decided, one, 1, caller=one.station) == ["not-your-role"]
    base = tree.hold(one.store, Role.MANAGEMENT_OFFICER, BASE)
    assert refused(decided, one, 1, caller=base) == ["not-yours"]
    for caller, there in ((base, 0), (one.officer, 1)):
        with one.store.reading(caller) as work:
            assert len(work.settlements.to_check()) == there


def test_before_the_results_are_approved_nothing_is_settled(
    store: Store, clock: FixedClock, one: Qualified
) -> None:
    from store.results import approved_results

    with store.writing() as work:
        work.connection.execute(approved_results.delete())
    assert refused(filed, one) == ["outcome-not-approved"]
    with store.writing() as work:
        values = {"approved_at": work.now, "free_on": date(2026, 9, 19)}
        new = {"batch_id": one.batch.id, **values}
        work.connection.execute(approved_results.insert(), new)
    assert refused(filed, one) == ["outcome-on-notice"]
