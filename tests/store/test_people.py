"""People: a guest becomes a person once, numbers are unique, and an erased person is forgotten."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from threading import Barrier

import pytest

from rules.candidates import Sex
from rules.findings import NotPossible
from rules.identity import IdKind, IdNumber, read_id_number
from rules.roles import Role
from store.drafts import Draft
from store.messages import NewMessage, Sender
from store.people import PersonId, Post
from store.sessions import SessionKind
from store.unit import Store


def keys_of(refusal: pytest.ExceptionInfo[NotPossible]) -> set[str]:
    return {finding.key for finding in refusal.value.findings}


class TestPeople:
    def test_a_guest_has_a_language_and_nothing_else(self, store: Store) -> None:
        with store.writing() as work:
            guest = work.people.add_guest("en")
            assert work.people.get(guest.id) == guest
        assert guest.guest
        assert (guest.language, guest.name, guest.user_name, guest.last_number) == (
            "en",
            None,
            None,
            0,
        )
        assert guest.created_at == work.now

    def test_a_guest_becomes_a_person_in_place(
        self, store: Store, person: PersonId, number: IdNumber
    ) -> None:
        with store.writing() as work:
            registered = work.people.register(person, "张小明", number, "Xiaoming", "hash")
        with store.reading() as work:
            assert work.people.get(person) == registered
        assert registered.id == person
        assert not registered.guest
        assert (registered.name, registered.id_number) == ("张小明", number.number)
        assert (registered.sex, registered.born) == (Sex.FEMALE, date(1949, 12, 31))
        assert registered.id_kind is IdKind.RESIDENT

    def test_a_name_is_masked_and_an_institutions_account_is_not(
        self, store: Store, person: PersonId, number: IdNumber
    ) -> None:
        with store.writing() as work:
            named = work.people.register(person, "张小明", number, "Xiaoming", "hash")
        station = "机械行业职业能力评价职教267考试站"
        assert named.masked == "张*明"
        assert replace(named, name=station, user_name=station).masked == station

    def test_what_the_number_does_not_tell_stays_unknown(
        self, store: Store, person: PersonId
    ) -> None:
        old_card = read_id_number("ABC123456789012", date(2026, 6, 1))
        with store.writing() as work:
            registered = work.people.register(person, "John Smith", old_card, "john", "hash")
        assert (registered.sex, registered.born) == (None, None)

    def test_a_person_is_found_by_number_and_by_user_name_however_it_is_typed(
        self, store: Store, person: PersonId, number: IdNumber
    ) -> None:
        with store.writing() as work:
            registered = work.people.register(person, "张小明", number, "Xiaoming", "hash")
            for typed in ("xiaoming", "XIAOMING", "ｘｉａｏｍｉｎｇ"):
                assert work.people.find_by_user_name(typed) == registered
            assert work.people.find_by_id_number(number) == registered
            assert work.people.find_by_user_name("nobody") is None

    def test_a_known_number_and_a_taken_user_name_are_both_named(
        self, store: Store, person: PersonId, number: IdNumber
    ) -> None:
        with store.writing() as work:
            work.people.register(person, "张小明", number, "xiaoming", "hash")
            second = work.people.add_guest().id
            with pytest.raises(NotPossible) as refusal:
                work.people.register(second, "李四", number, "XiaoMing", "hash")
            assert work.people.get(second).guest
        assert keys_of(refusal) == {"id-number-known", "user-name-taken"}

    def test_a_person_cannot_sign_up_again(
        self, store: Store, person: PersonId, number: IdNumber
    ) -> None:
        other = replace(number, number="110101199003070003")
        with store.writing() as work:
            work.people.register(person, "张小明", number, "xiaoming", "hash")
            with pytest.raises(NotPossible) as refusal:
                work.people.register(person, "李四", other, "lisi", "hash")
            assert work.people.get(person).name == "张小明"
        assert keys_of(refusal) == {"signed-up-already"}

    def test_of_two_who_sign_up_the_same_number_at_once_one_succeeds(
        self, store: Store, number: IdNumber
    ) -> None:
        with store.writing() as work:
            guests = [work.people.add_guest().id for _ in range(2)]
        start = Barrier(2)

        def sign_up(guest: PersonId) -> bool:
            start.wait()
            try:
                with store.writing() as work:
                    work.people.register(guest, "张小明", number, f"name-{guest}", "hash")
            except NotPossible:
                return False
            return True

        with ThreadPoolExecutor(2) as pool:
            assert sorted(pool.map(sign_up, guests)) == [False, True]

    def test_who_is_known_by_the_number_is_the_same_person_in_every_role(
        self, store: Store, person: PersonId, number: IdNumber
    ) -> None:
        with store.writing() as work:
            work.people.register(person, "张志远", number, "zhang", "hash")
            assert work.people.known("张志远", number).id == person
            assert work.people.known("另一个名字", number).name == "张志远"

    def test_of_two_who_enter_the_same_number_at_once_both_mean_one_person(
        self, store: Store, number: IdNumber
    ) -> None:
        start = Barrier(2)

        def enter() -> PersonId:
            start.wait()
            with store.writing() as work:
                return work.people.known("张志远", number).id

        with ThreadPoolExecutor(2) as pool:
            ids = {future.result() for future in [pool.submit(enter) for _ in range(2)]}
        assert len(ids) == 1

    def test_password_language_phone_and_front_draft_can_change(
        self, store: Store, person: PersonId, draft: Draft
    ) -> None:
        with store.writing() as work:
            work.people.set_password(person, "new hash")
            work.people.set_language(person, "en")
            work.people.set_phone(person, "13800138000")
            work.people.set_front_draft(person, draft.id)
            changed = work.people.lock(person)
        assert (changed.password_hash, changed.language) == ("new hash", "en")
        assert (changed.phone, changed.front_draft) == ("13800138000", draft.id)

    def test_nothing_private_is_in_the_printed_record(
        self, store: Store, person: PersonId, number: IdNumber
    ) -> None:
        with store.writing() as work:
            printed = repr(work.people.register(person, "张小明", number, "xiaoming", "hash"))
        assert not any(
            private in printed for private in ("张小明", number.number, "xiaoming", "hash", "1949")
        )

    def test_posts_are_held_at_institutions_and_can_end(
        self, store: Store, person: PersonId
    ) -> None:
        with store.writing() as work:
            for _ in range(2):
                work.people.appoint(person, Role.STATION_OFFICER, "049001")
            work.people.appoint(person, Role.CENTRE_OFFICER)
            assert work.people.roles_of(person) == {Role.STATION_OFFICER, Role.CENTRE_OFFICER}
            work.people.dismiss(person, Role.CENTRE_OFFICER)
            assert work.people.posts_of(person) == (Post(Role.STATION_OFFICER, "049001"),)

    def test_an_erased_person_leaves_only_a_bare_number(
        self, store: Store, person: PersonId, number: IdNumber
    ) -> None:
        with store.writing() as work:
            work.people.register(person, "张小明", number, "xiaoming", "hash")
            work.people.appoint(person, Role.CANDIDATE)
            _, token = work.sessions.open(person, SessionKind.BEARER)
            opened = work.drafts.open(person, "registration", 1)
            chat = work.chats.bind("telegram", "77", person)
            said = work.messages.add(person, NewMessage(Sender.ME, {"text": "张小明"}))
            work.outbox.put(person, said[0].number, chat.id, urgent=True)
            handover = work.handovers.make(opened.id, person)
            code = work.codes.make(person)
        with store.writing() as work:
            work.people.erase(person)
        with store.writing() as work:
            gone = work.people.get(person)
            assert gone.erased_at is not None
            assert (gone.name, gone.id_number, gone.user_name, gone.born) == (None,) * 4
            assert work.people.roles_of(person) == frozenset()
            assert work.people.find_by_id_number(number) is None
            assert work.sessions.find(token) is None
            assert work.drafts.find(opened.id, person) is None
            assert work.chats.of(person) == ()
            assert work.messages.after(person, 0, 10) == ()
            assert work.handovers.find(handover) is None
            assert not work.codes.redeem(person, code)
            newcomer = work.people.add_guest().id
            assert (
                work.people.register(newcomer, "张小明", number, "xiaoming", "hash").id == newcomer
            )
