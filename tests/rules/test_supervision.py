"""R4.8: from how many people on a batch is put up, and who may not supervise it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rules.supervision import (
    Candidate,
    SupervisedBatch,
    SupervisionState,
    must_be_decided,
    sending_findings,
)

EXAM = date(2026, 9, 1)
BATCH = SupervisedBatch(
    station=("机械行业职业能力评价职教267考试站", "常州市工贸高级技工学校"),
    last_day=EXAM,
    team=frozenset({1, 2}),
    examiners=frozenset({1, 2, 3}),
)
ZHAO = Candidate(
    person=9, works_at="机械工业出版社", trained_on=date(2026, 3, 1), last_day=date(2028, 2, 29)
)


def keys(one: Candidate) -> list[str]:
    return [finding.key for finding in sending_findings(BATCH, one)]


@pytest.mark.parametrize(("people", "wanted"), [(79, False), (80, True), (81, True)])
def test_eighty_people_put_a_batch_up(people: int, *, wanted: bool) -> None:
    assert must_be_decided(people, None) is wanted


@pytest.mark.parametrize("standing", [SupervisionState.WAIVED, SupervisionState.ASKED])
def test_what_is_decided_is_not_put_up(standing: SupervisionState) -> None:
    assert not must_be_decided(200, standing)


def test_somebody_from_elsewhere_who_is_appointed_on_the_day_can_be_sent() -> None:
    assert keys(ZHAO) == []
    assert keys(replace(ZHAO, last_day=EXAM)) == []


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"person": 1}, "supervisor-examines-batch"),
        ({"person": 3}, "supervisor-of-station"),
        ({"sits": True}, "supervisor-sits-batch"),
        ({"works_at": "常州市 工贸高级技工学校"}, "supervisor-works-there"),
        ({"works_at": "机械行业职业能力评价职教267考试站"}, "supervisor-works-there"),
        ({"last_day": EXAM - timedelta(days=1)}, "supervisor-expired"),
        ({"trained_on": None}, "supervisor-untrained"),
    ],
)
def test_conflicts_and_missing_appointments_are_named(
    changes: dict[str, object], reason: str
) -> None:
    assert keys(replace(ZHAO, **changes)) == [reason]


def test_every_reason_is_named_at_once() -> None:
    assert keys(replace(ZHAO, person=2, last_day=date(2026, 1, 1))) == [
        "supervisor-expired",
        "supervisor-examines-batch",
    ]
