"""纸质照片: whose photo is awaited, received, returned, with the labels; for the station and the officers above it (R7.8)."""

from collections.abc import Iterable, Iterator

from conversations.engine.form import Done
from conversations.engine.messages import Paper, Sentence, sentences
from conversations.menu import Command
from conversations.paging import further, is_page, page_meant
from conversations.talk import Talk
from rules.findings import NotPossible
from rules.paper_photos import PhotoState
from rules.roles import Action, who_may
from rules.running_numbers import in_spans
from store import rights
from store.batches import Batch
from store.pages import page_of
from store.paper_photos import PaperPhoto
from store.unit import UnitOfWork


def paper_photos(talk: Talk, argument: str) -> Done:
    """Batches whose photos are not complete, `page:2`; `2026-0417` that one."""
    if is_page(argument):
        return listed(talk.work, page_meant(argument))
    try:
        return shown(talk, talk.work.batches.seen(argument))
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/paper_photos", "/menu"))


def listed(work: UnitOfWork, page: int) -> Done:
    found = page_of(work.paper_photos.awaiting(), page)
    if not found.things:
        return Done((Sentence("paper-photos-none"),), next=("/menu",))
    lines = (
        Sentence("paper-photos-line", {"n": n, **told(work, batch)})
        for n, batch in enumerate(found.things, start=1)
    )
    steps = [f"/paper_photos {batch.number}" for batch in found.things]
    steps += further("/paper_photos", page, found)
    return Done((Sentence("paper-photos-listed"), *lines), next=(*steps, "/menu"))


def told(work: UnitOfWork, batch: Batch) -> dict[str, object]:
    photos = work.paper_photos.of(batch.id)
    counts = {state.value: len(numbers(photos, state)) for state in PhotoState}
    return {"number": batch.number, "station": batch.station_name, "all": len(photos), **counts}


def shown(talk: Talk, batch: Batch) -> Done:
    """In figures, the numbers that lack, and why each was returned."""
    work = talk.work
    photos = work.paper_photos.seen(batch.id)
    says = (Sentence("paper-photos-head", told(work, batch)), *lacking(photos))
    keeps = rights.covers(work, Action.KEEP_PAPER_PHOTOS, batch.station_code, batch.programme)
    steps = tuple(steps_of(batch, photos)) if keeps else ()
    label = talk.words.say("export-photo_labels", number=batch.number)
    papers = (Paper("photo_labels", batch.id, label),) if photos else ()
    return Done(says, papers, next=(*steps, "/paper_photos", "/menu"))


def lacking(photos: tuple[PaperPhoto, ...]) -> Iterator[Sentence]:
    if awaited := numbers(photos, PhotoState.AWAITED):
        yield Sentence("paper-photos-awaited", {"numbers": in_spans(awaited)})
    for one in photos:
        if one.state is PhotoState.RETURNED:
            args = {"number": one.running_number, "reason": one.reason}
            yield Sentence("paper-photos-returned", args)


def steps_of(batch: Batch, photos: tuple[PaperPhoto, ...]) -> Iterator[str]:
    """What can be noted of them now."""
    if any(one.state is not PhotoState.RECEIVED for one in photos):
        yield f"/photo_receipt {batch.number} received"
    if numbers(photos, PhotoState.AWAITED):
        yield f"/photo_receipt {batch.number} others"
    if photos:
        yield f"/photo_receipt {batch.number} returned"


def numbers(photos: Iterable[PaperPhoto], *states: PhotoState) -> list[int]:
    return [one.running_number for one in photos if one.state in states]


PAPER_PHOTOS = Command("paper_photos", who_may(Action.SEE_PAPER_PHOTOS), paper_photos)
