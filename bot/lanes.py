"""Lanes: one message of a person at a time, in order, waiting on the event loop and not in a thread."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from handlers.channel import Busy

DEPTH = 16
"""Messages one session may have under way; a hand cannot type faster, a program can wait."""


@dataclass(slots=True)
class Lane:
    """The messages of one session: one running, the others behind it in the order they came."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    inside: int = 0


class Lanes:
    """Lanes by name; one exists only while a message is in it. For one event loop."""

    def __init__(self, depth: int = DEPTH) -> None:
        self._depth = depth
        self._lanes: dict[str, Lane] = {}

    def __len__(self) -> int:
        return len(self._lanes)

    @asynccontextmanager
    async def turn(self, name: str) -> AsyncIterator[None]:
        """Wait for one's turn in a lane; Busy at once when the lane is full."""
        lane = self._lanes.setdefault(name, Lane())
        if lane.inside >= self._depth:
            raise Busy
        lane.inside += 1
        try:
            async with lane.turn:
                yield
        finally:
            lane.inside -= 1
            if not lane.inside:
                del self._lanes[name]
