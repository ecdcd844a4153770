"""R7.3, R7.5: what a supervision report must hold before it is filed, and what it holds up."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from rules.supervision_reports import (
    ExamSeen,
    Fault,
    LineVerdict,
    ReportState,
    Seen,
    SupervisionConclusion,
    report_findings,
    report_gaps,
)
from tests.supervising import FAULT, NOW, at, lines, record

EXAM = ExamSeen(date(2026, 9, 1), date(2026, 9, 2))
HANDLED = replace(FAULT, demanded="", due_on=None)


def wrong(now: datetime = NOW, **changes: Any) -> list[str]:
    return [one.key for one in report_findings(record(**changes), EXAM, now)]


def test_a_whole_report_may_be_filed() -> None:
    assert wrong() == []
    assert wrong(faults=(HANDLED,), conclusion=SupervisionConclusion.NORMAL) == []
    assert wrong(conclusion=SupervisionConclusion.INVALID, grounds="两名替考者未制止") == []


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"arrived_at": at(8, day=3), "left_at": at(9, day=3)}, "supervision-other-day"),
        ({"left_at": at(8, 29)}, "supervision-left-early"),
        ({"left_at": at(17, 1, day=2)}, "supervision-left-later"),
        ({"present": 41}, "supervision-present-too-many"),
        ({"checked": 39}, "supervision-checked-too-many"),
        ({"mismatched": 11}, "supervision-mismatched-too-many"),
        ({"lines": {}}, "supervision-line-missing"),
        ({"lines": lines(fees=Seen(LineVerdict.NO))}, "supervision-remark-missing"),
        ({"faults": (replace(FAULT, due_on=None),)}, "supervision-due-missing"),
        ({"faults": (replace(FAULT, due_on=date(2026, 9, 1)),)}, "supervision-due-past"),
        ({"conclusion": SupervisionConclusion.NORMAL}, "supervision-not-normal"),
        ({"faults": ()}, "supervision-nothing-demanded"),
        ({"faults": (HANDLED,)}, "supervision-nothing-demanded"),
        ({"conclusion": SupervisionConclusion.INVALID}, "supervision-no-grounds"),
    ],
)
def test_what_does_not_add_up_is_named(changes: dict[str, Any], key: str) -> None:
    assert set(wrong(**changes)) & {key} or key in wrong(NOW.replace(day=4), **changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"left_at": at(8, 30)},
        {"present": 40, "checked": 40, "mismatched": 40},
        {"present": 0, "checked": 0},
        {"faults": (replace(FAULT, due_on=date(2026, 9, 2)),)},
        {"lines": lines(fees=Seen(LineVerdict.NO, "另收材料费"))},
        {"left_at": NOW},
    ],
)
def test_the_very_edge_is_still_right(changes: dict[str, Any]) -> None:
    assert wrong(**changes) == []


def test_everything_wrong_is_said_at_once() -> None:
    found = wrong(left_at=at(8), present=50, conclusion=SupervisionConclusion.NORMAL)
    assert found == [
        "supervision-left-early",
        "supervision-present-too-many",
        "supervision-not-normal",
    ]


def test_before_the_day_of_the_exam_nothing_is_filed() -> None:
    assert "supervision-report-too-early" in wrong(NOW.replace(month=8, day=31))
    early = {"arrived_at": at(0), "left_at": at(0, 1)}
    assert "supervision-report-too-early" not in wrong(at(0, 2), **early)


@pytest.mark.parametrize(
    ("state", "conclusion", "left", "first", "gap"),
    [
        (None, None, 0, False, "supervision-report-missing"),
        (
            ReportState.RETURNED,
            SupervisionConclusion.NORMAL,
            0,
            False,
            "supervision-report-missing",
        ),
        (
            ReportState.FILED,
            SupervisionConclusion.NORMAL,
            0,
            False,
            "supervision-report-unconfirmed",
        ),
        (ReportState.CONFIRMED, SupervisionConclusion.CORRECTION, 2, False, None),
        (
            ReportState.CONFIRMED,
            SupervisionConclusion.CORRECTION,
            2,
            True,
            "supervision-corrections-open",
        ),
        (
            ReportState.CONFIRMED,
            SupervisionConclusion.INVALID,
            1,
            False,
            "supervision-corrections-open",
        ),
        (ReportState.CONFIRMED, SupervisionConclusion.INVALID, 0, False, None),
    ],
)
def test_what_holds_the_results_up(
    state: ReportState | None,
    conclusion: SupervisionConclusion | None,
    left: int,
    first: bool,
    gap: str | None,
) -> None:
    gaps = report_gaps(state, conclusion, left, corrections_first=first)
    assert [one.key for one in gaps] == ([gap] if gap else [])


def test_a_fault_settled_on_the_spot_demands_nothing() -> None:
    assert not Fault("迟到 5 分钟", "已提醒").is_demand
