"""Every sentence a person reads, by key and language (Project Fluent files in texts/)."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, IntEnum
from functools import lru_cache
from itertools import zip_longest
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser
from fluent.syntax.ast import Identifier, Message, NumberLiteral
from fluent.syntax.stream import FluentParserStream

LANGUAGES = ("zh-CN", "en")
TEXTS = Path(__file__).parent / "texts"
LONGEST_ARGUMENT = 2500
"""Fluent refuses longer ones, as if the text had been written to blow up."""


ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*)[ \t]*=", re.MULTILINE)
"""Where a text begins: nothing but its name stands at the start of a line."""
MENTIONED = re.compile(r"\{\s*(-?[a-zA-Z][\w-]*)")
"""Another text named in a text, or a function."""


class TextParser(FluentParser):
    """Arguments are text: `[0]` stands for the figure as it is put in, which Fluent would not compare with a number."""

    def get_variant_key(self, ps: FluentParserStream) -> Identifier | NumberLiteral:
        key = super().get_variant_key(ps)
        return Identifier(key.value) if isinstance(key, NumberLiteral) else key


class TextMissing(KeyError):
    """A key nobody wrote a text for, or a text that cannot be put together: our bug."""


class FluentWords:
    """The sentences of one language. Arguments are put in as text; numbers get no separators.

    A text is parsed when it is first asked for: to parse all three thousand takes a second.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.bundle = FluentBundle([language], use_isolating=False)
        self.written: dict[str, str] = {}
        """Every text as it stands in its file, by its name."""
        self.parsed: set[str] = set()
        self.keys: set[str] = set()
        """Of the texts parsed so far."""
        self.unchanging: dict[str, str] = {}
        """Texts without arguments, as put together the first time."""
        for file in sorted((TEXTS / language).glob("*.ftl")):
            self.written.update(entries(file.read_text(encoding="utf-8")))

    def has(self, key: str) -> bool:
        name = key.partition(".")[0]
        if name not in self.parsed and name in self.written:
            self.parse(name)
        return key in self.keys

    def parse(self, name: str) -> None:
        """A text and those it mentions. Threads may meet here: what is there already stays as it is."""
        parser, wanted = TextParser(with_spans=False), [name]
        for one in wanted:
            resource = parser.parse(self.written[one])
            self.bundle.add_resource(resource)
            self.keys.update(*(keys_of(x) for x in resource.body if isinstance(x, Message)))
            mentioned = MENTIONED.findall(self.written[one])
            wanted += (x for x in mentioned if x in self.written and x not in wanted)
        self.parsed.update(wanted)

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


def entries(source: str) -> Iterator[tuple[str, str]]:
    """The texts of a file by their names, each as far as the next one."""
    starts = list(ENTRY.finditer(source))
    for start, following in zip_longest(starts, starts[1:]):
        yield start[1], source[start.start() : following.start() if following else None]


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
