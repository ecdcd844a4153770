"""Who is reminded of what from the exam to the certificates, and what is done is not brought up again (R9.1, R9.4)."""

from store.unit import Store
from tests.fakes import FixedClock
from tests.handed_in import Complete
from tests.issuing import Released
from tests.prepared import prepared
from tests.reminding import Days
from tests.store import tree


def about(days: Days, caller: object, word: str) -> list[str]:
    return [text for text in days.told(caller) if word in text]


def test_the_station_is_reminded_of_results_until_they_are_in(
    store: Store, clock: FixedClock
) -> None:
    batch = prepared(Complete, store, clock)
    days = Days(store, clock)
    days.on(9, 9)
    assert about(days, batch.station, "成绩请在") == []
    days.on(9, 10)
    (told,) = about(days, batch.station, "成绩请在 2026-09-11 前提交")
    assert "还差" in told
    assert f"/results {batch.batch.number}" in told
    days.on(9, 12)
    assert len(about(days, batch.station, "应在 2026-09-11 前提交，已经过期")) == 1
    batch.results_filed()
    days.on(9, 14)
    assert about(days, batch.station, "前提交") == []


def test_management_station_and_centre_are_reminded_of_theirs(
    store: Store, clock: FixedClock
) -> None:
    class Waiting(Released):
        """Everything paid for, nothing applied for."""

        def decided(self, *_: object) -> None: ...

        def applied(self) -> None: ...

    one = Waiting(store, clock)
    days = Days(store, clock)
    days.on(9, 19)
    assert len(about(days, one.officer, "可以申请 2 本证书")) == 1
    assert about(days, one.centre, "证书") == []
    Released.decided(one, Released.applied(one))
    days.on(9, 21)
    assert about(days, one.officer, "可以申请") == []
    assert len(about(days, one.centre, "还有 2 本证书等待核发")) == 1
    one.issued()
    days.on(9, 23)
    assert about(days, one.centre, "等待核发") == []
    assert tree.of(one.centre)
