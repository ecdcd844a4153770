"""What can be done here: all forms, commands and lists, and which of them a person's menu shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING

from conversations.engine.form import Done, Form
from conversations.lookup import Source
from rules.roles import ANYONE, STAFF, Role, Roles

if TYPE_CHECKING:
    from conversations.talk import Talk


@dataclass(frozen=True, slots=True)
class Command:
    """A command answered at once, without a form: `act` gets the talk and the words after the command."""

    title: str
    roles: frozenset[Role]
    act: Callable[[Talk, str], Done]
    in_menu_of: frozenset[Role] = ANYONE


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the menu. Where the menu is long it is one line that unfolds, but for `flat_for`."""

    name: str
    entries: tuple[type[Form] | Command, ...]
    flat_for: frozenset[Role] = frozenset()


STAFF_AND_UNITS = STAFF | {Role.APPLICANT_UNIT}

MOST_LINES = 9
"""A menu of so many lines is shown as it is."""


@dataclass(frozen=True, eq=False)
class House:
    """All there is, by name, in the order of the menu. `public_url` is where links lead.

    It never changes, so what follows from it is worked out once; that is why it has no slots.
    """

    forms: Mapping[str, type[Form]]
    commands: Mapping[str, Command]
    sources: Mapping[str, Source]
    sections: tuple[Section, ...]
    public_url: str = ""
    chat_links: Mapping[str, str] = field(default_factory=dict)
    """Where a handover link opens a chat: addresses by channel that end where the token goes."""
    private_on_page: frozenset[str] = frozenset()
    """Channels on which private boxes are filled in on the secure page only."""

    def roles(self, name: str) -> frozenset[Role]:
        """Who may open it."""
        return self.forms[name].roles if name in self.forms else self.commands[name].roles

    @cached_property
    def order(self) -> tuple[str, ...]:
        """All names, in the order of the menu."""
        return tuple(entry.title for section in self.sections for entry in section.entries)

    @cached_property
    def allowed(self) -> Callable[[Roles], tuple[str, ...]]:
        """What a person of these roles may open."""
        return cache(lambda roles: tuple(name for name in self.order if self.roles(name) & roles))

    @cached_property
    def folded(self) -> Callable[[Roles], tuple[str, ...]]:
        """The menu as it opens: its lines, and `menu <section>` for what unfolds."""
        return cache(lambda roles: tuple(self._lines(roles)))

    def menu(self, roles: Roles, section: str = "") -> list[str]:
        """All a person's menu holds, or one section of it."""
        parts = [section] if section else [part.name for part in self.sections]
        return [name for part in parts for name in self._of(roles, part)]

    def _lines(self, roles: Roles) -> list[str]:
        if len(whole := self.menu(roles)) <= MOST_LINES:
            return whole
        lines: list[str] = []
        for part in self.sections:
            names = self._of(roles, part.name)
            flat = len(names) == 1 or part.flat_for & at_work(roles)
            lines += names if flat else [f"menu {part.name}"][: len(names)]
        return lines

    def _of(self, roles: Roles, section: str) -> list[str]:
        """What a section shows. Guests also see registration, which shows them the way in."""
        entries = next((part.entries for part in self.sections if part.name == section), ())
        guest = Role.GUEST in roles
        return [
            entry.title
            for entry in entries
            if entry.roles & entry.in_menu_of & roles or (guest and entry.title == "registration")
        ]


def at_work(roles: Roles) -> Roles:
    """Staff are candidates, too, but their own work comes first in their menu."""
    return roles & STAFF_AND_UNITS or roles
