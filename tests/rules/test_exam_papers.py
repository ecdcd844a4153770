"""R4.3, R4.7, R6.5: which papers a batch needs, and when they are handed in and signed for."""

from datetime import date, datetime, timedelta

import pytest

from rules.catalogue import Level
from rules.deadlines import OFFICE
from rules.exam_papers import (
    ExamPart,
    PaperPlace,
    missing_findings,
    places,
    receipt_findings,
    upload_findings,
)
from tests.store.office import MACHINIST, WELDER

SECOND = timedelta(seconds=1)
OPENS = datetime(2026, 8, 22, tzinfo=OFFICE)
BEGINS = datetime(2026, 9, 1, 9, tzinfo=OFFICE)


def test_each_trade_and_level_has_a_paper_of_either_kind_however_many_lines_it_has() -> None:
    wanted = places([(WELDER, Level.FOUR), (MACHINIST, Level.FOUR), (WELDER, Level.FOUR)])
    assert wanted == (
        PaperPlace(WELDER, Level.FOUR, ExamPart.THEORY),
        PaperPlace(WELDER, Level.FOUR, ExamPart.PRACTICE),
        PaperPlace(MACHINIST, Level.FOUR, ExamPart.THEORY),
        PaperPlace(MACHINIST, Level.FOUR, ExamPart.PRACTICE),
    )


def test_every_missing_paper_is_named() -> None:
    found = list(missing_findings(places([(WELDER, Level.FOUR)])))
    assert [(f.key, f.rule, f.args["part"]) for f in found] == [
        ("exam-paper-missing", "R6.5", "theory"),
        ("exam-paper-missing", "R6.5", "practice"),
    ]


@pytest.mark.parametrize(
    ("now", "sealed", "expected"),
    [
        (OPENS - SECOND, False, []),
        (OPENS, False, ["exam-papers-closed"]),
        (OPENS - SECOND, True, ["exam-papers-sealed"]),
        (OPENS, True, ["exam-papers-sealed"]),
    ],
)
def test_papers_are_handed_in_until_the_close_and_never_after_the_seal(
    now: datetime, *, sealed: bool, expected: list[str]
) -> None:
    found = list(upload_findings(OPENS, now, sealed=sealed))
    assert [finding.key for finding in found] == expected
    if expected == ["exam-papers-closed"]:
        assert found[0].args == {"last_day": date(2026, 8, 21)}


@pytest.mark.parametrize(
    ("now", "sealed", "expected"),
    [
        (OPENS - SECOND, True, ["exam-papers-not-open"]),
        (OPENS, True, []),
        (BEGINS - SECOND, True, []),
        (BEGINS, True, ["exam-papers-over"]),
        (OPENS, False, ["exam-papers-not-sealed"]),
        (OPENS - SECOND, False, ["exam-papers-not-open", "exam-papers-not-sealed"]),
        (BEGINS, False, ["exam-papers-over"]),
    ],
)
def test_a_sealed_paper_is_signed_for_from_ten_days_before_until_the_exam_begins(
    now: datetime, *, sealed: bool, expected: list[str]
) -> None:
    found = list(receipt_findings(OPENS, BEGINS, now, sealed=sealed))
    assert [finding.key for finding in found] == expected
    if "exam-papers-not-open" in expected:
        assert found[0].args == {"opens": date(2026, 8, 22)}
