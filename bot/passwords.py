"""Passwords, hashed with argon2 outside of any unit of work: it takes a tenth of a second on purpose."""

import secrets
from datetime import datetime
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from conversations.engine.messages import SecretRead
from conversations.incoming import PasswordWork


class Passwords:
    """Does what intake asks for, in any thread."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()

    def read(self, work: PasswordWork, typed: str, at: datetime) -> SecretRead:
        """Check the typed password or hash it; `at` is machine time."""
        if work.check:
            fits = self.fits(work.stored, typed)  # always one slow check, whoever it is
            return SecretRead(at, verified=fits or work.fits_first, first=work.fits_first)
        return SecretRead(at, hashed=self.hash(typed))

    def hash(self, password: str) -> str:
        return self._hasher.hash(password)

    def fits(self, stored: str | None, typed: str) -> bool:
        """Whether it is the password; for an unknown name this takes as long and answers no."""
        try:
            self._hasher.verify(stored or self._nobodys, typed)
        except (VerificationError, InvalidHashError):
            return False
        return stored is not None

    @cached_property
    def _nobodys(self) -> str:
        return self.hash(secrets.token_hex())
