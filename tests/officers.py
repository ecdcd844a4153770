"""Officers and station staff of the tree, signed in and talking."""

from rules.roles import Role
from store.sessions import SessionKind
from store.unit import Store
from tests.store import tree
from tests.store.tree import of
from tests.talk import Talker


def at(store: Store, role: Role, code: str, language: str = "zh-CN") -> Talker:
    """Somebody who holds this post, on a device of theirs."""
    caller = tree.hold(store, role, code)
    with store.writing() as work:
        work.people.set_language(of(caller), language)
        _, token = work.sessions.open(of(caller), SessionKind.BEARER)
    return Talker(store, token=token)


def grown(store: Store) -> Store:
    with store.writing() as work:
        tree.grow(work)
    return store


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
