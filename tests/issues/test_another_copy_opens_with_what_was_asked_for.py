"""Filling in another copy forgot which batch the button had named."""

from rules.candidates import CandidateType
from store.unit import Store
from tests.candidates import opened, signed_in


def test_another_copy_opens_with_the_batch_of_the_button(store: Store) -> None:
    first, second = (opened(store, CandidateType.STUDENT) for _ in range(2))
    student = signed_in(store)
    student.tap(f"/registration {first.number}")
    student.tap(f"/registration {second.number}")
    student.tap(student.values[-1])
    with store.reading() as work:
        session = work.sessions.find(student.token)
        assert session is not None
        answers = [draft.answers["batch"] for draft in work.drafts.open_ones(session.person)]
    assert sorted(answers) == sorted([first.number, second.number])
