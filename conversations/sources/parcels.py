"""Batches whose certificates can be sent, and parcels on their way (R7.9)."""

from collections.abc import Callable, Mapping, Sequence

from conversations.engine.messages import Choosable, Json, Page
from conversations.stations.shipments import told_of
from rules.findings import NotPossible
from store.batches import Batch
from store.pages import page_of
from store.shipments import Shipment, ShipmentId
from store.unit import UnitOfWork


def to_send(work: UnitOfWork) -> Sequence[Batch]:
    return work.shipments.to_send()


def with_station(work: UnitOfWork, batch: Batch) -> Choosable:
    certificates = work.settlements.bill(batch.id).certificates
    args = {"number": batch.number, "station": batch.station_name, "certificates": certificates}
    return Choosable(batch.number, key="shipment-batch-option", args=args)


class Parcels:
    """Values are the numbers of parcels; one that arrived meanwhile stays chosen, to be told of."""

    def __init__(self, listed: Callable[[UnitOfWork], Sequence[Shipment]]) -> None:
        self._listed = listed

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = page_of(self._listed(work), page)
        return Page([option(work, one) for one in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        try:
            sent = work.shipments.get(ShipmentId(int(value) if value.isdecimal() else 0))
            work.shipments.seen(sent.batch)
        except NotPossible:
            return None
        return option(work, sent)


def option(work: UnitOfWork, sent: Shipment) -> Choosable:
    return Choosable(str(sent.id), key="parcel-option", args=told_of(work, sent))


def on_the_way(work: UnitOfWork) -> Sequence[Shipment]:
    return work.shipments.open()


def to_sign_for(work: UnitOfWork) -> Sequence[Shipment]:
    return work.shipments.to_sign_for()
