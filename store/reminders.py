"""Reminders noted and sent: for each occasion a person is reminded of a thing once (R9.2).

Noting says only that something may be due; whether it still is, is decided when it is sent.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Row,
    Select,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    cast,
    delete,
    func,
    literal,
    select,
    update,
)

from rules.findings import Finding, NotPossible
from rules.reminders import ReminderKind
from store.batches import BatchId
from store.people import PersonId, people
from store.registrations import registrations
from store.schema import Moment, Serial, insert_or_keep, metadata

if TYPE_CHECKING:
    from rules.registration import RegistrationState
    from store.unit import UnitOfWork

ReminderId = NewType("ReminderId", int)

KEPT = timedelta(days=400)
"""Longer than any occasion comes back."""


class ReminderState(StrEnum):
    """What became of a reminder."""

    WAITING = "waiting"
    SENT = "sent"
    DROPPED = "dropped"
    """It was done, over or said otherwise before it could be sent."""


reminders = Table(
    "reminders",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("subject", String(40), nullable=False),
    Column("person_id", ForeignKey(people.c.id), nullable=False),
    Column("occasion", String(40), nullable=False),
    Column("institution_code", String(30)),
    Column("due_at", Moment, nullable=False),
    Column("state", String(10), nullable=False),
    Column("settled_at", Moment),
    UniqueConstraint("person_id", "kind", "subject", "occasion"),
    sqlite_autoincrement=True,
)
_WAITING = reminders.c.state == ReminderState.WAITING
Index(None, reminders.c.person_id, sqlite_where=_WAITING, postgresql_where=_WAITING)

mailed_reminders = Table(
    "mailed_reminders",
    metadata,
    Column("institution_code", String(30), primary_key=True),
    Column("kind", String(20), primary_key=True),
    Column("subject", String(40), primary_key=True),
    Column("occasion", String(40), primary_key=True),
    Column("mailed_at", Moment, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing one person is reminded of on one occasion."""

    id: ReminderId
    kind: ReminderKind
    subject: str
    """What it is about: a number or a code, as its kind has it."""
    person: PersonId
    occasion: str
    institution: str | None
    """On whose behalf the person is told; they are told only as long as they hold a post there."""
    due_at: datetime
    state: ReminderState
    settled_at: datetime | None


_ALL: Select[Any] = select(reminders)
NOTE = insert_or_keep(reminders)
_noted: Mapping[str, ColumnElement[Any]] = {
    "kind": bindparam("of_kind", type_=String),
    "subject": cast(registrations.c.id, String(40)),
    "person_id": registrations.c.person_id,
    "occasion": bindparam("of_occasion", type_=String),
    "due_at": bindparam("now", type_=Moment),
    "state": literal(ReminderState.WAITING.value),
}
NOTE_CANDIDATES = NOTE.from_select(
    list(_noted),
    select(*_noted.values()).where(
        registrations.c.batch_id == bindparam("of_batch"),
        registrations.c.state.in_(bindparam("of_states", expanding=True)),
    ),
)
PEOPLE_WAITING = (
    select(reminders.c.person_id)
    .distinct()
    .where(_WAITING, reminders.c.due_at <= bindparam("now"))
    .where(reminders.c.person_id > bindparam("after"))
    .order_by(reminders.c.person_id)
    .limit(bindparam("most"))
)
WAITING_FOR = _ALL.where(
    _WAITING, reminders.c.person_id == bindparam("person"), reminders.c.due_at <= bindparam("now")
).order_by(reminders.c.id.desc())
SENT_SINCE = (
    select(func.count())
    .select_from(reminders)
    .where(
        reminders.c.person_id == bindparam("person"),
        reminders.c.state == ReminderState.SENT,
        reminders.c.settled_at >= bindparam("since"),
    )
)


