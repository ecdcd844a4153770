"""Files: sealed on the shelf, kept once, gone with their last owner."""

import errno
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from rules.findings import NotPossible
from store.faults import TransientFault
from store.files import FolderShelf
from store.sealed import Keys, SealBroken
from store.unit import Store
from tests.fakes import FixedClock

PHOTO = b"\xff\xd8 a photo of somebody"


class TestFolderShelf:
    @pytest.fixture
    def shelf(self, tmp_path: Path, keys: Keys) -> FolderShelf:
        return FolderShelf(tmp_path, keys)

    def test_what_was_put_is_got_back_until_it_is_dropped(self, shelf: FolderShelf) -> None:
        file = shelf.put(PHOTO)
        assert shelf.put(PHOTO) == file
        assert shelf.get(file) == PHOTO
        shelf.drop(file)
        shelf.drop(file)
        with pytest.raises(KeyError):
            shelf.get(file)

    def test_on_disk_there_is_one_sealed_file_and_nothing_half_written(
        self, shelf: FolderShelf, tmp_path: Path
    ) -> None:
        file = shelf.put(PHOTO)
        (held,) = (path for path in tmp_path.rglob("*") if path.is_file())
        assert held == tmp_path / file[:2] / file[2:4] / file
        assert b"photo" not in held.read_bytes()

    def test_a_file_in_anothers_place_does_not_open(
        self, shelf: FolderShelf, tmp_path: Path
    ) -> None:
        one, two = shelf.put(PHOTO), shelf.put(b"another")
        (tmp_path / one[:2] / one[2:4] / one).write_bytes(
            (tmp_path / two[:2] / two[2:4] / two).read_bytes()
        )
        with pytest.raises(SealBroken):
            shelf.get(one)

    def test_a_full_disk_passes_by_itself_and_leaves_nothing_half_written(
        self, shelf: FolderShelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(_handle: int) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr("os.fsync", full)
        with pytest.raises(TransientFault, match="No space left on device"):
            shelf.put(PHOTO)
        assert not any(path.is_file() for path in tmp_path.rglob("*"))
        monkeypatch.undo()
        assert shelf.get(shelf.put(PHOTO)) == PHOTO

    def test_a_shelf_that_cannot_be_got_at_is_no_bug_of_ours(
        self, keys: Keys, tmp_path: Path
    ) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(TransientFault):
            FolderShelf(tmp_path / "file", keys).put(PHOTO)

    def test_the_name_tells_nothing_without_the_key(
        self, shelf: FolderShelf, tmp_path: Path
    ) -> None:
        assert FolderShelf(tmp_path, Keys.fresh()).put(PHOTO) != shelf.put(PHOTO)


class TestFiles:
    def test_a_file_is_remembered_once_with_what_is_known(self, store: Store) -> None:
        with store.writing() as work:
            taken = work.now - timedelta(hours=1)
            noted = work.files.note(PHOTO, "image/jpeg", size_in_pixels=(413, 579), taken_at=taken)
            assert work.files.note(PHOTO, "image/jpeg") == noted
        with store.reading() as work:
            assert work.files.get(noted.id) == noted
            assert work.files.content(noted.id) == PHOTO
        assert (noted.size, noted.width, noted.height, noted.taken_at) == (
            len(PHOTO),
            413,
            579,
            taken,
        )

    def test_a_file_stays_until_its_last_owner_lets_go(self, store: Store) -> None:
        with store.writing() as work:
            file = work.files.note(PHOTO, "image/jpeg").id
            for owner in ("draft:1", "draft:1", "registration:2:photo"):
                work.files.own(file, owner)
        with store.writing() as work:
            work.files.disown("draft:1")
        with store.reading() as work:
            assert [each.id for each in work.files.of("registration:2:photo")] == [file]
            assert work.files.content(file) == PHOTO
        with store.writing() as work:
            work.files.disown("registration:2:photo")
            assert work.files.content(file) == PHOTO
        with store.reading() as work:
            assert work.files.find(file) is None
            with pytest.raises(NotPossible):
                work.files.get(file)
            with pytest.raises(KeyError):
                work.files.content(file)

    def test_a_content_handed_in_again_while_it_is_let_go_is_kept(self, store: Store) -> None:
        with store.writing() as work:
            file = work.files.note(PHOTO, "image/jpeg").id
            work.files.own(file, "draft:1")
        with store.writing() as work:
            work.files.disown("draft:1")
            work.files.own(work.files.note(PHOTO, "image/jpeg").id, "draft:2")
        with store.reading() as work:
            assert work.files.content(file) == PHOTO

    def test_files_nobody_came_to_own_are_found_and_erased(
        self, store: Store, clock: FixedClock
    ) -> None:
        with store.writing() as work:
            orphan = work.files.note(PHOTO, "image/jpeg").id
            owned = work.files.note(b"another", "image/jpeg").id
            work.files.own(owned, "draft:1")
        clock.advance(timedelta(days=1))
        with store.writing() as work:
            assert work.files.orphans(work.now - timedelta(days=2)) == ()
            assert work.files.orphans(work.now) == (orphan,)
            for file in (orphan, owned):
                work.files.erase_unowned(file)
            assert work.files.find(orphan) is None
            assert work.files.content(owned) == b"another"
            with pytest.raises(KeyError):
                work.files.content(orphan)


class TestTwoConnections:
    @pytest.fixture
    def database_url(self, empty_postgresql_url: str) -> str:
        return empty_postgresql_url

    def test_a_content_handed_in_by_one_while_erased_by_another_is_kept(self, store: Store) -> None:
        with store.writing() as work:
            file = work.files.note(PHOTO, "image/jpeg").id
            work.files.own(file, "draft:1")

        def let_go() -> None:
            with store.writing() as work:
                work.files.disown("draft:1")

        with ThreadPoolExecutor(1) as pool:
            with store.writing() as work:
                work.files.note(PHOTO, "image/jpeg")
                letting_go = pool.submit(let_go)
                work.files.own(file, "draft:2")
            letting_go.result()
        with store.reading() as work:
            assert work.files.content(file) == PHOTO
