"""The summary of annual plans: every line under its number, summed by station and in all (R4.10)."""

import io
from dataclasses import replace
from datetime import date

import openpyxl

from exports.plan_summary import SummaryRow, SummarySheet, plan_summary

LINE = SummaryRow(
    programme="职业能力水平评价",
    station_code="49284267",
    station="机械行业职业能力评价职教267考试站",
    operator="常州市工贸高级技工学校",
    unit_code="JX04-06-04-01",
    unit="焊工（电焊工）",
    level="四级（中级工）",
    month=3,
    people=99,
)
OTHER = replace(LINE, station_code="49284299", people=20)
SHEET = SummarySheet(
    programme="职业能力水平评价",
    year=2027,
    institution="机械行业职业能力评价职教管理站",
    filed_on=date(2026, 11, 20),
    state="审批中",
    rows=(LINE, replace(LINE, people=51), OTHER),
)


def rows(sheet: SummarySheet) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(io.BytesIO(plan_summary(sheet))).active.values)


def test_stations_are_summed_and_all_of_them() -> None:
    found = rows(SHEET)
    assert found[0][0] == "机械行业职业能力水平评价2027年度计划汇总申报表"
    assert "考试站：2 个" in str(found[1][0])
    assert "人数：170 人" in str(found[1][0])
    assert [(row[0], row[2], row[3], row[9]) for row in found[3:]] == [
        (1, "49284267", LINE.station, 99),
        (2, "49284267", LINE.station, 51),
        (None, "49284267", "小计", 150),
        (3, "49284299", LINE.station, 20),
        (None, "49284299", "小计", 20),
        (None, None, "合计", 170),
    ]


def test_a_single_station_has_its_sum_and_the_total() -> None:
    assert [row[3] for row in rows(replace(SHEET, rows=(OTHER,)))[3:]] == [
        LINE.station,
        "小计",
        "合计",
    ]
