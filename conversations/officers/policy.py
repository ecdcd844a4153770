"""年度政策: every ⚙ value with what it means, what holds now, what is to come and who set it."""

from collections.abc import Iterator

from conversations.engine.boxes import Pick
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence, Words
from conversations.officers.policy_shapes import in_words
from conversations.sources.policy_values import spoken
from rules.policy import Policy as Values
from rules.roles import Action, who_may
from store.policy import Change
from store.unit import UnitOfWork

MOST_CHANGES = 8
"""Of a long history the latest."""


class Policy(Form):
    """One question; the values themselves are changed by the next form."""

    roles = who_may(Action.SET_POLICY)
    reviewed = False

    value = Pick("policy_values")

    @classmethod
    def opening(cls, argument: str) -> dict[str, Json]:
        return {"value": argument} if argument else {}

    def submit(self, work: UnitOfWork) -> Done:
        says = explained(work, self.value, spoken(work))
        return Done(tuple(says), next=(f"/policy_change {self.value}", "/policy", "/menu"))


def explained(work: UnitOfWork, name: str, words: Words) -> Iterator[Sentence]:
    """Its meaning and present value, then every change, the last set first."""
    present = in_words(getattr(work.policy.current(work.today), name), words)
    told = {"name": words.say(f"policy-{name}"), "about": words.say(f"policy-{name}.about")}
    yield Sentence("policy-shown", {**told, "value": present})
    changes = work.policy.changes(name)
    if not changes:
        yield Sentence("policy-never-changed")
    for change in changes[:MOST_CHANGES]:
        yield Sentence("policy-change-line", line(work, name, change, words))


def line(work: UnitOfWork, name: str, change: Change, words: Words) -> dict[str, object]:
    """Who set what, when, and from which day it holds."""
    value = getattr(Values.from_values({name: change.value}), name)
    person = work.people.get(change.set_by) if change.set_by is not None else None
    return {
        "value": in_words(value, words),
        "from": change.valid_from,
        "on": change.set_at.date(),
        "who": (person and (person.name or person.user_name)) or "—",
        "coming": "yes" if change.valid_from > work.today else "no",
    }
