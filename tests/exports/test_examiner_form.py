"""The approval form of examiners, as PDF and Word (G§3.2)."""

import io
from dataclasses import replace
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from exports import examiner_form as forms
from exports.examiner_form import ExaminerForm, PrintedOpinion
from rules.examiners import ExaminerKind
from tests.exports.forms import photo

FORM = ExaminerForm(
    number="KP26-0007",
    unit="机械行业职业能力评价职教267考试站",
    name="王建国",
    sex="男",
    age="41",
    photo=photo((413, 531)),
    education="本科　焊接技术与工程",
    id_number="11010119850520003X",
    department="机电工程系",
    occupation="焊接专业教师　16 年　二级（技师）",
    title="高级职称　教研室主任",
    address="江苏省常州市钟楼区新冶路",
    email="wjg@gm.example",
    phone="13812345678",
    kind=ExaminerKind.EXAMINER,
    trades="电焊工 JX04-06-04-01\n加工中心操作工 JX04-05-07-03",
    department_opinion=PrintedOpinion("同意推荐。", date(2026, 6, 1)),
)


def pages(form: ExaminerForm) -> list[str]:
    read = PdfReader(io.BytesIO(forms.pdf(form)))
    return ["".join(page.extract_text().split()) for page in read.pages]


def cells(form: ExaminerForm) -> list[str]:
    """Every box of the Word form once, however many columns it spans."""
    (table,) = docx.Document(io.BytesIO(forms.word(form))).tables
    boxes = {cell._tc: cell.text for row in table.rows for cell in row.cells}
    return list(boxes.values())


def test_everything_stands_on_one_page_in_printed_order() -> None:
    (text,) = pages(FORM)
    answers = (
        "机械工业人才评价考评、管理人员审批表 机械行业职业能力评价职教267考试站 王建国 41 焊接技术与工程 "
        "11010119850520003X 机电工程系 16年 教研室主任 新冶路 wjg@gm.example 考评员（✓） JX04-06-04-01 "
        "JX04-05-07-03 同意推荐。 2026年6月1日"
    )
    places = [text.index(answer) for answer in answers.split()]
    assert places == sorted(places)
    for label in ("学历及专业", "身份证号码", "所在部门", "职业及年限", "职称或职务", "（限三个）"):
        assert label in text


@pytest.mark.parametrize(
    ("kind", "ticked"),
    [
        (ExaminerKind.SENIOR_EXAMINER, "高级考评员（✓）"),
        (ExaminerKind.EXAMINER, "考评员（✓）"),
        (ExaminerKind.EXAM_MANAGER, "管理人员（✓）"),
    ],
)
def test_one_kind_is_ticked_and_no_other(kind: ExaminerKind, ticked: str) -> None:
    for text in (pages(replace(FORM, kind=kind))[0], "\n".join(cells(replace(FORM, kind=kind)))):
        assert ticked in text
        assert text.count("✓") == 1


def test_what_nobody_said_yet_is_left_to_sign_by_hand() -> None:
    (text,) = pages(FORM)
    assert text.count("签字（盖章）") == 3
    assert text.count("年月日") == 2


def test_word_and_pdf_are_drawn_from_the_same_boxes() -> None:
    text = "\n".join(cells(FORM))
    for cell in (cell for row in forms.printed(FORM).rows for cell in row if cell.kind != "photo"):
        assert cell.text in text
        assert cell.foot in text


def test_the_photo_spans_the_first_four_rows_at_the_right() -> None:
    (table,) = docx.Document(io.BytesIO(forms.word(FORM))).tables
    assert all(table.cell(y, 6)._tc is table.cell(0, 6)._tc for y in range(4))
    assert table.cell(0, 6)._tc.findall(f".//{qn('pic:pic')}")
    assert table.cell(4, 6)._tc is not table.cell(0, 6)._tc


def test_the_longest_answers_stay_on_one_page() -> None:
    wide = "机械工业人才评价" * 12
    long = replace(
        FORM,
        education=wide[:60],
        department=wide[:40],
        occupation=wide[:60],
        title=wide[:60],
        address=wide[:100],
        email=f"{'a' * 80}@example.com",
        trades="\n".join(f"掘进及凿岩机械操作工 JX05-03-01-0{n}　职业能力" for n in range(3)),
        department_opinion=PrintedOpinion(wide, date(2026, 6, 1)),
        unit_opinion=PrintedOpinion(wide, date(2026, 6, 2)),
        centre_opinion=PrintedOpinion(wide, date(2026, 6, 3)),
    )
    assert len(pages(long)) == 1


def test_markup_in_an_answer_is_only_text() -> None:
    (text,) = pages(replace(FORM, department="#panic() $x$ *粗*"))
    assert "#panic()$x$*粗*" in text


def test_a_character_the_font_lacks_is_marked_and_spelt_out() -> None:
    (text,) = pages(replace(FORM, name="王\U0003134f"))
    assert "王〓" in text
    assert "U+3134F" in text


def test_the_same_form_gives_the_same_bytes() -> None:
    assert forms.pdf(FORM) == forms.pdf(FORM)


def test_without_a_photo_its_box_says_so() -> None:
    assert "照片" in pages(replace(FORM, photo=None))[0]
