"""Who may become an examiner and what they may assess (R2.4, R2.5)."""

from dataclasses import replace
from datetime import date

import pytest

from rules.candidates import Title
from rules.catalogue import INDUSTRIAL_ENGINEERING, Level, Programme
from rules.examiners import (
    ExaminerApplication,
    ExaminerKind,
    ManagerPost,
    Proof,
    application_findings,
    entitled,
    may_assess,
    qualifies,
)
from rules.roles import Role

TODAY = date(2026, 6, 1)
WELDER = (Programme.CAPABILITY, "JX04-06-04-01")
EXAMINER = ExaminerApplication(
    kind=ExaminerKind.EXAMINER,
    trades=(WELDER,),
    skill=Level.THREE,
    conduct=True,
    proofs=frozenset({Proof.SKILL_PROOF}),
)
SENIOR = replace(
    EXAMINER,
    kind=ExaminerKind.SENIOR_EXAMINER,
    skill=Level.ONE,
    examiner_since=date(2025, 6, 1),
    proofs=frozenset({Proof.SKILL_PROOF, Proof.EXAMINER_PROOF}),
)
MANAGER = ExaminerApplication(
    kind=ExaminerKind.EXAM_MANAGER, manages=ManagerPost.EXAM_AFFAIRS, conduct=True
)


def found(application: ExaminerApplication, on: date = TODAY) -> list[str]:
    return [finding.key for finding in application_findings(application, on)]


@pytest.mark.parametrize("application", [EXAMINER, SENIOR, MANAGER])
def test_what_is_complete_has_nothing_against_it(application: ExaminerApplication) -> None:
    assert found(application) == []


@pytest.mark.parametrize(
    ("kind", "skill", "title", "enough"),
    [
        ("examiner", None, None, False),
        ("examiner", 4, None, False),
        ("examiner", 3, None, True),
        ("examiner", 1, None, True),
        ("examiner", None, "junior", False),
        ("examiner", None, "intermediate", True),
        ("examiner", 4, "senior", True),
        ("senior_examiner", 3, "intermediate", False),
        ("senior_examiner", 2, None, False),
        ("senior_examiner", 1, None, True),
        ("senior_examiner", None, "senior", True),
        ("exam_manager", None, None, True),
    ],
)
def test_skill_or_title_decides_and_one_of_them_is_enough(
    kind: str, skill: int | None, title: str | None, enough: bool
) -> None:
    held = Level(skill) if skill else None
    assert qualifies(ExaminerKind(kind), held, Title(title) if title else None) is enough


@pytest.mark.parametrize(
    ("since", "on", "key"),
    [
        (None, TODAY, ["examiner-since-missing"]),
        (date(2025, 6, 2), TODAY, ["senior-too-soon"]),
        (date(2025, 6, 1), TODAY, []),
        (date(2024, 2, 29), date(2025, 2, 28), ["senior-too-soon"]),
        (date(2024, 2, 29), date(2025, 3, 1), []),
    ],
)
def test_a_senior_examiner_has_been_an_examiner_for_a_full_year(
    since: date | None, on: date, key: list[str]
) -> None:
    assert found(replace(SENIOR, examiner_since=since), on) == key


@pytest.mark.parametrize(
    ("kind", "level", "trade", "may"),
    [
        *(("examiner", level, "JX04-06-04-01", level >= 3) for level in range(1, 6)),
        *(("senior_examiner", level, "JX04-06-04-01", True) for level in range(1, 6)),
        *(("exam_manager", level, "JX04-06-04-01", False) for level in range(1, 6)),
        *(("examiner", level, INDUSTRIAL_ENGINEERING, True) for level in (1, 2, 3)),
        *(("exam_manager", level, INDUSTRIAL_ENGINEERING, False) for level in (1, 2, 3)),
    ],
)
def test_examiners_assess_5_to_3_seniors_all_and_of_industrial_engineers_both_all(
    kind: str, level: int, trade: str, may: bool
) -> None:
    assert may_assess(ExaminerKind(kind), Level(level), trade) is may


def test_the_same_code_in_the_other_programme_is_another_trade() -> None:
    other = (Programme.SKILL_LEVEL, WELDER[1])
    assert entitled(ExaminerKind.EXAMINER, (WELDER,), WELDER, Level.THREE)
    assert not entitled(ExaminerKind.EXAMINER, (WELDER,), other, Level.THREE)
    assert not entitled(ExaminerKind.EXAMINER, (WELDER,), WELDER, Level.TWO)


@pytest.mark.parametrize(
    ("count", "keys"),
    [(0, ["examiner-trades-missing"]), (1, []), (3, []), (4, ["examiner-trades-too-many"])],
)
def test_one_to_three_trades(count: int, keys: list[str]) -> None:
    trades = tuple((Programme.CAPABILITY, f"JX04-06-04-{n:02}") for n in range(count))
    assert found(replace(EXAMINER, trades=trades)) == keys


def test_a_trade_named_twice_counts_once_and_is_said() -> None:
    assert found(replace(EXAMINER, trades=(WELDER, WELDER))) == ["examiner-trade-twice"]


def test_everything_missing_is_said_at_once_with_its_box() -> None:
    bare = ExaminerApplication(kind=ExaminerKind.SENIOR_EXAMINER, skill=Level.TWO)
    boxes = {finding.box for finding in application_findings(bare, TODAY)}
    assert boxes == {
        "skill_level",
        "examiner_since",
        "trades",
        "skill_proof",
        "examiner_proof",
        "conduct",
    }


def test_a_title_claimed_wants_its_own_proof() -> None:
    assert found(replace(EXAMINER, title=Title.SENIOR)) == ["proof-missing"]


def test_a_manager_has_a_post_and_needs_no_trade() -> None:
    assert found(replace(MANAGER, manages=None)) == ["manager-post-missing"]


def test_each_kind_leads_to_the_role_of_its_name() -> None:
    assert {kind.role for kind in ExaminerKind} == {
        Role.EXAMINER,
        Role.SENIOR_EXAMINER,
        Role.EXAM_MANAGER,
    }
