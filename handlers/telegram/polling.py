"""Asking Telegram for updates: nothing is confirmed that was not done."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import structlog

from handlers.channel import Busy, SendFailed, TryLater
from handlers.telegram.network import Network

WAIT_S = 25
"""How long Telegram holds an empty answer back."""
PAUSE_S = 5.0
"""Before asking again while the network fails."""

log = structlog.get_logger()


class Poller:
    """For one account; only one process asks at a time (Account.serve)."""

    def __init__(
        self,
        network: Network,
        take: Callable[[Mapping[str, Any]], Awaitable[None]],
        *,
        pause_s: float = PAUSE_S,
    ) -> None:
        self._network = network
        self._take = take
        self._pause_s = pause_s
        self._offset = 0
        self._taking: asyncio.Task[float] | None = None

    async def run(self) -> None:
        """Until cancelled. What was taken and not yet confirmed then comes again, and is known."""
        while True:
            if pause := await self._once():
                await asyncio.sleep(pause)

    async def finish(self) -> None:
        """Wait for what was being taken when the asking was cancelled."""
        if self._taking:
            await asyncio.wait([self._taking])

    async def _once(self) -> float:
        """Ask once and take what came; seconds to pause."""
        try:
            updates = await self._network.updates(self._offset, WAIT_S)
        except SendFailed as failed:
            log.warning("poll-failed", bot=self._network.bot, problem=failed.problem)
            return failed.seconds if isinstance(failed, TryLater) else self._pause_s
        self._taking = asyncio.create_task(self._take_all(updates))
        return await asyncio.shield(self._taking)

    async def _take_all(self, updates: Sequence[Mapping[str, Any]]) -> float:
        """Chats side by side. The first that could not be taken, and what follows it, comes again."""
        taken = await asyncio.gather(*map(self._take, updates), return_exceptions=True)
        for update, outcome in zip(updates, taken, strict=True):
            if isinstance(outcome, Busy):
                return outcome.retry_after
            if isinstance(outcome, BaseException):
                raise outcome
            self._offset = update["update_id"] + 1
        return 0
