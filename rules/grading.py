"""Scores and the result derived from them (R7.1)."""

import re
import unicodedata
from decimal import Decimal
from enum import Enum, StrEnum

from rules.findings import Refused

HIGHEST = Decimal(100)


class Absent(Enum):
    """Not signed in for a part of the exam; no score may be given for it."""

    ABSENT = "absent"


Mark = Decimal | Absent
"""What stands in a score box once it is filled."""


class Result(StrEnum):
    """评定成绩"""

    FAILED = "failed"
    """不合格"""
    PASSED = "passed"
    """合格"""
    GOOD = "good"
    """良好"""
    EXCELLENT = "excellent"
    """优秀"""


PASSED_FROM = Decimal(60)
_THRESHOLDS = (
    (Decimal(90), Result.EXCELLENT),
    (Decimal(80), Result.GOOD),
    (PASSED_FROM, Result.PASSED),
)


def read_score(raw: str) -> Decimal:
    """A score from 0 to 100 with at most one decimal."""
    text = unicodedata.normalize("NFKC", raw).strip()
    if not re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,6})?", text):
        raise Refused("score-form", "R7.1")
    score = Decimal(text)
    if score > HIGHEST:
        raise Refused("score-too-high", "R7.1", highest=100)
    if score != round(score, 1):
        raise Refused("score-decimals", "R7.1")
    return score


def result(theory: Mark, practice: Mark) -> Result:
    """By the lower of the two, never rounded: 79.5 is 合格."""
    if isinstance(theory, Absent) or isinstance(practice, Absent):
        return Result.FAILED
    lower = min(theory, practice)
    return next((grade for least, grade in _THRESHOLDS if lower >= least), Result.FAILED)
