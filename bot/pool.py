"""Pools: a few threads for one kind of blocking work, with a bounded queue before them."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore
from typing import TypeVar

from handlers.channel import Busy

T = TypeVar("T")


class Pool:
    """At most `threads` pieces of work run and `waiting` wait; one more is Busy."""

    def __init__(
        self,
        name: str,
        threads: int,
        waiting: int,
        settle: Callable[[], None] | None = None,
    ) -> None:
        """`settle`: what each thread does when it begins, before any work."""
        self._count = threads
        self._threads = ThreadPoolExecutor(threads, name, initializer=settle)
        self._room = BoundedSemaphore(threads + waiting)

    def begin_with(self, work: Callable[[], object]) -> None:
        """Before the first piece of work every thread does this; nobody waits for it here."""
        for _ in range(self._count):
            self._threads.submit(work)

    async def run(self, work: Callable[[], T]) -> T:
        """Do blocking work in a thread. Work that has begun is finished, whoever stops waiting for it."""
        if not self._room.acquire(blocking=False):
            raise Busy
        doing = self._threads.submit(work)
        doing.add_done_callback(lambda _: self._room.release())
        return await asyncio.wrap_future(doing)

    def close(self) -> None:
        """Finish what has been taken in; take in nothing more."""
        self._threads.shutdown()
