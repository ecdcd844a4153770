"""登记照片: paper photos noted by running number, received or returned with the reason (R7.8)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from conversations import batch_news
from conversations.engine.boxes import Choice, Known, Pick, Text, only_if, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence, Words
from conversations.telling import tell
from rules.findings import Finding, NotPossible, Refused
from rules.paper_photos import PhotoState
from rules.roles import Action, who_may
from rules.running_numbers import in_spans, read_numbers
from store.batches import Batch
from store.paper_photos import PaperPhoto
from store.unit import UnitOfWork


class PhotoChoice(StrEnum):
    """What there is to note."""

    RECEIVED = "received"
    OTHERS = "others"
    """Received: all that are awaited, but for those returned."""
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """The photos of the batch chosen, by running number."""

    photos: Mapping[int, PaperPhoto]

    def of_state(self, state: PhotoState) -> list[int]:
        return [number for number, one in self.photos.items() if one.state is state]


class RunningNumbers(Text):
    """`1-40 45`: numbers of the batch, kept as spans."""

    def __init__(self) -> None:
        super().__init__(longest=600)

    def fits(self, value: str, sheet: Sheet) -> None:
        super().fits(value, sheet)
        facts: PhotoFacts | None = sheet.facts
        if facts:
            read_numbers(value, facts.photos)

    def told(self, sheet: Sheet) -> Mapping[str, object]:
        facts: PhotoFacts | None = sheet.facts
        return {"numbers": in_spans(facts.photos) if facts else ""}


def awaited(form: Sheet) -> str:
    facts: PhotoFacts | None = form.facts
    return in_spans(facts.of_state(PhotoState.AWAITED)) if facts else ""


def shown_awaited(numbers: str, say: Words) -> str:
    return say.say("photo-receipt-awaited-shown", numbers=numbers or "none")


class PhotoReceipt(Form):
    """Opened from the photos of a batch, `2026-0417 received`."""

    roles = who_may(Action.KEEP_PAPER_PHOTOS)
    in_menu_of = frozenset()
    facts_from = ("batch",)

    batch = settled(Pick("batches_with_photos"))
    outcome = Choice(PhotoChoice)
    awaited = Known(awaited, shown_awaited)
    numbers = only_if(lambda form: form.outcome is not PhotoChoice.OTHERS, RunningNumbers())
    reason = only_if(lambda form: form.outcome is PhotoChoice.RETURNED, Text(longest=100))

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """NotPossible where the results are not free, or nothing is awaited anywhere."""
        number, _, outcome = argument.partition(" ")
        if not number:
            if not work.paper_photos.awaiting():
                raise NotPossible(Finding("paper-photos-none", "R7.8"))
            return {}
        batch = work.batches.seen(number)
        work.paper_photos.seen(batch.id)
        return {"batch": batch.number, **({"outcome": outcome} if outcome else {})}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> PhotoFacts | None:
        batch = work.batches.find_by_number(answers["batch"]) if "batch" in answers else None
        if batch is None:
            return None
        return PhotoFacts({one.running_number: one for one in work.paper_photos.of(batch.id)})

    def submit(self, work: UnitOfWork) -> Done:
        batch = work.batches.seen(self.batch)
        changed = self.noted(work, batch)
        if self.outcome is PhotoChoice.RETURNED:
            tell_returned(work, batch, changed)
        elif changed and not work.paper_photos.lacking(batch.id):
            step = f"/paper_photos {batch.number}"
            batch_news.tell_station(work, batch, "paper-photos-told-complete", step)
        spans = in_spans(one.running_number for one in changed)
        args = {"numbers": spans or "none", "count": len(changed)}
        key = "returned" if self.outcome is PhotoChoice.RETURNED else "received"
        said = Sentence(f"photo-receipt-{key}", args)
        return Done((said,), next=(f"/paper_photos {batch.number}", "/paper_photos", "/menu"))

    def noted(self, work: UnitOfWork, batch: Batch) -> tuple[PaperPhoto, ...]:
        facts: PhotoFacts = self.facts
        if self.outcome is PhotoChoice.OTHERS:
            return work.paper_photos.receive(batch.id, facts.of_state(PhotoState.AWAITED))
        try:
            numbers = read_numbers(self.numbers, facts.photos)
        except Refused as refused:
            raise NotPossible(refused.finding) from refused
        if self.outcome is PhotoChoice.RETURNED:
            return work.paper_photos.give_back(batch.id, numbers, self.reason)
        return work.paper_photos.receive(batch.id, numbers)


def tell_returned(work: UnitOfWork, batch: Batch, changed: tuple[PaperPhoto, ...]) -> None:
    """Each candidate the reason; the station all numbers at once."""
    for one in changed:
        told = {"place": one.running_number, "reason": one.reason}
        said = batch_news.news("paper-photos-told-candidate", batch, **told)
        tell(work, work.people.get(one.person), said)
    if changed:
        numbers = in_spans(one.running_number for one in changed)
        told = {"numbers": numbers, "reason": changed[0].reason}
        step = f"/paper_photos {batch.number}"
        batch_news.tell_station(work, batch, "paper-photos-told-station", step, **told)
