"""What results wait for called a level `5 级` where every other page says 五级（初级工）."""

from conversations.words import words
from rules.catalogue import Level
from rules.exam_papers import ExamPart
from rules.settlements import Bill, BillLine, bill_findings
from store.unit import Store
from tests.fakes import FixedClock
from tests.prepared import prepared
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
