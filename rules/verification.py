"""What the QR code of a certificate says, and how it is read back (R8.2).

The code is a link, `https://…/verify/2649284001400001?k=1.facts.signature`. `facts` are the printed
fields that name nobody, as readable lines; who the certificate is for stands in them only as a digest
that cannot be guessed without the check code printed beside the QR code.
"""

import base64
import binascii
import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qs, quote, unquote, urlsplit

from rules.certificates import CertificateKind
from rules.findings import Refused
from rules.names import name_key

RULE = "R8.2"
LONGEST = 4000
"""Characters; a QR code holds no more."""
CHECK_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: without I, L, O and U, which are misread."""
CHECK_LENGTH = 12
"""60 bits: nobody who saw the link alone finds the holder by trying names and numbers."""
HOLDER_BYTES = 16
_HEAD = "kaowu-certificate-1"
_MISREAD = str.maketrans("OIL", "011")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedFacts:
    """The printed fields a signature stands for, each on one line."""

    kind: CertificateKind
    number: str
    trade: str
    level: str
    """As printed: `四级/中级工`."""
    issued_on: date
    issuer: str
    holder: str
    """The digest of name, ID number and check code."""

    def lines(self) -> bytes:
        """The facts as they stand in the link, one a line; the number stands in the address."""
        day = self.issued_on.isoformat()
        told = (self.kind, self.trade, self.level, day, self.issuer, self.holder)
        return "\n".join(told).encode()

    def message(self) -> bytes:
        """What is signed."""
        return f"{_HEAD}\n{self.number}\n".encode() + self.lines()


@dataclass(frozen=True, slots=True)
class SignedLink:
    """A link as it was read: nothing of it is proven before its signature is."""

    key: int
    facts: SignedFacts
    signature: bytes

    @property
    def path(self) -> str:
        return f"/verify/{quote(self.facts.number, safe='')}?k={self.proof}"

    @property
    def proof(self) -> str:
        """What the address carries as `k`."""
        return f"{self.key}.{_encoded(self.facts.lines())}.{_encoded(self.signature)}"


def read_link(text: str) -> SignedLink:
    """The link in a QR code, whatever stands around it; Refused when it is none of ours."""
    if len(text) > LONGEST:
        raise Refused("verify-form", RULE)
    found = re.search(r"\S*/verify/\S+", unicodedata.normalize("NFC", text))
    if found is None:
        raise Refused("verify-form", RULE)
    try:
        parts = urlsplit(found[0])
        proofs = parse_qs(parts.query, max_num_fields=10).get("k", [])
    except ValueError as error:
        raise Refused("verify-form", RULE) from error
    number = unquote(parts.path.rpartition("/verify/")[2])
    if len(proofs) != 1:
        raise Refused("verify-form", RULE)
    return read_proof(number, proofs[0])


def read_proof(number: str, proof: str) -> SignedLink:
    """Number and `k` of an address; Refused unless both are exactly as we write them."""
    parts = re.fullmatch(r"([1-9][0-9]{0,8})\.([\w-]{1,2700})\.([\w-]{86})", proof, re.ASCII)
    if parts is None or not 1 <= len(number) <= 40:
        raise Refused("verify-form", RULE)
    facts, signature = _decoded(parts[2]), _decoded(parts[3])
    return SignedLink(int(parts[1]), _facts(number, facts), signature)


def _facts(number: str, lines: bytes) -> SignedFacts:
    try:
        kind, trade, level, day, issuer, holder = lines.decode().split("\n")
        return SignedFacts(
            kind=CertificateKind(kind),
            number=number,
            trade=trade,
            level=level,
            issued_on=date.fromisoformat(day),
            issuer=issuer,
            holder=holder,
        )
    except ValueError as error:
        raise Refused("verify-form", RULE) from error


def check_code(digest: bytes) -> str:
    """`7K3M-Q9TP-2XWA` from at least eight bytes that nobody can foresee."""
    number = int.from_bytes(digest[:8], "big")
    letters = "".join(CHECK_LETTERS[number >> 5 * n & 31] for n in range(CHECK_LENGTH))
    return "-".join(letters[at : at + 4] for at in range(0, CHECK_LENGTH, 4))


def read_check_code(raw: str) -> str:
    """The code as it was printed, however it was typed; Refused what cannot be one."""
    text = unicodedata.normalize("NFKC", raw).upper().translate(_MISREAD)
    letters = re.sub(r"[\s-]", "", re.sub(r"[‐‑–—−]", "-", text))
    if len(letters) != CHECK_LENGTH or not set(letters) <= set(CHECK_LETTERS):
        raise Refused("verify-check-code", RULE)
    return "-".join(letters[at : at + 4] for at in range(0, CHECK_LENGTH, 4))


def holder_digest(name: str, id_number: str, code: str) -> str:
    """Who a certificate is for, told only to who has it in hand; 22 letters."""
    number = "".join(c for c in unicodedata.normalize("NFKC", id_number).upper() if c.isalnum())
    text = "\n".join((_HEAD, name_key(name), number, code))
    return _encoded(hashlib.sha256(text.encode()).digest()[:HOLDER_BYTES])


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode("ascii").rstrip("=")


def _decoded(text: str) -> bytes:
    """Refused for a second way of writing the same bytes as well."""
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError) as error:
        raise Refused("verify-form", RULE) from error
    if _encoded(data) != text:
        raise Refused("verify-form", RULE)
    return data
