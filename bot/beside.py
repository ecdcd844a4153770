"""What goes on beside the turns: one look after the other until the server stops, at once where there is more."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable

import structlog

from bot.logs import note_fault
from handlers.channel import Busy
from store.faults import TransientFault

log = structlog.get_logger()

Pause = Callable[[bool], float]
"""How many seconds until the next look, after one that found something to do or nothing."""


def pausing(every_s: float, between_s: float = 0.0) -> Pause:
    return lambda more: between_s if more else every_s


class Beside(ABC):
    """For one event loop, from before the first turn to after the last. Subclasses say what a look does."""

    def __init__(self, fault: str, pause: Pause) -> None:
        """`fault` is what a bug of ours is called in the log; the next look tries again."""
        self._fault = fault
        self._pause = pause
        self._ending = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    @abstractmethod
    async def look(self) -> bool:
        """Do a piece of what there is to do; whether there may be more at once. Busy when there is no room now."""

    def start(self) -> None:
        """On the running loop."""
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Finish the look under way; the rest waits in the store."""
        self._ending.set()
        if self._task:
            await self._task

    async def _run(self) -> None:
        while not self._ending.is_set():
            try:
                more = await self.look()
            except Busy:
                more = False
            except TransientFault as fault:
                log.warning(self._fault, fault=str(fault))
                more = False
            except Exception as error:  # noqa: BLE001 - the edge of one look; the next one tries again
                note_fault(self._fault, error)
                more = False
            try:
                await asyncio.wait_for(self._ending.wait(), self._pause(more))
            except TimeoutError:
                continue
