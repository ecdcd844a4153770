"""R9.1, R9.4: whoever owes a supervision report, its confirmation or a correction hears of it until it is done."""

import pytest

from rules.policy import Policy
from rules.reminders import owed
from store.people import PersonId
from store.unit import Caller, Store
from tests.fakes import FixedClock
from tests.prepared import prepared
from tests.reminding import Days
from tests.supervising import NOW, Supervised, at


@pytest.fixture
def supervised(store: Store, clock: FixedClock) -> Supervised:
    return prepared(Supervised, store, clock)


@pytest.fixture
def days(supervised: Supervised) -> Days:
    return Days(supervised.store, supervised.clock)


def told(days: Days, whom: Caller | PersonId) -> list[str]:
    """What was said of supervision since last asked; a batch has other things due, too."""
    return [said for said in days.told(whom) if "督导" in said]


def test_the_supervisor_hears_the_day_before_and_when_it_is_overdue(
    supervised: Supervised, days: Days
) -> None:
    told(days, supervised.supervisor.person)
    days.on(9, 4)
    assert told(days, supervised.supervisor.person) == []
    days.on(9, 5)
    (said,) = told(days, supervised.supervisor.person)
    assert "督导报告 2026-09-06 前交" in said
    assert "/supervision_report 2026-0001" in said
    days.on(9, 7)
    (said,) = told(days, supervised.supervisor.person)
    assert "已经过期" in said
    supervised.file()
    days.on(9, 9)
    assert told(days, supervised.supervisor.person) == []
    assert days.faults() == 0


def test_the_management_station_hears_of_a_report_that_waits(
    supervised: Supervised, days: Days
) -> None:
    report = supervised.file()
    told(days, supervised.stage.officer)
    days.on(9, 3)
    assert told(days, supervised.stage.officer) == []
    days.on(9, 4)
    (said,) = told(days, supervised.stage.officer)
    assert "等您确认，已经等了 2 天" in said
    assert f"/supervision_reports {report.id}" in said
    with supervised.store.writing(supervised.stage.officer) as work:
        work.supervision_reports.confirm(report.id)
    days.on(9, 6)
    assert told(days, supervised.stage.officer) == []


def test_the_station_hears_of_a_correction_that_is_due(supervised: Supervised, days: Days) -> None:
    supervised.confirmed()
    told(days, supervised.stage.station)
    days.on(9, 18)
    assert told(days, supervised.stage.station) == []
    days.on(9, 19)
    (said,) = told(days, supervised.stage.station)
    assert "2026-09-20 前回复：装好排烟设备并附照片" in said
    days.on(9, 21)
    (said,) = told(days, supervised.stage.station)
    assert "已经过期" in said
    with supervised.store.writing(supervised.stage.station) as work:
        work.supervision_corrections.reply(work.supervision_corrections.to_answer()[0].id, "装好了")
    days.on(9, 23)
    assert told(days, supervised.stage.station) == []


@pytest.mark.parametrize(
    ("day", "occasion"),
    [
        (1, None),
        (4, None),
        (5, "2026-09-06+0"),
        (6, "2026-09-06+0"),
        (7, "2026-09-06+1"),
        (8, "2026-09-06+1"),
        (9, "2026-09-06+2"),
    ],
)
def test_each_occasion_comes_once(day: int, occasion: str | None) -> None:
    due = owed(NOW.date().replace(day=6), at(8, day=day), Policy())
    assert (due.occasion if due else None) == occasion
