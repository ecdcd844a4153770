"""截止日期: what is due when for whoever asks, as a list and as a calendar file (R9.1)."""

from datetime import datetime

from conversations.engine.form import Done
from conversations.engine.messages import Paper, Sentence, Words
from conversations.menu import Command
from conversations.talk import Talk
from rules.roles import EXAMINERS, STATION_STAFF, Role
from store.deadlines import Deadline

MOST = 9
"""A list a phone shows at once; the calendar has them all."""
ROLES = STATION_STAFF | EXAMINERS | {Role.CANDIDATE, Role.SUPERVISOR}


def deadlines(talk: Talk, _: str) -> Done:
    ahead = talk.work.deadlines.of_caller()
    if not ahead:
        return Done((Sentence("deadlines-none"),), next=("/menu",))
    lines = [
        Sentence("deadline-line", {"on": when(one), "what": what(one, talk.words)})
        for one in ahead[:MOST]
    ]
    file = Paper("calendar", 0, talk.words.say("deadlines-file"))
    return Done((Sentence("deadlines-listed"), *lines), (file,), next=("/menu",))


def what(deadline: Deadline, words: Words) -> str:
    return words.say(f"deadline-{deadline.kind}", **dict(deadline.args))


def when(deadline: Deadline) -> str:
    """A day that counts to its end says so: 2026-08-21 24:00."""
    if isinstance(deadline.at, datetime):
        return f"{deadline.at:%Y-%m-%d %H:%M}"
    return f"{deadline.at} 24:00"


DEADLINES = Command("deadlines", ROLES, deadlines)
