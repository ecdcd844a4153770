"""Long notices are cut between sentences, and nothing gets lost."""

from hypothesis import given
from hypothesis import strategies as st

from rules.notices import pages, paragraphs


def test_a_short_text_is_one_page() -> None:
    assert pages("报名八月二十一日截止。") == ("报名八月二十一日截止。",)


def test_no_text_is_one_empty_page() -> None:
    assert pages("  \n ") == ("",)


def test_pages_end_with_a_sentence() -> None:
    text = "一二三四五六七。" * 3 + "\n下一段。"
    assert pages(text, 17) == ("一二三四五六七。一二三四五六七。", "一二三四五六七。\n下一段。")


def test_a_page_is_as_full_as_it_may_be() -> None:
    assert pages("一二三。四五六。", 8) == ("一二三。四五六。",)
    assert pages("一二三。四五六。", 7) == ("一二三。", "四五六。")


def test_a_sentence_longer_than_a_page_is_cut_inside() -> None:
    assert pages("一二三四五六七八九十", 4) == ("一二三四", "五六七八", "九十")


def test_an_english_full_stop_ends_a_sentence_and_a_decimal_point_does_not() -> None:
    assert pages("Pay 3.50 yuan. Then come.", 15) == ("Pay 3.50 yuan.", "Then come.")


@given(st.text("甲乙。！；.!? \nab", max_size=200), st.integers(1, 30))
def test_every_page_fits_and_nothing_but_space_is_lost(text: str, longest: int) -> None:
    made = pages(text, longest)
    assert all(len(page) <= longest for page in made)
    assert "".join("".join(made).split()) == "".join(text.split())


def test_paragraphs_stay_and_spaces_around_them_go() -> None:
    assert paragraphs("  一、报名  方式\r\n\n\n\n 二、时间 ") == "一、报名 方式\n\n二、时间"
