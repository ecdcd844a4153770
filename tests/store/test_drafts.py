"""Drafts: answers survive, and of two who save at once one is told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rules.identity import IdNumber
from store.drafts import Draft, DraftState
from store.faults import DraftMoved
from store.files import FileId
from store.messages import NewMessage, Sender
from store.people import PersonId
from store.unit import Store
from tests.fakes import FixedClock

ANSWERS = {"name": "张小明", "study": [{"id": 1, "school": "机电学校"}], "photo": None}


class TestDrafts:
    def test_a_new_draft_is_open_and_empty(self, draft: Draft) -> None:
        assert (draft.answers, draft.desk, draft.state) == ({}, {}, DraftState.OPEN)

    def test_answers_and_desk_come_back_as_they_were(
        self, store: Store, person: PersonId, draft: Draft
    ) -> None:
        with store.writing() as work:
            saved = work.drafts.save(replace(draft, answers=ANSWERS, desk={"turn": 3}))
        with store.reading() as work:
            assert work.drafts.get(draft.id, person) == saved
        assert (saved.answers, saved.desk) == (ANSWERS, {"turn": 3})

    def test_somebody_elses_draft_is_not_found(self, store: Store, draft: Draft) -> None:
        with store.writing() as work:
            stranger = work.people.add_guest().id
            assert work.drafts.find(draft.id, stranger) is None
            with pytest.raises(KeyError):
                work.drafts.get(draft.id, stranger)

    def test_saving_what_was_saved_meanwhile_is_refused_and_keeps_the_first(
        self, store: Store, person: PersonId, draft: Draft
    ) -> None:
        with store.writing() as work:
            work.drafts.save(replace(draft, answers={"by": "phone"}))
        with pytest.raises(DraftMoved), store.writing() as work:
            work.drafts.save(replace(draft, answers={"by": "computer"}))
        with store.reading() as work:
            assert work.drafts.get(draft.id, person).answers == {"by": "phone"}

    def test_a_draft_closed_meanwhile_cannot_be_saved(self, store: Store, draft: Draft) -> None:
        with store.writing() as work:
            work.drafts.close(draft.id, DraftState.FILED)
            with pytest.raises(DraftMoved):
                work.drafts.save(draft)

    def test_open_drafts_are_listed_the_last_touched_first(
        self, store: Store, person: PersonId, draft: Draft, clock: FixedClock
    ) -> None:
        with store.writing() as work:
            second = work.drafts.open(person, "eligibility", 1)
            closed = work.drafts.open(person, "sign_up", 1)
            work.drafts.close(closed.id, DraftState.CANCELLED)
        clock.advance(timedelta(minutes=1))
        with store.writing() as work:
            work.drafts.save(draft)
            assert [each.id for each in work.drafts.open_ones(person)] == [draft.id, second.id]

    def test_a_new_draft_may_begin_with_what_is_known(self, store: Store, person: PersonId) -> None:
        with store.writing() as work:
            begun = work.drafts.open(person, "registration", 1, ANSWERS)
            assert work.drafts.get(begun.id, person) == begun
        assert begun.answers == ANSWERS

    def test_a_closed_draft_is_no_longer_open_until_it_is_reopened(
        self, store: Store, person: PersonId, draft: Draft
    ) -> None:
        with store.writing() as work:
            work.drafts.close(draft.id, DraftState.CANCELLED)
            assert work.drafts.get(draft.id, person).closed_at == work.now
            assert work.drafts.find_open(draft.id, person) is None
            work.drafts.reopen(draft.id)
            reopened = work.drafts.find_open(draft.id, person)
        assert reopened is not None
        assert reopened.closed_at is None

    def test_a_guests_open_drafts_go_along_with_the_person(
        self, store: Store, person: PersonId, draft: Draft
    ) -> None:
        with store.writing() as work:
            owner = work.people.add_guest().id
            work.drafts.save(replace(draft, answers=ANSWERS))
            work.drafts.adopt(person, owner)
            assert work.drafts.open_ones(person) == ()
            assert work.drafts.get(draft.id, owner).answers == ANSWERS

    def test_idle_drafts_of_guests_and_of_persons_are_told_apart(
        self, store: Store, person: PersonId, draft: Draft, number: IdNumber, clock: FixedClock
    ) -> None:
        clock.advance(timedelta(days=30))
        with store.writing() as work:
            never, since, late = (work.now - timedelta(days=days) for days in (99, 30, 29))
            assert work.drafts.idle(since, late, 0, 9) == []
            assert work.drafts.idle(late, never, 0, 9) == [draft.id]
            assert work.drafts.idle(late, never, draft.id, 9) == []
            work.people.register(person, "张小明", number, "xiaoming", "hash")
            assert work.drafts.idle(late, never, 0, 9) == []
            assert work.drafts.idle(never, late, 0, 9) == [draft.id]

    def test_an_idle_draft_is_erased_with_what_was_said_on_it(
        self, store: Store, person: PersonId, draft: Draft
    ) -> None:
        with store.writing() as work:
            work.drafts.save(replace(draft, answers=ANSWERS))
            photo, twice, filed = (
                work.files.note(data, "image/jpeg").id for data in (b"photo", b"twice", b"filed")
            )
            work.drafts.hold(draft.id, [photo, twice, filed])
            work.drafts.hold(work.drafts.open(person, "sign_up", 1).id, [twice])
            work.files.own(filed, "registration:1:photo")
            said = NewMessage(Sender.BOT, {"text": "身份证号"}, draft.id)
            work.messages.add(person, said, NewMessage(Sender.BOT, {"text": "菜单"}))
            idle = work.drafts.find_idle(draft.id)
            assert idle
            assert idle.written
            work.drafts.erase_idle(idle, {"text": "…"})
        with store.reading() as work:
            assert work.drafts.find(draft.id, person) is None
            assert work.files.gone([photo, twice, filed]) == {photo}
            assert [m.body["text"] for m in work.messages.after(person, 0, 9)] == ["…", "菜单"]

    def test_with_its_person_a_draft_and_its_files_are_erased(
        self, store: Store, person: PersonId, draft: Draft
    ) -> None:
        with store.writing() as work:
            photo = work.files.note(b"a photo", "image/jpeg").id
            work.drafts.hold(draft.id, [photo])
        with store.writing() as work:
            work.people.erase(person)
        with store.reading() as work:
            assert work.files.find(photo) is None

    def test_what_is_filed_no_longer_holds_its_files_as_a_draft(
        self, store: Store, person: PersonId, draft: Draft
    ) -> None:
        with store.writing() as work:
            photo = work.files.note(b"a photo", "image/jpeg").id
            work.drafts.hold(draft.id, [photo, FileId("never-there")])
            work.files.own(photo, "registration:1:photo")
            work.drafts.close(draft.id, DraftState.FILED)
        with store.writing() as work:
            work.files.disown("registration:1:photo")
        with store.reading() as work:
            assert work.files.find(photo) is None

    def test_what_was_touched_meanwhile_is_not_erased(
        self, store: Store, person: PersonId, draft: Draft
    ) -> None:
        with store.writing() as work:
            idle = work.drafts.find_idle(draft.id)
            assert idle
            assert not idle.written
            work.drafts.save(replace(draft, answers=ANSWERS))
            work.drafts.erase_idle(idle, {"text": "…"})
            assert work.drafts.get(draft.id, person).answers == ANSWERS


class TestTwoConnections:
    @pytest.fixture
    def database_url(self, empty_postgresql_url: str) -> str:
        return empty_postgresql_url

    def test_of_two_units_that_read_the_same_version_the_second_to_save_is_told(
        self, store: Store, person: PersonId, draft: Draft
    ) -> None:
        with store.writing() as computer:
            on_computer = computer.drafts.get(draft.id, person)
            with store.writing() as phone:
                phone.drafts.save(phone.drafts.get(draft.id, person))
            with pytest.raises(DraftMoved):
                computer.drafts.save(on_computer)
