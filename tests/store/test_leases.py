"""Leases: one holder at a time, by the database's own time."""

from datetime import timedelta

from store.unit import Store

MINUTE = timedelta(minutes=1)


def take(store: Store, holder: str, name: str = "poll", for_: timedelta = MINUTE) -> bool:
    with store.writing() as work:
        return work.leases.take(name, holder, for_)


def test_one_process_holds_it_and_holds_on_to_it(store: Store) -> None:
    assert take(store, "one")
    assert not take(store, "two")
    assert take(store, "one")
    assert take(store, "two", "another")


def test_a_lease_that_ran_out_is_free(store: Store) -> None:
    assert take(store, "killed", for_=timedelta(0))
    assert take(store, "next")


def test_who_stops_gives_all_back(store: Store) -> None:
    take(store, "one")
    take(store, "one", "another")
    take(store, "two", "third")
    with store.writing() as work:
        work.leases.give_back("one")
    assert take(store, "two")
    assert take(store, "two", "another")
    assert not take(store, "one", "third")
