"""The printed evaluation report: every box filled, photos stamped with their own date only (R7.2, R7.4)."""

from dataclasses import replace

import pytest

from exports.evaluation_report import EvaluationPaper, FilledPhoto, pdf, printed
from rules.catalogue import Programme
from tests import pictures

PAPER = EvaluationPaper(
    programme=Programme.CAPABILITY,
    station="职教267考试站（49284267）",
    batch="2026-0417",
    trade="电焊工 四级（中级工）",
    days="理论 2026-09-01 09:00，实操 2026-09-01 14:00",
    venue="实训楼一层",
    leader="阿依古丽·买买提",
    examiners="刘芳、陈明",
    filed="2026-09-05 10:20",
    state="第 2 版",
    figures=("40", "38", "2", "1", "9", "24", "6", "89.5%"),
    papers=(("理论", "3b1f 9a02", "刘芳 2026-08-25 09:30"), ("实操", "88f1 0a02", "")),
    remarks=(("评分执行", "正常"),),
    opinions=(("刘芳", "确认", "", "2026-09-05 11:00"), ("陈明", "", "", "")),
    photos=(
        FilledPhoto(pictures.document(), "理论考场照", "2026-09-01 09:30"),
        FilledPhoto(pictures.document(), "工件照（自述）", ""),
    ),
)


def test_every_text_stands_on_the_paper_and_gaps_are_marked() -> None:
    one = printed(PAPER)
    assert one.papers[1] == ("实操", "88f1 0a02", "—")
    assert one.opinions[1] == ("陈明", "—", "—", "—", "")
    assert one.figures[-1] == ("合格率", "89.5%")
    assert [stamp for _, _, stamp in one.photos] == ["2026-09-01 09:30", ""]


def test_several_reports_are_one_pdf_and_the_same_again() -> None:
    other = replace(PAPER, examiners="刘芳𱍊", photos=())
    once = pdf((PAPER, other))
    assert once.startswith(b"%PDF")
    assert once == pdf((PAPER, other))


def test_there_is_no_pdf_of_nothing() -> None:
    with pytest.raises(ValueError, match="no report"):
        pdf(())
