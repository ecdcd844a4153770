"""Long work somebody asked for: taken by one, taken up again after a kill, its files kept for a while (R9.6)."""

from datetime import timedelta

import pytest

from rules.findings import NotPossible
from store.batches import Batch
from store.chores import Chore, ChoreKind, ChoreState
from store.files import FileId
from store.unit import Caller, Store
from tests.store import office, reviewing

LEASE, GONE = timedelta(seconds=60), timedelta(seconds=-1)
FORMS = ChoreKind.APPLICATION_FORMS


@pytest.fixture
def batch(store: Store) -> Batch:
    return office.open_batch(store, reviewing.FOUR)


@pytest.fixture
def officer(store: Store, batch: Batch) -> Caller:
    return reviewing.officer(store)


def asked(store: Store, caller: Caller, batch: Batch, **given: FileId) -> Chore:
    with store.writing(caller) as work:
        return work.chores.ask(FORMS, batch.id, given)


def taken(store: Store, holder: str, lease: timedelta = LEASE) -> Chore | None:
    with store.writing() as work:
        return work.chores.take_first(holder, lease)


def ended(store: Store, chore: Chore, holder: str = "one") -> Chore | None:
    with store.writing() as work:
        return work.chores.end(chore.id, holder, ChoreState.DONE, {"people": 2})


def is_there(store: Store, file: FileId) -> bool:
    with store.reading() as work:
        return work.files.find(file) is not None


def test_tapped_twice_it_is_one_and_asked_for_again_later_another(
    store: Store, officer: Caller, batch: Batch
) -> None:
    first = asked(store, officer, batch)
    assert asked(store, officer, batch).id == first.id
    assert taken(store, "one") is not None
    assert asked(store, officer, batch).id == first.id
    assert ended(store, first) is not None
    assert asked(store, officer, batch).id != first.id


def test_of_two_workers_one_takes_it(store: Store, officer: Caller, batch: Batch) -> None:
    asked(store, officer, batch)
    first, second = taken(store, "one"), taken(store, "two")
    assert first is not None
    assert second is None


def test_after_a_kill_another_takes_it_up_and_what_was_made_is_dropped(
    store: Store, officer: Caller, batch: Batch
) -> None:
    chore = asked(store, officer, batch)
    taken(store, "one", GONE)
    with store.writing() as work:
        work.chores.add_piece(chore.id, 0, b"half a zip", "application/zip")
        (piece,) = work.chores.pieces(chore.id)
    assert taken(store, "two") is not None
    with store.reading() as work:
        assert work.chores.pieces(chore.id) == ()
    assert not is_there(store, piece)
    assert ended(store, chore, "one") is None
    with store.writing() as work:
        assert not work.chores.go_on(chore.id, "one", LEASE, 1, 2)
    assert ended(store, chore, "two") is not None


def test_given_back_it_is_free_at_once(store: Store, officer: Caller, batch: Batch) -> None:
    chore = asked(store, officer, batch)
    taken(store, "one")
    with store.writing() as work:
        work.chores.give_back(chore.id, "one")
    assert taken(store, "two") is not None


def test_it_shows_how_far_it_is(store: Store, officer: Caller, batch: Batch) -> None:
    chore = asked(store, officer, batch)
    taken(store, "one")
    with store.writing() as work:
        assert work.chores.go_on(chore.id, "one", LEASE, 3, 8)
        assert work.chores.get(chore.id).percent == 37


def test_pieces_come_in_their_order(store: Store, officer: Caller, batch: Batch) -> None:
    chore = asked(store, officer, batch)
    for position, piece in enumerate((b"PK", b"...", b"end")):
        with store.writing() as work:
            work.chores.add_piece(chore.id, position, piece, "application/zip")
    with store.reading() as work:
        assert b"".join(map(work.files.content, work.chores.pieces(chore.id))) == b"PK...end"


def test_nobody_elses_chore_is_there(store: Store, officer: Caller, batch: Batch) -> None:
    chore = asked(store, officer, batch)
    with store.reading(reviewing.officer(store)) as work, pytest.raises(NotPossible):
        work.chores.own(chore.id)
    with store.reading(officer) as work:
        assert work.chores.own(chore.id).id == chore.id


def test_what_it_was_given_and_made_goes_after_its_time(
    store: Store, officer: Caller, batch: Batch
) -> None:
    given = office.upload(store, "a workbook")
    chore = asked(store, officer, batch, workbook=given)
    taken(store, "one")
    with store.writing() as work:
        work.chores.add_piece(chore.id, 0, b"a zip", "application/zip")
        (made,) = work.chores.pieces(chore.id)
    ended(store, chore)
    with store.writing() as work:
        now = work.now
        assert work.chores.ended_before(now, 0, 10) == ()
        assert work.chores.ended_before(now + timedelta(days=1), 0, 10) == (chore.id,)
        assert work.chores.ended_before(now + timedelta(days=1), chore.id, 10) == ()
        work.chores.erase(chore.id)
    assert not is_there(store, given)
    assert not is_there(store, made)
    with store.reading() as work:
        assert work.chores.get(chore.id).state is ChoreState.ERASED
        assert work.chores.ended_before(now + timedelta(days=1), 0, 10) == ()


def test_with_its_person_all_of_it_is_erased(store: Store, officer: Caller, batch: Batch) -> None:
    given = office.upload(store, "a workbook")
    chore = asked(store, officer, batch, workbook=given)
    assert officer.person
    with store.writing() as work:
        work.people.erase(officer.person)
    assert not is_there(store, given)
    assert taken(store, "one") is None
    assert chore.given == {"workbook": given}
