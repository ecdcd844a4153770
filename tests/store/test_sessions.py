"""Sessions, handovers and recovery codes: told once, kept as fingerprints, good for their time only."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import text

from store.drafts import Draft
from store.handovers import Handover
from store.people import PersonId
from store.sessions import SessionKind
from store.unit import Caller, Store
from tests.fakes import FixedClock


def everything_in(store: Store, table: str) -> bytes:
    with store.reading() as work:
        rows = work.connection.execute(text(f"SELECT * FROM {table}")).all()
    return b"|".join(
        bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
        for row in rows
        for value in row
    )


class TestSessions:
    def test_a_session_is_found_by_its_token_only(self, store: Store, person: PersonId) -> None:
        with store.writing() as work:
            session, token = work.sessions.open(person, SessionKind.COOKIE)
            found = work.sessions.find(token)
            assert work.sessions.find(token + "x") is None
        assert found is not None
        assert (found.id, found.person, found.only_draft) == (session, person, None)

    def test_the_token_is_long_and_never_kept(self, store: Store, person: PersonId) -> None:
        with store.writing() as work:
            _, token = work.sessions.open(person, SessionKind.BEARER)
        assert len(token) >= 43
        assert token.encode() not in everything_in(store, "sessions")

    def test_a_session_may_be_bound_to_one_draft(
        self, store: Store, person: PersonId, draft: Draft
    ) -> None:
        with store.writing() as work:
            _, token = work.sessions.open(person, SessionKind.COOKIE, draft.id)
            found = work.sessions.find(token)
        assert found is not None
        assert found.only_draft == draft.id

    def test_a_void_session_opens_nothing(self, store: Store, person: PersonId) -> None:
        with store.writing() as work:
            session, token = work.sessions.open(person, SessionKind.COOKIE)
            work.sessions.void(session)
            assert work.sessions.find(token) is None

    def test_the_reply_of_a_replaced_session_can_be_fetched_for_a_while(
        self, store: Store, person: PersonId, clock: FixedClock
    ) -> None:
        with store.writing() as work:
            session, token = work.sessions.open(person, SessionKind.COOKIE)
            assert work.sessions.find_replaced(token, "goodbye") is None
            work.sessions.void(session, "goodbye")
            assert work.sessions.find_replaced(token, "hello") is None
            replaced = work.sessions.find_replaced(token, "goodbye")
        assert replaced is not None
        assert replaced.id == session
        clock.advance(timedelta(minutes=10))
        with store.reading() as work:
            assert work.sessions.find_replaced(token, "goodbye") is None

    def test_all_devices_but_this_one_can_be_signed_out(
        self, store: Store, person: PersonId
    ) -> None:
        with store.writing() as work:
            here, _ = work.sessions.open(person, SessionKind.COOKIE)
            work.sessions.open(person, SessionKind.COOKIE)
            stranger = work.people.add_guest().id
            work.sessions.open(stranger, SessionKind.BEARER)
            work.sessions.void_all(person, except_=here)
            assert [session.id for session in work.sessions.of(person)] == [here]
            assert len(work.sessions.of(stranger)) == 1

    def test_use_is_noted_to_the_hour(
        self, store: Store, person: PersonId, clock: FixedClock
    ) -> None:
        with store.writing() as work:
            session, _ = work.sessions.open(person, SessionKind.COOKIE)
        for minutes, noted in ((30, 0), (31, 61)):
            clock.advance(timedelta(minutes=minutes))
            with store.writing() as work:
                work.sessions.seen(session)
                (found,) = work.sessions.of(person)
            assert found.seen_at - found.created_at == timedelta(minutes=noted)


class TestHandovers:
    @pytest.fixture
    def token(self, store: Store, person: PersonId, draft: Draft) -> str:
        caller = Caller(person, None, "telegram", "77", frozenset())
        with store.writing(caller) as work:
            return work.handovers.make(draft.id, person)

    def test_looking_shows_who_and_what_and_changes_nothing(
        self, store: Store, person: PersonId, draft: Draft, token: str
    ) -> None:
        with store.reading() as work:
            for _ in range(2):
                shown = work.handovers.find(token)
                assert shown == Handover(
                    draft.id, person, "telegram", work.now + timedelta(minutes=10)
                )

    def test_a_handover_is_redeemed_once(self, store: Store, token: str, draft: Draft) -> None:
        with store.writing() as work:
            redeemed = work.handovers.redeem(token)
            assert redeemed is not None
            assert redeemed.draft == draft.id
            assert work.handovers.redeem(token) is None
            assert work.handovers.find(token) is None

    def test_of_two_devices_at_once_one_redeems(self, store: Store, token: str) -> None:
        start = Barrier(2)

        def redeem(_: int) -> bool:
            start.wait()
            with store.writing() as work:
                return work.handovers.redeem(token) is not None

        with ThreadPoolExecutor(2) as pool:
            assert sorted(pool.map(redeem, range(2))) == [False, True]

    def test_after_ten_minutes_of_machine_time_it_is_void(
        self, store: Store, token: str, clock: FixedClock
    ) -> None:
        clock.office += timedelta(days=30)
        with store.reading() as work:
            assert work.handovers.find(token) is not None
        clock.machine += timedelta(minutes=10)
        with store.writing() as work:
            assert work.handovers.find(token) is None
            assert work.handovers.redeem(token) is None

    def test_the_token_is_never_kept(self, store: Store, token: str) -> None:
        assert len(token) >= 32
        assert token.encode() not in everything_in(store, "handovers")


class TestCodes:
    def test_a_code_works_once(self, store: Store, person: PersonId) -> None:
        with store.writing() as work:
            code = work.codes.make(person)
            assert work.codes.redeem(person, f" {code} ")
            assert not work.codes.redeem(person, code)
        assert len(code) == 8

    def test_a_code_is_one_persons_only(self, store: Store, person: PersonId) -> None:
        with store.writing() as work:
            code = work.codes.make(person)
            other = work.people.add_guest().id
            work.codes.make(other)
            assert not work.codes.redeem(other, code)

    def test_a_new_code_voids_the_one_before(self, store: Store, person: PersonId) -> None:
        with store.writing() as work:
            first, second = work.codes.make(person), work.codes.make(person)
            assert not work.codes.redeem(person, first)
            assert work.codes.redeem(person, second)

    def test_after_five_wrong_attempts_the_right_code_is_void(
        self, store: Store, person: PersonId
    ) -> None:
        with store.writing() as work:
            code = work.codes.make(person)
            for _ in range(5):
                assert not work.codes.redeem(person, "wrong")
            assert not work.codes.redeem(person, code)

    def test_after_half_an_hour_a_code_is_void(
        self, store: Store, person: PersonId, clock: FixedClock
    ) -> None:
        with store.writing() as work:
            code = work.codes.make(person)
        clock.advance(timedelta(minutes=30))
        with store.writing() as work:
            assert not work.codes.redeem(person, code)

    def test_the_code_is_never_kept(self, store: Store, person: PersonId) -> None:
        with store.writing() as work:
            code = work.codes.make(person)
        assert code.encode() not in everything_in(store, "codes")
