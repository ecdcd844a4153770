"""Units that wait at the same time share a commit; whoever fails, fails alone."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import get_ident

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError

import bot.units
from bot.pool import Pool
from bot.units import MOST_TOGETHER, MOST_WAITING, Apart, Together, Units, units
from handlers.channel import Busy
from store.faults import TransientFault
from store.sealed import Keys
from store.unit import Store, UnitOfWork
from tests.bot.fakes import Gate
from tests.fakes import FixedClock, store_on

Act = Callable[[UnitOfWork], object]


def add(language: str) -> Callable[[UnitOfWork], str]:
    def act(work: UnitOfWork) -> str:
        work.people.add_guest(language)
        return language

    return act


def fail(error: Exception) -> Act:
    def act(work: UnitOfWork) -> None:
        work.people.add_guest("undone")
        raise error

    return act


def languages(store: Store) -> list[str]:
    with store.reading() as work:
        found = work.connection.execute(text("SELECT language FROM people ORDER BY id"))
        return list(found.scalars())


@pytest.fixture(autouse=True)
def no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine, what waits goes into one transaction."""
    monkeypatch.setattr(bot.units, "LONG_ENOUGH_S", float("inf"))


@pytest.fixture
def pool() -> Iterator[Pool]:
    pool = Pool("turn", 1, 50)
    yield pool
    pool.close()


@pytest.fixture
def sqlite_store(sqlite_url: str, keys: Keys, tmp_path: Path, clock: FixedClock) -> Iterator[Store]:
    store = store_on(sqlite_url, keys, tmp_path / "files", clock)
    yield store
    store.close()


@pytest.fixture
def together(sqlite_store: Store, pool: Pool) -> Together:
    return Together(sqlite_store, pool)


@pytest.fixture
def commits(sqlite_store: Store) -> Iterator[list[int]]:
    """The thread of each commit."""
    seen: list[int] = []

    def note(_: object) -> None:
        seen.append(get_ident())

    event.listen(sqlite_store._database.writer, "commit", note)
    yield seen
    event.remove(sqlite_store._database.writer, "commit", note)


def all_of(units: Units, *acts: Act) -> list[object]:
    """What each was told, as they wait at the same time: the first keeps the thread until all do."""

    async def scene() -> list[object]:
        gate = Gate()

        def first(work: UnitOfWork) -> None:
            gate.wait()

        held = asyncio.create_task(units.run(first))
        await asyncio.to_thread(gate.reached.wait)
        waiting = [asyncio.create_task(units.run(act)) for act in acts]
        await asyncio.sleep(0)
        gate.opened.set()
        _, *told = await asyncio.gather(held, *waiting, return_exceptions=True)
        return told

    return asyncio.run(scene())


def test_what_waits_at_the_same_time_is_committed_together(
    together: Together, sqlite_store: Store, commits: list[int]
) -> None:
    names = [f"l{n}" for n in range(10)]
    assert all_of(together, *map(add, names)) == names
    assert languages(sqlite_store) == names
    assert len(commits) == 1


def test_a_transaction_takes_in_so_many_and_no_more(
    together: Together, sqlite_store: Store, commits: list[int]
) -> None:
    names = [f"l{n}" for n in range(3 * MOST_TOGETHER)]
    assert all_of(together, *map(add, names)) == names
    assert len(languages(sqlite_store)) == len(names)
    assert len(commits) == 4  # with the one that held the thread


def test_a_bug_is_its_own_alone(together: Together, sqlite_store: Store) -> None:
    bug = ZeroDivisionError()
    assert all_of(together, add("a"), fail(bug), add("b")) == ["a", bug, "b"]
    assert languages(sqlite_store) == ["a", "b"]


def test_a_fault_of_the_database_is_everybodys_and_nothing_happened(
    together: Together, sqlite_store: Store
) -> None:
    fault = TransientFault("disk full")
    assert all_of(together, add("a"), fail(fault)) == [fault, fault]
    assert languages(sqlite_store) == []


