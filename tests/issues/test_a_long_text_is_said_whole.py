"""An answer of more than 2500 characters was more than a sentence could hold, and its review an apology."""

from conversations.words import words
from rules.roles import Role
from store.unit import Store
from tests import officers
from tests.candidates import signed_in
from tests.store.tree import MANAGEMENT
from tests.talks.test_complaint import NAMED, complained

LONG = "".join(f"第{n}件事。" for n in range(1, 441))
assert 2900 < len(LONG) <= 3000


def test_a_complaint_as_long_as_it_may_be_is_reviewed_and_read(store: Store) -> None:
    officer = officers.at(officers.grown(store), Role.MANAGEMENT_OFFICER, MANAGEMENT)
    number, _ = complained(signed_in(store), {**NAMED, "what": LONG})
    assert LONG in officer.say(f"打开 {number}").text


def test_several_long_answers_each_keep_their_place() -> None:
    said = words("zh-CN").say("engine-review-line", mark="", title="甲" * 3000, answer="乙" * 3000)
    assert said == f"{'甲' * 3000}：{'乙' * 3000}"
