"""R7.1, R7.5: what may be entered when, and what a batch still lacks."""

from datetime import datetime
from decimal import Decimal

import pytest

from rules.catalogue import Level
from rules.deadlines import OFFICE
from rules.exam_papers import ExamPart
from rules.grading import Absent, Mark
from rules.scores import (
    Column,
    Given,
    ScoreState,
    Standing,
    entry_findings,
    gap_findings,
    spans,
    written,
)
from tests.rules.units import WELDER

THEORY, PRACTICE = ExamPart.THEORY, ExamPart.PRACTICE
BEGINS = {
    THEORY: datetime(2026, 9, 1, 9, tzinfo=OFFICE),
    PRACTICE: datetime(2026, 9, 2, 13, 30, tzinfo=OFFICE),
}
AFTER = datetime(2026, 9, 3, tzinfo=OFFICE)
SEVENTY, EIGHTY = Decimal(70), Decimal(80)


def given(
    standing: Standing | None = None,
    *,
    place: int = 1,
    part: ExamPart = THEORY,
    mark: Mark = SEVENTY,
    instead_of: Mark | None = None,
    of_team: bool = True,
) -> Given:
    return Given(
        place=place,
        part=part,
        mark=mark,
        examiner=1,
        instead_of=instead_of,
        of_team=of_team,
        standing=standing,
    )


def keys(*entries: Given, now: datetime = AFTER, reason: str = "") -> list[str]:
    return [one.key for one in entry_findings(entries, BEGINS, now, reason=reason)]


def test_a_part_can_be_scored_from_the_moment_it_begins() -> None:
    both = (given(), given(part=PRACTICE))
    assert keys(*both, now=BEGINS[PRACTICE]) == []
    (early,) = entry_findings(both, BEGINS, BEGINS[THEORY], reason="")
    assert (early.key, early.args["part"], early.args["at"]) == (
        "scores-too-early",
        "practice",
        "13:30",
    )


@pytest.mark.parametrize(
    ("state", "instead_of", "reason", "found"),
    [
        (ScoreState.ENTERED, None, "", ["score-stands"]),
        (ScoreState.ENTERED, SEVENTY, "", ["score-stands"]),
        (ScoreState.ENTERED, EIGHTY, "", []),
        (ScoreState.RETURNED, EIGHTY, "", []),
        (ScoreState.CONFIRMED, None, "算错了", ["score-stands"]),
        (ScoreState.CONFIRMED, EIGHTY, "", ["score-needs-reason"]),
        (ScoreState.CONFIRMED, EIGHTY, "算错了", []),
    ],
)
def test_another_value_gives_way_only_to_who_saw_it_and_a_confirmed_one_to_a_reason(
    state: ScoreState, instead_of: Mark | None, reason: str, found: list[str]
) -> None:
    standing = Standing(EIGHTY, 1, state)
    assert keys(given(standing, instead_of=instead_of), reason=reason) == found


def test_the_same_value_by_the_same_examiner_changes_nothing() -> None:
    for state in (ScoreState.ENTERED, ScoreState.CONFIRMED, ScoreState.RETURNED):
        same = given(Standing(SEVENTY, 1, state))
        assert (same.changes, keys(same)) == (False, [])
    assert given(Standing(SEVENTY, 2, ScoreState.ENTERED)).changes
    assert given(Standing(SEVENTY, 1, ScoreState.RETURNED), instead_of=SEVENTY).changes


def test_everything_wrong_is_said_at_once() -> None:
    stands = Standing(EIGHTY, 1, ScoreState.ENTERED)
    assert keys(given(of_team=False), given(stands, place=2), given(place=3), given(place=3)) == [
        "score-twice",
        "score-examiner-not-of-team",
        "score-stands",
    ]


def test_gaps_name_the_running_numbers() -> None:
    states: dict[int, ScoreState | None] = dict.fromkeys(range(1, 41))
    states |= {7: ScoreState.ENTERED, 8: ScoreState.RETURNED, 9: ScoreState.CONFIRMED}
    found = list(gap_findings([Column(WELDER, Level.FOUR, THEORY, states)]))
    assert [(one.key, one.args["count"], one.args["places"]) for one in found] == [
        ("scores-missing", 37, ("1–6", "10–40")),
        ("scores-returned", 1, ("8",)),
        ("scores-unconfirmed", 1, ("7",)),
    ]
    done = Column(WELDER, Level.FOUR, THEORY, dict.fromkeys(states, ScoreState.CONFIRMED))
    assert list(gap_findings([done])) == []


@pytest.mark.parametrize(
    ("places", "shown"), [([], ()), ([3], ("3",)), ([1, 2], ("1–2",)), ([1, 3, 4], ("1", "3–4"))]
)
def test_neighbours_are_drawn_together(places: list[int], shown: tuple[str, ...]) -> None:
    assert spans(places) == shown


@pytest.mark.parametrize(
    ("mark", "figures"),
    [
        (None, ""),
        (Absent.ABSENT, "absent"),
        (Decimal("100.0"), "100"),
        (Decimal("60.5"), "60.5"),
        (Decimal(0), "0"),
    ],
)
def test_a_mark_in_figures(mark: Mark | None, figures: str) -> None:
    assert written(mark) == figures