@pytest.mark.parametrize("error", [TransientFault("disk full"), ZeroDivisionError()])
def test_nobody_is_told_of_what_the_database_undid_by_itself(
    together: Together, sqlite_store: Store, error: Exception
) -> None:
    """As SQLite does on a full disk: those before are undone as well."""

    def undone_by_itself(work: UnitOfWork) -> None:
        work.connection.exec_driver_sql("ROLLBACK")
        raise error

    told = all_of(together, add("a"), undone_by_itself)
    assert [type(one) for one in told] == [TransientFault, TransientFault]
    assert languages(sqlite_store) == []


def test_a_bug_that_shows_at_the_commit_only_is_its_own_alone(
    together: Together, sqlite_store: Store
) -> None:
    def orphan(work: UnitOfWork) -> None:
        work.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        work.connection.exec_driver_sql(
            "INSERT INTO sessions (person_id, kind, token_fp, created_at, seen_at) "
            "VALUES (404, 'chat', x'00', '2026-06-01 09:00:00', '2026-06-01 09:00:00')"
        )

    told = all_of(together, add("a"), orphan, add("b"))
    assert isinstance(told[1], IntegrityError)
    assert [told[0], told[2]] == ["a", "b"]
    assert sorted(languages(sqlite_store)) == ["a", "b"]


def test_a_commit_that_has_lasted_takes_in_no_more(
    together: Together,
    sqlite_store: Store,
    commits: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bot.units, "LONG_ENOUGH_S", 0)
    assert all_of(together, add("a"), add("b")) == ["a", "b"]
    assert len(commits) == 3


def test_nobody_is_told_before_the_commit(together: Together, sqlite_store: Store) -> None:
    async def scene() -> None:
        await together.run(add("a"))
        assert await asyncio.to_thread(languages, sqlite_store) == ["a"]

    asyncio.run(scene())


def test_who_stops_waiting_stops_nobody_else(together: Together, sqlite_store: Store) -> None:
    async def scene() -> None:
        gate = Gate()
        held = asyncio.create_task(together.run(lambda _: gate.wait()))
        await asyncio.to_thread(gate.reached.wait)
        gone = asyncio.create_task(together.run(add("a")))
        stays = asyncio.create_task(together.run(add("b")))
        await asyncio.sleep(0)
        gone.cancel()
        gate.opened.set()
        assert await stays == "b"
        await held
        assert gone.cancelled()

    asyncio.run(scene())
    assert languages(sqlite_store) == ["a", "b"]


def test_without_room_it_is_busy_at_once(together: Together) -> None:
    async def scene() -> None:
        gate = Gate()
        held = asyncio.create_task(together.run(lambda _: gate.wait()))
        await asyncio.to_thread(gate.reached.wait)
        waiting = [asyncio.create_task(together.run(add("a"))) for _ in range(MOST_WAITING)]
        await asyncio.sleep(0)
        with pytest.raises(Busy):
            await together.run(add("b"))
        gate.opened.set()
        await asyncio.gather(held, *waiting)

    asyncio.run(scene())


def test_a_full_pool_is_busy_for_all_who_wait_and_free_again_after(sqlite_store: Store) -> None:
    pool = Pool("turn", 1, 0)
    together = Together(sqlite_store, pool)

    async def scene() -> None:
        gate = Gate()
        other = asyncio.create_task(pool.run(gate.wait))
        await asyncio.to_thread(gate.reached.wait)
        with pytest.raises(Busy):
            await together.run(add("a"))
        gate.opened.set()
        await other
        assert await together.run(add("b")) == "b"

    asyncio.run(scene())
    pool.close()


def test_postgresql_gathers_commits_itself(store: Store, pool: Pool) -> None:
    ours = units(store, pool)
    assert isinstance(ours, Apart if store.on_postgresql else Together)
    assert asyncio.run(ours.run(add("a"))) == "a"
    assert languages(store) == ["a"]
