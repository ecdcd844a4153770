"""Seats are given out one by one within a batch, and in no other batch anybody waits for that (R4.6)."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Event

import pytest
from sqlalchemy import text

from rules.catalogue import Level
from rules.findings import NotPossible
from store.batches import BatchState, NewItem
from store.faults import TransientFault
from store.registrations import Filing
from store.unit import Store
from tests.store.office import WELDER, filing, open_batch, sign_up
from tests.store.reviewing import file, seats


def waits(store: Store) -> bool:
    """Whether somebody waits for a row another one holds."""
    with store.reading() as work:
        waiting = (
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE wait_event_type = 'Lock' AND datname = current_database()"
        )
        return bool(work.connection.execute(text(waiting)).scalar_one())


def second_while_first_is_open(store: Store, first: Filing, second: Filing, end: str) -> str:
    """What becomes of the second, who came while the first was being seated and waited for its end."""
    done = Event()

    def come() -> str:
        try:
            return file(store, second).number
        except NotPossible as refusal:
            return str(refusal)
        finally:
            done.set()

    with ThreadPoolExecutor(1) as pool:
        with suppress(TransientFault), store.writing() as work:
            work.registrations.file(first)
            later = pool.submit(come)
            while not waits(store):
                assert not done.is_set(), "nobody waited"
            if end == "undone":
                lose_connection()
        return later.result()


def lose_connection() -> None:
    raise TransientFault("the first one's connection is gone")


class TestOnPostgreSQL:
    @pytest.fixture
    def database_url(self, empty_postgresql_url: str) -> str:
        return empty_postgresql_url

    def test_who_comes_second_takes_the_next_number(self, store: Store) -> None:
        batch = open_batch(store, NewItem(WELDER, Level.FOUR, 2))
        first, second = (filing(store, batch, sign_up(store, n)) for n in (1, 2))
        assert second_while_first_is_open(store, first, second, "kept") == "26-0001-0002"

    def test_the_last_seat_is_the_seconds_only_if_the_first_gives_up(self, store: Store) -> None:
        for end, became in (("kept", "batch-full"), ("undone", "26-0002-0001")):
            batch = open_batch(store, NewItem(WELDER, Level.FOUR, 1))
            serials = (1, 2) if end == "kept" else (3, 4)
            first, second = (filing(store, batch, sign_up(store, n)) for n in serials)
            assert second_while_first_is_open(store, first, second, end) == became
            assert seats(store, batch) == [1]

    def test_another_batch_does_not_wait(self, store: Store) -> None:
        batches = [open_batch(store, NewItem(WELDER, Level.FOUR, 1)) for _ in range(2)]
        here, there = (
            filing(store, batch, sign_up(store, n)) for n, batch in enumerate(batches, start=1)
        )
        with store.writing() as work:
            work.registrations.file(here)
            assert file(store, there).number == "26-0002-0001"

    def test_a_roster_submitted_while_somebody_waits_leaves_no_seat(self, store: Store) -> None:
        batch = open_batch(store, NewItem(WELDER, Level.FOUR, 2))
        late = filing(store, batch, sign_up(store, 1))
        with ThreadPoolExecutor(1) as pool:
            with store.writing() as work:
                work.seats.lock(batch.id)
                work.connection.execute(
                    text("UPDATE batches SET state = :state WHERE id = :id"),
                    {"state": BatchState.SUBMITTED.value, "id": batch.id},
                )
                later = pool.submit(file, store, late)
                while not waits(store):
                    assert not later.done(), "nobody waited"
            with pytest.raises(NotPossible, match="batch-not-open"):
                later.result()
        assert seats(store, batch) == [0]
