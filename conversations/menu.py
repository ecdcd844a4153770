"""What can be done here: all forms, commands and lists, and which of them a person's menu shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from conversations.engine.form import Done, Form
from conversations.lookup import Source
from rules.roles import ANYONE, Role

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
class House:
    """All there is, by name, in the order of the menu. `public_url` is where links lead."""

    forms: Mapping[str, type[Form]]
    commands: Mapping[str, Command]
    sources: Mapping[str, Source]
    order: tuple[str, ...]
    public_url: str = ""
    chat_links: Mapping[str, str] = field(default_factory=dict)
    """Where a handover link opens a chat: addresses by channel that end where the token goes."""
    private_on_page: frozenset[str] = frozenset()
    """Channels on which private boxes are filled in on the secure page only."""

    def roles(self, name: str) -> frozenset[Role]:
        """Who may open it."""
        return self.forms[name].roles if name in self.forms else self.commands[name].roles

    def menu(self, roles: frozenset[Role]) -> list[str]:
        """What the menu lists. Guests also see registration, which shows them the way in."""
        entries: dict[str, type[Form] | Command] = {**self.forms, **self.commands}
        shown = [n for n in self.order if entries[n].roles & entries[n].in_menu_of & roles]
        if Role.GUEST in roles and "registration" in self.forms:
            shown.insert(1, "registration")
        return shown

    def allowed(self, roles: frozenset[Role]) -> list[str]:
        """What a person of these roles may open."""
        return [name for name in self.order if self.roles(name) & roles]
