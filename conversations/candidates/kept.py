"""A registration read again: its kept boxes and documents as the filled form, as on the day it was handed in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from conversations.candidates.registration import Registration, RegistrationFacts
from conversations.engine.boxes import Box, Many, Photo
from conversations.engine.form import SKIPPED
from conversations.engine.messages import Choosable, Json, Page
from conversations.lookup import Source
from conversations.sources.batch_trades import BatchTrades
from conversations.sources.open_batches import OpenBatches
from conversations.sources.trades import trade_value
from rules.materials import Material
from rules.registration_reviews import ReviewKind
from store.files import StoredFile
from store.registrations import Registration as Filed
from store.unit import UnitOfWork

SOURCES: Mapping[str, Source] = {"open_batches": OpenBatches(), "batch_trades": BatchTrades()}


def reread(work: UnitOfWork, filed: Filed) -> Registration:
    """The form as it stands, judged by the policy of the day it was filed or corrected.

    Whose it is, the caller has checked.
    """
    return Registration(kept_answers(work, filed), AsHandedIn(work, filed))


def kept_answers(work: UnitOfWork, filed: Filed) -> dict[str, Json]:
    """What a draft of the form would hold; the registration itself says what it is for."""
    boxes = work.registrations.boxes(filed)
    unit = work.units.get(*filed.unit_key)
    pictures = {
        str(document.material): as_received(work.files.get(document.file))
        for document in work.registrations.documents(filed.id)
        if document.material is not Material.STAMPED_FORM
    }
    return {
        **{box.name: unfolded(box, boxes) for box in Registration.boxes if is_kept(box, boxes)},
        **pictures,
        "batch": work.batches.get(filed.batch_id).number,
        "trade": trade_value(unit),
        "level": f"{filed.level:d}",
        "condition": filed.condition,
    }


def is_kept(box: Box[Any], boxes: Mapping[str, Json]) -> bool:
    """Whether there is an answer, or it was left empty."""
    return not isinstance(box, Photo) and (box.name in boxes or box.is_optional or is_part(box))


def is_part(box: Box[Any]) -> bool:
    return isinstance(box, Many)


def unfolded(box: Box[Any], boxes: Mapping[str, Json]) -> Json:
    """A kept value as the answer it was."""
    if not isinstance(box, Many):
        return boxes.get(box.name, SKIPPED)
    lines = boxes.get(box.name) or ()
    entries = [
        {"id": str(n), "answers": {one.name: line.get(one.name, SKIPPED) for one in box.part.boxes}}
        for n, line in enumerate(lines, start=1)
    ]
    return {"entries": entries, "closed": True}


def as_received(file: StoredFile) -> Json:
    """A document as its box keeps it."""
    sizes = {"width": file.width, "height": file.height}
    known = {name: size for name, size in sizes.items() if size is not None}
    return {"file": file.id, "media_type": file.media_type, "size": file.size, **known}


@dataclass(frozen=True)
class AsHandedIn:
    """A Lookup of the candidate's own facts, on the day the form was handed in."""

    work: UnitOfWork
    filed: Filed

    def facts(self, form: str, answers: Mapping[str, Json]) -> RegistrationFacts:
        return self.then

    @cached_property
    def then(self) -> RegistrationFacts:
        work, then = self.work, self.handed_in_at()
        return RegistrationFacts(
            now=then,
            today=then.date(),
            policy=work.policy.current(then.date()),
            person=work.people.get(self.filed.person_id),
            batch=work.batches.get(self.filed.batch_id),
            items=work.batches.items(self.filed.batch_id),
        )

    def handed_in_at(self) -> datetime:
        steps = self.work.reviews.history(self.filed.id)
        corrected = [step.at for step in steps if step.kind is ReviewKind.CORRECT]
        return corrected[-1] if corrected else self.filed.filed_at

    def options(self, source: str, answers: Mapping[str, Json], query: str, page: int) -> Page:
        return SOURCES[source].options(self.work, answers, query, page)

    def find(self, source: str, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        return SOURCES[source].find(self.work, value, answers)
