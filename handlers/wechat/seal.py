"""Whether a delivery comes from WeChat: signature and time; and what is encrypted, opened and closed."""

import hashlib
import hmac
import secrets
import struct
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Callable, Mapping
from datetime import datetime

from wechatpy.crypto import PrpCrypto
from wechatpy.exceptions import InvalidAppIdException

from handlers.wechat.credentials import Credentials
from handlers.wechat.xml import NotReadable, document, fields

FRESH_S = 300
"""A signature is good for so long before and after: an old delivery cannot be played again."""


class NotOurs(Exception):
    """Not signed by WeChat for us, or not now."""


class Cipher(PrpCrypto):  # type: ignore[misc]  # wechatpy has no types
    """wechatpy takes the 16 bytes that make each message another one from a generator one can predict."""

    def get_random_string(self) -> str:
        return secrets.token_hex(8)


class Seal:
    """Of one account. wechatpy compares signatures with `!=`; here every comparison takes the same time.

    A plain delivery's signature says nothing about its body. So where there is a key for encryption, a
    body that is not encrypted is refused: it could be anybody's.
    """

    def __init__(self, credentials: Credentials, now: Callable[[], datetime]) -> None:
        self._token = credentials.token
        self._app_id = credentials.app_id
        self._now = now
        key = credentials.aes_key
        self._cipher = Cipher(b64decode(key + "=")) if key else None

    def check(self, query: Mapping[str, str]) -> None:
        """The signature over token, time and nonce, which also proves that the callback's address is ours."""
        self._check_signed(query, "signature")

    def open(self, query: Mapping[str, str], body: bytes) -> bytes:
        """The XML of a delivery. Raises NotOurs and NotReadable."""
        if self._cipher is None:
            self.check(query)
            return body
        encrypted = fields(body).get("Encrypt", "")
        self._check_signed(query, "msg_signature", encrypted)
        return self._decrypted(encrypted)

    def close(self, xml: str) -> str:
        """A reply as the account's mode wants it."""
        if self._cipher is None:
            return xml
        timestamp, nonce = str(int(self._now().timestamp())), secrets.token_hex(8)
        encrypted = self._cipher.encrypt(xml, self._app_id).decode()
        return document(
            {
                "Encrypt": encrypted,
                "MsgSignature": signature(self._token, timestamp, nonce, encrypted),
                "TimeStamp": timestamp,
                "Nonce": nonce,
            }
        )

    def _check_signed(self, query: Mapping[str, str], name: str, *more: str) -> None:
        timestamp, nonce = query.get("timestamp", ""), query.get("nonce", "")
        right = signature(self._token, timestamp, nonce, *more)
        if not hmac.compare_digest(right.encode(), query.get(name, "").encode()):
            raise NotOurs
        if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12):
            raise NotOurs
        if abs(self._now().timestamp() - int(timestamp)) > FRESH_S:
            raise NotOurs

    def _decrypted(self, encrypted: str) -> bytes:
        assert self._cipher
        try:
            text: str = self._cipher.decrypt(encrypted, self._app_id)
        except InvalidAppIdException as error:
            raise NotOurs from error
        except (NotBase64, ValueError, IndexError, struct.error) as error:
            raise NotReadable from error
        return text.encode()


def signature(*parts: str) -> str:
    """WeChat's: SHA-1 over the sorted parts."""
    return hashlib.sha1("".join(sorted(parts)).encode(), usedforsecurity=False).hexdigest()
