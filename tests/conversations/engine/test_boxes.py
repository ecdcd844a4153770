"""What each kind of box reads, refuses, keeps and shows."""

from datetime import date
from decimal import Decimal
from enum import IntEnum

import pytest

from conversations.engine.boxes import (
    Choice,
    Day,
    Known,
    Number,
    Photo,
    Pick,
    Secret,
    Text,
    YesNo,
    optional,
)
from conversations.engine.messages import Choosable, Received
from rules.findings import Finding, Refused
from tests.conversations.engine.sample import (
    OTHER_PORTRAIT,
    Person,
    Sex,
    asked,
    kept,
    refusal,
    slip,
)

# --- texts ---


def test_a_text_is_kept_without_outer_and_double_spaces_and_invisible_characters() -> None:
    assert kept(Text(), "  机电\u200b  学校\u202e ") == "机电 学校"


def test_a_text_is_kept_in_composed_form() -> None:
    assert kept(Text(), "e\u0301") == "\u00e9"


@pytest.mark.parametrize("text", ["", "   ", "\u200b", "\n"])
def test_an_empty_text_is_refused(text: str) -> None:
    assert refusal(Text(), text) == "text-empty"


@pytest.mark.parametrize("text", ["😀", "👍🏽 👍🏽", "❤️", "★★★"])
def test_a_text_of_nothing_but_symbols_is_refused(text: str) -> None:
    assert refusal(Text(), text) == "text-without-words"


@pytest.mark.parametrize("text", ["/", "—", "无", "好 😀", "5"])
def test_a_stroke_for_none_and_words_beside_a_symbol_are_taken(text: str) -> None:
    assert kept(Text(), text) == text


def test_a_text_has_a_longest_length() -> None:
    assert refusal(Text(longest=3), "四个汉字") == "text-too-long"
    assert refusal(Text(longest=4), "四个汉字") is None


def test_a_reader_makes_of_a_text_what_is_kept_or_refuses_it() -> None:
    def upper(text: str) -> str:
        if not text.isalpha():
            raise Refused("letters-only")
        return text.upper()

    assert kept(Text(reader=upper), "abc") == "ABC"
    assert refusal(Text(reader=upper), "a1") == "letters-only"


def test_a_text_may_look_like_a_number_or_an_option() -> None:
    assert kept(Text(), "1") == "1"
    assert kept(Text(), "skip") == "skip"


# --- days ---


@pytest.mark.parametrize(
    "text",
    [
        "2026-09-01",
        "2026-9-1",
        "2026.9.1",
        "2026/9/1",
        "2026。9。1",
        "2026年9月1日",
        "2026 年 9 月 1 日",
        "2026年9月1号",
        "20260901",
        "2026 9 1",
        "2026 09 01",
        "2026，9，1",
        "２０２６年９月１日",
        "２０２６－０９－０１",
        " 2026-09-01 ",
        "2026-09-01.",
    ],
)
def test_a_day_is_understood_however_it_is_written(text: str) -> None:
    assert kept(Day(), text) == "2026-09-01"


@pytest.mark.parametrize(
    "text",
    ["", "明天", "2026", "2026-09", "09-01", "26-9-1", "2026091", "2026111", "202691", "1-9-2026",
     "2026-09-01 到 2026-10-01", "2026-009-01"],
)  # fmt: skip
def test_what_is_no_clear_day_is_refused(text: str) -> None:
    assert refusal(Day(), text) == "day-unreadable"


@pytest.mark.parametrize(
    "text", ["2025-02-29", "2026-13-01", "2026-04-31", "2026-00-10", "0000-1-1"]
)
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    assert refusal(Day(), text) == "day-impossible"


def test_the_29th_of_february_exists_in_leap_years() -> None:
    assert kept(Day(), "2024-2-29") == "2024-02-29"
    assert kept(Day(), "2000年2月29日") == "2000-02-29"
    assert refusal(Day(), "1900-02-29") == "day-impossible"


def test_spaces_part_a_day_unambiguously() -> None:
    assert kept(Day(), "2026 1 11") == "2026-01-11"
    assert kept(Day(), "2026 11 1") == "2026-11-01"


def test_a_day_lies_between_its_bounds_which_belong_to_it() -> None:
    box = Day(earliest=lambda f: date(2026, 1, 2), latest=lambda f: date(2026, 1, 4))
    assert [refusal(box, f"2026-01-0{n}") for n in (1, 2, 4, 5)] == [
        "day-too-early",
        None,
        None,
        "day-too-late",
    ]
    question = asked(box).question
    assert (question.min, question.max, question.input) == ("2026-01-02", "2026-01-04", "day")


# --- months ---


@pytest.mark.parametrize(
    "text", ["2026-09", "2026-9", "2026.9", "2026/09", "2026年9月", "202609", "2026 9", "2026-09-15",
             "２０２６年９月", "2026年9月份"],
)  # fmt: skip
def test_a_month_is_kept_as_its_first_day(text: str) -> None:
    assert kept(Day(month=True), text) == "2026-09-01"


@pytest.mark.parametrize("text", ["九月", "2026", "20269", "2026年"])
def test_what_is_no_clear_month_is_refused(text: str) -> None:
    assert refusal(Day(month=True), text) == "month-unreadable"


def test_there_are_twelve_months() -> None:
    assert refusal(Day(month=True), "2026-13") == "day-impossible"


