"""Telegram as a medium of the contract: each library over HTTP, a phone at the other end, a desk that notes."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from conversations.engine.messages import Option, Outgoing, Paper, Picture, Received
from conversations.incoming import Answer, Incoming, Numbered
from handlers.channel import FileOut, Speaker
from handlers.telegram.channel import TelegramChannel
from handlers.telegram.network import Network
from handlers.telegram.receiver import Receiver
from handlers.telegram_aiogram.inbound import AiogramInbound
from handlers.telegram_aiogram.outbound import AiogramNetwork
from handlers.telegram_ptb.inbound import PtbInbound
from handlers.telegram_ptb.outbound import PtbNetwork
from rules.roles import Role
from tests.handlers.contract import PORTRAIT, Seen
from tests.handlers.telegram.networks import connected
from tests.standins.telegram import TelegramStandIn
from tests.standins.telegram_phone import Bubble, Phone


@dataclass
class NotingDesk:
    """A ChatDesk that notes what comes in and has nothing to say."""

    taken: list[Incoming] = field(default_factory=list)

    async def take(self, incoming: Incoming) -> Answer:
        self.taken.append(incoming)
        mine = Numbered(1, mine=True, body=Outgoing(incoming.text or incoming.choice or ""))
        return Answer((mine,), 1)

    take_in_place = take

    async def written(self, answer: Answer) -> None: ...

    async def prepare_from_chat(
        self, channel: str, chat: str, key: str, data: bytes, name: str
    ) -> Received:
        return Received(f"{len(data)} bytes", "image/jpeg", len(data))

    async def blocked(self, channel: str, chat: str) -> None: ...

    async def speaker(self, channel: str, chat: str) -> Speaker:
        return Speaker("zh-CN", frozenset({Role.GUEST}))


class OneFile:
    """Documents that are all the same picture."""

    async def file(self, offered: Paper | Picture, person: int) -> FileOut:
        return FileOut("photo.jpg", "image/jpeg", PORTRAIT)

    def link(self, offered: Paper | Picture, person: int) -> str:
        return "https://kaowu.example/files/x"


@dataclass
class TelegramMedium:
    """Implements tests.handlers.contract.Medium."""

    network: Network
    inbound: AiogramInbound | PtbInbound
    channel: TelegramChannel
    desk: NotingDesk
    phone: Phone
    loop: asyncio.Runner
    updates: list[Any] = field(default_factory=list)
    bubbles: list[Bubble] = field(default_factory=list)

    def show(self, message: Outgoing) -> Seen:
        before = len(self.phone.screen)
        address = f"{self.network.bot}:{self.phone.id}"
        self.loop.run(self.channel.send(address, Numbered(1, mine=False, body=message), 1))
        self.bubbles = self.phone.screen[before:]
        files = tuple(b.file[1] for b in self.bubbles if b.file)
        return Seen("\n".join(b.text for b in self.bubbles), files)

    def choose(self, option: Option) -> Incoming:
        """By the button that reads so, or the one with its number where the text lists it."""
        shown = self.bubbles[-1]
        label = option.label if option.label in shown.labels else option.number
        self.phone.tap_data(shown, shown.data(label))
        return self._heard()

    def say(self, text: str) -> Incoming:
        self.phone.say(text)
        return self._heard()

    def hand_in(self, picture: bytes) -> Incoming:
        self.phone.photo(picture)
        return self._heard()

    def repeat(self) -> Incoming:
        self.loop.run(self.inbound.take(self.updates[-1]))
        return self.desk.taken[-1]

    def _heard(self) -> Incoming:
        offset = self.updates[-1]["update_id"] + 1 if self.updates else 0
        self.updates += self.loop.run(self.network.updates(offset, 0))
        self.loop.run(self.inbound.take(self.updates[-1]))
        return self.desk.taken[-1]


@contextmanager
def medium(library: str) -> Iterator[TelegramMedium]:
    with TelegramStandIn() as telegram:
        token = telegram.bot()
        with connected(library, token, telegram.address) as (network, loop):
            desk = NotingDesk()
            receiver = Receiver("telegram", desk, network, greeted)
            phone = telegram.phone(token)
            phone.start()
            channel = TelegramChannel("telegram", network, OneFile())
            inbound = inbound_of(network, receiver)
            yield TelegramMedium(network, inbound, channel, desk, phone, loop)


def inbound_of(network: Network, receiver: Receiver) -> AiogramInbound | PtbInbound:
    if isinstance(network, PtbNetwork):
        return PtbInbound(network, receiver)
    assert isinstance(network, AiogramNetwork)
    return AiogramInbound(network.library, receiver)


async def greeted(chat: int, person: int) -> None: ...
