"""What a ⚙ value looks like: from the annotation of its field follow the box it is asked in and how it reads."""

from collections.abc import Mapping
from datetime import time
from enum import Enum, auto
from types import MappingProxyType
from typing import Any, get_type_hints

from conversations.engine.messages import Words
from rules.approvals import Chain, PaperKind, ReplacedChain
from rules.candidates import CandidateType
from rules.catalogue import Level, Programme
from rules.certificates import CertificateKind
from rules.policy import BirthYears, Policy, UnitPrice


class Shape(Enum):
    """Every field of the policy has one; a new field of a known type needs nothing but its text."""

    NUMBER = auto()
    YES_NO = auto()
    WORDS = auto()
    TIME = auto()
    NUMBERS = auto()
    LEVELS = auto()
    TYPES = auto()
    KINDS = auto()
    NAMES = auto()
    BIRTH_YEARS = auto()
    PRICES = auto()
    CHAINS = auto()


SHAPES: Mapping[Any, Shape] = MappingProxyType(
    {
        int: Shape.NUMBER,
        bool: Shape.YES_NO,
        str: Shape.WORDS,
        time: Shape.TIME,
        tuple[int, ...]: Shape.NUMBERS,
        tuple[Level, ...]: Shape.LEVELS,
        tuple[CandidateType, ...]: Shape.TYPES,
        tuple[CertificateKind, ...]: Shape.KINDS,
        tuple[str, ...]: Shape.NAMES,
        tuple[BirthYears, ...]: Shape.BIRTH_YEARS,
        tuple[UnitPrice, ...]: Shape.PRICES,
        tuple[ReplacedChain, ...]: Shape.CHAINS,
    }
)
HINTS = get_type_hints(Policy)


def shape_of(name: str) -> Shape:
    """KeyError for a type nobody has thought of a box for: our bug, which a test finds."""
    return SHAPES[HINTS[name]]


def in_words(value: object, words: Words) -> str:
    """A typed value as people read it."""
    match value:
        case bool():
            return words.say("choice-yes" if value else "choice-no")
        case time():
            return value.isoformat("minutes")
        case ():
            return words.say("policy-nothing")
        case tuple():
            return words.say("list-comma").join(in_words(entry, words) for entry in value)
        case BirthYears(level, first, last):
            return words.say("policy-birth-years", level=level, first=first, last=last)
        case UnitPrice(level, fen):
            return words.say("policy-price", level=level, yuan=f"{fen / 100:.2f}")
        case ReplacedChain(kind, programme, desks):
            return chain_in_words(kind, programme, desks, words)
        case Enum():
            return words.say("policy-entry", entry=value)
        case _:
            return str(value)


def chain_in_words(kind: PaperKind, programme: str, desks: Chain, words: Words) -> str:
    """批次申请（职业能力水平评价）：管理站 → 指导中心."""
    way = " → ".join(in_words(desk, words) for desk in desks)
    if not programme:
        return words.say("policy-chain", kind=kind, desks=way)
    return words.say("policy-chain-of", kind=kind, programme=Programme(programme), desks=way)
