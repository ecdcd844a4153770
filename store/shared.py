"""Rates, paces and signals shared by all processes, through Redis. Imported only where Redis is set."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from threading import Event, Lock

import redis
from redis.client import PubSub, PubSubWorkerThread

from store.faults import TransientFault
from store.people import PersonId
from store.signals import Listener, MemorySignals

COUNT = """
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return {count, redis.call('PTTL', KEYS[1])}
"""

RESERVE = """
local time = redis.call('TIME')
local now = time[1] + time[2] / 1000000
local due = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now)
local gap = tonumber(ARGV[1])
local rest = tonumber(redis.call('GET', KEYS[2]) or '0')
local wait = math.max(0, due - (tonumber(ARGV[2]) - 1) * gap - now, rest - now)
if wait > tonumber(ARGV[3]) then return '' end
redis.call('SET', KEYS[1], string.format('%.6f', due + gap), 'PX', math.ceil((due + gap - now) * 1000) + 1000)
return string.format('%.6f', wait)
"""
REST = """
local time = redis.call('TIME')
local until_ = time[1] + time[2] / 1000000 + tonumber(ARGV[1])
if until_ > tonumber(redis.call('GET', KEYS[1]) or '0') then
  redis.call('SET', KEYS[1], string.format('%.6f', until_), 'PX', math.ceil(tonumber(ARGV[1]) * 1000) + 1000)
end
"""


class RedisPaces:
    """Paces shared by all processes, by the time of Redis."""

    def __init__(self, url: str, *, prefix: str = "kaowu:") -> None:
        self._redis = redis.Redis.from_url(url, socket_timeout=2)
        self._reserve = self._redis.register_script(RESERVE)
        self._rest = self._redis.register_script(REST)
        self._prefix = prefix

    def reserve(
        self, subject: str, per_second: float, burst: int, *, at_most: float = 60.0
    ) -> float | None:
        try:
            wait = self._reserve(
                [self._key(subject), self._rest_key(subject)], [1 / per_second, burst, at_most]
            )
        except redis.RedisError as error:
            raise TransientFault("the paces cannot be reached") from error
        return float(wait) if wait else None

    def rest(self, subject: str, seconds: float) -> None:
        # Lost, it costs one more refusal by the network.
        with suppress(redis.RedisError):
            self._rest([self._rest_key(subject)], [seconds])

    def close(self) -> None:
        self._redis.close()

    def _key(self, subject: str) -> str:
        return f"{self._prefix}pace:{subject}"

    def _rest_key(self, subject: str) -> str:
        return f"{self._prefix}rest:{subject}"


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


class RedisSignals:
    """Signals between processes, through one Redis channel and one listening thread."""

    def __init__(self, url: str, *, prefix: str = "kaowu:") -> None:
        self._redis = redis.Redis.from_url(url, socket_timeout=2)
        self._channel = f"{prefix}signals"
        self._local = MemorySignals()
        self._thread: PubSubWorkerThread | None = None
        self._lock = Lock()
        self._closed = Event()

    def raise_(self, person: PersonId) -> None:
        with suppress(redis.RedisError):
            self._redis.publish(self._channel, str(person))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        with self._lock:
            self._thread = self._thread or self._listen()
        return self._local.subscribe(listener)

    def close(self) -> None:
        self._local.close()
        self._closed.set()
        if self._thread is not None:
            self._thread.stop()
            self._thread.join()
        self._redis.close()

    def _listen(self) -> PubSubWorkerThread:
        news = PubSub(self._redis.connection_pool, ignore_subscribe_messages=True)
        try:
            news.subscribe(**{self._channel: self._pass_on})
        except redis.RedisError as error:
            raise TransientFault("the signals cannot be reached") from error
        return news.run_in_thread(sleep_time=1, daemon=True, exception_handler=self._lost)

    def _lost(self, error: Exception, _news: PubSub, _thread: PubSubWorkerThread) -> None:
        if not isinstance(error, redis.RedisError):
            raise error
        # The connection is taken up again at the next look; until then do not spin.
        self._closed.wait(1)

    def _pass_on(self, message: dict[str, bytes]) -> None:
        self._local.raise_(PersonId(int(message["data"])))
