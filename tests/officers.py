"""Officers and station staff of the tree, signed in and talking."""

from conversations.engine.messages import Outgoing
from rules.roles import Role
from store.unit import Store
from tests.store import tree
from tests.store.tree import of
from tests.talk import Talker, talker


def at(store: Store, role: Role, code: str, language: str = "zh-CN") -> Talker:
    """Somebody who holds this post, on a device of theirs."""
    caller = tree.hold(store, role, code)
    with store.writing() as work:
        work.people.set_language(of(caller), language)
    return talker(store, caller)


def grown(store: Store) -> Store:
    with store.writing() as work:
        tree.grow(work)
    return store


def decide(talker: Talker, decision: str, *answers: str) -> Outgoing:
    """Open the first paper of the list and decide on it as shown."""
    talker.tap("/todo")
    talker.tap(next(v for v in talker.values if v.startswith("/approve ")))
    talker.tap(next(v for v in talker.values if v.endswith(f" {decision}")))
    for answer in answers:
        talker.say(answer)
    return talker.last


def fill(talker: Talker, **answers: str) -> None:
    """Answer each question as `answers` have it, optional and repeating ones not named are skipped."""
    left = dict(answers)
    while talker.box not in {None, "review"}:
        question = talker.last.question
        assert question is not None
        assert question.error is None, (question.box, talker.last.text)
        if question.box in left:
            talker.say(left.pop(question.box))
        elif question.optional:
            talker.tap("skip")
        else:
            assert question.box.endswith(".more"), question.box
            talker.tap("no")
    assert not left, left
