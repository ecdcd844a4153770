"""`kaowu import scores`, `kaowu export score_sheet`: the look beforehand says what the run does (R7.1)."""

import pytest

from bot.score_imports import ScoreImport, Told
from conversations.words import words
from rules.findings import NotPossible, Refused
from store.unit import Store
from tests.fakes import FixedClock
from tests.prepared import prepared
from tests.scoring import Marking
from tests.talks.test_score_import import Fill, all_three, filled, put
from tests.talks.test_scores import marks


@pytest.fixture
def exam(store: Store, clock: FixedClock) -> Marking:
    return prepared(Marking, store, clock, people=3)


def taken(
    exam: Marking, data: bytes, *, dry_run: bool = False, replace: bool = False, reason: str = ""
) -> Told:
    with exam.store.writing() as work:
        taking = ScoreImport.of(work, exam.batch, data, words("zh-CN"))
        return taking.take(replace=replace, reason=reason, dry_run=dry_run)


def test_a_dry_run_says_what_the_run_does_and_does_nothing(exam: Marking) -> None:
    data = filled(exam, all_three)
    looked = taken(exam, data, dry_run=True)
    assert marks(exam) == [(None, None)] * 3
    assert taken(exam, data) == looked
    assert (looked.entered, looked.same, looked.wrong) == (6, 0, 0)
    again = taken(exam, data)
    assert (again.entered, again.same) == (0, 6)


def test_what_differs_is_taken_only_when_it_is_said_and_with_a_reason(exam: Marking) -> None:
    data = filled(exam, all_three)
    exam.score(1, "70", "71")
    exam.confirm()
    told = taken(exam, data)
    assert (told.refused, told.entered, told.differs) == (True, 0, 2)
    assert any("理论 70（王建国，已确认）→ 78.5" in line for line in told.lines)
    for dry_run in (True, False):
        with pytest.raises(NotPossible, match="score-needs-reason"):
            taken(exam, data, replace=True, dry_run=dry_run)
    assert taken(exam, data, replace=True, reason="核对评分表").entered == 6


@pytest.mark.parametrize("change", [put("F5", 101), put("B6", "张三")])
def test_nothing_is_half_taken(exam: Marking, change: Fill) -> None:
    data = filled(exam, lambda page: (all_three(page), change(page)))
    told = taken(exam, data)
    assert (told.wrong, told.entered) == (1, 0)
    assert marks(exam) == [(None, None)] * 3


def test_a_sheet_of_another_batch_is_refused(exam: Marking) -> None:
    with pytest.raises(Refused, match="other-batch"):
        taken(exam, filled(exam, put("A2", "批次 2026-0999")))
