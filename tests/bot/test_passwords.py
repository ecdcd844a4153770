"""Passwords: hashed with argon2, and an unknown name answers like a wrong password."""

from datetime import UTC, datetime

from bot.passwords import Passwords
from conversations.incoming import PasswordWork
from tests.bot.fakes import QUICK

NOW = datetime(2026, 6, 1, tzinfo=UTC)


def test_a_new_password_comes_back_as_a_hash_that_fits_only_it() -> None:
    passwords = Passwords(QUICK)
    read = passwords.read(PasswordWork(check=False), "焊工2026-spring", NOW)
    assert read.hashed
    assert read.hashed.startswith("$argon2id$")
    assert passwords.fits(read.hashed, "焊工2026-spring")
    assert not passwords.fits(read.hashed, "焊工2026-summer")
    assert read.at == NOW


def test_an_unknown_name_is_checked_as_long_and_fails() -> None:
    checked: list[str] = []

    class Counting(Passwords):
        def hash(self, password: str) -> str:
            checked.append(password)
            return super().hash(password)

    read = Counting(QUICK).read(PasswordWork(check=True, stored=None), "anything", NOW)
    assert read.verified is False
    assert len(checked) == 1, "compared with the hash of a password nobody has"


def test_a_damaged_hash_fits_nothing() -> None:
    assert not Passwords(QUICK).fits("not a hash", "anything")
