"""The keys: every finding and sentence the code speaks of has a text, with no more arguments than are given."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import conversations
import rules
import store
from bot.checks.texts import Texts
from conversations.commands import CONTROLS

SOURCES = tuple(Path(package.__path__[0]) for package in (rules, store, conversations))
STEP = re.compile(r"/([a-z_]+)( .*)?")

ARGUMENTS_AT = {"Finding": 2, "Sentence": 1}
"""Where those who take their arguments as a dictionary expect it; the others take keywords."""
NOT_ARGUMENTS = {"Refused": {"rule"}, "say": set[str](), "CannotRead": set[str]()}


@dataclass(frozen=True, slots=True)
class Use:
    """A key as the code speaks of it. `arguments` is None where they are not written out."""

    place: str
    key: str
    """`%` stands for what is put together at run time."""
    arguments: frozenset[str] | None
    refusal: bool = False
    """A box may have its own words for it, as `.refused-key`."""


@dataclass(frozen=True, slots=True)
class Step:
    """A command the code offers, `/name`."""

    place: str
    name: str


def used(packages: Iterable[Path]) -> list[Use | Step]:
    """All keys and steps in the source of these packages."""
    return [
        use
        for package in packages
        for file in sorted(package.rglob("*.py"))
        if "migrations" not in file.parts
        for use in in_module(
            ast.parse(file.read_text("utf-8")), str(file.relative_to(package.parent))
        )
    ]


def in_module(module: ast.Module, file: str) -> Iterator[Use | Step]:
    passing = passing_on(module)
    for node in ast.walk(module):
        match node:
            case ast.Call():
                yield from of_call(node, file, passing)
            case ast.keyword(arg="next", value=ast.Tuple(elts=steps)):
                yield from of_steps(steps, file)
            case ast.AnnAssign(target=ast.Name(id="key"), value=ast.Constant(value=str(key))) if (
                key
            ):
                yield Use(f"{file}:{node.lineno}", key, None, refusal=True)


def passing_on(module: ast.Module) -> dict[str, int]:
    """Functions that make a finding of a key they are given, and the place of the key among their arguments."""
    if not any(keys_passed(module)):
        return {}
    found: dict[str, int] = {}
    for function in ast.walk(module):
        if not isinstance(function, ast.FunctionDef) or function.name == "__init__":
            continue
        names = [a.arg for a in function.args.args]
        own = names[1:] if names[:1] in (["self"], ["cls"]) else names
        for key in keys_passed(function):
            if key in own:
                found[function.name] = own.index(key)
    return found


def keys_passed(within: ast.AST) -> Iterator[str]:
    """The names of keys that are not written where the finding is made."""
    for call in ast.walk(within):
        if isinstance(call, ast.Call) and called(call) in {"Finding", "Refused"} and call.args:
            key = call.args[0]
            if isinstance(key, ast.Name):
                yield key.id


def of_call(call: ast.Call, file: str, passing: Mapping[str, int]) -> Iterator[Use]:
    name, place = called(call), f"{file}:{call.lineno}"
    if name in {"Finding", "Refused", "Sentence", "say", "CannotRead"} and call.args:
        refusal = name in {"Finding", "Refused", "CannotRead"}
        for key in keys_in(call.args[0]):
            yield Use(place, key, arguments(call, name), refusal)
    elif name in passing and len(call.args) > passing[name]:
        for key in keys_in(call.args[passing[name]]):
            yield Use(place, key, None, refusal=True)
    elif name == "Choosable":
        for keyword in call.keywords:
            if keyword.arg == "key":
                yield from (Use(place, key, None) for key in keys_in(keyword.value))


def of_steps(steps: Iterable[ast.expr], file: str) -> Iterator[Step]:
    for step in steps:
        for text in keys_in(step):
            if found := STEP.fullmatch(text):
                yield Step(f"{file}:{step.lineno}", found[1])


def called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def keys_in(node: ast.expr) -> Iterator[str]:
    """The keys an expression can be, as far as it is written out."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp():
            yield from keys_in(node.body)
            yield from keys_in(node.orelse)
        case ast.JoinedStr(values=parts):
            yield "".join(str(p.value) if isinstance(p, ast.Constant) else "%" for p in parts)
        case _:
            pass


def arguments(call: ast.Call, name: str) -> frozenset[str] | None:
    """The names of a text's arguments, or None where they are not written out at the call."""
    if name not in ARGUMENTS_AT:
        if any(k.arg is None for k in call.keywords):
            return None
        return frozenset(k.arg for k in call.keywords if k.arg) - NOT_ARGUMENTS[name]
    at = ARGUMENTS_AT[name]
    given = [k.value for k in call.keywords if k.arg == "args"] + call.args[at : at + 1]
    if not given:
        return frozenset()
    match given[0]:
        case ast.Dict(keys=keys) if all(isinstance(k, ast.Constant) for k in keys):
            return frozenset(str(k.value) for k in keys if isinstance(k, ast.Constant))
        case _:
            return None


def faults(
    uses: Iterable[Use | Step], written: Sequence[Texts], names: Iterable[str]
) -> Iterator[str]:
    """Keys without a text, texts that want more than they are given, steps that lead nowhere."""
    known = {*names, *CONTROLS}
    for use in uses:
        if isinstance(use, Step):
            if use.name not in known:
                yield f"{use.place}: the step /{use.name} leads nowhere"
            continue
        silent = [texts.language for texts in written if not texts_for(use, texts)]
        if silent:
            yield f"{', '.join(silent)}: {use.place} speaks of {use.key}, which has no text"
        if use.arguments is not None and "%" not in use.key and written:
            yield from lacking(use, use.arguments, written[0])


def lacking(use: Use, given: frozenset[str], texts: Texts) -> Iterator[str]:
    """Texts that want more than they are given; the languages want the same, `texts.faults` sees to it."""
    for key in texts_for(use, texts):
        if wanted := texts.arguments[key] - given:
            yield f"{key} wants {', '.join(sorted(wanted))}, which {use.place} does not give"


def texts_for(use: Use, texts: Texts) -> list[str]:
    if "%" in use.key:
        pattern = re.compile(re.escape(use.key).replace("%", ".+"))
        return [key for key in texts.arguments if pattern.fullmatch(key)]
    own = texts.refusals.get(use.key, []) if use.refusal else []
    return ([use.key] if use.key in texts.arguments else []) + own
