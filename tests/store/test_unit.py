"""A unit of work writes all or nothing, and tells transient faults from bugs."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError

from rules.findings import NotPossible
from rules.roles import Action, Role
from store.database import Database
from store.faults import TransientFault
from store.people import PersonId
from store.unit import Caller, Store
from tests.fakes import FixedClock


class Mishap(Exception):
    """Something went wrong in the middle."""


def languages(store: Store) -> list[str]:
    with store.reading() as work:
        return list(
            work.connection.execute(text("SELECT language FROM people ORDER BY id")).scalars()
        )


class TestUnit:
    def test_a_clean_exit_commits(self, store: Store) -> None:
        with store.writing() as work:
            work.people.add_guest("en")
        assert languages(store) == ["en"]

    def test_an_exception_leaves_nothing_behind(self, store: Store) -> None:
        with suppress(Mishap), store.writing() as work:
            work.people.add_guest()
            raise Mishap
        assert languages(store) == []

    def test_a_savepoint_undoes_only_what_was_done_inside(self, store: Store) -> None:
        with store.writing() as work:
            work.people.add_guest("en")
            with suppress(Mishap), work.savepoint():
                work.people.add_guest("zh-CN")
                raise Mishap
        assert languages(store) == ["en"]

    def test_a_savepoints_rows_go_with_the_outer_unit(self, store: Store) -> None:
        with suppress(Mishap), store.writing() as work:
            with work.savepoint():
                work.people.add_guest()
            raise Mishap
        assert languages(store) == []

    def test_acts_run_after_the_commit_and_see_what_was_written(self, store: Store) -> None:
        seen: list[list[str]] = []
        with store.writing() as work:
            work.after_commit(lambda: seen.append(languages(store)))
            work.people.add_guest("en")
            assert seen == []
        assert seen == [["en"]]

    def test_acts_of_a_unit_or_savepoint_that_failed_never_run(self, store: Store) -> None:
        ran: list[str] = []
        with suppress(Mishap), store.writing() as work:
            work.after_commit(lambda: ran.append("unit"))
            raise Mishap
        with store.writing() as work:
            with suppress(Mishap), work.savepoint():
                work.after_commit(lambda: ran.append("savepoint"))
                raise Mishap
            work.after_commit(lambda: ran.append("good"))
        assert ran == ["good"]

    def test_a_reading_unit_cannot_write(self, store: Store) -> None:
        with pytest.raises(DBAPIError), store.reading() as work:
            work.people.add_guest()
        assert languages(store) == []

    def test_a_reading_unit_does_not_wait_for_a_writer(self, store: Store) -> None:
        with store.writing() as work:
            work.people.add_guest()
            assert languages(store) == []

    def test_now_is_read_once(self, store: Store, clock: FixedClock) -> None:
        with store.writing() as work:
            before = work.now
            clock.advance(timedelta(days=1))
            assert work.now == before
            assert work.today == before.date()

    def test_many_threads_write_without_losing_a_row(self, store: Store) -> None:
        start = Barrier(4)

        def write(name: str) -> None:
            start.wait()
            for _ in range(10):
                with store.writing() as work:
                    work.people.add_guest(name)

        with ThreadPoolExecutor(4) as pool:
            list(pool.map(write, ["a", "b", "c", "d"]))
        assert sorted(languages(store)) == sorted("abcd" * 10)

    def test_only_the_office_may_do_what_needs_a_role_nobody_has(self, store: Store) -> None:
        guest = Caller(PersonId(1), None, "web", None, frozenset({Role.GUEST}))
        with store.reading(guest) as work, pytest.raises(NotPossible):
            work.require(Action.SET_POLICY)
        with store.reading() as work:
            work.require(Action.SET_POLICY)


class TestSharing:
    """Units in one transaction."""

    def test_one_that_fails_is_undone_alone(self, store: Store) -> None:
        with store.sharing() as shared:
            with shared.unit() as work:
                work.people.add_guest("en")
            with suppress(Mishap), shared.unit() as work:
                work.people.add_guest("zh-CN")
                raise Mishap
            with shared.unit() as work:
                work.people.add_guest("en")
        assert languages(store) == ["en", "en"]

    def test_nothing_is_kept_before_the_end_and_nothing_of_a_failed_one(self, store: Store) -> None:
        with suppress(Mishap), store.sharing() as shared:
            with shared.unit() as work:
                work.people.add_guest()
            assert languages(store) == []
            raise Mishap
        assert languages(store) == []

    def test_each_acts_after_the_commit_unless_it_was_undone(self, store: Store) -> None:
        ran: list[list[str]] = []
        with store.sharing() as shared:
            with shared.unit() as work:
                work.after_commit(lambda: ran.append(languages(store)))
                work.people.add_guest("en")
            with suppress(Mishap), shared.unit() as work:
                work.after_commit(lambda: ran.append(["undone"]))
                raise Mishap
            assert ran == []
        assert ran == [["en"]]

    def test_the_note_of_a_refusal_stays(self, store: Store) -> None:
        staff = Caller(None, None, "web", None, frozenset({Role.STATION_OFFICER}))
        with store.sharing() as shared, suppress(NotPossible), shared.unit(staff) as work:
            work.people.add_guest()
            work.require(Action.SET_POLICY)
        assert languages(store) == []
        with store.reading() as work:
            assert work.connection.execute(text("SELECT count(*) FROM audit")).scalar() == 1

    def test_each_has_its_own_time(self, store: Store, clock: FixedClock) -> None:
        with store.sharing() as shared:
            with shared.unit() as work:
                before = work.now
            clock.advance(timedelta(hours=1))
            with shared.unit() as work:
                assert work.now == before + timedelta(hours=1)


@pytest.fixture
def impatient(store: Store, database_url: str) -> Iterator[Store]:
    """A second process on the same data, which gives up at once."""
    other = Store(
        database_url,
        keys=store.keys,
        files=store.files,
        clock=store.clock,
        rates=store.rates,
        signals=store.signals,
        pool_size=1,
        patience=0.01,
    )
    yield other
    other.close()


class TestFaults:
    def test_a_bug_is_not_a_transient_fault(self, store: Store) -> None:
        with pytest.raises(DBAPIError), store.writing() as work:
            work.connection.execute(text("SELECT nonsense"))

    def test_a_person_locked_by_another_process_is_a_transient_fault(
        self, store: Store, impatient: Store, person: PersonId
    ) -> None:
        with store.writing() as first:
            first.people.lock(person)
            with pytest.raises(TransientFault), impatient.writing() as second:
                second.people.lock(person)
        with impatient.writing() as work:
            work.people.lock(person)

    def test_when_all_connections_are_taken_it_is_a_transient_fault(self, impatient: Store) -> None:
        with impatient.writing(), pytest.raises(TransientFault), impatient.writing():
            pass

    def test_a_database_that_cannot_be_reached_is_a_transient_fault(self, tmp_path: Path) -> None:
        for url in ("postgresql://127.0.0.1:1/none", f"sqlite:///{tmp_path}/none/kaowu.db"):
            database = Database(url)
            with pytest.raises(TransientFault), database.connect(writing=True):
                pass

    def test_a_server_that_says_nothing_is_not_waited_for(self) -> None:
        database = Database("postgresql://127.0.0.1/none", patience=1.5)
        asked: dict[str, object] = {}

        @event.listens_for(database.writer, "do_connect")
        def note(_dialect: object, _record: object, _: object, how: dict[str, object]) -> None:
            asked.update(how)
            raise Mishap

        with pytest.raises(Mishap), database.connect(writing=True):
            pass
        assert asked["connect_timeout"] == 2
        assert {"keepalives_idle", "tcp_user_timeout"} <= asked.keys()


class TestFaultsOfSQLite:
    @pytest.fixture
    def database_url(self, sqlite_url: str) -> str:
        return sqlite_url

    def test_a_full_disk_is_a_transient_fault_and_writes_nothing(self, store: Store) -> None:
        with suppress(Mishap), store.writing() as work:
            work.people.add_guest()
            work.connection.execute(text("PRAGMA max_page_count = 1"))
            with pytest.raises(TransientFault):
                work.people.add_guest("x" * 100_000)
            raise Mishap
        assert languages(store) == []


class TestFaultsOfPostgreSQL:
    @pytest.fixture
    def database_url(self, empty_postgresql_url: str) -> str:
        return empty_postgresql_url

    def test_a_lost_connection_is_a_transient_fault_and_the_next_unit_works(
        self, store: Store
    ) -> None:
        with suppress(Mishap), store.writing() as work:
            mine = work.connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
            with store.writing() as other:
                other.connection.execute(text("SELECT pg_terminate_backend(:mine)"), {"mine": mine})
            with pytest.raises(TransientFault):
                work.people.add_guest()
            raise Mishap
        with store.writing() as work:
            work.people.add_guest()
        assert len(languages(store)) == 1
