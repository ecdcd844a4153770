"""What a batch has to offer its station after the results: the next step that is due, and its papers (R7.7–R7.9)."""

from collections.abc import Iterator

from rules.shipments import ShipmentState
from rules.spot_checks import SpotCheckState
from store import outcomes
from store.batches import Batch, BatchState
from store.unit import UnitOfWork


def steps(work: UnitOfWork, batch: Batch) -> Iterator[str]:
    """What waits for the station first; nothing before the exam has begun."""
    if batch.state is not BatchState.SUBMITTED or work.now < batch.begins_at:
        return
    for check in work.spot_checks.of(batch.id):
        if check.state is SpotCheckState.ASKED:
            yield f"/spot_check_reply {check.id}"
    if not outcomes.against(work, batch.id):
        yield from of_certificates(work, batch)
    yield f"/archive {batch.number}"


def of_certificates(work: UnitOfWork, batch: Batch) -> Iterator[str]:
    """Payment, photos, parcels."""
    if work.settlements.bill(batch.id).certificates:
        yield f"/payment_slip {batch.number}"
    if work.paper_photos.lacking(batch.id):
        yield f"/paper_photos {batch.number}"
    sent = work.shipments.of(batch.id)
    if any(one.state is ShipmentState.ON_ITS_WAY for one in sent):
        yield f"/shipments {batch.number}"
