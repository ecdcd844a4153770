"""Sign-in sheets (R7.4): a page each for trade and level, everybody on it once, and room to sign by hand."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from exports.sign_in_sheet import SignInLine, SignInSheet, Subject, pdf, printed
from rules.catalogue import Programme

SHEET = SignInSheet(
    programme=Programme.CAPABILITY,
    subject=Subject.THEORY,
    batch="2026-0417",
    station="机械行业职业能力评价职教267考试站",
    station_code="49284267",
    trade="电焊工",
    level="四级（中级工）",
    at="2026-09-01 09:00",
    venue="实训楼一层",
    lines=(
        SignInLine(1, "李晓雨", "女", "110101********0025"),
        SignInLine(7, "欧阳建国", "男", "110101********0017"),
    ),
)


def many(count: int) -> SignInSheet:
    lines = (SignInLine(n, "李晓雨", "女", "110101********0025") for n in range(1, count + 1))
    return replace(SHEET, lines=tuple(lines))


def pages(*sheets: SignInSheet) -> list[str]:
    read = PdfReader(io.BytesIO(pdf(sheets)))
    return ["".join(page.extract_text().split()) for page in read.pages]


def test_the_head_names_batch_subject_trade_and_how_many_are_expected() -> None:
    (text,) = pages(SHEET)
    for told in ("考生签到表", "2026-0417", "49284267", "理论考试", "电焊工", "四级（中级工）"):
        assert told in text
    assert "2026-09-0109:00" in text
    assert "应到／实到／缺考2／" in text


def test_everybody_stands_under_their_running_number_with_the_number_of_the_card_masked() -> None:
    (text,) = pages(SHEET)
    assert "1李晓雨女110101********0025" in text
    assert "7欧阳建国男110101********0017" in text


def test_it_is_signed_by_hand() -> None:
    (text,) = pages(SHEET)
    for room in ("考生签名", "进场时间", "备注", "考评员（监考员）签字：", "考评组长签字："):
        assert room in text


def test_the_title_follows_the_programme_and_practice_is_a_sheet_of_its_own() -> None:
    sheet = replace(SHEET, programme=Programme.SKILL_LEVEL, subject=Subject.PRACTICE)
    (text,) = pages(sheet)
    assert "机械行业职业技能等级认定考生签到表" in text
    assert "实操考核" in text


def test_a_long_list_repeats_its_heads_and_every_sheet_counts_its_own_pages() -> None:
    first, second, third, other = pages(many(61), SHEET)
    assert [text[-3:] for text in (first, second, third, other)] == ["1/3", "2/3", "3/3", "1/1"]
    assert all("进场时间" in text for text in (first, second, third))
    assert "考评组长签字" not in first
    assert "考评组长签字" in third


def test_a_long_name_is_set_smaller_and_nothing_of_it_is_lost() -> None:
    name = "阿卜杜热合曼·买买提伊敏江·吐尔逊"
    sheet = replace(SHEET, lines=(SignInLine(1, name, "男", "110101********0017"),))
    assert name in pages(sheet)[0]
    cell = printed([sheet]).sheets[0].lines[0][2]
    assert cell.size < 10


def test_a_character_the_font_lacks_is_spelt_out() -> None:
    sheet = replace(SHEET, lines=(SignInLine(1, "李\U0003134a", "男", "110101********0017"),))
    (text,) = pages(sheet)
    assert "李〓" in text
    assert "U+3134A" in text


def test_before_the_roster_is_in_the_sheet_says_that_numbers_may_change() -> None:
    assert "花名册尚未提交" in pages(replace(SHEET, is_draft=True))[0]
    assert "花名册尚未提交" not in pages(SHEET)[0]


def test_nothing_is_printed_of_no_sheet() -> None:
    with pytest.raises(ValueError, match="no sheet"):
        pdf([])
