"""R8.2, R1.8, R5.2, R5.4: names, user names and phones."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.findings import Refused
from rules.names import (
    institution_key,
    is_unit_name,
    mask_email,
    mask_name,
    mask_phone,
    name_key,
    read_email,
    read_institution,
    read_name,
    read_phone,
    read_user_name,
    user_name_key,
)
from tests.rules.test_identity import EXAMPLE


def refusal(read: Callable[[str], str], raw: str) -> str:
    with pytest.raises(Refused) as refused:
        read(raw)
    return refused.value.finding.key


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("张三", "张三"),
        (" 张　三 ", "张三"),
        ("阿卜杜拉.买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉 • 买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉・买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉‧买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉．买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉··买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉·. • 买买提", "阿卜杜拉·买买提"),
        ("王〇一", "王〇一"),
        ("李四.", "李四"),
        ("𠮷野", "𠮷野"),
        ("John  Q. Smith", "John Q. Smith"),
        ("Ｊｏｈｎ Smith", "John Smith"),
        ("Siobhán O'Neill-Ní", "Siobhán O'Neill-Ní"),
        ("张\u200b三", "张三"),
        ("阿" * 60, "阿" * 60),
    ],
)
def test_a_name_is_kept_as_it_will_be_printed(raw: str, name: str) -> None:
    assert read_name(raw) == name


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("", "name-empty"),
        ("  \u200b ", "name-empty"),
        ("张3", "name-digits"),
        ("张③", "name-digits"),
        ("张\n三", "name-characters"),
        ("张\x00三", "name-characters"),
        ("张三!", "name-characters"),
        ("=SUM(A)", "name-characters"),
        ("-张三", "name-characters"),
        ("···", "name-characters"),
        ("张", "name-too-short"),
        ("阿" * 101, "name-too-long"),
    ],
)
def test_what_is_no_name_is_refused(raw: str, key: str) -> None:
    assert refusal(read_name, raw) == key


@pytest.mark.parametrize("dot", [*"·•‧・.．", " · ", "··", "· ."])
def test_names_compare_whatever_dot_was_typed(dot: str) -> None:
    assert name_key(f"阿卜杜拉{dot}买买提") == name_key("阿卜杜拉·买买提")


def test_names_compare_without_spaces_width_and_case() -> None:
    assert name_key("张 三") == name_key("张　三") == "张三"
    assert name_key("ＪＯＨＮ smith") == name_key("John Smith")
    assert name_key("张三") != name_key("张叁")
    assert name_key("阿卜杜拉买买提") != name_key("阿卜杜拉·买买提")


@given(st.text(max_size=20))
def test_a_key_of_a_key_is_the_same_key(raw: str) -> None:
    assert name_key(name_key(raw)) == name_key(raw)
    assert institution_key(institution_key(raw)) == institution_key(raw)


@given(st.text("张三阿〇Jo·•・. -", max_size=12))
def test_reading_a_name_twice_changes_nothing_more_and_never_its_key(raw: str) -> None:
    with suppress(Refused):
        name = read_name(raw)
        assert read_name(name) == name
        assert name_key(name).strip("·") == name_key(raw).strip("·")


def test_institutions_compare_after_nfkc_without_spaces() -> None:
    assert institution_key("新疆 机电职业技术学院（北）") == institution_key(
        "新疆机电职业技术学院(北)"
    )


@pytest.mark.parametrize("name", ["张三", "li_si", "13800138000", "a.b-c@d", "阿" * 30])
def test_a_user_name_is_taken_as_typed(name: str) -> None:
    assert read_user_name(f" {name} ") == name


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("", "user-name-length"),
        ("a", "user-name-length"),
        ("a" * 31, "user-name-length"),
        ("li si", "user-name-spaces"),
        ("li\tsi", "user-name-spaces"),
        (EXAMPLE, "user-name-id-number"),
        ("id110105491231002", "user-name-id-number"),
        ("<b>", "user-name-characters"),
        ("a\x00b", "user-name-characters"),
    ],
)
def test_what_cannot_be_a_user_name_is_refused(raw: str, key: str) -> None:
    assert refusal(read_user_name, raw) == key


def test_user_names_that_look_alike_are_one() -> None:
    assert user_name_key("Li_Si") == user_name_key("ｌｉ_si")


@pytest.mark.parametrize(
    ("raw", "phone"),
    [
        ("13800138000", "13800138000"),
        ("138 0013 8000", "13800138000"),
        ("+86 138-0013-8000", "13800138000"),
        ("8613800138000", "13800138000"),
        ("0086-13800138000", "13800138000"),
        ("１３８００１３８０００", "13800138000"),
        ("19900000000", "19900000000"),
    ],
)
@pytest.mark.parametrize("landline", [True, False])
def test_a_mobile_is_eleven_digits_however_typed(raw: str, phone: str, landline: bool) -> None:
    assert read_phone(raw, landline=landline) == phone


@pytest.mark.parametrize(
    ("raw", "phone"),
    [
        ("0991-4812345", "0991-4812345"),
        ("(010) 8306 8013", "010-83068013"),
        ("010—83068013", "010-83068013"),
        ("02187654321", "021-87654321"),
        ("+86 0991 4812345", "0991-4812345"),
    ],
)
def test_a_landline_has_its_area_code_and_a_hyphen(raw: str, phone: str) -> None:
    assert read_phone(raw, landline=True) == phone
    assert refusal(lambda text: read_phone(text, landline=False), raw) == "phone-mobile-only"
    assert read_phone(phone, landline=True) == phone


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("", "phone-empty"),
        ("83068013", "phone-area-code"),
        ("12800138000", "phone-form"),
        ("1380013800", "phone-form"),
        ("138001380001", "phone-form"),
        ("+852 9123 4567", "phone-form"),
        ("0991-123", "phone-form"),
        ("没有", "phone-form"),
    ],
)
def test_what_cannot_be_called_is_refused(raw: str, key: str) -> None:
    assert refusal(lambda text: read_phone(text, landline=True), raw) == key


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("13800138000", "138****8000"),
        ("0991-4812345", "0991-***2345"),
        ("010-83068013", "010-****8013"),
    ],
)
def test_a_masked_phone_keeps_its_ends(phone: str, masked: str) -> None:
    assert mask_phone(phone) == masked


@pytest.mark.parametrize(
    ("name", "masked"),
    [("张三", "张*"), ("张三丰", "张*丰"), ("阿卜杜拉·买买提", "阿***提"), ("", "*")],
)
def test_a_masked_name_is_recognised_by_its_owner_only(name: str, masked: str) -> None:
    assert mask_name(name) == masked


@pytest.mark.parametrize(
    "name",
    [
        "机械行业职业能力评价职教267考试站",
        "常州市工贸高级技工学校",
        "哈密机械厂 培训中心",
        "新疆某某公司（哈密）分公司",
    ],
)
def test_an_institution_is_not_taken_for_a_person(name: str) -> None:
    assert is_unit_name(name)


@pytest.mark.parametrize(
    "name",
    ["张三", "欧阳学院", "古丽娜尔·买买提", "古丽娜尔•买买提学院", "John Smith", "斯琴高娃", ""],
)
def test_a_person_is_not_taken_for_an_institution(name: str) -> None:
    assert not is_unit_name(name)


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        (" Zhou.Jianping@Example.COM ", "Zhou.Jianping@example.com"),
        ("ｚｈｏｕ＠ｅｘａｍｐｌｅ．ｃｏｍ", "zhou@example.com"),
        ("a+b@mail.example.com.cn", "a+b@mail.example.com.cn"),
    ],
)
def test_an_address_is_kept_as_mail_servers_take_it(raw: str, read: str) -> None:
    assert read_email(raw) == read


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "zhou",
        "zhou@",
        "@example.com",
        "zhou@example",
        "a b@example.com",
        "a@b..com",
        ".a@b.com",
        "a@-b.com",
        "a@b.com\nBcc: c@d.com",
        f"{'a' * 95}@b.com",
        "周@example.com",
    ],
)
def test_what_is_no_address_is_refused(raw: str) -> None:
    with pytest.raises(Refused, match="email-form"):
        read_email(raw)


def test_an_address_shown_to_others_tells_little() -> None:
    assert mask_email("zhoujianping@example.com") == "zh***@example.com"


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("学校", "unit-name-length"),
        ("学" * 101, "unit-name-length"),
        ("学校<b>一二", "unit-name-characters"),
        ("12345", "unit-name-characters"),
    ],
)
def test_a_units_name_is_a_name(raw: str, key: str) -> None:
    with pytest.raises(Refused, match=key):
        read_institution(raw)


def test_a_units_name_is_kept_as_written_but_for_spaces_and_width() -> None:
    assert read_institution(" 哈密　职业技术学校（东校区） ") == "哈密 职业技术学校（东校区）"
