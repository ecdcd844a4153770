"""A bot account as the program runs it: by webhook or by polling, in one process or several."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol

import structlog
from starlette.routing import Route

from handlers.channel import SendFailed, TryLater
from handlers.telegram import webhook
from handlers.telegram.channel import TelegramChannel
from handlers.telegram.commands import CommandBook
from handlers.telegram.network import Network
from handlers.telegram.polling import Poller

PAUSE_S = 5.0
LONGEST_PAUSE_S = 300.0

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Hook:
    """Where Telegram brings updates: the path at our public address, and the secret it proves itself by."""

    public_url: str
    path: str
    secret: str


class Inbound(Protocol):
    """A library taking updates as JSON."""

    async def take(self, update: Mapping[str, Any]) -> None:
        """Raises Busy when the update should come again."""


class TelegramAccount:
    """Implements handlers.channel.Account. `introduced` is told the address of links into the bot."""

    def __init__(
        self,
        channel: TelegramChannel,
        network: Network,
        inbound: Inbound,
        book: CommandBook,
        *,
        hook: Hook | None,
        introduced: Callable[[str, str], None],
        pause_s: float = PAUSE_S,
    ) -> None:
        self.channel = channel
        self._network = network
        self._inbound = inbound
        self._book = book
        self._hook = hook
        self._introduced = introduced
        self._pause_s = pause_s
        self._poller = Poller(network, inbound.take, pause_s=pause_s)
        self._introducing: asyncio.Task[None] | None = None

    def routes(self) -> Sequence[Route]:
        if self._hook is None:
            return ()
        return [webhook.route(self._hook.path, self._hook.secret, self._inbound.take)]

    async def open(self) -> None:
        """Telegram is asked who we are in the background: where it is blocked we serve all the same."""
        self._introducing = asyncio.create_task(self._introduce())

    async def serve(self) -> None:
        assert self._introducing
        await asyncio.shield(self._introducing)
        await self._until_done(self._book.publish)
        if self._hook is None:
            await self._until_done(self._network.drop_webhook)
            await self._poller.run()
        else:
            await self._until_done(self._set_webhook)
            await asyncio.Event().wait()

    async def close(self) -> None:
        if self._introducing:
            self._introducing.cancel()
            with suppress(asyncio.CancelledError):
                await self._introducing
        await self._poller.finish()
        await self._network.close()

    async def _introduce(self) -> None:
        await self._until_done(self._start)

    async def _start(self) -> None:
        name = await self._network.start()
        self._introduced(self.channel.name, f"https://t.me/{name}?start=h_")

    async def _set_webhook(self) -> None:
        assert self._hook
        await self._network.set_webhook(self._hook.public_url + self._hook.path, self._hook.secret)

    async def _until_done(self, act: Callable[[], Awaitable[None]]) -> None:
        """Again after growing pauses while the network fails."""
        pause = self._pause_s
        while True:
            try:
                return await act()
            except SendFailed as failed:
                log.warning("telegram-unreachable", bot=self._network.bot, problem=failed.problem)
                await asyncio.sleep(failed.seconds if isinstance(failed, TryLater) else pause)
                pause = min(pause * 2, LONGEST_PAUSE_S)
