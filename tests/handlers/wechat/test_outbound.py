"""Replies: within 2 048 bytes, cut between sentences, and no text of anybody's becomes more than text."""

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from conversations.engine.messages import Option, Outgoing
from conversations.words import words
from handlers.wechat.outbound import TEXT, notice_of, pages_of, reply, text_of

CHINESE = words("zh-CN")
FOOTER = "\n（未完，回复 0 看下文）"


def read(xml: str) -> dict[str, str]:
    return {one.tag: one.text or "" for one in ET.fromstring(xml)}


def written(text: str) -> str:
    """What arrives of a text."""
    return read(reply(text, sender="gh_1", receiver="oA", at=1))["Content"]


def alone(message: Outgoing, *links: str) -> str:
    return text_of([message], [links])


def test_options_are_numbered_lines_and_controls_stand_behind_them() -> None:
    options = (
        Option("五级", "5", "5"),
        Option("四级", "4", "4"),
        Option("保留原来的", "keep", quiet=True),
        Option("跳过", "skip", quiet=True),
    )
    said = alone(Outgoing("第 3 项：等级", options))
    assert said == "第 3 项：等级\n5 五级\n4 四级\n〔保留原来的〕　〔跳过〕"


def test_of_several_messages_only_the_last_ones_options_are_listed() -> None:
    """A number picks among the options shown last."""
    first = Outgoing("已保存。", (Option("看看", "look", "1"),))
    second = Outgoing("接下来？", (Option("报名", "/registration", "1"),))
    assert text_of([first, second], [(), ()]) == "已保存。\n\n接下来？\n1 报名"


def test_two_equal_messages_list_their_options_once() -> None:
    same = Outgoing("接下来？", (Option("报名", "/registration", "1"),))
    assert text_of([same, same], [(), ()]).count("1 报名") == 1


def test_a_text_of_exactly_2048_bytes_is_one_page_and_one_byte_more_is_two() -> None:
    fits = "字" * 682 + "ab"
    assert len(fits.encode()) == TEXT
    assert pages_of(fits, CHINESE) == (fits,)
    assert len(pages_of(fits + "c", CHINESE)) == 2


def test_pages_end_with_sentences_and_say_how_to_read_on() -> None:
    sentence = "这是一句不长不短的话，用来看看在哪里断开。"
    first, second, third = pages_of(sentence * 80, CHINESE)
    assert first.endswith("断开。" + FOOTER)
    assert second.endswith("断开。" + FOOTER)
    assert third.endswith("断开。")
    assert (first + second + third).replace(FOOTER, "") == sentence * 80


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=3000))
def test_no_page_is_too_long_and_no_character_is_lost(text: str) -> None:
    pages = pages_of(text, CHINESE)
    assert all(len(page.encode()) <= TEXT for page in pages)
    together = "".join(page.removesuffix(FOOTER) for page in pages)
    assert "".join(together.split()) == "".join(text.split())


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r")))
def test_whatever_a_text_holds_the_reply_stays_xml_and_says_it(text: str) -> None:
    assert written(text) == "".join(c for c in text if c in "\t\n" or (c >= " " and c not in "￾￿"))


def test_the_end_of_a_section_in_a_text_injects_nothing() -> None:
    text = "a]]><Content>b</Content><![CDATA[]]]]>>"
    assert written(text) == text


def test_nothing_a_person_wrote_becomes_a_link_in_anothers_chat() -> None:
    said = alone(Outgoing('姓名：<a href="http://evil">王</a> 3 <4 <b> < A href=x>< / a>'))
    assert said == '姓名：＜a href="http://evil">王＜/a> 3 <4 <b> ＜ A href=x>＜ / a>'


def test_files_are_links_below_the_text_and_above_the_options() -> None:
    message = Outgoing("已提交。", (Option("菜单", "/menu", "1"),))
    assert alone(message, "申报表：https://x/1") == "已提交。\n申报表：https://x/1\n1 菜单"


def test_a_notice_has_twenty_characters_on_one_line() -> None:
    assert notice_of("报名 8 月 21 日\n24:00 截止") == "报名 8 月 21 日 24:00 截止"
    assert (
        notice_of("一二三四五六七八九十一二三四五六七八九十")
        == "一二三四五六七八九十一二三四五六七八九十"
    )
    assert (
        notice_of("一二三四五六七八九十一二三四五六七八九十一")
        == "一二三四五六七八九十一二三四五六七八九…"
    )
