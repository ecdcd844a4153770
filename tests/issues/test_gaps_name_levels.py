"""Gaps and refusals called a level `5 级` where every other page says 五级（初级工）."""

import re

from conversations.words import LANGUAGES, TEXTS, words
from rules.catalogue import Level
from rules.eligibility import closed
from rules.exam_papers import ExamPart
from rules.policy import Policy
from rules.settlements import Bill, BillLine, bill_findings
from store.unit import Store
from tests.fakes import FixedClock
from tests.prepared import prepared
from tests.rules.units import ENGINEER, MACHINIST
from tests.scoring import Marking
from tests.store.office import WELDER


def test_scores_and_reports_that_are_missing_are_named_by_the_level(
    store: Store, clock: FixedClock
) -> None:
    marking = prepared(Marking, store, clock)
    with store.reading() as work:
        gaps = work.results.gaps(marking.batch.id)
    said = [words("zh-CN").say(one.key, **one.args) for one in gaps if "level" in one.args]
    assert len(said) == len(ExamPart) + 1
    for text in said:
        assert "电焊工 四级（中级工）" in text


def test_a_price_that_is_missing_is_too() -> None:
    (gap,) = bill_findings(Bill((BillLine(WELDER, Level.FOUR, 3, None),)))
    assert words("zh-CN").say(gap.key, **gap.args).startswith("四级（中级工）证书还没有定单价")


def test_no_text_puts_a_word_of_its_own_beside_a_level() -> None:
    """The name of a level says 级 or Level itself, where it has one (R1.3)."""
    beside = re.compile(r"\{ \$(level|held) \} ?级|level \{ \$(level|held) \}", re.IGNORECASE)
    files = [file for language in LANGUAGES for file in (TEXTS / language).glob("*.ftl")]
    assert [hit[0] for file in files for hit in beside.finditer(file.read_text())] == []


def test_a_refusal_names_the_level_as_the_trade_calls_it() -> None:
    for unit, level, name in (
        (MACHINIST, Level.FIVE, "没有五级（初级工）"),
        (ENGINEER, Level.THREE, "初级现在没有开放"),
        (ENGINEER, Level.FOUR, "没有四级（中级工）"),
    ):
        (finding,) = closed(unit, level, Policy())
        assert name in words("zh-CN").say(finding.key, **finding.args)
