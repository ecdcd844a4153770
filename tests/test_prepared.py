"""A prepared world is the one that was built, whatever became of others, and each test's own."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from store.files import FileId
from store.schema import all_tables
from store.unit import Store
from tests.fakes import FixedClock, store_on
from tests.prepared import prepared
from tests.qualified import TODAY, Qualified
from tests.store.office import upload


def held(store: Store) -> tuple[dict[str, list[str]], set[bytes]]:
    """Every row and every file."""
    tables = all_tables().sorted_tables
    with store.reading() as work:
        found = {one.name: work.connection.execute(select(one)).all() for one in tables}
    files = {store.files.get(FileId(row.id)) for row in found["files"]}
    return {name: sorted(map(repr, rows)) for name, rows in found.items()}, files


def another(store: Store, url: str, folder: Path) -> Store:
    """What the next test gets."""
    return store_on(url, store.keys, folder / "files", FixedClock())


def test_the_next_test_gets_the_whole_of_it_and_no_more(
    store: Store, database_url: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    one = prepared(Qualified, store, store.clock)
    whole = held(store)
    one.priced()
    upload(store, "of the first")
    store.close()
    if store.on_postgresql:
        request.getfixturevalue("broom").sweep()
        url = database_url
    else:
        file = tmp_path / "next.db"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), file)
        url = f"sqlite:///{file}"
    with closing(another(store, url, tmp_path / "next")) as following:
        two = prepared(Qualified, following, following.clock)
        assert held(following) == whole
        assert (two.store, two.batch, two.examiners) == (following, one.batch, one.examiners)
        assert following.clock.office_now() == TODAY
        two.priced()


def test_what_was_done_before_would_be_lost_and_is_refused(store: Store) -> None:
    upload(store, "mine")
    with pytest.raises(AssertionError, match="what was done before"):
        prepared(Qualified, store, store.clock)
