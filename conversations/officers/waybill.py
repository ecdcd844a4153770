"""更正快递单号: carrier, number or day put right on a parcel that is on its way (R7.9)."""

from collections.abc import Mapping
from datetime import date

from conversations import batch_news
from conversations.engine.boxes import Day, Pick, Text, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence
from conversations.officers.shipment import waybill_told
from rules.findings import Finding, NotPossible
from rules.roles import Action, who_may
from rules.shipments import ShipmentState, read_tracking_number
from store.shipments import ShipmentId
from store.shipments import Waybill as Bill
from store.unit import UnitOfWork


def today(form: Sheet) -> date | None:
    found: date | None = form.facts
    return found


class Waybill(Form):
    """Opened from the parcel, `12`, with what stands on it."""

    roles = who_may(Action.SEND_CERTIFICATES)
    in_menu_of = frozenset()

    shipment = settled(Pick("parcels_under_way"))
    carrier = Text(longest=40)
    tracking_number = Text(longest=40, reader=read_tracking_number)
    sent_on = Day(latest=today)

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        if not argument.isdecimal():
            if not work.shipments.open():
                raise NotPossible(Finding("shipment-signed-for", "R7.9"))
            return {}
        sent = work.shipments.get(ShipmentId(int(argument)))
        work.shipments.seen(sent.batch)
        if sent.state is not ShipmentState.ON_ITS_WAY:
            raise NotPossible(Finding("shipment-signed-for", "R7.9"))
        return {
            "shipment": argument,
            "carrier": sent.waybill.carrier,
            "tracking_number": sent.waybill.tracking_number,
            "sent_on": sent.waybill.sent_on.isoformat(),
        }

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> date:
        return work.today

    def submit(self, work: UnitOfWork) -> Done:
        bill = Bill(
            carrier=self.carrier, tracking_number=self.tracking_number, sent_on=self.sent_on
        )
        sent = work.shipments.correct(ShipmentId(int(self.shipment)), bill)
        batch = work.batches.get(sent.batch)
        step = f"/shipments {batch.number}"
        batch_news.tell_station(work, batch, "waybill-told", step, **waybill_told(sent))
        said = Sentence("waybill-corrected", {"number": batch.number, **waybill_told(sent)})
        return Done((said,), next=(step, "/menu"))
