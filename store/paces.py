"""Paces: not more than so many a second, over all and per chat, in one process or shared by several."""

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Protocol

MOST_SUBJECTS = 100_000


class Paces(Protocol):
    """Slots in time, given out one after another (GCRA): `burst` at once, then `per_second`."""

    def reserve(
        self, subject: str, per_second: float, burst: int, *, at_most: float = 60.0
    ) -> float | None:
        """Seconds to wait for the slot now reserved; None, nothing reserved, when longer than `at_most`."""

    def rest(self, subject: str, seconds: float) -> None:
        """Give out no slot of the subject before that time has passed."""


class MemoryPaces:
    """Paces of one process."""

    def __init__(self, *, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._next: OrderedDict[str, float] = OrderedDict()
        self._rests: OrderedDict[str, float] = OrderedDict()
        self._lock = Lock()

    def reserve(
        self, subject: str, per_second: float, burst: int, *, at_most: float = 60.0
    ) -> float | None:
        gap = 1 / per_second
        with self._lock:
            now = self._seconds()
            due = max(self._next.get(subject, 0.0), now)
            wait = max(0.0, due - (burst - 1) * gap - now, self._rests.get(subject, 0.0) - now)
            if wait > at_most:
                return None
            keep(self._next, subject, due + gap)
            return wait

    def rest(self, subject: str, seconds: float) -> None:
        with self._lock:
            until = self._seconds() + seconds
            keep(self._rests, subject, max(self._rests.get(subject, 0.0), until))


def keep(moments: OrderedDict[str, float], subject: str, moment: float) -> None:
    """Remember it; the subject unused for longest is forgotten when there are too many."""
    moments[subject] = moment
    moments.move_to_end(subject)
    if len(moments) > MOST_SUBJECTS:
        moments.popitem(last=False)
