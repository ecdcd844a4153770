"""Signals that something new waits for a person; they may be lost, the numbered messages may not."""

from collections.abc import Callable
from contextlib import suppress
from threading import Event, Lock
from typing import Protocol

import redis
from redis.client import PubSub, PubSubWorkerThread

from store.faults import TransientFault
from store.people import PersonId

Listener = Callable[[PersonId], None]


class Signals(Protocol):
    """Tells all processes that a person has news.

    A signal may be lost: `raise_` never fails, and readers look for news by themselves now and then.
    """

    def raise_(self, person: PersonId) -> None: ...

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call the listener, from any thread, for every signal; the answer ends the subscription.

        TransientFault when the signals cannot be reached.
        """

    def close(self) -> None: ...


class MemorySignals:
    """Signals within one process."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []
        self._lock = Lock()

    def raise_(self, person: PersonId) -> None:
        with self._lock:
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener(person)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        with self._lock:
            self._listeners.append(listener)
        return lambda: self._end(listener)

    def close(self) -> None:
        with self._lock:
            self._listeners.clear()

    def _end(self, listener: Listener) -> None:
        with self._lock, suppress(ValueError):
            self._listeners.remove(listener)


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
