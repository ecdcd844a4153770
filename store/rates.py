"""How often somebody may try something: counters that may be lost, by machine time."""

import time
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from threading import Lock
from typing import Protocol

import redis

from store.faults import TransientFault

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


COUNT = """
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return {count, redis.call('PTTL', KEYS[1])}
"""


class RedisRates:
    """Rates shared by all processes."""

    def __init__(self, url: str, *, prefix: str = "kaowu:") -> None:
        self._redis = redis.Redis.from_url(url, socket_timeout=2)
        self._count = self._redis.register_script(COUNT)
        self._prefix = prefix

    def take(self, name: str, subject: str, limit: int, per: timedelta) -> timedelta | None:
        window = int(per.total_seconds() * 1000)
        try:
            count, left = self._count([f"{self._prefix}rate:{name}:{subject}"], [window])
        except redis.RedisError as error:
            raise TransientFault("the rates cannot be reached") from error
        return timedelta(milliseconds=left) if count > limit else None

    def clear(self, name: str, subject: str) -> None:
        # Attempts are forgotten with their window in any case.
        with suppress(redis.RedisError):
            self._redis.delete(f"{self._prefix}rate:{name}:{subject}")

    def close(self) -> None:
        self._redis.close()
