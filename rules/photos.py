"""What a picture must be to be taken: numbers as data, findings per use (R5.3, R5.4)."""

from dataclasses import dataclass
from datetime import datetime

from rules.findings import Finding
from rules.materials import Material

MAX_BYTES = 1_000_000
"""R5.3: satisfies both readings of "1mb以下"."""

PORTRAIT_MIN = (295, 413)
"""Width and height of the smallest print asked for anywhere, 1寸 at 300 dpi."""
PORTRAIT_TARGET = (413, 531)
"""小2寸, 35×45 mm at 300 dpi: the size it is stored and printed in."""
PORTRAIT_ASPECT = (0.68, 0.80)
"""Width by height; holds every variant of 1寸, 小2寸 and 2寸 with a margin."""

DOCUMENT_MIN = (480, 640)
"""Shorter and longer side, whichever way it was held: below this the small print is lost."""

PICTURE_TYPES = frozenset({"image/jpeg", "image/png", "image/heic", "image/heif", "image/webp"})
PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What is known of an upload, upright and already reduced; a PDF has no width and height."""

    width: int
    height: int
    bytes: int
    media_type: str
    taken_at: datetime | None = None
    """From the picture itself, never from what somebody states (R7.4)."""


def portrait_findings(facts: PictureFacts) -> tuple[Finding, ...]:
    """Everything that keeps a picture from being the photo of the form (小2寸)."""
    if facts.media_type not in PICTURE_TYPES:
        return (Finding("picture-type", "R5.3"),)
    findings = list(_size_findings(facts))
    min_width, min_height = PORTRAIT_MIN
    if facts.width < min_width or facts.height < min_height:
        findings.append(_too_small(facts, PORTRAIT_MIN))
    narrowest, widest = PORTRAIT_ASPECT
    if not narrowest * facts.height <= facts.width <= widest * facts.height:
        args = {"width": facts.width, "height": facts.height}
        findings.append(Finding("portrait-shape", "R5.3", args))
    return tuple(findings)


def document_findings(facts: PictureFacts) -> tuple[Finding, ...]:
    """Everything that keeps a picture from being a document's: ID card, student card, proof."""
    if facts.media_type not in PICTURE_TYPES:
        return (Finding("picture-type", "R5.3"),)
    findings = list(_size_findings(facts))
    short, long = sorted((facts.width, facts.height))
    if short < DOCUMENT_MIN[0] or long < DOCUMENT_MIN[1]:
        findings.append(_too_small(facts, DOCUMENT_MIN))
    return tuple(findings)


def stamped_form_findings(facts: PictureFacts) -> tuple[Finding, ...]:
    """As for a document, but the stamped form alone may also be a PDF (R5.4)."""
    return _size_findings(facts) if facts.media_type == PDF else document_findings(facts)


def upload_findings(material: Material, facts: PictureFacts) -> tuple[Finding, ...]:
    """Everything that keeps an upload from being this material (R5.3, R5.4)."""
    match material:
        case Material.PHOTO:
            return portrait_findings(facts)
        case Material.STAMPED_FORM:
            return stamped_form_findings(facts)
        case _:
            return document_findings(facts)


def _size_findings(facts: PictureFacts) -> tuple[Finding, ...]:
    if facts.bytes <= MAX_BYTES:
        return ()
    return (Finding("upload-too-large", "R5.3", {"bytes": facts.bytes, "most": MAX_BYTES}),)


def _too_small(facts: PictureFacts, least: tuple[int, int]) -> Finding:
    args = {"width": facts.width, "height": facts.height}
    return Finding(
        "picture-too-small", "R5.3", args | {"min_width": least[0], "min_height": least[1]}
    )
