"""证书签收: the station says that the certificates arrived whole, or what is wrong with the parcel (R7.9)."""

from conversations import batch_news
from conversations.engine.boxes import Choice, Pick, Text, YesNo, only_if, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence
from conversations.telling import tell_soon
from rules.findings import Finding, NotPossible
from rules.roles import Action, who_may
from rules.shipments import ShipmentState, Trouble
from store import outcomes
from store.batches import Batch
from store.shipments import Shipment, ShipmentId
from store.unit import UnitOfWork


def is_trouble(form: Sheet) -> bool:
    return form.whole is False


class ShipmentReceipt(Form):
    """One tap where all is well; `12 no` asks what is wrong."""

    roles = who_may(Action.SIGN_FOR_CERTIFICATES)
    reviewed = False

    shipment = settled(Pick("parcels_to_sign_for"))
    whole = YesNo()
    trouble = only_if(is_trouble, Choice(Trouble))
    remark = only_if(is_trouble, Text(longest=300))

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """NotPossible where nothing is on its way, or it was signed for already."""
        number, _, answer = argument.partition(" ")
        if not number:
            if not work.shipments.to_sign_for():
                raise NotPossible(Finding("shipment-none-to-sign", "R7.9"))
            return {}
        sent = work.shipments.get(ShipmentId(int(number) if number.isdecimal() else 0))
        work.shipments.seen(sent.batch)
        if sent.state is not ShipmentState.ON_ITS_WAY:
            raise NotPossible(Finding("shipment-signed-for", "R7.9"))
        return {"shipment": number, **({"whole": answer == "yes"} if answer else {})}

    def submit(self, work: UnitOfWork) -> Done:
        number = ShipmentId(int(self.shipment))
        trouble = None if self.whole else self.trouble
        sent = work.shipments.sign_for(number, trouble, self.remark or "")
        batch = work.batches.get(sent.batch)
        tell_officers(work, batch, sent)
        if sent.state is ShipmentState.RECEIVED:
            tell_candidates(work, batch)
        said = Sentence(f"shipment-done-{sent.state}", {"number": batch.number})
        return Done((said,), next=(f"/batches {batch.number}", "/menu"))


def tell_officers(work: UnitOfWork, batch: Batch, sent: Shipment) -> None:
    """Trouble leads them to the next parcel."""
    key = f"shipment-told-{sent.state}"
    told = {"trouble": sent.trouble or "", "remark": sent.remark}
    step = f"/shipments {batch.number}"
    batch_news.tell_officers(work, batch, Action.SEND_CERTIFICATES, key, step, **told)


def tell_candidates(work: UnitOfWork, batch: Batch) -> None:
    """They can be collected; candidates may be hundreds."""
    for one in outcomes.passed(work, batch.id):
        said = batch_news.news("shipment-told-collect", batch)
        tell_soon(work, work.people.get(one.person), said)
