"""年度政策: the ⚙ values by their names in words, each with what holds today."""

from collections.abc import Iterator, Mapping
from dataclasses import fields

from conversations.engine.messages import Choosable, Json, Page, Words
from conversations.officers.policy_shapes import in_words
from conversations.words import words
from rules.policy import Policy
from store.catalogue.pinyin import fold
from store.pages import page_of
from store.unit import UnitOfWork

NAMES = tuple(field.name for field in fields(Policy))
LONGEST_VALUE = 20
"""Characters; of a longer one only its beginning stands on the button."""


class PolicyValues:
    """Values are the names of the fields. A query is looked for in name, explanation and R-number."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        policy, speaks = work.policy.current(work.today), spoken(work)
        found = page_of(matching(query, speaks), page)
        return Page([option(name, policy, speaks) for name in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        if value not in NAMES:
            return None
        return option(value, work.policy.current(work.today), spoken(work))


def spoken(work: UnitOfWork) -> Words:
    person = work.caller.person
    return words(work.people.get(person).language if person is not None else "zh-CN")


def matching(query: str, speaks: Words) -> Iterator[str]:
    wanted = fold(query)
    for name in NAMES:
        texts = (name, speaks.say(f"policy-{name}"), speaks.say(f"policy-{name}.about"))
        if not wanted or any(wanted in fold(text) for text in texts):
            yield name


def option(name: str, policy: Policy, speaks: Words) -> Choosable:
    shown = " ".join(in_words(getattr(policy, name), speaks).split())
    short = shown if len(shown) <= LONGEST_VALUE else f"{shown[:LONGEST_VALUE]}…"
    return Choosable(
        name, key="policy-option", args={"name": speaks.say(f"policy-{name}"), "value": short}
    )
