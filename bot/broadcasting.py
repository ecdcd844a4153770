"""Broadcasts on their way: step by step beside the turns, taken up again where a killed process stopped."""

from functools import partial

from bot.beside import Beside, Pause, pausing
from bot.pool import Pool
from bot.retries import retrying
from conversations.officers.sending import send_some
from store.unit import Store

LOOK_EVERY_S = 2.0
"""How soon a new broadcast is found."""
PAUSE_S = 0.05
"""Between two steps: at least half of the time belongs to the turns."""


class Broadcasting(Beside):
    """Of several processes each takes a broadcast nobody else is at; a look is a step of it."""

    def __init__(self, store: Store, pool: Pool, pause: Pause | None = None) -> None:
        super().__init__("broadcast-failed", pause or pausing(LOOK_EVERY_S, PAUSE_S))
        self._step = partial(send_some, store)
        self._pool = pool

    async def look(self) -> bool:
        return await retrying(self._pool, self._step)
