"""How WeChat writes, signs and seals what passes between it and us."""

import base64
import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


@dataclass(frozen=True)
class Seal:
    """AES-CBC with 16 random bytes, the length and the account's name inside."""

    key: bytes
    app_id: str

    def close(self, text: str) -> str:
        data = text.encode()
        plain = secrets.token_bytes(16) + len(data).to_bytes(4, "big") + data + self.app_id.encode()
        padding = 32 - len(plain) % 32
        return base64.b64encode(
            self._cipher("encryptor", plain + bytes([padding]) * padding)
        ).decode()

    def open(self, text: str) -> str:
        plain = self._cipher("decryptor", base64.b64decode(text, validate=True))
        plain = plain[16 : -plain[-1]]
        size = int.from_bytes(plain[:4], "big")
        if plain[4 + size :] != self.app_id.encode():
            raise ValueError("the reply is sealed for another account")
        return plain[4 : 4 + size].decode()

    def _cipher(self, direction: str, data: bytes) -> bytes:
        cipher = Cipher(algorithms.AES(self.key), modes.CBC(self.key[:16]))
        one = getattr(cipher, direction)()
        return bytes(one.update(data) + one.finalize())


def xml_of(fields: Mapping[str, str]) -> str:
    """Numbers bare, all else in CDATA, as WeChat writes it."""

    def written(value: str) -> str:
        if value.isdigit():
            return value
        return "<![CDATA[" + value.replace("]]>", "]]]]><![CDATA[>") + "]]>"

    inner = "".join(f"<{name}>{written(value)}</{name}>\n" for name, value in fields.items())
    return f"<xml>{inner}</xml>"


def fields_of(xml: bytes) -> dict[str, str]:
    root = ET.fromstring(xml)
    if root.tag != "xml" or any(len(one) for one in root):
        raise ValueError("not a flat <xml>")
    return {one.tag: one.text or "" for one in root}


def sha1(*parts: str) -> str:
    return hashlib.sha1("".join(sorted(parts)).encode()).hexdigest()
