"""The printed application form: what stands on the paper, and what may never happen to it."""

import io
import threading
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from conversations.words import LANGUAGES, words
from exports import application_form as forms
from exports import characters
from exports.application_form import HistoryLine, Seal
from rules.catalogue import Programme
from tests.exports.forms import application_form, photo, schools


def pages(pdf: bytes) -> list[str]:
    """The text of every page, without the breaks the layout puts in."""
    return ["".join(p.extract_text().split()) for p in PdfReader(io.BytesIO(pdf)).pages]


def test_every_answer_stands_on_one_a4_page():
    pdf = forms.pdf(application_form())
    (text,) = pages(pdf)
    for expected in (
        "机械行业职业能力水平评价个人申报表",
        "26-0417-0032",
        "张晓梅",
        "2007-05",
        "11010519491231002X",
        "北京市工业技师学院",
        "中等专业学校",
        "焊工（电焊工）JX04-05-12-01",
        "四级（中级工）",
        "四级第（3）条",
        "420",
        "初三（2）班",
        "至今",
        "（院校公章或教务处章）",
        "批次：2026-0417",
        "2026-09-01",
        "职教484考试站",
    ):
        assert expected in text
    box = PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)


def test_the_boxes_stand_in_the_printed_order():
    (text,) = pages(forms.pdf(application_form(education="高中")))
    labels = (
        "姓名 身份证号 就读院校 文化程度 入学时间 专业 发证单位 申报职业工龄 申报等级 考生电话 "
        "其他 学习经历 盖章处"
    )
    places = [text.index(label) for label in labels.split()]
    assert places == sorted(places)


def test_the_title_follows_the_programme():
    (text,) = pages(forms.pdf(application_form(programme=Programme.SKILL_LEVEL)))
    assert "机械行业职业技能等级认定个人申报表" in text


def test_every_font_is_embedded_and_is_ours():
    page = PdfReader(io.BytesIO(forms.pdf(application_form()))).pages[0]
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    descendants = [font["/DescendantFonts"][0].get_object() for font in fonts]
    assert fonts
    for font in descendants:
        assert "NotoSansSC" in font["/BaseFont"]
        assert "/FontFile3" in font["/FontDescriptor"]


def test_the_photo_is_in_the_document_unchanged():
    page = PdfReader(io.BytesIO(forms.pdf(application_form()))).pages[0]
    sizes = [image.image.size for image in page.images]
    assert sizes == [(413, 579)]


def test_without_a_photo_its_place_is_named():
    (text,) = pages(forms.pdf(application_form(photo=None)))
    assert "本人照片（小2寸）" in text


@pytest.mark.parametrize("damaged", [b"not a picture", photo()[:-1500]])
def test_a_photo_that_cannot_be_decoded_is_an_error_and_not_an_empty_place(damaged: bytes):
    with pytest.raises(OSError, match="image file"):
        forms.pdf(application_form(photo=damaged))


def test_the_same_form_gives_the_same_bytes():
    assert forms.pdf(application_form()) == forms.pdf(application_form())


@pytest.mark.parametrize(
    "text", ['#read("/etc/passwd")', "*bold* _it_ `raw`", "$x^2$ \\ <a> @b", "= Title"]
)
def test_no_answer_is_read_as_markup(text: str):
    (page,) = pages(forms.pdf(application_form(other=text, school=text)))
    assert page.count(text.replace(" ", "")) == 2


def test_twelve_schools_go_on_a_second_page_under_the_same_head_with_the_seal():
    first, second = pages(forms.pdf(application_form(study=schools(12))))
    assert "学习经历起止院校班级" in first
    assert "学习经历起止院校班级" in second
    assert "盖章处" not in first
    assert second.index("第12学校") < second.index("盖章处")
    assert all((f"第{i}学校" in first) != (f"第{i}学校" in second) for i in range(1, 13))


@pytest.mark.parametrize("count", range(1, 31))
def test_the_seal_never_stands_alone_on_a_page(count: int):
    *_, last = pages(forms.pdf(application_form(study=schools(count))))
    assert "盖章处" in last
    assert "学习经历" in last
    assert f"第{count}学校" in last


def test_the_employed_give_employer_and_work_instead_of_school():
    work = (HistoryLine(date(2018, 7, 1), None, "沈阳第一机床厂", "车工"),)
    form = application_form(
        seal=Seal.EMPLOYER, school="", employer="沈阳第一机床厂", post="车工", study=(), work=work
    )
    (text,) = pages(forms.pdf(form))
    assert "工作单位沈阳第一机床厂" in text
    assert "工作经历" in text
    assert "现工作单位盖章" in text
    assert "就读院校" not in text
    assert "学习经历" not in text


def test_people_without_employer_sign_a_promise_the_station_confirms():
    (text,) = pages(forms.pdf(application_form(seal=Seal.PROMISE, study=())))
    assert "承诺书" in text
    assert "承诺人（签字）" in text
    for language in LANGUAGES:
        told = words(language).say("registration-pledge.hint")
        assert told[told.index("“") + 1 : told.index("”")] in text
    assert "考试站确认" in text
    assert "盖章处" not in text


def test_a_long_answer_is_printed_whole():
    school = "机电工程" * 60
    number = "Y000049284484225000001" * 4
    text = "".join(
        pages(forms.pdf(application_form(school=school, held_certificate_number=number)))
    )
    assert school in text
    assert number in text.replace("\u200b", "")


def test_characters_the_font_lacks_are_named_with_their_box():
    form = application_form(name="𠮷田·䶮", other="😀", study=schools(1))
    assert forms.missing_characters(form) == [("name", "𠮷"), ("other", "😀")]


def test_a_character_the_font_lacks_is_marked_and_spelt_out_and_never_blank():
    (text,) = pages(forms.pdf(application_form(name="𠮷田")))
    assert "姓名〓田" in text
    assert "U+20BB7" in text


def test_a_control_character_is_shown():
    form = application_form(name="张\x01三")
    (text,) = pages(forms.pdf(form))
    assert "张三" not in text
    assert all(c == "\u2401" for _, c in forms.missing_characters(form))


def test_what_takes_no_room_on_paper_is_no_missing_character():
    form = application_form(name="张\u200b晓\ufeff梅", other="x" * 100 + "\t\u200b")
    (text,) = pages(forms.pdf(form))
    assert "张晓梅" in text
    assert "〓" not in text
    assert forms.missing_characters(form) == []


def test_the_middle_dot_of_a_name_is_printed():
    form = application_form(name="买买提·吐尔逊")
    (text,) = pages(forms.pdf(form))
    assert "买买提·吐尔逊" in text
    assert forms.missing_characters(form) == []


def test_the_font_has_every_character_of_the_form_itself():
    wording = Path(forms.__file__).with_name("forms").joinpath("application_form.toml")
    assert characters.missing(wording.read_text("utf-8")) == ()


def test_two_threads_print_at_once():
    printed: list[bytes] = []

    def print_some() -> None:
        printed.extend(forms.pdf(application_form()) for _ in range(10))

    threads = [threading.Thread(target=print_some) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert printed == [forms.pdf(application_form())] * 20


def test_a_wide_photo_keeps_its_proportions_inside_its_place():
    page = PdfReader(io.BytesIO(forms.pdf(application_form(photo=photo((800, 600)))))).pages[0]
    assert [image.image.size for image in page.images] == [(800, 600)]
