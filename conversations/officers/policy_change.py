"""修改政策: another value from a day on; what it was and what it will be stand side by side before it counts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal
from enum import Enum, StrEnum
from types import MappingProxyType
from typing import Any

from conversations.engine.boxes import (
    Choice,
    Day,
    Known,
    Many,
    Number,
    Part,
    Pick,
    Several,
    Text,
    YesNo,
    only_if,
    optional,
)
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Choosable, Json, Sentence, Words
from conversations.officers.policy_shapes import Shape, in_words, shape_of
from conversations.sources.policy_values import spoken
from rules.approvals import CHAINS, Desk
from rules.candidates import CandidateType
from rules.catalogue import Level, Programme
from rules.certificates import CertificateKind
from rules.findings import Finding, Refused
from rules.policy import Policy
from rules.policy_bounds import DEAREST_FEN, LONGEST_TEXT, YEARS, bounds, forbidden
from rules.roles import Action, who_may
from store.unit import UnitOfWork


class ListChange(StrEnum):
    """What becomes of a long list: nobody types two hundred schools again to add one."""

    ADD = "add"
    REMOVE = "remove"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class PolicyFacts:
    """The value chosen as it holds today, and as it would hold on the day of the change."""

    today: date
    present: Any = None
    base: Any = None


def shaped(*wanted: Shape) -> Callable[[Sheet], bool]:
    return lambda form: form.value is not None and shape_of(form.value) in wanted


class BoundedNumber(Number):
    """Between the least and most of the value chosen."""

    def __init__(self) -> None:
        super().__init__(most=0)

    def fits(self, value: Decimal, sheet: Sheet) -> None:
        least, most = bounds(sheet.value)
        if not value.is_finite() or not least <= value <= most:
            raise Refused("number-out-of-range", least=least, most=most)
        if value != round(value):
            raise Refused("number-not-whole", places=0)

    def bounds(self, sheet: Sheet) -> tuple[str | None, str | None]:
        least, most = bounds(sheet.value)
        return str(least), str(most)


def any_level(_: Sheet) -> Iterator[Choosable]:
    return (Choosable(f"{x:d}", key=f"level-{x:d}", number=f"{x:d}") for x in Level)


class Years(Part):
    """The years of birth printed for a level; written as printed, also the wrong way round (R3.2)."""

    level = Choice(any_level, of=Level)
    first = Number(least=YEARS[0], most=YEARS[1])
    last = Number(least=YEARS[0], most=YEARS[1])


class Price(Part):
    """What a certificate of a level costs."""

    level = Choice(any_level, of=Level)
    yuan = Number(most=DEAREST_FEN // 100, places=2)


def chains(_: Sheet) -> Iterator[Choosable]:
    """Every kind of paper, by programme where the chains differ (R4.10)."""
    for kind, programme in CHAINS:
        key = "policy-chain-kind-of" if programme else "policy-chain-kind"
        args = {"kind": kind, **({"programme": programme} if programme else {})}
        yield Choosable(f"{kind}:{programme or ''}", key=key, args=args)


def desks(entry: Sheet) -> Iterator[Choosable]:
    """The branch sees the skill-level programme only (R1.1)."""
    skill_level = str(entry.paper or "").endswith(f":{Programme.SKILL_LEVEL}")
    for desk in Desk:
        if desk is not Desk.BRANCH or skill_level:
            yield Choosable(desk, key=f"desk-{desk}")


class OtherChain(Part):
    """The desks a kind of paper passes instead of the shipped ones."""

    paper = Choice(chains)
    desks = Several(desks, of=Desk)


def read_time(raw: str) -> str:
    """21:00, also 21：00."""
    try:
        found = time.fromisoformat(raw.replace("：", ":").strip().zfill(5))
    except ValueError:
        raise Refused("time-unreadable") from None
    if found.tzinfo is not None:
        raise Refused("time-unreadable")
    return found.isoformat("minutes")


def read_numbers(raw: str) -> str:
    """Whole numbers between commas or spaces, as `7, 3, 1`; a dash for none."""
    parts = raw.replace("，", " ").replace("、", " ").replace(",", " ").split()
    if parts == ["-"]:
        return ""
    if not all(part.isdecimal() and len(part) < 6 for part in parts):
        raise Refused("numbers-unreadable")
    return ", ".join(str(int(part)) for part in parts)


def read_lines(raw: str) -> str:
    """One entry a line, each once."""
    entries = (" ".join(line.split()) for line in raw.splitlines())
    return "\n".join(dict.fromkeys(filter(None, entries)))


def shown_value(value: Any, words: Words) -> str:
    return in_words(value, words)


class PolicyChange(Form):
    """One box for each shape a value may have; the others sleep."""

    roles = who_may(Action.SET_POLICY)
    in_menu_of = frozenset()
    facts_from = ("value", "valid_from")

    value = Pick("policy_values")
    present = Known[Any](lambda form: form.facts.present, shown_value)
    number = only_if(shaped(Shape.NUMBER), BoundedNumber())
    yes = only_if(shaped(Shape.YES_NO), YesNo())
    wording = only_if(shaped(Shape.WORDS), Text(longest=LONGEST_TEXT))
    time_of_day = only_if(shaped(Shape.TIME), Text(longest=5, reader=read_time))
    numbers = only_if(shaped(Shape.NUMBERS), Text(longest=100, reader=read_numbers))
    levels = only_if(shaped(Shape.LEVELS), Several(any_level, of=Level))
    types = only_if(shaped(Shape.TYPES), optional(Several(CandidateType)))
    kinds = only_if(shaped(Shape.KINDS), optional(Several(CertificateKind)))
    how = only_if(shaped(Shape.NAMES), Choice(ListChange))
    names = only_if(shaped(Shape.NAMES), Text(longest=4000, reader=read_lines, input="lines"))
    birth_years = only_if(shaped(Shape.BIRTH_YEARS), optional(Many(Years, at_most=len(Level))))
    prices = only_if(shaped(Shape.PRICES), optional(Many(Price, at_most=len(Level))))
    chains = only_if(shaped(Shape.CHAINS), optional(Many(OtherChain, at_most=len(CHAINS))))
    valid_from = Day(earliest=lambda form: form.facts.today)

    @classmethod
    def opening(cls, argument: str) -> dict[str, Json]:
        return {"value": argument} if argument else {}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> PolicyFacts:
        name = answers.get("value")
        if name is None:
            return PolicyFacts(work.today)
        day = date.fromisoformat(answers.get("valid_from") or work.today.isoformat())
        present, base = (getattr(work.policy.current(on), name) for on in (work.today, day))
        return PolicyFacts(work.today, present, base)

    def wanted(self) -> Json:
        """The new value as JSON."""
        return AS_JSON[shape_of(self.value)](self)

    def changed_names(self) -> list[str]:
        """The list with the names added, without them, or nothing but them."""
        given = self.names.split("\n")
        match self.how:
            case ListChange.ADD:
                return list(dict.fromkeys([*self.facts.base, *given]))
            case ListChange.REMOVE:
                return [name for name in self.facts.base if name not in given]
            case _:
                return given

    def problems(self) -> Iterator[Finding]:
        box = ASKED_IN[shape_of(self.value)]
        for finding in forbidden(self.value, self.wanted()):
            yield replace(finding, box=box)
        if self.how is ListChange.REMOVE:
            absent = [n for n in self.names.split("\n") if n not in self.facts.base]
            if absent:
                yield Finding("policy-not-listed", args={"names": tuple(absent)}, box="names")

    def submit(self, work: UnitOfWork) -> Done:
        wanted = self.wanted()
        work.policy.set(self.value, wanted, self.valid_from)
        speaks = spoken(work)
        new = getattr(Policy.from_values({self.value: wanted}), self.value)
        facts = {
            "name": speaks.say(f"policy-{self.value}"),
            "old": in_words(self.facts.present, speaks),
            "new": in_words(new, speaks),
            "from": self.valid_from,
        }
        steps = (f"/policy {self.value}", f"/policy_change {self.value}", "/policy", "/menu")
        return Done((Sentence("policy-set", facts),), next=steps)


def years_of(entry: Part) -> Json:
    values = entry.values
    return [values["level"].value, int(values["first"]), int(values["last"])]


def price_of(entry: Part) -> Json:
    return [entry.values["level"].value, int(entry.values["yuan"] * 100)]


def chain_of(entry: Part) -> Json:
    kind, _, programme = entry.values["paper"].partition(":")
    return [kind, programme, enum_values(entry.values["desks"])]


def enum_values(chosen: Sequence[Enum] | None) -> Json:
    return [one.value for one in chosen or ()]


AS_JSON: Mapping[Shape, Callable[[PolicyChange], Json]] = MappingProxyType(
    {
        Shape.NUMBER: lambda form: int(form.number),
        Shape.YES_NO: lambda form: form.yes,
        Shape.WORDS: lambda form: form.wording,
        Shape.TIME: lambda form: form.time_of_day,
        Shape.NUMBERS: lambda form: [int(part) for part in form.numbers.split(", ") if part],
        Shape.LEVELS: lambda form: enum_values(form.levels),
        Shape.TYPES: lambda form: enum_values(form.types),
        Shape.KINDS: lambda form: enum_values(form.kinds),
        Shape.NAMES: PolicyChange.changed_names,
        Shape.BIRTH_YEARS: lambda form: [years_of(one) for one in form.birth_years or ()],
        Shape.PRICES: lambda form: [price_of(one) for one in form.prices or ()],
        Shape.CHAINS: lambda form: [chain_of(one) for one in form.chains or ()],
    }
)
"""What was answered in the box of each shape."""
ASKED_IN: Mapping[Shape, str] = MappingProxyType(
    {
        Shape.NUMBER: "number",
        Shape.YES_NO: "yes",
        Shape.WORDS: "wording",
        Shape.TIME: "time_of_day",
        Shape.NUMBERS: "numbers",
        Shape.LEVELS: "levels",
        Shape.TYPES: "types",
        Shape.KINDS: "kinds",
        Shape.NAMES: "names",
        Shape.BIRTH_YEARS: "birth_years",
        Shape.PRICES: "prices",
        Shape.CHAINS: "chains",
    }
)
"""The box of each shape."""
