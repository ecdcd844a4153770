"""Certificates as they are printed (DF§1.4): a landscape A4 sheet each, with photo, QR code and check code."""

import io
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from exports import characters, qr_code, typeset
from exports.printed_form import Cell
from rules.certificates import CertificateKind

EMPTY = "--"
"""Stands where there is no trade; a certificate has no blank lines."""
PHOTO_PIXELS = (413, 579)
"""35 by 49 mm at 300 dots an inch: what is larger would only make the file so."""
ANSWER_WIDTH, ANSWER_HEIGHT = 76.0, 10.0
"""Millimetres of the box an answer is fitted into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedCertificate:
    """What one certificate says; days as printed."""

    kind: CertificateKind
    name: str = field(repr=False)
    id_kind: str
    id_number: str = field(repr=False)
    occupation: str
    trade: str
    level: str
    number: str
    body: str
    """The station that assessed (评价机构)."""
    issuer: str
    issued: str
    photo: bytes | None = field(repr=False)
    address: str
    """Where the QR code leads, without what only a machine reads."""
    link: str = field(repr=False)
    """What the QR code says."""
    check_code: str = field(repr=False)
    mark: str = ""
    """What is stamped across a sheet that is no original."""


@dataclass(frozen=True, slots=True)
class CertificateSheet:
    """The words of one sheet; pictures as SVG."""

    title: str
    statement: str
    issuer: str
    issued: str
    lines: tuple[tuple[str, Cell], ...]
    photo: str
    no_photo: str
    code: str
    below: tuple[tuple[str, str], ...]
    mark: str


@dataclass(frozen=True, slots=True)
class CertificateSheets:
    """All sheets of a PDF."""

    title: str
    sheets: tuple[CertificateSheet, ...]


def pdf(certificates: Sequence[PrintedCertificate]) -> bytes:
    """A PDF with its font embedded, a page for each certificate in the order given.

    ValueError without a certificate, and for the old qualifications, which are issued no more. A
    character the font lacks is printed as 〓 and spelt out.
    """
    if not certificates:
        raise ValueError("no certificate to print")
    lacking = characters.missing("".join(text for one in certificates for text in _texts(one)))
    spelt = "　".join(f"U+{ord(c):04X}" for c in lacking)
    note = _wording()["missing"].format(characters=spelt) if lacking else ""
    return typeset.pdf("certificate.typ", printed(certificates), lacking, note)


def printed(certificates: Sequence[PrintedCertificate]) -> CertificateSheets:
    return CertificateSheets(_wording()["document"], tuple(map(_sheet, certificates)))


def _sheet(one: PrintedCertificate) -> CertificateSheet:
    wording = _wording()
    if one.kind not in wording["title"]:
        raise ValueError(f"{one.kind} is issued no more")
    told = {name: characters.visible(getattr(one, name)) or EMPTY for _, name in wording["lines"]}
    return CertificateSheet(
        title=wording["title"][one.kind],
        statement=wording["statement"][one.kind].format(body=characters.visible(one.body)),
        issuer=characters.visible(one.issuer) or EMPTY,
        issued=one.issued,
        lines=tuple((label, _fitted(told[name])) for label, name in wording["lines"]),
        photo=typeset.picture(_reduced(one.photo)) if one.photo else "",
        no_photo=wording["no_photo"],
        code=qr_code.svg(one.link),
        below=(
            (wording["check_code"], one.check_code),
            (wording["look_up"], one.address),
            (wording["look_up"], wording["query"][one.kind]),
        ),
        mark=one.mark,
    )


def _fitted(text: str) -> Cell:
    """A long name is set small enough to stay on its lines."""
    return Cell.fitted(text, 1, width=ANSWER_WIDTH, height=ANSWER_HEIGHT)


def _reduced(photo: bytes) -> bytes:
    from PIL import Image

    with Image.open(io.BytesIO(photo), formats=["JPEG"]) as image:
        if image.width <= PHOTO_PIXELS[0] and image.height <= PHOTO_PIXELS[1]:
            return photo
        image.thumbnail(PHOTO_PIXELS)
        out = io.BytesIO()
        image.convert("RGB").save(out, "JPEG", quality=90)
    return out.getvalue()


def _texts(one: PrintedCertificate) -> tuple[str, ...]:
    """What somebody wrote, which the font may lack characters of."""
    told = (one.name, one.occupation, one.trade, one.level, one.number, one.body, one.issuer)
    return tuple(map(characters.visible, told))


@cache
def _wording() -> dict[str, Any]:
    file = Path(__file__).with_name("forms") / "certificate.toml"
    return tomllib.loads(file.read_text("utf-8"))
