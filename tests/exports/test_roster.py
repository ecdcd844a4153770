"""The roster of a batch (R5.7): one row a candidate, in the order given."""

import io
from dataclasses import fields
from datetime import date, datetime
from typing import Any

import openpyxl

from exports.roster import RosterHead, RosterRow, roster
from rules.catalogue import Programme

HEAD = RosterHead(Programme.CAPABILITY, "2026-0417", "职教484考试站", date(2026, 9, 1))


def candidate(**changes: Any) -> RosterRow:
    boxes: dict[str, Any] = {
        "number": "26-0417-0032",
        "name": "张晓梅",
        "sex": "女",
        "born": date(2007, 5, 12),
        "id_type": "居民身份证",
        "id_number": "11010519491231002X",
        "candidate_type": "在读学生",
        "institution": "北京市工业技师学院",
        "education": "中等专业学校",
        "occupation_code": "JX04-05-12",
        "occupation": "焊工",
        "trade_code": "JX04-05-12-01",
        "trade": "电焊工",
        "level": "四级（中级工）",
        "condition": "四级第（3）条",
        "phone": "13800138000",
        "class_hours": 420,
    }
    return RosterRow(**boxes | changes)


def opened(*rows: RosterRow, head: RosterHead = HEAD):
    out = io.BytesIO()
    assert roster(head, rows, out) == len(rows)
    return openpyxl.load_workbook(out).active


def by_title(page, row: int = 4) -> dict[str, Any]:
    titles = ["".join(cell.value.split()) for cell in page[3]]
    return dict(zip(titles, page[row], strict=True))


def test_title_and_batch_stand_above_the_list():
    page = opened(candidate())
    assert page["A1"].value == "机械行业职业能力水平评价考生花名册"
    assert page["A2"].value == "批次：2026-0417　　考试站：职教484考试站　　考试日期：2026-09-01"
    assert page.freeze_panes == "A4"


def test_the_title_follows_the_programme():
    head = RosterHead(Programme.SKILL_LEVEL, "1", "站", date(2026, 9, 1))
    assert opened(head=head)["A1"].value == "机械行业职业技能等级认定考生花名册"


def test_numbers_and_codes_are_text_dates_are_dates():
    row = by_title(opened(candidate()))
    for title, value in (
        ("证件号码", "11010519491231002X"),
        ("考生电话", "13800138000"),
        ("工种编码", "JX04-05-12-01"),
    ):
        assert (row[title].value, row[title].number_format) == (value, "@")
    assert row["出生日期"].value.date() == date(2007, 5, 12)
    assert row["培训学时"].value == 420


def test_a_name_that_looks_like_a_formula_is_a_name():
    row = by_title(opened(candidate(name='=cmd|"/c calc"!A1')))
    assert row["姓名"].data_type == "s"


def test_the_order_given_is_kept_and_numbered():
    page = opened(candidate(name="乙"), candidate(name="甲"))
    assert [(row[0], row[2]) for row in page.iter_rows(min_row=4, values_only=True)] == [
        (1, "乙"),
        (2, "甲"),
    ]


def test_every_box_of_a_candidate_has_a_column():
    filled = {f.name: getattr(candidate(), f.name) or f"<{f.name}>" for f in fields(RosterRow)}
    filled |= {"enrolled_on": date(2023, 9, 1), "theory_score": 61.5, "practice_score": 62}
    values = [cell.value for cell in opened(RosterRow(**filled))[4]]
    assert len(values) == 1 + len(filled)
    assert {str(value) for value in filled.values()} <= {
        str(value.date()) if isinstance(value, datetime) else str(value) for value in values
    }


def test_only_what_fits_the_paper_is_printed():
    page = opened(candidate())
    assert page.print_area == "'考生花名册'!$A$1:$Y$4"
    assert page.max_column > 25
