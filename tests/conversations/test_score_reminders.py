"""R9.1, R9.4: who owes scores, and whose yes they wait for, is reminded until it is done."""

import pytest

from store.unit import Store
from tests.fakes import FixedClock
from tests.prepared import prepared
from tests.reminding import Days
from tests.scoring import Marking


@pytest.fixture
def exam(store: Store, clock: FixedClock) -> Marking:
    return prepared(Marking, store, clock)


def about_scores(days: Days, who: object) -> list[str]:
    return [one for one in days.told(who) if "/score" in one]


def test_the_station_is_reminded_before_and_after_the_scores_are_due(
    store: Store, exam: Marking, clock: FixedClock
) -> None:
    days = Days(store, clock)
    days.on(9, 2)
    assert about_scores(days, exam.station) == []
    days.on(9, 3)
    (before,) = about_scores(days, exam.station)
    assert "成绩2026-09-04 前登记。还有 4 个没有登记或被退回" in before
    assert f"/scores {exam.batch.number}" in before
    days.on(9, 5)
    (after,) = about_scores(days, exam.station)
    assert "应在 2026-09-04 前登记，已经过期" in after
    exam.score(1, "78", "85")
    exam.score(2, "absent", "absent")
    days.on(9, 8)
    assert about_scores(days, exam.station) == []


def test_an_examiner_is_reminded_of_what_waits_until_it_is_confirmed(
    store: Store, exam: Marking, clock: FixedClock
) -> None:
    days = Days(store, clock)
    examiner = exam.as_examiner(0)
    exam.score(1, "78", "85")
    days.on(9, 2)
    assert about_scores(days, examiner) == []
    days.on(9, 3)
    (told,) = about_scores(days, examiner)
    assert "您评的 2 个成绩等您确认，已经 2 天" in told
    assert f"/score_confirmation {exam.batch.number}" in told
    exam.confirm()
    days.on(9, 5)
    assert about_scores(days, examiner) == []
    assert days.faults() == 0
