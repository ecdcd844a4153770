"""E-mail as the last resort but one: for staff no chat reaches, to the reserved address of their institution (R9.5)."""

from datetime import timedelta

from conversations.reminders.notes import Note, spoken
from conversations.words import words
from rules.reminders import ReminderKind
from store.people import Person
from store.reminders import Reminder
from store.rights import institutions_of
from store.unit import UnitOfWork

PERSONAL = frozenset(
    {ReminderKind.EXAM, ReminderKind.DOCUMENT, ReminderKind.STAMP, ReminderKind.DRAFT}
)
"""A person's own affair, which is none of the institution's."""
GOOD_FOR = timedelta(days=3)


def mail_staff(work: UnitOfWork, person: Person, reminder: Reminder, note: Note) -> None:
    """Mail what was said once to the institution, by name where it is for one of its people only.

    The web inbox has it in any case.
    """
    if not work.store.sends_mail or reminder.kind in PERSONAL or work.chats.of(person.id):
        return
    at = reminder.institution or next(iter(institutions_of(work, person.id)), None)
    account = work.accounts.main(at) if at else None
    if at and account and account.email and work.reminders.mail_once(at, reminder):
        speak = words(person.language)
        whom = "" if reminder.institution else person.name
        text = spoken(note, speak)
        body = speak.say("reminder-mail.body", text=text, whom=whom or "none")
        work.mails.put(account.email, speak.say("reminder-mail"), body, GOOD_FOR)
