"""A settlement, and the labels of paper photos, as they stand on paper: who may see them was checked (R7.8, R7.9)."""

from bot.filled import PAPER, Boxes, level
from bot.filled_rosters import called
from exports.photo_labels import LabelSheet, PhotoLabel
from exports.settlement import SettledLine, SettlementSheet
from rules.findings import Finding, NotPossible
from rules.identity import mask_id_number
from rules.settlements import Bill
from store.batches import Batch, BatchId
from store.registrations import RegistrationId
from store.unit import UnitOfWork


def settlement_of_batch(work: UnitOfWork, subject: int) -> tuple[str, SettlementSheet]:
    batch = work.batches.get(BatchId(subject))
    work.settlements.seen(batch.id)
    return f"settlement-{batch.number}", settlement_sheet(work, batch)


def slip_of_batch(work: UnitOfWork, subject: int) -> tuple[str, SettlementSheet]:
    """NotPossible as long as something on it has no price."""
    name, sheet = settlement_of_batch(work, subject)
    return name.replace("settlement", "payment-slip"), sheet


def settlement_sheet(work: UnitOfWork, batch: Batch) -> SettlementSheet:
    due, standing = work.settlements.bill(batch.id), work.settlements.find(batch.id)
    station = work.institutions.get(batch.station_code)
    state = standing.state if standing else "open"
    on = (standing.decided_at or standing.filed_at).date() if standing else work.today
    return SettlementSheet(
        programme=batch.programme,
        batch=batch.number,
        station=station.name,
        station_code=station.code,
        operator=station.operator,
        exam_on=batch.exam_on,
        printed_on=work.today,
        lines=settled_lines(due),
        state=PAPER.say("settlement-state", state=str(state), on=on),
        payer=standing.payer if standing else "",
        paid_on=standing.paid_on if standing else None,
        payee=work.policy.current(work.today).payee,
    )


def settled_lines(due: Bill) -> tuple[SettledLine, ...]:
    """NotPossible as long as a price is missing: half a sum is none."""
    missing = [Finding("settlement-no-price", "R7.9", {"level": x}) for x in due.unpriced]
    if missing:
        raise NotPossible(missing)
    return tuple(
        SettledLine(
            line.unit.code,
            called(line.unit),
            level(line.level, line.unit),
            line.certificates,
            line.fen,
        )
        for line in due.lines
        if line.fen is not None
    )


def labels_of_batch(work: UnitOfWork, subject: int) -> tuple[str, LabelSheet]:
    """For everybody who passed, in the platform's order."""
    batch = work.batches.get(BatchId(subject))
    photos = work.paper_photos.seen(batch.id)
    if not photos:
        raise NotPossible(Finding("settlement-nobody-passed", "R7.8"))
    boxes = {
        line.registration.id: Boxes(line.boxes) for line in work.registrations.roster(batch.id)
    }
    labels = tuple(
        PhotoLabel(
            one.running_number,
            boxes[one.registration].text("name"),
            mask_id_number(boxes[one.registration].text("id_number")),
        )
        for one in photos
    )
    station = work.institutions.get(batch.station_code).name
    return f"photo-labels-{batch.number}", LabelSheet(batch.number, station, labels)


def own_photo(work: UnitOfWork, registration: RegistrationId) -> dict[str, object]:
    """What was noted of somebody's paper photo, for their own data."""
    noted = work.paper_photos.of_registration(registration)
    if noted is None:
        return {}
    state, reason, since = noted
    return {"paper_photo": {"state": state, "reason": reason, "since": since.isoformat()}}
