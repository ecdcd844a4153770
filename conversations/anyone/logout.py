"""退出: this device speaks for nobody any more."""

from conversations.engine.form import Done
from conversations.engine.messages import Sentence
from conversations.menu import Command
from conversations.talk import Talk
from rules.roles import SIGNED_IN


def log_out(talk: Talk, _: str) -> Done:
    """The session becomes a new guest's; what was filled in waits for the next log-in."""
    guest = talk.work.people.add_guest(talk.person.language)
    talk.work.audit.note("logged-out", f"person:{talk.person.id}")
    return Done((Sentence("logged-out"),), next=("/login", "/certificate_lookup"), becomes=guest.id)


LOGOUT = Command("logout", SIGNED_IN, log_out)
