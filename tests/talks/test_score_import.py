"""导入成绩: the sheet of the batch printed, filled in, looked through and taken, and nothing half of it (R7.1)."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from bot.front import keep_workbook
from bot.press import Press
from conversations.engine.messages import Paper, Received
from exports.received_workbook import read_workbook
from rules.grading import Absent
from rules.scores import ScoreState
from store.unit import Store
from tests.fakes import FixedClock
from tests.prepared import prepared
from tests.qualified import approve
from tests.scoring import PRACTICE, THEORY, Marking
from tests.store.tree import of
from tests.talk import Talker
from tests.talks.test_scores import marks
from tests.workbooks import saved, with_part

A = Absent.ABSENT
FIRST = 5
"""The row of candidate 1: three lines of heading, one of titles."""
LEADER, SECOND = "王建国（KP26-0001）", "刘芳（KP26-0002）"
Fill = Callable[[Worksheet], object]


@pytest.fixture
def exam(store: Store, clock: FixedClock) -> Marking:
    return prepared(Marking, store, clock, people=3)


@pytest.fixture
def clerk(exam: Marking) -> Talker:
    return exam.at(of(exam.station))


def printed(exam: Marking) -> bytes:
    press = Press(exam.store)
    return press.print(
        press.collect(Paper("score_sheet", exam.batch.id, ""), of(exam.station))
    ).data


def filled(exam: Marking, fill: Fill) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(printed(exam)))
    page = book.active
    assert isinstance(page, Worksheet)
    fill(page)
    return saved(book)


def sheet(store: Store, data: bytes) -> Received:
    return replace(keep_workbook(store, data), sheet=read_workbook(data))


def row(
    page: Worksheet, place: int, theory: object, practice: object = None, absent: str = ""
) -> None:
    """What a clerk fills in for one candidate."""
    at = FIRST + place - 1
    for column, value in zip("FGHIJ", (theory, practice, absent, LEADER, LEADER), strict=True):
        page[f"{column}{at}"] = value


def send(exam: Marking, clerk: Talker, data: bytes) -> str:
    clerk.tap(f"/score_import {exam.batch.number}")
    return clerk.show(sheet(exam.store, data)).text


def all_three(page: Worksheet) -> None:
    row(page, 1, 78.5, 85)
    row(page, 2, None, None, "缺考")
    row(page, 3, 60, None, "实操缺考")
    page[f"J{FIRST}"] = SECOND


def test_looked_through_and_taken_as_it_was_shown(exam: Marking, clerk: Talker) -> None:
    clerk.tap(f"/score_import {exam.batch.number}")
    assert [f.export for f in clerk.last.files if isinstance(f, Paper)] == ["score_sheet"]
    looked = clerk.show(sheet(exam.store, filled(exam, all_three)))
    assert clerk.box == "review"
    assert "3 人：新登记 6 个成绩，0 个没有变化" in looked.text
    assert marks(exam) == [(None, None)] * 3
    clerk.say("提交")
    assert "已登记 6 个成绩" in clerk.last.text
    assert "成绩已登记 6/6" in clerk.last.text
    assert marks(exam) == [("78.5", "85"), (A, A), ("60", A)]
    assert exam.lines()[0].scores[PRACTICE].examiner == exam.examiners[1]
    again = send(exam, clerk, printed(exam))
    assert "新登记 0 个成绩，6 个没有变化" in again


def test_what_differs_is_shown_side_by_side_and_a_person_decides(
    exam: Marking, clerk: Talker
) -> None:
    exam.score(1, "78", "85")
    exam.confirm()
    exam.score(2, "70", "71")

    def other(page: Worksheet) -> None:
        row(page, 1, 87, 85)
        row(page, 2, 70, 17)
        row(page, 3, 66, 67)

    text = send(exam, clerk, filled(exam, other))
    assert clerk.box == "differing"
    assert "第 1 号 李晓雨 理论 78（王建国，已确认）→ 87（王建国）" in text
    assert "第 2 号 王强 实操 71（王建国）→ 17（王建国）" in text
    clerk.say("保留已登记的")
    clerk.say("提交")
    assert marks(exam) == [("78", "85"), ("70", "71"), ("66", "67")]
    send(exam, clerk, filled(exam, other))
    for answer in ("用成绩表上的", "核对评分表后更正", "提交"):
        clerk.say(answer)
    assert marks(exam) == [("87", "85"), ("70", "17"), ("66", "67")]
    first = exam.lines()[0].scores[THEORY]
    assert (first.reason, first.state) == ("核对评分表后更正", ScoreState.ENTERED)


def test_typed_meanwhile_nothing_is_taken_unseen(exam: Marking, clerk: Talker) -> None:
    send(exam, clerk, filled(exam, all_three))
    exam.score(1, "50", "51")
    clerk.say("提交")
    assert clerk.box == "differing"
    assert "理论 50（王建国）→ 78.5（王建国）" in clerk.last.text
    assert marks(exam)[1:] == [(None, None)] * 2


def test_what_was_typed_after_the_choice_was_offered_is_shown_first(
    exam: Marking, clerk: Talker
) -> None:
    exam.score(1, "50", "51")
    send(exam, clerk, filled(exam, all_three))
    assert clerk.box == "differing"
    exam.score(2, "52", "53")
    clerk.say("2")
    assert (clerk.box, clerk.error) == ("differing", "score-sheet-moved-on")
    assert "第 2 号" in clerk.last.text
    clerk.say("2")
    exam.score(3, "54", "55")
    clerk.say("提交")
    assert clerk.box == "differing"
    assert marks(exam) == [("50", "51"), ("52", "53"), ("54", "55")]


def how_to(exam: Marking) -> str:
    page = openpyxl.load_workbook(io.BytesIO(printed(exam))).active
    assert isinstance(page, Worksheet)
    return str(page["A3"].value)


def test_a_sheet_with_nothing_left_to_fill_in_says_what_it_is_for(exam: Marking) -> None:
    for place in (1, 2):
        exam.score(place, "78", "85")
    exam.confirm()
    assert "只填黄色的格子" in how_to(exam)
    exam.score(3, "66", "absent")
    exam.confirm()
    assert how_to(exam).startswith("成绩已全部由考评员确认，这张表供查看、打印和签字")
    approve(exam)
    assert how_to(exam) == "成绩已提交，不能再改。这张表供查看、打印和签字。"


def put(cell: str, value: object) -> Fill:
    return lambda page: page.__setitem__(cell, value)


def swapped(page: Worksheet) -> None:
    for at in range(FIRST - 1, FIRST + 3):
        page[f"F{at}"].value, page[f"G{at}"].value = page[f"G{at}"].value, page[f"F{at}"].value


def merged(page: Worksheet) -> None:
    page.merge_cells(f"F{FIRST}:F{FIRST + 1}")


def again(page: Worksheet) -> None:
    for column in "ABCDEFGHIJ":
        page[f"{column}{FIRST + 3}"] = page[f"{column}{FIRST}"].value


def emptied(page: Worksheet) -> None:
    for at in range(FIRST, FIRST + 3):
        for column in "FGHIJ":
            page[f"{column}{at}"] = None


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (put("F5", 101), "第 5 行 理论成绩：成绩最高 100 分"),
        (put("F5", -1), "第 5 行 理论成绩：成绩请写 0 到 100 的数字"),
        (put("G5", 60.55), "第 5 行 实操成绩：成绩最多一位小数"),
        (put("F5", "六十"), "第 5 行 理论成绩：成绩请写 0 到 100 的数字"),
        (put("F5", "=78+1"), "第 5 行 理论成绩：这里是公式"),
        (put("A2", "批次 2026-9999　职教267考试站"), "这是批次 2026-9999 的成绩表"),
        (put("A2", "成绩"), "表头上没有批次号"),
        (swapped, "成绩表的列和下载时不一样"),
        (put("F4", "分数"), "成绩表的列和下载时不一样"),
        (merged, "第 6 行 理论成绩：是合并单元格"),
        (put("A5", 9), "第 5 行 序号：花名册上没有第 9 号"),
        (put("A5", "甲"), "第 5 行 序号：这里要有花名册上的序号"),
        (put("B5", "张三"), "第 5 行 姓名：花名册上第 1 号不是这个名字"),
        (again, "第 8 行 序号：第 1 号在第 5 行已经有了"),
        (emptied, "成绩表里还没有成绩"),
        (put("H5", "缺考"), "第 5 行 理论成绩：缺考的不能有成绩"),
        (put("H5", "理论缺考"), "第 5 行 理论成绩：缺考的不能有成绩"),
        (put("H5", "病假"), "第 5 行 缺考：缺考一栏只能写"),
        (put("I5", None), "第 5 行 理论考评员：没有选考评员"),
        (put("I5", "赵志远"), "第 5 行 理论考评员：这位不在该工种的考评组里"),
    ],
)
def test_a_sheet_with_one_thing_wrong_is_refused_whole(
    exam: Marking, clerk: Talker, change: Fill, said: str
) -> None:
    def fill(page: Worksheet) -> None:
        all_three(page)
        change(page)

    text = send(exam, clerk, filled(exam, fill))
    assert said in text
    assert clerk.box == "sheet"
    assert marks(exam) == [(None, None)] * 3


def test_a_computed_formula_is_no_score_either(exam: Marking, clerk: Talker) -> None:
    data = filled(exam, lambda page: (all_three(page), put("F5", "=78+1")(page)))
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.active
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        xml = parts.read("xl/worksheets/sheet1.xml")
    computed = xml.replace(b"<f>78+1</f><v></v>", b"<f>78+1</f><v>79</v>")
    computed = computed.replace(b"<f>78+1</f><v />", b"<f>78+1</f><v>79</v>")
    assert computed != xml
    text = send(exam, clerk, with_part(data, "xl/worksheets/sheet1.xml", computed))
    assert "第 5 行 理论成绩：这里是公式" in text


def test_another_workbook_or_a_picture_is_no_score_sheet(exam: Marking, clerk: Talker) -> None:
    book = openpyxl.Workbook()
    assert isinstance(book.active, Worksheet)
    book.active.append(["姓名", "身份证号", "电话"])
    assert "这不是成绩表" in send(exam, clerk, saved(book))
    clerk.say("78 85")
    assert clerk.error == "list-wanted"


def test_a_sheet_printed_in_english_is_read_by_anybody(exam: Marking, clerk: Talker) -> None:
    with exam.store.writing() as work:
        work.people.set_language(of(exam.station), "en")
    data = filled(exam, lambda page: row(page, 1, 78, None, "absent from practice"))
    with exam.store.writing() as work:
        work.people.set_language(of(exam.station), "zh-CN")
    assert "1 人：新登记 2 个成绩" in send(exam, clerk, data)
    clerk.say("提交")
    assert marks(exam)[0] == ("78", A)


def test_many_faults_are_listed_as_far_as_they_can_be_taken_in(
    exam: Marking, clerk: Talker
) -> None:
    def fill(page: Worksheet) -> None:
        for at in range(FIRST, FIRST + 20):
            page[f"A{at}"] = at + 90

    text = send(exam, clerk, filled(exam, fill))
    assert text.count("花名册上没有第") == 12
    assert "还有 8 处" in text


def test_the_sheet_holds_what_stands_and_locks_what_is_confirmed(exam: Marking) -> None:
    exam.score(1, "78.5", "85")
    exam.confirm()
    exam.score(2, "absent", "60")
    page = openpyxl.load_workbook(io.BytesIO(printed(exam))).active
    assert isinstance(page, Worksheet)
    assert page.protection.sheet
    first = [page.cell(FIRST, at).value for at in range(1, 13)]
    assert first[0:2] == [1, "李晓雨"]
    assert str(first[2]).count("*") == 8
    assert first[5:11] == [78.5, 85, None, LEADER, LEADER, "合格"]
    assert page[f"F{FIRST}"].protection.locked
    assert not page[f"F{FIRST + 1}"].protection.locked
    assert page[f"H{FIRST + 1}"].value == "理论缺考"
    assert page[f"A{FIRST + 1}"].protection.locked
    assert exam.batch.number in str(page["A2"].value)
    offered = {one.formula1 for one in page.data_validations.dataValidation}
    assert "'选项'!$A$1:$A$3" in offered
    assert "'选项'!$B$1:$B$3" in offered
    assert Decimal(first[5]) == Decimal("78.5")
