"""`kaowu check`: what can be proved of forms and texts without running them. One sentence a fault."""

from collections.abc import Iterator

from bot.checks import forms, keys, texts
from conversations.house import house
from conversations.words import TEXTS


def faults() -> Iterator[str]:
    """Everything wrong with the forms, their texts and the keys used anywhere."""
    written = texts.read(TEXTS)
    here = house()
    yield from texts.faults(written)
    yield from forms.faults(here, written)
    yield from keys.faults(keys.used(keys.SOURCES), written, here.order)
