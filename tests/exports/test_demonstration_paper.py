"""An exam paper of the demonstration (R6.5): a page for either part that nobody takes for a real one."""

import io

import pytest
from pypdf import PdfReader

from exports.demonstration_paper import DemonstrationPaper, pdf
from rules.exam_papers import ExamPart

TITLES = {ExamPart.THEORY: "理论知识试卷", ExamPart.PRACTICE: "技能操作试卷"}


@pytest.mark.parametrize("part", ExamPart)
def test_it_is_one_page_that_says_what_it_is_for_and_that_it_is_made_up(part: ExamPart) -> None:
    paper = DemonstrationPaper(
        trade="电焊工 五级（初级工）",
        batch="2026-0009",
        station="职教267考试站",
        day="2026-09-01",
        part=part,
    )
    (page,) = PdfReader(io.BytesIO(pdf(paper))).pages
    text = "".join(page.extract_text().split())
    assert f"电焊工五级（初级工）{TITLES[part]}示范用卷，不用于考试" in text
    assert "批次：2026-0009考试日期：2026-09-01" in text
    assert "100分" in text or "共60分" in text
    assert "〓" not in text
