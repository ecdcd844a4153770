"""证书邮寄: a parcel of certificates noted, once they are paid for and issued; station and candidates hear of it (R7.9)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from conversations import batch_news
from conversations.engine.boxes import Day, Known, Pick, Text, YesNo, only_if, private, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence, Words
from conversations.personal import Name, Phone
from conversations.telling import tell_soon
from rules.findings import Finding, NotPossible
from rules.names import mask_name, mask_phone
from rules.roles import Action, who_may
from rules.shipments import read_tracking_number
from store import outcomes
from store.batches import Batch
from store.shipments import Addressee, Waybill
from store.shipments import Shipment as Parcel
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class ShipmentFacts:
    """Where the last parcel of the station went, and the days this one may have been sent on."""

    last: Addressee | None
    earliest: date
    today: date
    landline: bool = True


def earliest(form: Sheet) -> date | None:
    facts: ShipmentFacts | None = form.facts
    return facts.earliest if facts else None


def latest(form: Sheet) -> date | None:
    facts: ShipmentFacts | None = form.facts
    return facts.today if facts else None


def last(form: Sheet) -> Addressee | None:
    facts: ShipmentFacts | None = form.facts
    return facts.last if facts else None


def shown_last(to: Addressee | None, say: Words) -> str:
    if to is None:
        return "…"
    name, phone = mask_name(to.recipient), mask_phone(to.phone)
    return say.say("shipment-last-shown", name=name, phone=phone, address=to.address)


def is_known(form: Sheet) -> bool:
    return last(form) is not None


def is_elsewhere(form: Sheet) -> bool:
    return form.same is not True


class Shipment(Form):
    """The addressee is that of the station's last parcel, unless told otherwise."""

    roles = who_may(Action.SEND_CERTIFICATES)
    facts_from = ("batch",)

    batch = settled(Pick("batches_to_send"))
    last = only_if(is_known, Known(last, shown_last))
    same = only_if(is_known, YesNo())
    recipient = only_if(is_elsewhere, private(Name()))
    address = only_if(is_elsewhere, private(Text(longest=150)))
    phone = only_if(is_elsewhere, Phone())
    carrier = Text(longest=40)
    tracking_number = Text(longest=40, reader=read_tracking_number)
    sent_on = Day(earliest=earliest, latest=latest)

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """`2026-0417`; NotPossible at once where nothing can be sent, with the reason."""
        if not argument:
            if not work.shipments.to_send():
                raise NotPossible(Finding("shipments-none", "R7.9"))
            return {}
        batch = work.batches.seen(argument)
        if against := work.shipments.against(batch):
            raise NotPossible(against)
        return {"batch": batch.number, **of_batch(work, batch)}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> ShipmentFacts | None:
        batch = work.batches.find_by_number(answers["batch"]) if "batch" in answers else None
        if batch is None:
            return None
        return ShipmentFacts(work.shipments.addressee(batch), batch.exam_on, work.today)

    def submit(self, work: UnitOfWork) -> Done:
        batch = work.batches.seen(self.batch)
        sent = work.shipments.send(batch.id, self.to(), self.waybill())
        tell_sent(work, batch, sent)
        said = Sentence("shipment-noted", {"number": batch.number, **waybill_told(sent)})
        return Done((said,), next=(f"/shipments {batch.number}", "/shipments", "/menu"))

    def to(self) -> Addressee:
        facts: ShipmentFacts = self.facts
        if facts.last and self.same:
            return facts.last
        return Addressee(recipient=self.recipient, address=self.address, phone=self.phone)

    def waybill(self) -> Waybill:
        return Waybill(
            carrier=self.carrier, tracking_number=self.tracking_number, sent_on=self.sent_on
        )


def of_batch(work: UnitOfWork, batch: Batch) -> dict[str, Json]:
    """The contact of the batch, where no parcel ever went to the station."""
    if work.shipments.addressee(batch):
        return {}
    contact = work.shipments.contact(batch)
    known = {"recipient": contact.recipient, "phone": contact.phone}
    return {box: value for box, value in known.items() if value}


def waybill_told(sent: Parcel) -> dict[str, object]:
    return {
        "carrier": sent.waybill.carrier,
        "tracking": sent.waybill.tracking_number,
        "sent_on": sent.waybill.sent_on,
    }


def tell_sent(work: UnitOfWork, batch: Batch, sent: Parcel) -> None:
    """The station signs for it with one tap; candidates may be hundreds."""
    steps = [f"/shipment_receipt {sent.id} {answer}" for answer in ("yes", "no")]
    batch_news.tell_station(work, batch, "shipment-told-station", *steps, **waybill_told(sent))
    for one in outcomes.passed(work, batch.id):
        said = batch_news.news("shipment-told-candidate", batch, sent_on=sent.waybill.sent_on)
        tell_soon(work, work.people.get(one.person), said)
