"""Broadcasts on their way: step by step beside the turns, taken up again where a killed process stopped."""

import asyncio
from collections.abc import Callable
from functools import partial

import structlog

from bot.logs import places
from bot.pool import Pool
from bot.retries import retrying
from conversations.officers.sending import send_some
from handlers.channel import Busy
from store.unit import Store

LOOK_EVERY_S = 2.0
"""How soon a new broadcast is found."""
PAUSE_S = 0.05
"""Between two steps: at least half of the time belongs to the turns."""

log = structlog.get_logger()


class Broadcasting:
    """For one event loop; of several processes each takes a broadcast nobody else is at."""

    def __init__(
        self, store: Store, pool: Pool, pause: Callable[[bool], float] | None = None
    ) -> None:
        self._step = partial(send_some, store)
        self._pool = pool
        self._pause = pause or pause_after
        self._task: asyncio.Task[None] | None = None
        self._ending = asyncio.Event()

    def start(self) -> None:
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Finish the step under way; the rest waits in the store."""
        self._ending.set()
        if self._task is not None:
            await self._task

    async def _run(self) -> None:
        while not self._ending.is_set():
            more = await self._one_step()
            try:
                await asyncio.wait_for(self._ending.wait(), self._pause(more))
            except TimeoutError:
                continue

    async def _one_step(self) -> bool:
        """Whether there was something to do; after a fault of ours the next look is a later one."""
        try:
            return await retrying(self._pool, self._step)
        except Busy:
            return False
        except Exception as error:  # noqa: BLE001 - the edge of one step
            log.error("broadcast-failed", error=type(error).__name__, at=places(error))  # noqa: TRY400 - without the message
            return False


def pause_after(more: bool) -> float:  # noqa: FBT001 - what the step answered
    return PAUSE_S if more else LOOK_EVERY_S
