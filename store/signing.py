"""Signatures of the certificates we print, and the public keys they are checked with, offline as well (R8.2)."""

import base64
import binascii
from collections.abc import Mapping
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Column, Integer, LargeBinary, Table, select

from rules.findings import Refused
from rules.verification import SignedFacts, SignedLink, check_code, holder_digest
from store.certificates import Certificate
from store.schema import Moment, insert_or_keep, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

signing_keys = Table(
    "signing_keys",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("since", Moment, nullable=False),
)
FIRST = 1
NOTE = insert_or_keep(signing_keys)


class SigningKeyLost(Exception):
    """The secret key is not the one the published key was made of: rotate, and nothing printed is lost."""


class Signing:
    """Private keys follow from the secret key and their number; the public ones stay published for good."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def published(self) -> dict[int, bytes]:
        """Raw public keys of 32 bytes by number, the current one last."""
        question = select(signing_keys.c.id, signing_keys.c.public_key).order_by(signing_keys.c.id)
        rows = self._unit.connection.execute(question)
        return {row.id: bytes(row.public_key) for row in rows} or {FIRST: self._public(FIRST)}

    def publish(self) -> None:
        """Note the first key, once, so that it stays known whatever becomes of the secret key."""
        self._note(FIRST)

    def rotate(self) -> int:
        """A new key for what is printed from now on; its number. What was printed stays valid."""
        self.publish()
        number = max(self.published()) + 1
        self._note(number)
        self._unit.audit.note("signing-key-rotated", f"signing-key:{number}")
        return number

    def current(self) -> int:
        """The number of the key we sign with. Raises SigningKeyLost."""
        published = self.published()
        number = max(published)
        if published[number] != self._public(number):
            raise SigningKeyLost(number)
        return number

    def link(self, certificate: Certificate) -> SignedLink:
        """What its QR code says, signed with the current key. Raises SigningKeyLost."""
        number = self.current()
        facts = self.facts(certificate)
        signature = self._unit.store.keys.signer(number).sign(facts.message())
        return SignedLink(number, facts, signature)

    def facts(self, certificate: Certificate) -> SignedFacts:
        """The printed fields as a signature stands for them."""
        code = self.check_code(certificate)
        return SignedFacts(
            kind=certificate.kind,
            number=certificate.number,
            trade=_line(certificate.unit_name),
            level=_line(certificate.level_text),
            issued_on=certificate.issued_on,
            issuer=_line(certificate.issuer),
            holder=holder_digest(certificate.name, certificate.id_number, code),
        )

    def check_code(self, certificate: Certificate) -> str:
        """Printed beside the QR code; the same at every print."""
        place = f"{certificate.kind}\n{certificate.number}".encode()
        return check_code(self._unit.store.keys.digest(place, "certificate-check-code"))

    def genuine(self, link: SignedLink) -> bool:
        return is_genuine(link, self.published())

    def _note(self, number: int) -> None:
        values = {"id": number, "public_key": self._public(number), "since": self._unit.now}
        self._unit.connection.execute(NOTE, values)

    def _public(self, number: int) -> bytes:
        return self._unit.store.keys.signer(number).public_key().public_bytes_raw()


def _line(text: str) -> str:
    """On one line, as the facts are told."""
    return " ".join(text.split())


def is_genuine(link: SignedLink, published: Mapping[int, bytes]) -> bool:
    """Whether one of these keys signed exactly this."""
    public = published.get(link.key)
    if public is None:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(link.signature, link.facts.message())
    except InvalidSignature:
        return False
    return True


def read_published(text: str) -> dict[int, bytes]:
    """Keys as they are published, `1 base64` a line; Refused when it is no such list."""
    keys: dict[int, bytes] = {}
    for line in filter(str.strip, text.splitlines()):
        number, _, key = line.strip().partition(" ")
        try:
            keys[int(number)] = base64.b64decode(key.strip(), validate=True)
        except (binascii.Error, ValueError) as error:
            raise Refused("verify-keys") from error
    if not keys or any(len(key) != 32 for key in keys.values()):
        raise Refused("verify-keys")
    return keys


def as_published(keys: Mapping[int, bytes]) -> str:
    """What `read_published` reads."""
    return "".join(f"{n} {base64.b64encode(key).decode()}\n" for n, key in keys.items())
