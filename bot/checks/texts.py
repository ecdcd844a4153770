"""The texts: the same in every language, each fit to be said."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

SAMPLE = "1"
"""An argument to try a text with: fits every selection, if only its default."""


@dataclass(frozen=True, slots=True)
class Texts:
    """One language: the arguments of every text by its key (`key` or `key.attribute`)."""

    language: str
    bundle: FluentBundle
    arguments: Mapping[str, frozenset[str]]
    refusals: Mapping[str, list[str]]
    """By what is refused, the keys of the boxes' own words for it, as `.refused-key`."""
    unreadable: tuple[str, ...] = ()


@dataclass
class Wanted(Visitor):
    """Collects the variables of a text and the texts it is made of."""

    variables: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the parser's name
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - the parser's name
        self.parts.add(f"{node.id.name}.{node.attribute.name}" if node.attribute else node.id.name)


def read(folder: Path) -> tuple[Texts, ...]:
    """The texts of every language in the folder."""
    return tuple(language(place) for place in sorted(folder.iterdir()) if place.is_dir())


def language(folder: Path) -> Texts:
    bundle = FluentBundle([folder.name], use_isolating=False)
    wanted: dict[str, Wanted] = {}
    unreadable: list[str] = []
    for file in sorted(folder.glob("*.ftl")):
        resource = FluentParser(with_spans=False).parse(file.read_text(encoding="utf-8"))
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                line = (entry.content or "").strip().partition("\n")[0]
                unreadable.append(f"{file.name} cannot be read at “{line}”")
            if isinstance(entry, ast.Message):
                for key, pattern in patterns(entry):
                    if key in wanted:
                        unreadable.append(f"{key} is written twice")
                    wanted[key] = Wanted()
                    wanted[key].visit(pattern)
        bundle.add_resource(resource)
    arguments = {key: frozenset(all_variables(key, wanted)) for key in wanted}
    return Texts(folder.name, bundle, arguments, refusals(arguments), tuple(unreadable))


def refusals(keys: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key in keys:
        _, refused, what = key.partition(".refused-")
        if refused:
            found.setdefault(what, []).append(key)
    return found


def patterns(message: ast.Message) -> Iterator[tuple[str, ast.Pattern]]:
    if message.value:
        yield message.id.name, message.value
    for attribute in message.attributes:
        yield f"{message.id.name}.{attribute.id.name}", attribute.value


def all_variables(key: str, wanted: Mapping[str, Wanted]) -> set[str]:
    """The variables of a text and of the texts it is made of."""
    found: set[str] = set()
    open_keys, seen = [key], set()
    while open_keys:
        one = open_keys.pop()
        if one in wanted and one not in seen:
            seen.add(one)
            found |= wanted[one].variables
            open_keys += wanted[one].parts
    return found


def faults(written: tuple[Texts, ...]) -> Iterator[str]:
    """Texts that are missing, differ in their arguments or cannot be said."""
    first, *others = written
    for texts in written:
        yield from (f"{texts.language}: {fault}" for fault in texts.unreadable)
        yield from unsayable(texts)
    for other in others:
        for key in sorted(first.arguments.keys() ^ other.arguments.keys()):
            lacking = other if key in first.arguments else first
            yield f"{lacking.language}: the text {key} is missing"
        for key in sorted(first.arguments.keys() & other.arguments.keys()):
            if first.arguments[key] != other.arguments[key]:
                yield f"{key} has other arguments in {other.language} than in {first.language}"


def unsayable(texts: Texts) -> Iterator[str]:
    for key in texts.arguments:
        _, problems = said(texts, key)
        if problems:
            yield f"{texts.language}: {key} cannot be said: {problems[0]}"


def said(texts: Texts, key: str) -> tuple[str, list[Exception]]:
    """A text with sample arguments, and what went wrong with it."""
    name, _, attribute = key.partition(".")
    message = texts.bundle.get_message(name)
    pattern = message.attributes[attribute] if attribute else message.value
    assert pattern is not None
    sample = dict.fromkeys(texts.arguments[key], SAMPLE)
    text, problems = texts.bundle.format_pattern(pattern, sample)
    return str(text), problems
