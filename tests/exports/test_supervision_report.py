"""The printed supervision report (R7.3): everything seen on site, its pictures with their times, and room to sign."""

import io
from dataclasses import replace

from pypdf import PdfReader

from exports.supervision_report import (
    FilledFault,
    FilledLine,
    FilledPhoto,
    FilledReport,
    pdf,
)
from tests.pictures import document

REPORT = FilledReport(
    station="机械行业职业能力评价职教267考试站（49284267）",
    batch="2026-0417",
    trades="电焊工 四级（中级工）、加工中心操作工 四级（中级工）",
    days="2026-09-01 / 2026-09-02",
    venue="江苏省常州市武进区鸣新中路2号实训楼一层",
    supervisor="古丽娜尔·买买提",
    arrived="2026-09-01 08:30",
    left="2026-09-02 16:40",
    noted="2026-09-01 08:31 至 2026-09-02 16:42",
    filed="2026-09-03 07:55",
    counts=(86, 84, 20, 0),
    lines=tuple(
        FilledLine(f"第 {n} 项检查内容", "no" if n == 3 else "yes", "灭火器过期" if n == 3 else "")
        for n in range(1, 20)
    ),
    faults=(
        FilledFault(
            "2 号工位缺少排烟设备，焊接烟尘弥漫", "当场停用该工位", "装好排烟设备", "2026-09-20"
        ),
        FilledFault("一名考评员迟到 5 分钟", "已提醒", "", ""),
    ),
    conclusion="需整改",
    grounds="",
    remarks="组织总体有序。",
    state="待管理站确认",
    photos=tuple(
        FilledPhoto(document(1200, 800 + n, f"PHOTO {n}"), f"{n}　实操现场 2026-09-01 10:12 拍摄")
        for n in range(1, 6)
    ),
)


def pages(report: FilledReport) -> list[str]:
    read = PdfReader(io.BytesIO(pdf(report)))
    return ["".join(page.extract_text().split()) for page in read.pages]


def test_all_that_was_seen_stands_on_it() -> None:
    text = "".join(pages(REPORT))
    for told in ("2026-0417", "古丽娜尔·买买提", "2026-09-0108:30", "2026-09-0216:40", "86人"):
        assert told in text
    assert "第3项检查内容✓灭火器过期" in text
    assert "装好排烟设备2026-09-20" in text
    assert "已提醒——" in text
    assert "需整改" in text
    assert "其他说明：组织总体有序。" in text
    for room in ("督导员签字：", "考试站负责人签字：", "管理站确认："):
        assert room in text


def test_the_pictures_stand_behind_with_their_times() -> None:
    *_, last = pages(REPORT)
    assert "现场影像" in last
    assert "1实操现场2026-09-0110:12拍摄" in last
    read = PdfReader(io.BytesIO(pdf(REPORT)))
    assert sum(len(page.images) for page in read.pages) == len(REPORT.photos)


def test_without_findings_and_pictures_it_says_so_and_is_one_page() -> None:
    (text,) = pages(replace(REPORT, faults=(), photos=(), conclusion="正常"))
    assert "未发现问题" in text


def test_twenty_long_findings_run_on_to_further_pages() -> None:
    long = FilledFault("烟尘" * 150, "停用" * 100, "整改" * 150, "2026-09-20")
    text = pages(replace(REPORT, faults=(long,) * 20, photos=()))
    assert len(text) > 3
    assert sum(page.count("发现的问题现场处理") for page in text) >= len(text) - 2


def test_a_character_the_font_lacks_is_marked_and_spelt_out() -> None:
    text = "".join(pages(replace(REPORT, remarks="见\U0003134f文")))
    assert "见〓文" in text
    assert "U+3134F" in text


def test_nothing_written_becomes_markup() -> None:
    text = "".join(pages(replace(REPORT, remarks="#pagebreak() *粗* $x$")))
    assert "#pagebreak()*粗*$x$" in text


def test_the_same_report_is_the_same_file() -> None:
    assert pdf(REPORT) == pdf(REPORT)
