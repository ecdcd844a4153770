"""Reminders after the results: payments, returned photos, parcels to sign for, spot checks (R9.1, R9.4)."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from conversations.engine.messages import Sentence
from conversations.reminders.batches import batch_of, named
from conversations.reminders.notes import Note
from conversations.reminders.planning import note, note_staff
from rules import reminders
from rules.money import in_yuan
from rules.paper_photos import PhotoState
from rules.policy import Policy
from rules.reminders import END_OF_TIME, Due, ReminderKind
from rules.roles import Action
from rules.settlements import SettlementState
from rules.shipments import ShipmentState
from rules.spot_checks import SpotCheckState
from store import outcomes, rights
from store.batches import Batch, BatchId
from store.paper_photos import PaperPhoto
from store.reminders import Reminder
from store.shipments import ShipmentId
from store.spot_checks import SpotCheckId
from store.unit import UnitOfWork

# --- payments, photos ---


def unsettled(work: UnitOfWork, _: datetime, after: int, limit: int) -> Sequence[int]:
    return work.settlements.unsettled(after, limit)


def note_settlement(work: UnitOfWork, _: datetime, item: int) -> None:
    """The station while a payment is awaited, the officers while it is to be checked."""
    batch, policy = work.batches.get(BatchId(item)), work.policy.current(work.today)
    standing = work.settlements.find(batch.id)
    if standing and standing.state is SettlementState.FILED:
        due = reminders.waiting(standing.filed_at, work.now, policy)
        note_officers(work, batch, ReminderKind.PAYMENT, Action.CHECK_SETTLEMENT, due)
    elif work.settlements.is_awaited(batch):
        due = reminders.owed(due_on(batch, policy), work.now, policy)
        if due:
            note_staff(work, batch.station_code, ReminderKind.SETTLEMENT, batch.id, due)


def due_on(batch: Batch, policy: Policy) -> date:
    """R9.4, from the last day of the exam."""
    return max(batch.theory_on, batch.practice_on) + timedelta(days=policy.settlement_due_days)


def note_officers(
    work: UnitOfWork, batch: Batch, kind: ReminderKind, action: Action, due: Due | None
) -> None:
    officers = rights.holders(work, action, batch.station_code, batch.programme)
    note(work, kind, batch.id, officers, due)


def settlement(work: UnitOfWork, reminder: Reminder) -> Note | None:
    batch = batch_of(work, reminder)
    standing = work.settlements.find(batch.id)
    if not work.settlements.is_awaited(batch):
        return None
    due = due_on(batch, work.policy.current(work.today))
    told = {
        **named(work, batch),
        "due": due,
        "late": "yes" if due < work.today else "no",
        "again": "yes" if standing else "no",
    }
    steps = (f"/payment_slip {batch.number}",)
    return Note(END_OF_TIME, (Sentence("reminder-settlement", told),), steps)


def payment(work: UnitOfWork, reminder: Reminder) -> Note | None:
    batch = batch_of(work, reminder)
    standing = work.settlements.find(batch.id)
    if standing is None or standing.state is not SettlementState.FILED:
        return None
    told = {
        **named(work, batch),
        "station": batch.station_name,
        "yuan": in_yuan(work.settlements.bill(batch.id).total),
        "days": (work.today - standing.filed_at.date()).days,
    }
    steps = (f"/settlement_check {batch.number}",)
    return Note(END_OF_TIME, (Sentence("reminder-payment", told),), steps)


def with_returned(work: UnitOfWork, _: datetime, after: int, limit: int) -> Sequence[int]:
    return work.paper_photos.with_returned(after, limit)


def note_photos(work: UnitOfWork, _: datetime, item: int) -> None:
    batch = work.batches.get(BatchId(item))
    times = [one.noted_at for one in returned(work, batch) if one.noted_at]
    policy = work.policy.current(work.today)
    due = reminders.waiting(min(times), work.now, policy) if times else None
    if due:
        note_staff(work, batch.station_code, ReminderKind.PHOTOS, batch.id, due)


def returned(work: UnitOfWork, batch: Batch) -> tuple[PaperPhoto, ...]:
    if outcomes.against(work, batch.id):
        return ()
    photos = work.paper_photos.of(batch.id)
    return tuple(one for one in photos if one.state is PhotoState.RETURNED)


def photos(work: UnitOfWork, reminder: Reminder) -> Note | None:
    batch = batch_of(work, reminder)
    there = returned(work, batch)
    if not there:
        return None
    told = {**named(work, batch), "count": len(there)}
    steps = (f"/paper_photos {batch.number}",)
    return Note(END_OF_TIME, (Sentence("reminder-photos", told),), steps)


# --- parcels ---


def parcels(work: UnitOfWork, _: datetime, after: int, limit: int) -> Sequence[int]:
    return work.shipments.under_way(after, limit)


def note_parcel(work: UnitOfWork, _: datetime, item: int) -> None:
    sent = work.shipments.get(ShipmentId(item))
    due = reminders.waiting(sent.noted_at, work.now, work.policy.current(work.today))
    if due:
        station = work.batches.get(sent.batch).station_code
        note_staff(work, station, ReminderKind.PARCEL, sent.id, due)


def parcel(work: UnitOfWork, reminder: Reminder) -> Note | None:
    sent = work.shipments.get(ShipmentId(int(reminder.subject)))
    if sent.state is not ShipmentState.ON_ITS_WAY:
        return None
    batch = work.batches.get(sent.batch)
    told = {
        **named(work, batch),
        "sent_on": sent.waybill.sent_on,
        "carrier": sent.waybill.carrier,
        "tracking": sent.waybill.tracking_number,
    }
    steps = tuple(f"/shipment_receipt {sent.id} {answer}" for answer in ("yes", "no"))
    return Note(END_OF_TIME, (Sentence("reminder-parcel", told),), steps)


# --- spot checks ---


def checks(work: UnitOfWork, _: datetime, after: int, limit: int) -> Sequence[int]:
    return work.spot_checks.unsettled(after, limit)


def note_check(work: UnitOfWork, _: datetime, item: int) -> None:
    """The station until it answers, the officers while they are to look."""
    check, policy = work.spot_checks.get(SpotCheckId(item)), work.policy.current(work.today)
    batch = work.batches.get(check.batch)
    if check.state is SpotCheckState.ASKED:
        if due := reminders.owed(check.due_on, work.now, policy):
            note_staff(work, batch.station_code, ReminderKind.SPOT_CHECK, check.id, due)
        return
    since = work.spot_checks.rounds(check.id)[-1].answered_at
    officers = rights.holders(work, Action.SPOT_CHECK, batch.station_code, batch.programme)
    due = reminders.waiting(since, work.now, policy)
    note(work, ReminderKind.SPOT_CHECK_ANSWERED, check.id, officers, due)


def spot_check(work: UnitOfWork, reminder: Reminder) -> Note | None:
    check = work.spot_checks.get(SpotCheckId(int(reminder.subject)))
    if check.state is not SpotCheckState.ASKED:
        return None
    told = {
        "batch": work.batches.get(check.batch).number,
        "due": check.due_on,
        "late": "yes" if check.due_on < work.today else "no",
    }
    steps = (f"/spot_check_reply {check.id}",)
    return Note(END_OF_TIME, (Sentence("reminder-spot_check", told),), steps)


def spot_check_answered(work: UnitOfWork, reminder: Reminder) -> Note | None:
    check = work.spot_checks.get(SpotCheckId(int(reminder.subject)))
    if check.state is not SpotCheckState.ANSWERED:
        return None
    batch = work.batches.get(check.batch)
    since = work.spot_checks.rounds(check.id)[-1].answered_at
    told = {
        "batch": batch.number,
        "station": batch.station_name,
        "days": (work.today - since.date()).days,
    }
    steps = (f"/spot_checks {check.id}",)
    return Note(END_OF_TIME, (Sentence("reminder-spot_check_answered", told),), steps)
