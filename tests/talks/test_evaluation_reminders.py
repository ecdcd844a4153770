"""Reminders after the exam: the report, everybody's opinion, an objection, missing material (R9.1, R9.4)."""

import pytest

from rules.evaluations import OpinionKind
from store.unit import Store
from tests.evaluating import Evaluating
from tests.fakes import FixedClock
from tests.prepared import prepared
from tests.reminding import Days


@pytest.fixture
def exam(store: Store, clock: FixedClock) -> Evaluating:
    return prepared(Evaluating, store, clock)


@pytest.fixture
def days(exam: Evaluating, clock: FixedClock) -> Days:
    days = Days(exam.store, clock)
    for n in range(3):
        days.told(exam.as_examiner(n))
    days.told(exam.station)
    days.told(exam.officer)
    return days


def test_leader_examiners_officers_and_station_hear_in_time_and_no_longer_than_needed(
    exam: Evaluating, days: Days
) -> None:
    leader, second, third = (exam.as_examiner(n) for n in range(3))
    days.on(9, 4)
    assert days.told(leader) == []
    days.on(9, 5)
    (said,) = days.told(leader)
    assert "请提交考评报告，2026-09-06 前完成" in said
    assert f"/evaluation_report {exam.item}" in said
    days.on(9, 7)
    assert "已过 2026-09-06" in days.told(leader)[0]
    report = exam.report()
    exam.opine(report, 1, OpinionKind.OBJECT, "评分偏低")
    days.on(9, 8)
    assert days.told(second) == []
    (said,) = days.told(third)
    assert "等您确认，2026-09-08 前完成" in said
    assert f"/report_opinion {report.id}" in said
    (said,) = [one for one in days.told(exam.station) if "影像材料" in one]
    assert "影像材料还缺 8 项，2026-09-11 前要提交成绩" in said
    days.on(9, 9)
    (said,) = [one for one in days.told(exam.officer) if "反对意见" in one]
    assert "已等 2 天" in said
    assert "有反对意见，请修改" in days.told(leader)[0]
    assert "已过 2026-09-08" in days.told(third)[0]
    exam.opine(report, 2, OpinionKind.CONFIRM)
    days.on(9, 11)
    assert days.told(third) == []
    assert days.faults() == 0
