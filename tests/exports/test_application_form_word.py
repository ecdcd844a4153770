"""The application form as Word: the same boxes as the PDF, in real tables people can edit."""

import io

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from exports import application_form as forms
from exports.application_form import ApplicationForm, Seal
from tests.exports.forms import application_form, photo, schools


def opened(form: ApplicationForm):
    return docx.Document(io.BytesIO(forms.word(form)))


def words(form: ApplicationForm) -> str:
    return "\n".join(
        cell.text for table in opened(form).tables for row in table.rows for cell in row.cells
    )


def test_word_and_pdf_are_drawn_from_the_same_boxes():
    form = application_form()
    text = words(form)
    paper = forms.printed(form)
    for cell in (cell for row in paper.rows for cell in row if cell.kind != "photo"):
        assert cell.text in text
    for line in paper.tables[0].lines:
        assert all(cell.text in text for cell in line)
    assert paper.seal.heading in text


def test_the_photo_spans_four_rows_at_the_right():
    boxes, *_ = opened(application_form()).tables
    assert all(boxes.cell(y, 6)._tc is boxes.cell(0, 6)._tc for y in range(4))
    assert boxes.cell(0, 6)._tc.findall(f".//{qn('pic:pic')}")
    assert boxes.cell(4, 6)._tc is not boxes.cell(0, 6)._tc


@pytest.mark.parametrize("size", [(413, 579), (800, 600), (100, 900)])
def test_the_photo_keeps_its_proportions_within_35_by_49_mm(size: tuple[int, int]):
    (picture,) = opened(application_form(photo=photo(size))).inline_shapes
    assert picture.width <= Mm(35)
    assert picture.height <= Mm(49)
    assert picture.width / picture.height == pytest.approx(size[0] / size[1], rel=0.01)


def test_the_page_is_a4_and_the_font_is_set_for_chinese():
    document = opened(application_form())
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    fonts = document.styles["Normal"].element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == "宋体"


def test_the_head_of_the_history_is_repeated_on_every_page():
    _, history, _ = opened(application_form(study=schools(12))).tables
    header, *lines = history.rows
    assert header._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [line.cells[3].text for line in lines] == [f"第{i}学校" for i in range(1, 13)]


def test_people_without_employer_sign_a_promise():
    assert "承诺人（签字）" in words(application_form(seal=Seal.PROMISE, study=()))


def test_rare_characters_stay_and_control_characters_are_shown():
    text = words(application_form(name="𠮷\x01田"))
    assert "𠮷␁田" in text


def test_the_footer_names_batch_station_day_person_and_page():
    footer = opened(application_form()).sections[0].footer
    text = "".join(p.text for p in footer.paragraphs)
    for expected in ("2026-0417", "2026-09-01", "职教484考试站", "张晓梅", "26-0417-0032"):
        assert expected in text
    codes = [field.get(qn("w:instr")) for field in footer._element.iter(qn("w:fldSimple"))]
    assert codes == ["PAGE", "NUMPAGES"]
