"""The numbers of a picture judged as it is handed in: the portrait, documents, the stamped form (R5.3, R5.4)."""

from collections.abc import Callable, Iterable

from conversations.engine.boxes import Photo
from conversations.engine.messages import Received
from rules.findings import Finding
from rules.photos import (
    PictureFacts,
    document_findings,
    portrait_findings,
    stamped_form_findings,
)


def portrait() -> Photo:
    """小2寸, the photo of the form."""
    return Photo(judged_by(portrait_findings))


def document() -> Photo:
    """A card, a certificate or a proof."""
    return Photo(judged_by(document_findings))


def stamped_form() -> Photo:
    """The printed form with its seal, which may be a PDF."""
    return Photo(judged_by(stamped_form_findings), pdf=True)


def scan() -> Photo:
    """A slip or another paper of the office, photographed or as PDF."""
    return Photo(judged_by(stamped_form_findings), pdf=True)


def judged_by(
    rule: Callable[[PictureFacts], Iterable[Finding]],
) -> Callable[[Received], Iterable[Finding]]:
    return lambda picture: rule(
        PictureFacts(picture.width or 0, picture.height or 0, picture.size, picture.media_type)
    )
