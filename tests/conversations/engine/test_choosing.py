"""Which option a reply means: by tap, number, label or pinyin; and searched lists."""

from typing import Any

import pytest

from conversations.engine.boxes import Choice, Photo, Pick, Text, YesNo
from conversations.engine.choosing import chosen, folded, spellings
from conversations.engine.messages import Choosable, Option, Received, Said
from conversations.words import words
from tests.conversations.engine.sample import KeyWords, Person, asked, slip, trades

OPTIONS = (
    Option("电焊工", "welder", "1"),
    Option("车工（数控）", "turner", "2"),
    Option("Drafter", "drafter", "3"),
    Option("跳过", "skip", quiet=True),
)
SHOWN = {o.number: o.value for o in OPTIONS if o.number}


def meant(text: str) -> str | None:
    return chosen(Said(text=text), OPTIONS, SHOWN)


@pytest.mark.parametrize("text", ["1", "１", " 1 ", "1.", "（1）", "1、", "一"])
def test_a_number_is_understood_however_it_is_written(text: str) -> None:
    assert meant(text) == "welder"


@pytest.mark.parametrize(
    "text",
    [
        "车工（数控）",
        "车工(数控)",
        "车工 数控",
        "车工",
        "CG",
        "ｃｇ",
        "chegong",
        "Che Gong",
        "cgsk",
    ],
)
def test_labels_and_their_pinyin_are_understood(text: str) -> None:
    assert meant(text) == "turner"


def test_case_does_not_matter() -> None:
    assert meant("DRAFTER") == "drafter"


@pytest.mark.parametrize("text", ["", "  ", "0", "4", "焊", "h", "不知道", "（）"])
def test_what_means_no_option_is_none(text: str) -> None:
    assert meant(text) is None


def test_a_control_is_known_by_its_label_and_not_by_initials() -> None:
    assert meant("跳过") == "skip"
    assert meant("tg") is None


def test_a_tap_means_its_value_and_only_if_it_stands_there() -> None:
    assert chosen(Said(choice="turner"), OPTIONS, {}) == "turner"
    assert chosen(Said(choice="sailor"), OPTIONS, {}) is None
    assert chosen(Said(choice="1"), OPTIONS, SHOWN) is None


def test_an_ambiguous_reply_means_none() -> None:
    options = (Option("焊工", "a"), Option("汉工", "b"), Option("焊工（气）", "c"))
    assert chosen(Said(text="hg"), options, {}) is None
    assert chosen(Said(text="hangong"), options, {}) is None
    assert chosen(Said(text="焊工"), options, {}) == "a"
    twice = (Option("是", "a"), Option("是", "b"))
    assert chosen(Said(text="是"), twice, {}) is None


def test_numbers_win_over_labels_and_labels_over_pinyin() -> None:
    options = (Option("2", "a", "1"), Option("dg", "b", "2"), Option("电工", "c", "3"))
    shown = {"1": "a", "2": "b", "3": "c"}
    assert chosen(Said(text="2"), options, shown) == "b"
    assert chosen(Said(text="dg"), options, shown) == "b"
    assert chosen(Said(text="dian gong"), options, shown) == "c"


def test_width_case_spaces_and_brackets_do_not_matter() -> None:
    assert folded(" Ａ（b）、C ") == "abc"


def test_a_label_may_be_typed_without_its_bracket() -> None:
    assert spellings("车工（数控）") >= {"车工数控", "车工", "cg", "chegong"}


# --- asked in a form ---


def changing() -> Choice[Any]:
    """A choice among what its test puts into the facts."""
    return Choice(lambda form: [Choosable(v, v) for v in form.facts])


def test_a_number_picks_the_option_as_it_was_shown_although_the_list_changed() -> None:
    lookup = trades()
    lookup.known = ("甲", "乙", "丙")
    person = asked(changing(), lookup=lookup)
    lookup.known = ("新", "甲", "乙", "丙")
    assert person.say("2").answers["box"] == "乙"


def test_a_number_of_an_option_that_is_gone_is_refused_and_never_means_another() -> None:
    lookup = trades()
    lookup.known = ("甲", "乙", "丙")
    person = asked(changing(), lookup=lookup)
    lookup.known = ("丙", "丁", "甲")
    assert person.say("2").error == "choice-unknown"
    assert person.numbers == {"1": "丙", "2": "丁", "3": "甲"}
    assert person.say("2").answers["box"] == "丁"


