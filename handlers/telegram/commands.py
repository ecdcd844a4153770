"""What Telegram offers behind the slash: the forms of a role, by their titles."""

import re
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from contextlib import suppress

from conversations.menu import House
from conversations.words import LANGUAGES, words
from handlers.channel import SendFailed, Speaker
from handlers.telegram.network import Network
from rules.roles import Role, Roles

CONTROLS = ("menu", "resume", "back", "edit", "cancel", "help")
MOST = 100
DESCRIPTION = 256
NAME = re.compile(r"[a-z0-9_]{1,32}")
REMEMBERED = 10_000

PUBLIC = frozenset({Role.GUEST, Role.CANDIDATE})
"""Whoever has no post: the commands offered to all."""


def commands(house: House, roles: Roles, language: str) -> dict[str, str]:
    """Names with their titles in that language, in the order of the menu; controls last."""
    say = words(language).say
    named = {name: say(f"form-{name}") for name in house.menu(roles)}
    named |= {name: say(f"command-{name}") for name in CONTROLS}
    fitting = {name: says[:DESCRIPTION] for name, says in named.items() if NAME.fullmatch(name)}
    return dict(list(fitting.items())[:MOST])


class CommandBook:
    """Keeps Telegram's lists in step with the roles. What it remembers may be lost: it is told again."""

    def __init__(
        self, house: House, network: Network, speaker: Callable[[str], Awaitable[Speaker]]
    ) -> None:
        self._house = house
        self._network = network
        self._speaker = speaker
        self._told: OrderedDict[int, int] = OrderedDict()

    async def publish(self) -> None:
        """The commands of everybody, in each language; the first one stands for all others."""
        for language in LANGUAGES:
            listed = commands(self._house, PUBLIC, language)
            await self._network.set_commands(listed, language=language.partition("-")[0])
        await self._network.set_commands(commands(self._house, PUBLIC, LANGUAGES[0]))

    async def greet(self, chat: int, person: int) -> None:
        """The chat speaks for this person: offer what their posts add. Only ever an offer, so a failure is none."""
        before = self._told.get(chat)
        if before == person:
            return
        self._told[chat] = person
        if len(self._told) > REMEMBERED:
            self._told.popitem(last=False)
        speaker = await self._speaker(f"{self._network.bot}:{chat}")
        if before is None and speaker.roles <= PUBLIC:
            return  # sees the list for everybody
        listed = commands(self._house, speaker.roles, speaker.language)
        with suppress(SendFailed):
            await self._network.set_commands(listed, chat=chat)
