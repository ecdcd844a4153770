"""Every form, command and searched list there is, in the order of the menu."""

from conversations.anyone.handover import HANDOVER
from conversations.anyone.language import Language
from conversations.anyone.logout import LOGOUT
from conversations.engine.form import Form
from conversations.lookup import Source
from conversations.talk import Command, House

FORMS: tuple[type[Form], ...] = (Language,)
COMMANDS: tuple[Command, ...] = (HANDOVER, LOGOUT)
SOURCES: dict[str, Source] = {}


def house(public_url: str = "") -> House:
    """The house as it stands; `public_url` is where links lead."""
    return House(
        {form.title: form for form in FORMS},
        {command.title: command for command in COMMANDS},
        SOURCES,
        public_url,
    )
