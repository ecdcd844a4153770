"""明天再提醒: what somebody was just reminded of comes again the next morning."""

from conversations.engine.form import Done
from conversations.engine.messages import Sentence
from conversations.menu import Command
from conversations.reminders.sending import note_of, tomorrow
from conversations.talk import Talk
from rules.roles import ANYONE
from store.reminders import Reminder, ReminderId
from store.unit import UnitOfWork


def remind_tomorrow(talk: Talk, argument: str) -> Done:
    """The reminder of that number, or the last one."""
    reminder = meant(talk.work, argument)
    note = note_of(talk.work, reminder) if reminder else None
    if reminder is None or note is None:
        return Done((Sentence("reminder-done"),), next=("/menu",))
    at = tomorrow(talk.work)
    if at >= note.until:
        return Done((Sentence("reminder-too-late"),), next=(*note.steps,))
    talk.work.reminders.again(reminder, at)
    return Done((Sentence("reminder-again", {"on": at.date()}),), next=("/menu",))


def meant(work: UnitOfWork, argument: str) -> Reminder | None:
    if argument.isdecimal():
        return work.reminders.own(ReminderId(int(argument)))
    return work.reminders.last_sent()


REMIND_TOMORROW = Command("remind_tomorrow", ANYONE, remind_tomorrow, in_menu_of=frozenset())