def test_a_number_picks_what_was_shown_although_it_moved_to_another_page() -> None:
    lookup = trades("turner", "fitter")
    person = asked(Pick("trades"), lookup=lookup)
    lookup.lists = trades().lists
    assert person.say("2").answers["box"] == "fitter"


def test_levels_show_themselves_as_their_number() -> None:
    levels = Choice(lambda form: [Choosable(n, f"{n}级", number=n) for n in "543"])
    person = asked(levels)
    assert person.numbers == {"5": "5", "4": "4", "3": "3"}
    assert person.say("4").answers["box"] == "4"
    assert asked(levels).say("1").error == "choice-unknown"
    assert asked(levels).say("五级").error == "choice-unknown"
    assert asked(levels).say("5级").answers["box"] == "5"


def test_yes_comes_first_then_no() -> None:
    person = asked(YesNo())
    assert (person.values, person.question.kind) == (["yes", "no"], "yes_no")
    assert person.say("2").answers["box"] is False


# --- searched lists ---


def test_a_long_list_is_shown_by_pages() -> None:
    person = asked(Pick("trades"))
    assert person.values == ["welder", "gas-welder", "turner", "more"]
    person.tap("more")
    assert person.values == ["fitter", "drafter"]
    assert person.say("2").answers["box"] == "drafter"


def test_typed_words_make_the_list_shorter() -> None:
    person = asked(Pick("trades")).say("焊")
    assert (person.values, person.answers) == (["welder", "gas-welder"], {})
    assert person.say("2").answers["box"] == "gas-welder"


def test_words_with_one_meaning_choose_it_at_once() -> None:
    assert asked(Pick("trades")).say("制图").answers["box"] == "drafter"
    assert asked(Pick("trades")).say("fitter").answers["box"] == "fitter"


def test_words_that_find_nothing_say_so_and_leave_the_list_as_it_was() -> None:
    person = asked(Pick("trades")).say("焊").say("水手")
    assert person.error == "pick-nothing"
    assert "query=水手" in person.text
    assert person.values == ["welder", "gas-welder"]


def test_another_search_begins_with_the_whole_list() -> None:
    person = asked(Pick("trades")).tap("more").say("焊")
    assert person.values == ["welder", "gas-welder"]


def test_an_option_of_another_page_may_be_tapped() -> None:
    assert asked(Pick("trades")).tap("drafter").answers["box"] == "drafter"


def test_a_search_while_changing_still_offers_the_old_answer_and_writes_nothing() -> None:
    person = Person(slip(trade=Pick("trades")), {"trade": "turner"}).edit("trade").say("焊")
    assert (person.values, person.answers) == (
        ["welder", "gas-welder", "keep"],
        {"trade": "turner"},
    )
    assert person.tap("keep").box == "review"


def test_the_search_is_over_with_the_question() -> None:
    person = Person(slip(a=Pick("trades"), b=Pick("trades"))).say("焊").say("1")
    assert (person.box, person.values) == ("b", ["welder", "gas-welder", "turner", "more"])


def test_an_empty_message_at_a_list_is_refused() -> None:
    assert asked(Pick("trades")).say("  ").error == "text-empty"


class SpokenWords(KeyWords):
    """With what people really say beside the labels."""

    def say(self, key: str, **args: object) -> str:
        return words("zh-CN").say(key) if key.endswith(".also") else super().say(key, **args)


@pytest.mark.parametrize(
    ("said", "meant"),
    [("同意", True), ("好的。", True), ("ＯＫ", True), ("不同意", False), ("不用", False)],
)
def test_yes_and_no_are_understood_in_other_words(said: str, meant: bool) -> None:
    assert asked(YesNo(), words=SpokenWords()).say(said).answers["box"] is meant


def test_a_photo_is_good_or_not_in_other_words() -> None:
    seen = asked(Photo(), words=SpokenWords()).hand_in(Received("f", "image/png", 5))
    assert "box" not in seen.say("不行").answers
    assert seen.hand_in(Received("f", "image/png", 5)).say("好的").answers["box"]["file"] == "f"


def test_yes_is_a_text_where_a_text_is_asked_for() -> None:
    assert asked(Text(), words=SpokenWords()).say("同意").answers["box"] == "同意"