class Reminders:
    """Nobody but jobs notes and sends; a person may put off what they were sent."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    # --- noting ---

    def once(
        self,
        kind: ReminderKind,
        subject: object,
        people: Iterable[PersonId],
        occasion: str,
        *,
        institution: str | None = None,
    ) -> None:
        """Note that these people are to be reminded; who was noted for the occasion before stays as they are."""
        rows = [
            {
                "kind": kind,
                "subject": str(subject),
                "person_id": person,
                "occasion": occasion,
                "institution_code": institution,
                "due_at": self._unit.now,
                "state": ReminderState.WAITING,
            }
            for person in people
        ]
        if rows:
            self._unit.connection.execute(NOTE, rows)

    def once_for_candidates(
        self,
        kind: ReminderKind,
        batch: BatchId,
        states: "Collection[RegistrationState]",
        occasion: str,
    ) -> None:
        """The same for everybody whose registration in the batch stands there.

        The rows never leave the database: a day may have a million of them.
        """
        values = {
            "of_kind": kind.value,
            "of_batch": batch,
            "of_states": list(states),
            "of_occasion": occasion,
            "now": self._unit.now,
        }
        self._unit.connection.execute(NOTE_CANDIDATES, values)

    # --- sending ---

    def people_waiting(self, after: int, most: int) -> Sequence[int]:
        """People something is due for, by number."""
        values = {"now": self._unit.now, "after": after, "most": most}
        return self._unit.connection.scalars(PEOPLE_WAITING, values).all()

    def waiting_for(self, person: PersonId) -> tuple[Reminder, ...]:
        """What is due for the person, the latest noted first."""
        values = {"person": person, "now": self._unit.now}
        return tuple(map(_reminder, self._unit.connection.execute(WAITING_FOR, values)))

    def sent_today(self, person: PersonId) -> int:
        """How many reminders the person got on this day of the office."""
        midnight = self._unit.now.replace(hour=0, minute=0, second=0, microsecond=0)
        values = {"person": person, "since": midnight}
        sent: int = self._unit.connection.execute(SENT_SINCE, values).scalar_one()
        return sent

    def settle(self, state: ReminderState, *settled: ReminderId) -> None:
        """These were sent, or need not be sent any more."""
        which = reminders.c.id.in_(settled) & _WAITING
        values = {"state": state, "settled_at": self._unit.now}
        self._unit.connection.execute(update(reminders).where(which).values(values))

    def mail_once(self, institution: str, reminder: Reminder) -> bool:
        """Whether the institution has no mail about this yet; then it counts as mailed now.

        What concerns the institution is one thing, whoever of it is reminded; what concerns one of
        its people is one for each of them.
        """
        whose = "" if reminder.institution else f"#{reminder.person}"
        values = {
            "institution_code": institution,
            "kind": reminder.kind,
            "subject": f"{reminder.subject}{whose}",
            "occasion": reminder.occasion,
            "mailed_at": self._unit.now,
        }
        added = insert_or_keep(mailed_reminders).returning(mailed_reminders.c.mailed_at)
        return self._unit.connection.execute(added, values).first() is not None

    def was_told(
        self, kind: ReminderKind, subject: object, person: PersonId, since: datetime
    ) -> datetime | None:
        """When the person was first reminded of it after that moment."""
        question = select(func.min(reminders.c.settled_at)).where(
            reminders.c.person_id == person,
            reminders.c.kind == kind,
            reminders.c.subject == str(subject),
            reminders.c.state == ReminderState.SENT,
            reminders.c.settled_at > since,
        )
        told: datetime | None = self._unit.connection.scalar(question)
        return told

    # --- 明天再提醒 ---

    def own(self, reminder: ReminderId) -> Reminder:
        """One of the caller's own; NotPossible for others."""
        question = _ALL.where(
            reminders.c.id == reminder, reminders.c.person_id == self._unit.caller.person
        )
        row = self._unit.connection.execute(question).first()
        if row is None:
            raise NotPossible(Finding("reminder-unknown"))
        return _reminder(row)

    def last_sent(self) -> Reminder | None:
        """What the caller was reminded of last."""
        question = (
            _ALL.where(reminders.c.person_id == self._unit.caller.person)
            .where(reminders.c.state == ReminderState.SENT)
            .order_by(reminders.c.settled_at.desc(), reminders.c.id.desc())
        )
        row = self._unit.connection.execute(question.limit(1)).first()
        return None if row is None else _reminder(row)

    def again(self, reminder: Reminder, at: datetime) -> None:
        """Remind of the same once more then; tapped twice it stays once."""
        values = {
            "kind": reminder.kind,
            "subject": reminder.subject,
            "person_id": reminder.person,
            "occasion": f"again-{at.date()}",
            "institution_code": reminder.institution,
            "due_at": at,
            "state": ReminderState.WAITING,
        }
        self._unit.connection.execute(NOTE, values)

    # --- forgetting ---

    def old(self, after: int, most: int) -> Sequence[int]:
        """Reminders settled so long ago that their occasion cannot come back; a page without any ends the search."""
        question = select(reminders.c.id, reminders.c.settled_at).where(reminders.c.id > after)
        rows = self._unit.connection.execute(question.order_by(reminders.c.id).limit(most))
        before = self._unit.now - KEPT
        return [row.id for row in rows if row.settled_at and row.settled_at < before]

    def forget(self, reminder: ReminderId) -> None:
        self._unit.connection.execute(delete(reminders).where(reminders.c.id == reminder))

    def erase(self, person: PersonId) -> None:
        self._unit.connection.execute(delete(reminders).where(reminders.c.person_id == person))


def _reminder(row: Row[Any]) -> Reminder:
    return Reminder(
        id=row.id,
        kind=ReminderKind(row.kind),
        subject=row.subject,
        person=row.person_id,
        occasion=row.occasion,
        institution=row.institution_code,
        due_at=row.due_at,
        state=ReminderState(row.state),
        settled_at=row.settled_at,
    )
