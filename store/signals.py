"""Signals that something new waits for a person; they may be lost, the numbered messages may not."""

from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from typing import Protocol

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
