"""Asking Telegram for updates: nothing is confirmed that was not done, and nobody waits for a slow one."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Set
from typing import Any

import structlog

from handlers.channel import Busy, SendFailed, TryLater
from handlers.telegram.network import Network

WAIT_S = 25
"""How long Telegram holds an empty answer back."""
LOOK_EVERY_S = 1.0
"""While something is under way: asked again so often for what came since."""
PAUSE_S = 5.0
"""Before asking again while the network fails."""

log = structlog.get_logger()


class Poller:
    """For one account; only one process asks at a time (Account.serve).

    An offset confirms all updates before it, so it stays at the first that is not done; those behind
    it that are done already come again and are left aside.
    """

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
        self._next = 0
        """Above all updates seen."""
        self._open: set[int] = set()
        """Seen and not done: under way, or to come again."""
        self._taking: dict[int, asyncio.Task[float]] = {}

    async def run(self) -> None:
        """Until cancelled. What was taken and not yet confirmed then comes again, and is known."""
        while True:
            if pause := await self._once():
                await asyncio.sleep(pause)

    async def finish(self) -> None:
        """Wait for what was being taken when the asking was cancelled."""
        if self._taking:
            await asyncio.wait(self._taking.values())

    async def _once(self) -> float:
        """Ask once and begin what is new; seconds to pause."""
        try:
            updates = await self._network.updates(
                min(self._open, default=self._next), 0 if self._taking else WAIT_S
            )
        except SendFailed as failed:
            log.warning("poll-failed", bot=self._network.bot, problem=failed.problem)
            return failed.seconds if isinstance(failed, TryLater) else self._pause_s
        self._forget_dropped({update["update_id"] for update in updates})
        for update in updates:
            self._begin(update)
        return await self._first_done()

    def _forget_dropped(self, came: Set[int]) -> None:
        """What Telegram keeps no longer (after a day) would else be waited for for ever."""
        until = max(came, default=self._next)
        waiting = self._open - self._taking.keys()
        self._open -= {number for number in waiting if number < until and number not in came}

    def _begin(self, update: Mapping[str, Any]) -> None:
        number: int = update["update_id"]
        if number in self._taking or (number < self._next and number not in self._open):
            return
        self._next = max(self._next, number + 1)
        self._open.add(number)
        self._taking[number] = asyncio.create_task(self._taken(update))

    async def _taken(self, update: Mapping[str, Any]) -> float:
        try:
            await self._take(update)
        except Busy as busy:
            return busy.retry_after
        self._open.discard(update["update_id"])
        return 0

    async def _first_done(self) -> float:
        """Wait a moment for what is under way; seconds to pause when something has to come again."""
        if not self._taking:
            return 0
        await asyncio.wait(
            self._taking.values(),
            timeout=LOOK_EVERY_S,
            return_when=asyncio.FIRST_COMPLETED,
        )
        ended = [number for number, task in self._taking.items() if task.done()]
        return max((self._taking.pop(number).result() for number in ended), default=0)
