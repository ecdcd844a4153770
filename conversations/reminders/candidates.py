"""Reminders to candidates: what was returned, the stamped form, time and place of the exam (R9.1)."""

from conversations.engine.messages import Sentence
from conversations.reminders.batches import exam_note
from conversations.reminders.notes import Note
from rules import reminders
from rules.materials import Material
from rules.registration import RegistrationState
from rules.years import DAY
from store.batches import Batch, BatchState
from store.registrations import Registration, RegistrationId
from store.reminders import Reminder
from store.unit import UnitOfWork


def found(work: UnitOfWork, reminder: Reminder) -> tuple[Registration, Batch]:
    registration = work.registrations.get(RegistrationId(int(reminder.subject)))
    return registration, work.batches.get(registration.batch_id)


def stamp(work: UnitOfWork, reminder: Reminder) -> Note | None:
    registration, batch = found(work, reminder)
    due = reminders.close(batch.closes_at, work.now, work.policy.current(work.today))
    waits = batch.state is BatchState.OPEN and registration.state is RegistrationState.SUBMITTED
    if due is None or not waits:
        return None
    says = (Sentence("reminder-stamp", owed(registration, batch)),)
    return Note(due.until, says, (f"/stamped_form {registration.id}",))


def document(work: UnitOfWork, reminder: Reminder) -> Note | None:
    registration, batch = found(work, reminder)
    waits = batch.state is BatchState.OPEN and registration.state is RegistrationState.RETURNED
    if not waits or work.now >= batch.closes_at:
        return None
    says = (Sentence("reminder-document", owed(registration, batch)),)
    documents = work.reviews.asked_for(registration.id).keys() & set(Material)
    form = "document" if documents else "correction"
    return Note(batch.closes_at, says, (f"/{form} {registration.id}",))


def exam(work: UnitOfWork, reminder: Reminder) -> Note | None:
    """Only for who is on the roster."""
    registration, batch = found(work, reminder)
    on_roster = batch.state is BatchState.SUBMITTED
    if not on_roster or registration.state is not RegistrationState.APPROVED:
        return None
    return exam_note(work, batch, "reminder-exam", f"/my_registrations {registration.number}")


def owed(registration: Registration, batch: Batch) -> dict[str, object]:
    return {
        "number": registration.number,
        "station": batch.station_name,
        "last": batch.closes_at.date() - DAY,
    }
