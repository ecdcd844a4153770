"""R7.1: scores as people type them, and what is not guessed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.exam_papers import ExamPart
from rules.findings import Refused
from rules.grading import Absent, Mark
from rules.typed_scores import read_typed

THEORY, PRACTICE = ExamPart.THEORY, ExamPart.PRACTICE
BOTH = (THEORY, PRACTICE)
A = Absent.ABSENT


def both(theory: object, practice: object) -> dict[ExamPart, Mark]:
    given = {THEORY: theory, PRACTICE: practice}
    return {
        part: mark if isinstance(mark, Absent) else Decimal(str(mark))
        for part, mark in given.items()
        if mark is not None
    }


@pytest.mark.parametrize(
    ("text", "place", "marks"),
    [
        ("78 85", None, both(78, 85)),
        ("78/85", None, both(78, 85)),
        ("78，85", None, both(78, 85)),
        ("７８．５　８５", None, both("78.5", 85)),
        ("78 缺考", None, both(78, A)),
        ("缺考", None, both(A, A)),
        ("absent", None, both(A, A)),
        ("78 -", None, both(78, None)),
        ("- 85", None, both(None, 85)),
        ("12 78 85", 12, both(78, 85)),
        ("12号 78 85", 12, both(78, 85)),
        ("第12号 缺考", 12, both(A, A)),
        ("12：缺考", 12, both(A, A)),
        ("12: 缺考", 12, both(A, A)),
        ("12 李晓雨 78 85", 12, both(78, 85)),
    ],
)
def test_both_scores_in_one_line(text: str, place: int | None, marks: dict[ExamPart, Mark]) -> None:
    (one,) = read_typed(text, BOTH)
    assert (one.place, one.marks) == (place, marks)


def test_one_part_alone_takes_one_score() -> None:
    (one,) = read_typed("78", (THEORY,))
    assert (one.place, one.marks) == (None, {THEORY: Decimal(78)})
    (other,) = read_typed("12 78", (PRACTICE,))
    assert (other.place, other.marks) == (12, {PRACTICE: Decimal(78)})


def test_lines_pasted_from_a_list_bring_their_numbers_and_names() -> None:
    read = read_typed("1\t李晓雨\t78\t85\n2\t王强\t缺考\n\n3 60 59.5", BOTH)
    assert [(one.place, one.name) for one in read] == [(1, "李晓雨"), (2, "王强"), (3, "")]
    assert "李晓雨" not in repr(read)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "text-empty"),
        ("78", "scores-line-2"),
        ("- -", "scores-line-2"),
        ("六十 七十", "score-form"),
        ("-1 85", "score-form"),
        ("101 85", "score-too-high"),
        ("60.55 85", "score-decimals"),
        ("1 78 85 90 91", "scores-line-2"),
        ("1 78 85\n79 86", "scores-line-without-place"),
        ("1 78 85\n1 79 86", "scores-line-twice"),
    ],
)
def test_what_is_not_clear_is_refused(text: str, key: str) -> None:
    with pytest.raises(Refused) as refused:
        read_typed(text, BOTH)
    assert refused.value.finding.key == key


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read = read_typed(text, BOTH)
    except Refused:
        return
    assert all(one.marks for one in read)
