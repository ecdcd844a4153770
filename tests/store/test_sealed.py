"""What is sealed opens with the right key in its own place, and nowhere else."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import text

from rules.identity import IdNumber
from store.people import PersonId
from store.sealed import Keys, SealBroken
from store.unit import Store


def test_what_was_sealed_opens_again(keys: Keys) -> None:
    assert keys.open(keys.seal(b"secret", b"people.name:1"), b"people.name:1") == b"secret"


def test_the_same_text_is_sealed_differently_every_time(keys: Keys) -> None:
    assert keys.seal(b"secret", b"here") != keys.seal(b"secret", b"here")


def test_those_who_start_at_once_have_the_same_keys(tmp_path: Path) -> None:
    together = Barrier(8)

    def start() -> bytes:
        together.wait()
        return Keys.load_or_create(tmp_path).sign(b"link")

    with ThreadPoolExecutor(8) as starting:
        signed = [starting.submit(start) for _ in range(8)]
        assert len({one.result() for one in signed}) == 1


def test_a_sealed_value_does_not_open_in_another_place(keys: Keys) -> None:
    with pytest.raises(SealBroken):
        keys.open(keys.seal(b"secret", b"people.name:1"), b"people.name:2")


def test_a_sealed_value_does_not_open_with_another_key(keys: Keys) -> None:
    with pytest.raises(SealBroken):
        Keys.fresh().open(keys.seal(b"secret", b"here"), b"here")


@pytest.mark.parametrize("at", [0, 4, 5, 20, -1])
def test_a_changed_byte_is_noticed(keys: Keys, at: int) -> None:
    sealed = bytearray(keys.seal(b"secret", b"here"))
    sealed[at] ^= 1
    with pytest.raises(SealBroken):
        keys.open(bytes(sealed), b"here")


@pytest.mark.parametrize("length", [0, 3, 5, 12, 20])
def test_a_cut_off_value_is_noticed(keys: Keys, length: int) -> None:
    with pytest.raises(SealBroken):
        keys.open(keys.seal(b"secret", b"here")[:length], b"here")


def test_after_rotation_old_values_open_and_new_ones_use_the_new_key(keys: Keys) -> None:
    old = keys.seal(b"secret", b"here")
    rotated = keys.rotate()
    new = rotated.seal(b"secret", b"here")
    assert rotated.open(old, b"here") == b"secret"
    assert not rotated.is_current(old)
    assert rotated.is_current(new)
    with pytest.raises(SealBroken):
        keys.open(new, b"here")


def test_rotation_changes_no_fingerprint_and_no_signature(keys: Keys) -> None:
    assert keys.rotate().fingerprint("text", "kind") == keys.fingerprint("text", "kind")
    assert keys.rotate().sign(b"link") == keys.sign(b"link")


def test_fingerprints_differ_by_text_kind_and_key(keys: Keys) -> None:
    prints = {
        keys.fingerprint("text", "kind"),
        keys.fingerprint("other", "kind"),
        keys.fingerprint("text", "other"),
        Keys.fresh().fingerprint("text", "kind"),
    }
    assert len(prints) == 4
    assert {len(each) for each in prints} == {16}


class TestKeyFiles:
    def test_keys_are_made_once_and_only_their_owner_reads_them(self, tmp_path: Path) -> None:
        made = Keys.load_or_create(tmp_path)
        sealed = made.seal(b"secret", b"here")
        assert Keys.load_or_create(tmp_path).open(sealed, b"here") == b"secret"
        modes = {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
        assert modes == {0o600}
        assert {file.name for file in tmp_path.iterdir()} == {"secret.key", "data.keys"}

    def test_rotated_keys_are_kept_with_the_old_ones(self, tmp_path: Path) -> None:
        first = Keys.load_or_create(tmp_path)
        sealed = first.seal(b"secret", b"here")
        first.rotate().save(tmp_path)
        loaded = Keys.load_or_create(tmp_path)
        assert loaded.open(sealed, b"here") == b"secret"
        assert not loaded.is_current(sealed)

    @pytest.mark.parametrize("lost", ["secret.key", "data.keys"])
    def test_half_the_keys_stop_the_start_instead_of_being_made_anew(
        self, tmp_path: Path, lost: str
    ) -> None:
        Keys.load_or_create(tmp_path)
        (tmp_path / lost).unlink()
        with pytest.raises(ValueError, match=lost):
            Keys.load_or_create(tmp_path)

    KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="

    @pytest.mark.parametrize(
        ("secret", "data"),
        [
            (KEY, ""),
            ("", f"1:{KEY}"),
            ("not base64", f"1:{KEY}"),
            ("c2hvcnQ=", f"1:{KEY}"),
            (KEY, KEY),
            (KEY, "1:c2hvcnQ="),
            (KEY, f"x:{KEY}"),
            (KEY, f"1:{KEY},1:{KEY}"),
            (KEY, f"4294967296:{KEY}"),
        ],
    )
    def test_wrong_settings_are_refused_in_a_sentence(self, secret: str, data: str) -> None:
        with pytest.raises(ValueError, match=r"^[A-Z].*\.$"):
            Keys.from_settings(secret, data)

    def test_settings_hold_several_data_keys_the_current_one_first(self) -> None:
        other = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="
        old = Keys.from_settings(self.KEY, f"1:{self.KEY}")
        both = Keys.from_settings(self.KEY, f"2:{other}, 1:{self.KEY}")
        assert both.open(old.seal(b"secret", b"here"), b"here") == b"secret"
        assert not both.is_current(old.seal(b"secret", b"here"))


class TestSealedRows:
    def test_no_private_column_holds_its_text(
        self, store: Store, person: PersonId, number: IdNumber
    ) -> None:
        with store.writing() as work:
            work.people.register(person, "张小明", number, "xiaoming", "hash")
            work.people.set_phone(person, "13800138000")
        with store.reading() as work:
            row = work.connection.execute(text("SELECT * FROM people")).one()
        raw = b"|".join(bytes(value) for value in row if isinstance(value, bytes | memoryview))
        for private in ("张小明", number.number, "13800138000", "1949-12-31"):
            assert private.encode() not in raw
            assert private not in str(row)

    def test_a_value_copied_to_another_row_does_not_open(
        self, store: Store, person: PersonId, number: IdNumber
    ) -> None:
        with store.writing() as work:
            work.people.register(person, "张小明", number, "xiaoming", "hash")
            other = work.people.add_guest()
            work.connection.execute(
                text(
                    "UPDATE people SET name = (SELECT name FROM people WHERE id = :from) WHERE id = :to"
                ),
                {"from": person, "to": other.id},
            )
            with pytest.raises(SealBroken):
                work.people.get(other.id)

    def test_old_rows_are_read_after_a_rotation(
        self, store: Store, person: PersonId, number: IdNumber
    ) -> None:
        with store.writing() as work:
            work.people.register(person, "张小明", number, "xiaoming", "hash")
        store.keys = store.keys.rotate()
        with store.reading() as work:
            found = work.people.find_by_id_number(number)
        assert found is not None
        assert found.name == "张小明"
