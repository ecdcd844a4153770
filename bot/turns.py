"""Turns: a message waits in its lane, is taken by intake in a thread, and is answered whatever happens."""

import asyncio
import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol, TypeVar

from bot.lanes import Lanes
from bot.logs import note_fault
from bot.passwords import Passwords
from bot.pool import Pool
from bot.retries import PAUSES, trying
from bot.units import Units
from conversations.incoming import Answer, Incoming, SessionUnknown
from conversations.intake import PasswordWanted
from handlers.channel import Busy
from store.clock import Clock
from store.faults import KeyReused
from store.unit import UnitOfWork

T = TypeVar("T")

UNMISTAKABLE = "23456789ACDEFGHJKLMNPQRTUVWXY"
"""No letter looks like a figure: references are read out on the telephone."""


class Taker(Protocol):
    """The part of Intake a turn needs; called from the threads of the units."""

    def received(self, work: UnitOfWork, incoming: Incoming) -> Answer: ...

    def apologise(self, work: UnitOfWork, incoming: Incoming, reference: str) -> Answer: ...


class Turns:
    """Takes messages on one event loop. What has begun is finished, also when nobody waits any more."""

    def __init__(
        self,
        intake: Taker,
        clock: Clock,
        *,
        units: Units,
        hashing: Pool,
        passwords: Passwords,
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        self._intake = intake
        self._clock = clock
        self._units = units
        self._hashing = hashing
        self._passwords = passwords
        self._pauses = pauses
        self._lanes = Lanes()
        self._running: dict[tuple[str, str], tuple[Incoming, asyncio.Task[Answer]]] = {}

    async def take(self, incoming: Incoming) -> Answer:
        """The answer to a message; one that is being taken already gets the answer of that one.

        Raises SessionUnknown and KeyReused as intake does, and Busy when nothing was done.
        """
        name = (incoming.origin, incoming.key)
        # The same phone may come back through another network while its message is still under way.
        content = replace(incoming, address=None)
        first, running = self._running.get(name, (content, None))
        if first != content:
            raise KeyReused(incoming.key)
        if running is None:
            running = asyncio.create_task(self._in_lane(incoming))
            self._running[name] = (content, running)
            running.add_done_callback(partial(self._done, name))
        return await asyncio.shield(running)

    async def finish(self) -> None:
        """Wait for everything under way."""
        await asyncio.gather(*(task for _, task in self._running.values()), return_exceptions=True)

    def _done(self, name: tuple[str, str], task: asyncio.Task[Answer]) -> None:
        del self._running[name]
        if not task.cancelled():
            task.exception()  # seen here; whoever waited has it too, and nobody may be waiting

    async def _in_lane(self, incoming: Incoming) -> Answer:
        async with self._lanes.turn(incoming.origin):
            try:
                return await self._answered(incoming)
            except (SessionUnknown, KeyReused, Busy):
                raise
            except Exception as error:  # noqa: BLE001 - the one edge of a turn: a bug becomes an apology
                return await self._apology(incoming, error)

    async def _answered(self, incoming: Incoming) -> Answer:
        """One turn, or two with the password work between them, outside of any unit."""
        try:
            return await self._taken(incoming)
        except PasswordWanted as wanted:
            todo = wanted.work
        await asyncio.sleep(todo.pause_s)
        typed, now = incoming.text or "", self._clock.machine_now()
        read = await self._hashing.run(partial(self._passwords.read, todo, typed, now))
        again = replace(incoming, text=None, secret=read)
        return await self._taken(again)

    async def _taken(self, incoming: Incoming) -> Answer:
        return await self._in_unit(lambda work: self._intake.received(work, incoming))

    async def _apology(self, incoming: Incoming, error: Exception) -> Answer:
        reference = "".join(secrets.choice(UNMISTAKABLE) for _ in range(5))
        note_fault("turn-failed", error, reference=reference)
        return await self._in_unit(lambda work: self._intake.apologise(work, incoming, reference))

    async def _in_unit(self, act: Callable[[UnitOfWork], T]) -> T:
        return await trying(lambda: self._units.run(act), self._pauses)
