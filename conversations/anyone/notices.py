"""通知公告: read what is published for one, a page at a time, also the versions before (R1.11)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from conversations.engine.boxes import Number, Pick, only_if, optional
from conversations.engine.form import SKIPPED, Done, Form
from conversations.engine.messages import Json, Picture, Sentence
from rules.notices import pages
from store.notices import Edition, NoticeId
from store.unit import UnitOfWork

MOST_NAMED = 10
"""Institutions named to the publisher; the others are counted."""


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """Whether there is anything to read."""

    any: bool


class Notices(Form):
    """One question; `/notices 12 2` is the second page, `/notices 12 v1` the first version."""

    reviewed = False

    notice = only_if(lambda form: form.facts.any, Pick("notices"))
    page = optional(Number(least=1, most=999))
    edition = optional(Number(least=1, most=999))

    @classmethod
    def opening(cls, argument: str) -> dict[str, Json]:
        notice, *rest = argument.split() or [""]
        answers: dict[str, Json] = {"page": SKIPPED, "edition": SKIPPED}
        answers |= {"notice": notice} if notice else {}
        for word in rest:
            if word.isdecimal():
                answers["page"] = word
            elif word.removeprefix("v").isdecimal():
                answers["edition"] = word.removeprefix("v")
        return answers

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> NoticeFacts:
        return NoticeFacts(bool(work.notices.listed().things))

    def submit(self, work: UnitOfWork) -> Done:
        if self.notice is None:
            return Done((Sentence("notices-none"),), next=("/contacts", "/menu"))
        edition = work.notices.read(NoticeId(int(self.notice)), whole(self.edition))
        return shown(work, edition, page=whole(self.page) or 1)


def whole(number: Decimal | None) -> int | None:
    return None if number is None else int(number)


def shown(work: UnitOfWork, edition: Edition, *, page: int) -> Done:
    """One page of it; what is attached comes with the first."""
    text = pages(edition.text)
    page = min(page, len(text))
    says = [
        Sentence("notice-head", told(work, edition)),
        Sentence("notice-text", {"text": text[page - 1]}),
    ]
    if len(text) > 1:
        says.append(Sentence("notice-page", {"page": page, "of": len(text)}))
    says += for_publisher(work, edition)
    files = attached(work, edition) if page == 1 else ()
    steps = [*turning(edition, page, len(text)), *others(work, edition), *managing(work, edition)]
    return Done(tuple(says), pictures=tuple(files), next=(*steps, "/notices", "/menu"))


def told(work: UnitOfWork, edition: Edition) -> dict[str, object]:
    return {
        "kind": edition.kind,
        "heading": edition.heading,
        "version": edition.version,
        "on": edition.valid_from,
        "publisher": work.institutions.get(edition.publisher).name,
        "standing": standing(work, edition),
    }


def standing(work: UnitOfWork, edition: Edition) -> str:
    """`now`, `before` (replaced), `coming` or `withdrawn`."""
    if edition.withdrawn_at is not None:
        return "withdrawn"
    if edition.valid_from > work.today:
        return "coming"
    current = work.notices.in_force(edition.notice)
    return "now" if current and current.version == edition.version else "before"


def attached(work: UnitOfWork, edition: Edition) -> Iterator[Picture]:
    for n, file in enumerate(work.notices.files(edition), start=1):
        yield Picture(file.id, f"{edition.heading} {n}", file.media_type, file.size)


def turning(edition: Edition, page: int, of: int) -> Iterator[str]:
    """To the next page and the one before."""
    version = f"v{edition.version}"
    if page < of:
        yield f"/notices {edition.notice} {version} {page + 1} next"
    if page > 1:
        yield f"/notices {edition.notice} {version} {page - 1} previous"


def others(work: UnitOfWork, edition: Edition) -> Iterator[str]:
    """The version before this one, and the one that counts."""
    versions = [one.version for one in work.notices.versions(edition.notice)]
    if older := [v for v in versions if v < edition.version]:
        yield f"/notices {edition.notice} v{older[0]} older"
    current = work.notices.in_force(edition.notice)
    if current and current.version != edition.version:
        yield f"/notices {edition.notice} current"


def managing(work: UnitOfWork, edition: Edition) -> Iterator[str]:
    if work.notices.is_managed(edition):
        yield f"/publish {edition.notice}"
        undo = " undo" if edition.withdrawn_at else ""
        yield f"/withdraw_notice {edition.notice}{undo}"
        yield f"/broadcast {edition.notice} notice"


def for_publisher(work: UnitOfWork, edition: Edition) -> Iterator[Sentence]:
    """Who has read it, for who published it: of institutions which have not."""
    if not work.notices.is_managed(edition):
        return
    receipts = work.notices.receipts(edition)
    yield Sentence("notice-receipts", {"read": receipts.read, "of": receipts.of})
    if receipts.silent:
        named = tuple(one.operator or one.name for one in receipts.silent[:MOST_NAMED])
        counted = {"institutions": named, "count": len(receipts.silent)}
        yield Sentence("notice-silent", counted)