def test_bounds_within_a_month_leave_the_month_open() -> None:
    middle = date(2026, 9, 15)
    box = Day(month=True, earliest=lambda f: middle, latest=lambda f: middle)
    assert refusal(box, "2026-09") is None
    assert refusal(box, "2026-08") == "day-too-early"
    assert refusal(box, "2026-10") == "day-too-late"
    person = asked(box)
    question = person.question
    assert (question.min, question.max, question.input) == ("2026-09", "2026-09", "month")
    for month in ("2026-08", "2026-10"):
        assert "est=2026-09)" in person.say(month).text


def test_a_month_is_shown_as_a_month() -> None:
    assert "answer=2026-09)" in asked(Day(month=True), answers={"box": "2026-09-01"}).text


# --- numbers ---


@pytest.mark.parametrize(
    ("text", "number"),
    [("400", "400"), ("４００", "400"), ("1,200", "1200"), ("0", "0"), ("007", "7"), ("3.50", "3.5"),
     ("１．５", "1.5"), ("400.0", "400")],
)  # fmt: skip
def test_a_number_is_understood_however_it_is_written(text: str, number: str) -> None:
    assert kept(Number(most=2000, places=1), text) == number


@pytest.mark.parametrize("text", ["", "四百", "400 学时", "1 2", "-", "1..2", "0x10"])
def test_what_is_no_number_is_refused(text: str) -> None:
    assert refusal(Number(most=2000), text) == "number-unreadable"


@pytest.mark.parametrize("text", ["-1", "61", "NaN", "Infinity", "1e9", "1e999999999"])
def test_a_number_out_of_range_is_refused(text: str) -> None:
    assert refusal(Number(most=60), text) == "number-out-of-range"


def test_the_bounds_belong_to_the_range() -> None:
    assert kept(Number(least=1, most=60), "1") == "1"
    assert kept(Number(least=1, most=60), "60") == "60"
    assert refusal(Number(least=1, most=60), "0") == "number-out-of-range"
    question = asked(Number(least=1, most=60)).question
    assert (question.min, question.max) == ("1", "60")


def test_a_number_has_no_more_decimals_than_asked_for() -> None:
    assert refusal(Number(most=60), "3.5") == "number-not-whole"
    assert refusal(Number(most=60, places=1), "3.55") == "number-too-precise"
    assert kept(Number(most=60, places=2), "3.55") == "3.55"


def test_a_number_is_a_decimal_on_the_form() -> None:
    assert asked(Number(most=60, places=1), answers={"box": "3.5"}).paper.values["box"] == Decimal(
        "3.5"
    )


# --- choices ---


class Level(IntEnum):
    FIVE = 5
    FOUR = 4


def test_a_choice_is_typed_as_its_enumeration() -> None:
    assert asked(Choice(Sex), answers={"box": "male"}).paper.values["box"] is Sex.MALE
    levels = Choice(lambda form: [Choosable("5", "五级"), Choosable("4", "四级")], of=Level)
    assert asked(levels, answers={"box": "4"}).paper.values["box"] is Level.FOUR
    assert asked(levels).tap("5").answers["box"] == "5"
    assert asked(levels).tap("x").error == "choice-unknown"
    assert asked(levels).tap("3").error == "choice-unknown"


def test_a_choice_shows_the_words_of_its_option() -> None:
    assert "answer=sex-male" in asked(Choice(Sex), answers={"box": "male"}).text


def test_a_choice_whose_option_is_gone_is_asked_again_without_a_reproach() -> None:
    person = asked(Choice(lambda form: [Choosable("a", "甲")]), answers={"box": "b"})
    assert (person.box, person.error) == ("box", None)


def test_yes_and_no_are_kept_as_such() -> None:
    assert asked(YesNo()).say("1").answers["box"] is True
    assert asked(YesNo()).tap("no").answers["box"] is False
    assert asked(YesNo()).say("maybe").error == "choice-unknown"


def test_a_pick_takes_only_what_the_list_holds() -> None:
    assert asked(Pick("trades")).tap("welder").answers["box"] == "welder"
    assert asked(Pick("trades")).tap("sailor").error == "pick-unknown"
    assert "answer=电焊工" in asked(Pick("trades"), answers={"box": "welder"}).text


# --- photos, passwords, known boxes ---


def test_a_photo_is_kept_without_what_was_not_measured() -> None:
    person = asked(Photo()).hand_in(Received("f", "image/png", 5)).tap("keep")
    assert "width" not in person.answers["box"]
    assert person.paper.values["box"] == Received("f", "image/png", 5)


def test_a_preview_is_shown_in_place_of_the_photo() -> None:
    shown = Received("f", "image/heic", 5, 413, 531, preview="small")
    files = asked(Photo()).hand_in(shown).message.files
    assert [(f.file, f.media_type) for f in files] == [("small", "image/jpeg")]


def test_a_photo_without_known_size_is_not_judged() -> None:
    def never(photo: Received) -> list[Finding]:
        return [Finding("too-small")]

    assert asked(Photo(never)).hand_in(Received("f", "image/png", 5)).question.kind == "confirm"
    assert asked(Photo(never)).hand_in(OTHER_PORTRAIT).error == "too-small"


def test_a_photo_box_that_takes_pdf_says_so_to_the_channel() -> None:
    assert (asked(Photo()).question.input, asked(Photo(pdf=True)).question.input) == (
        "photo",
        "file",
    )


def test_a_password_is_always_private() -> None:
    assert Secret().is_private


def test_a_known_box_shows_itself_in_its_own_words() -> None:
    form = slip(a=Known(lambda form: 3, lambda value, words: words.say("three", n=value)))
    assert "answer=three(n=3)" in Person(form).text


def test_only_what_may_be_left_out_offers_it() -> None:
    assert asked(optional(Text())).values == ["skip"]
    assert asked(Text()).values == []
