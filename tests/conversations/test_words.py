"""The sentences of each language: found by key, put together with arguments as text."""

from datetime import date, datetime
from decimal import Decimal
from enum import IntEnum, StrEnum

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Entry, Message, Term

from conversations.words import (
    LANGUAGES,
    TEXTS,
    FluentWords,
    TextMissing,
    choice_key,
    entries,
    keys_of,
    words,
)


class CandidateType(StrEnum):
    STUDENT = "student"


class Level(IntEnum):
    FIVE = 5


PARSER = FluentParser(with_spans=False)


def parsed(source: str) -> dict[str, Entry]:
    return {x.id.name: x for x in PARSER.parse(source).body if isinstance(x, Message | Term)}


def keys(language: str) -> set[str]:
    """Of all texts, as far as the words know them."""
    texts = FluentWords(language)
    for name in texts.written:
        texts.has(name)
    return texts.keys


def test_every_language_says_every_key() -> None:
    assert len({frozenset(keys(language)) for language in LANGUAGES}) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_parsed_one_by_one_are_those_of_the_whole_files(language: str) -> None:
    found = set()
    for file in (TEXTS / language).glob("*.ftl"):
        source = file.read_text(encoding="utf-8")
        whole = parsed(source)
        alone = {name.lstrip("-"): parsed(text) for name, text in entries(source)}
        assert alone.keys() == whole.keys()
        for name, entry in whole.items():
            assert entry.equals(alone[name][name], ["span", "comment"]), f"{file.name}: {name}"
            found |= set(keys_of(entry)) if isinstance(entry, Message) else set()
    assert keys(language) == found


def test_a_text_brings_those_it_mentions() -> None:
    texts = FluentWords("en")
    assert texts.say("condition-school-4-and-4-1").startswith(texts.say("condition-school-4"))
    assert texts.say("condition-school-4-and-4-1").endswith(texts.say("condition-4-1"))


def test_a_text_and_its_attributes_have_keys_of_their_own() -> None:
    texts = words("zh-CN")
    assert texts.has("form-sign_up")
    assert texts.has("form-sign_up.also")
    assert not texts.has("form-sign_up.nonsense")
    assert not texts.has("nonsense")
    assert texts.say("choice-yes") == "是"
    assert words("en").say("choice-yes") == "Yes"


def test_a_variant_for_a_number_is_found() -> None:
    texts = words("zh-CN")
    assert "材料已齐" in texts.say("todo-results", n=1, number="2026-0001", gaps=0)
    assert "还差 2 项" in texts.say("todo-results", n=1, number="2026-0001", gaps=2)


@pytest.mark.parametrize("key", ["nonsense", "form-sign_up.nonsense", ""])
def test_a_text_nobody_wrote_is_a_bug(key: str) -> None:
    with pytest.raises(TextMissing):
        words("zh-CN").say(key)


def test_an_argument_left_out_is_a_bug() -> None:
    with pytest.raises(TextMissing, match="engine-edit"):
        words("zh-CN").say("engine-edit")


def test_an_unknown_language_is_answered_in_chinese() -> None:
    assert words("tlh").language == "zh-CN"


def test_arguments_are_put_in_as_they_are_without_marks_or_separators() -> None:
    assert words("en").say("engine-edit", title="name") == "Change name"
    assert "1200" in words("en").say("text-too-long", most=1200, length=3)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2026, 9, 1), "2026-09-01"),
        (datetime(2026, 9, 1, 8, 5), "2026-09-01 08:05"),  # noqa: DTZ001 - only its digits matter
        (Decimal("3.50"), "3.5"),
        (Decimal(400), "400"),
        (1200, "1200"),
        (["甲", "乙"], "甲、乙"),
        ((), ""),
        ("文字", "文字"),
    ],
)
def test_arguments_are_said_in_words(value: object, text: str) -> None:
    assert words("zh-CN").argument(value) == text


def test_a_list_is_joined_as_the_language_does() -> None:
    assert words("en").argument(["a", "b"]) == "a, b"


def test_a_choice_is_said_by_its_own_text_or_else_its_value() -> None:
    assert choice_key(CandidateType.STUDENT) == "candidate-type-student"
    assert choice_key(Level.FIVE) == "level-5"

    class Unwritten(StrEnum):
        VALUE = "as it is"

    assert words("zh-CN").argument(Unwritten.VALUE) == "as it is"
    assert words("zh-CN").argument(Level.FIVE) == words("zh-CN").say("level-5")


def test_sentences_are_read_once_for_each_language() -> None:
    assert words("en") is words("en")
    assert isinstance(words("en"), FluentWords)
