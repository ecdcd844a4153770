"""Every sentence a person reads, by key and language (Project Fluent files in texts/)."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, IntEnum
from functools import lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Message

LANGUAGES = ("zh-CN", "en")
TEXTS = Path(__file__).parent / "texts"
LONGEST_ARGUMENT = 2500
"""Fluent refuses longer ones, as if the text had been written to blow up."""


class TextMissing(KeyError):
    """A key nobody wrote a text for, or a text that cannot be put together: our bug."""


class FluentWords:
    """The sentences of one language. Arguments are put in as text; numbers get no separators."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.bundle = FluentBundle([language], use_isolating=False)
        self.keys: set[str] = set()
        self.unchanging: dict[str, str] = {}
        """Texts without arguments, as put together the first time."""
        for file in sorted((TEXTS / language).glob("*.ftl")):
            resource = FluentResource(file.read_text(encoding="utf-8"))
            self.bundle.add_resource(resource)
            self.keys.update(*(keys_of(x) for x in resource.body if isinstance(x, Message)))

    def has(self, key: str) -> bool:
        return key in self.keys

    def say(self, key: str, **args: object) -> str:
        if args:
            return self.put_together(key, args)
        if key not in self.unchanging:
            self.unchanging[key] = self.put_together(key, args)
        return self.unchanging[key]

    def put_together(self, key: str, args: Mapping[str, object]) -> str:
        if not self.has(key):
            raise TextMissing(f"{self.language}: {key}")
        name, _, attribute = key.partition(".")
        message = self.bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        assert pattern is not None
        said = {name: self.argument(value) for name, value in args.items()}
        # A whole notice or a list of equipment takes its place when the sentence is made.
        places = {n: f"\ue000{n}\ue001" for n, text in said.items() if len(text) > LONGEST_ARGUMENT}
        text, problems = self.bundle.format_pattern(pattern, {**said, **places})
        if problems:
            raise TextMissing(f"{self.language}: {key}: {problems[0]}")
        sentence = str(text)
        for name, place in places.items():
            sentence = sentence.replace(place, said[name])
        return sentence

    def argument(self, value: object) -> str:
        """An argument in words: choices by their own texts, days as 2026-12-20, lists with commas."""
        match value:
            case Enum():
                key = choice_key(value)
                return self.say(key) if self.has(key) else str(value.value)
            case datetime():
                return value.strftime("%Y-%m-%d %H:%M")
            case date():
                return value.isoformat()
            case Decimal():
                return format(value.normalize(), "f")
            case list() | tuple() | frozenset() | set():
                return self.say("list-comma").join(self.argument(v) for v in value)
            case _:
                return str(value)


def keys_of(message: Message) -> Iterator[str]:
    """`key` where the message has a text of its own, and `key.attribute` of each attribute."""
    if message.value is not None:
        yield message.id.name
    for attribute in message.attributes:
        yield f"{message.id.name}.{attribute.id.name}"


def choice_key(value: Enum) -> str:
    """The text key of a stored choice: `level-5`, `candidate-type-student`."""
    name = re.sub(r"(?<!^)(?=[A-Z])", "-", type(value).__name__).lower()
    return f"{name}-{int(value) if isinstance(value, IntEnum) else value.value}"


@lru_cache
def words(language: str) -> FluentWords:
    """The sentences of a language, read once."""
    return FluentWords(language if language in LANGUAGES else LANGUAGES[0])
