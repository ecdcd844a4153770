"""Sealed columns and files, their fingerprints, and the keys for both.

A sealed value is: version (1 byte), key id (4), nonce (12), AES-256-GCM cipher text and tag. The context
— table, column and row — is authenticated with it, so a value copied to another row does not open.
"""

import base64
import binascii
import fcntl
import hmac
import os
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

VERSION = 1
KEY_BYTES = 32
NONCE_BYTES = 12
HEAD_BYTES = 5
HIGHEST_ID = 2**32 - 1
FINGERPRINT_BYTES = 16
SECRET_FILE = "secret.key"  # noqa: S105 - a file name
DATA_FILE = "data.keys"
DATA_KEYS_WANTED = "The data keys must be one or more keys of 32 bytes, each as id:base64."


class SealBroken(Exception):
    """A sealed value does not open: another key, another context, or it was changed."""


class Keys:
    """Data keys by id, the first one current, and the secret the fingerprints and signatures come from."""

    def __init__(self, secret: bytes, data_keys: Mapping[int, bytes]) -> None:
        if len(secret) != KEY_BYTES:
            raise ValueError("The secret key must be 32 bytes, written in base64.")
        if not data_keys or any(len(key) != KEY_BYTES for key in data_keys.values()):
            raise ValueError(DATA_KEYS_WANTED)
        self._secret = secret
        self._data_keys = dict(data_keys)
        self._ciphers = {
            bytes([VERSION]) + number.to_bytes(4, "big"): AESGCM(key)
            for number, key in data_keys.items()
        }
        self._current, self._cipher = next(iter(self._ciphers.items()))
        self._fingerprint_key = _derive(secret, b"kaowu fingerprints")
        self._digests: dict[str, hmac.HMAC] = {}
        """Begun for each kind, never finished."""
        self._signing_key = _derive(secret, b"kaowu signatures")

    @classmethod
    def fresh(cls) -> "Keys":
        return cls(secrets.token_bytes(KEY_BYTES), {1: secrets.token_bytes(KEY_BYTES)})

    @classmethod
    def from_settings(cls, secret_key: str, data_keys: str) -> "Keys":
        """Read `KAOWU_SECRET_KEY` (base64) and `KAOWU_DATA_KEYS` (id:base64 with commas, current first)."""
        if not secret_key.strip() or not data_keys.strip():
            raise ValueError("Give both KAOWU_SECRET_KEY and KAOWU_DATA_KEYS, or neither.")
        entries = [_numbered(entry) for entry in data_keys.split(",")]
        if len(dict(entries)) != len(entries):
            raise ValueError("Two data keys have the same id.")
        return cls(_decode(secret_key), dict(entries))

    @classmethod
    def load_or_create(
        cls, data_dir: Path, are_wanted: Callable[[], bool] = lambda: False
    ) -> "Keys":
        """Read both key files of the data directory; make them (mode 0600) when neither is there.

        One process at a time: what another one's keys sealed could never be opened again. For the same
        reason none are made where `are_wanted` says that something was sealed before: ValueError.
        """
        secret_file, data_file = data_dir / SECRET_FILE, data_dir / DATA_FILE
        with _alone_in(data_dir):
            if secret_file.exists() != data_file.exists():
                missing = data_file if secret_file.exists() else secret_file
                raise ValueError(f"The key file {missing} is missing while its companion is there.")
            if not secret_file.exists():
                if are_wanted():
                    raise ValueError(
                        f"The key files of this database are not in {data_dir}; "
                        "put them back, or set both as they were."
                    )
                keys = cls.fresh()
                keys.save(data_dir)
                return keys
        return cls.from_settings(
            secret_file.read_text("ascii"), ",".join(data_file.read_text("ascii").split())
        )

    def save(self, data_dir: Path) -> None:
        """Write both files so that a crash leaves either the old or the new ones, never half a file."""
        lines = (f"{number}:{_encode(key)}\n" for number, key in self._data_keys.items())
        _write_private(data_dir / DATA_FILE, "".join(lines))
        _write_private(data_dir / SECRET_FILE, _encode(self._secret) + "\n")

    def rotate(self) -> "Keys":
        """The same keys with a new current data key; what the old ones sealed stays readable."""
        number = max(self._data_keys) + 1
        return Keys(self._secret, {number: secrets.token_bytes(KEY_BYTES), **self._data_keys})

    def seal(self, data: bytes, context: bytes) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return self._current + nonce + self._cipher.encrypt(nonce, data, context)

    def open(self, sealed: bytes, context: bytes) -> bytes:
        cipher = self._ciphers.get(sealed[:HEAD_BYTES])
        if cipher is None:
            raise SealBroken("sealed with a key that is not here")
        nonce_end = HEAD_BYTES + NONCE_BYTES
        try:
            return cipher.decrypt(sealed[HEAD_BYTES:nonce_end], sealed[nonce_end:], context)
        except (InvalidTag, ValueError) as error:
            raise SealBroken("the seal does not fit the key or the context") from error

    def is_current(self, sealed: bytes) -> bool:
        """Whether the present key sealed it; what is not may be sealed again."""
        return sealed.startswith(self._current)

    def fingerprint(self, text: str, kind: str) -> bytes:
        """16 bytes that are equal for equal texts of a kind and tell nothing without the key."""
        return self.digest(text.encode(), kind)[:FINGERPRINT_BYTES]

    def digest(self, data: bytes, kind: str) -> bytes:
        """Keyed SHA-256 of the data, apart for every kind."""
        begun = self._digests.get(kind)
        if begun is None:
            begun = hmac.new(self._fingerprint_key, kind.encode() + b"\0", "sha256")
            self._digests[kind] = begun
        digest = begun.copy()  # half the time of beginning anew
        digest.update(data)
        return digest.digest()

    def sign(self, data: bytes) -> bytes:
        """A signature for links we hand out; compare with `hmac.compare_digest`."""
        return hmac.digest(self._signing_key, data, "sha256")

    def signer(self, number: int) -> Ed25519PrivateKey:
        """The private key of that number for what anybody may check; it lies in no file of its own."""
        seed = _derive(self._secret, f"kaowu certificates {number}".encode())
        return Ed25519PrivateKey.from_private_bytes(seed)


def _derive(secret: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose).derive(secret)


def _encode(key: bytes) -> str:
    return base64.b64encode(key).decode("ascii")


def _decode(text: str) -> bytes:
    try:
        return base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError("A key is not valid base64.") from error


def _numbered(entry: str) -> tuple[int, bytes]:
    number, colon, key = entry.strip().partition(":")
    if not colon or not number.isdecimal() or int(number) > HIGHEST_ID:
        raise ValueError(DATA_KEYS_WANTED)
    return int(number), _decode(key)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Others who come here wait until we are done, or gone."""
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _write_private(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
