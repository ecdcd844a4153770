"""证书快递: parcels of certificates, where each is and what was found in it, for stations and officers (R7.9)."""

from collections.abc import Iterator

from conversations.engine.form import Done
from conversations.engine.messages import Sentence, sentences
from conversations.menu import Command
from conversations.talk import Talk
from rules.findings import NotPossible
from rules.names import mask_name, mask_phone
from rules.roles import Action, who_may
from rules.shipments import ShipmentState
from store import rights
from store.batches import Batch
from store.pages import PAGE_SIZE
from store.shipments import Shipment
from store.unit import UnitOfWork


def shipments(talk: Talk, argument: str) -> Done:
    """What can be sent and what is on its way; `2026-0417` the parcels of that batch."""
    try:
        if not argument:
            return listed(talk.work)
        return shown(talk.work, talk.work.batches.seen(argument))
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/shipments", "/menu"))


def listed(work: UnitOfWork) -> Done:
    to_send, under_way = work.shipments.to_send()[:PAGE_SIZE], work.shipments.open()[:PAGE_SIZE]
    if not to_send and not under_way:
        return Done((Sentence("shipments-none"),), next=("/menu",))
    says: list[Sentence] = []
    if to_send:
        says.append(Sentence("shipments-to-send"))
        told = ({"number": one.number, "station": one.station_name} for one in to_send)
        says += [Sentence("shipments-to-send-line", args) for args in told]
    if under_way:
        says.append(Sentence("shipments-under-way"))
        says += [Sentence("shipments-under-way-line", told_of(work, one)) for one in under_way]
    steps = [f"/shipment {one.number}" for one in to_send]
    steps += [f"/shipments {work.batches.get(one.batch).number}" for one in under_way]
    return Done(tuple(says), next=(*dict.fromkeys(steps), "/menu"))


def told_of(work: UnitOfWork, sent: Shipment) -> dict[str, object]:
    batch = work.batches.get(sent.batch)
    return {"number": batch.number, "station": batch.station_name, **waybill_of(sent)}


def waybill_of(sent: Shipment) -> dict[str, object]:
    bill = sent.waybill
    return {
        "carrier": bill.carrier,
        "tracking": bill.tracking_number,
        "sent_on": bill.sent_on,
    }


def shown(work: UnitOfWork, batch: Batch) -> Done:
    sent = work.shipments.seen(batch.id)
    head = Sentence("shipments-head", {"number": batch.number, "station": batch.station_name})
    against = work.shipments.against(batch)
    lines = [line for one in sent for line in lines_of(one)]
    if not sent:
        lines = [*sentences(against)]
    return Done((head, *lines), next=(*steps(work, batch, sent), "/shipments", "/menu"))


def lines_of(sent: Shipment) -> Iterator[Sentence]:
    to = sent.to
    yield Sentence(
        "shipment-line",
        {
            **waybill_of(sent),
            "name": mask_name(to.recipient),
            "phone": mask_phone(to.phone),
            "address": to.address,
        },
    )
    on = sent.received_at.date() if sent.received_at else None
    args = {"state": sent.state.value, "on": on or "", "trouble": sent.trouble or ""}
    yield Sentence("shipment-standing", {**args, "remark": sent.remark})


def steps(work: UnitOfWork, batch: Batch, sent: tuple[Shipment, ...]) -> Iterator[str]:
    """To sign for it, to put it right, or to send (another) one."""
    sends = rights.covers(work, Action.SEND_CERTIFICATES, batch.station_code, batch.programme)
    signs = rights.covers(work, Action.SIGN_FOR_CERTIFICATES, batch.station_code, batch.programme)
    for one in sent:
        if one.state is ShipmentState.ON_ITS_WAY and signs:
            yield from (f"/shipment_receipt {one.id} {answer}" for answer in ("yes", "no"))
        if one.state is ShipmentState.ON_ITS_WAY and sends:
            yield f"/waybill {one.id}"
    if sends and not work.shipments.against(batch):
        yield f"/shipment {batch.number}"


SHIPMENTS = Command("shipments", who_may(Action.SEE_SHIPMENTS), shipments)
