"""How often somebody may try something: counters that may be lost, by machine time."""

import time
from collections import OrderedDict
from collections.abc import Callable
from datetime import timedelta
from threading import Lock
from typing import Protocol

MOST_SUBJECTS = 100_000


class Rates(Protocol):
    """Counts attempts in windows that begin with the first attempt."""

    def take(self, name: str, subject: str, limit: int, per: timedelta) -> timedelta | None:
        """Count one attempt; None when it is within the limit, else how long to wait."""

    def clear(self, name: str, subject: str) -> None:
        """Forget the attempts of a subject, as after a right password."""


class MemoryRates:
    """Rates of one process; forgets the oldest windows when there are too many."""

    def __init__(
        self, *, seconds: Callable[[], float] = time.monotonic, most: int = MOST_SUBJECTS
    ) -> None:
        self._seconds = seconds
        self._most = most
        self._windows: OrderedDict[tuple[str, str], tuple[float, int]] = OrderedDict()
        self._lock = Lock()

    def take(self, name: str, subject: str, limit: int, per: timedelta) -> timedelta | None:
        now = self._seconds()
        key = (name, subject)
        with self._lock:
            ends, count = self._windows.get(key, (0.0, 0))
            if ends <= now:
                self._windows.pop(key, None)
                ends, count = now + per.total_seconds(), 0
            self._windows[key] = (ends, count + 1)
            if len(self._windows) > self._most:
                self._windows.popitem(last=False)
        return timedelta(seconds=ends - now) if count >= limit else None

    def clear(self, name: str, subject: str) -> None:
        with self._lock:
            self._windows.pop((name, subject), None)
