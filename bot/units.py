"""Units of work in threads: where there is one writer, those that wait for it share a commit."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Any, Protocol, TypeVar

from bot.pool import Pool
from handlers.channel import Busy
from store.faults import TransientFault
from store.unit import Store, UnitOfWork

T = TypeVar("T")

MOST_TOGETHER = 32
LONG_ENOUGH_S = 0.02
"""After so long a commit takes in no more: whoever came first is waiting for it."""
MOST_WAITING = 200


class Units(Protocol):
    """Where turns are taken."""

    async def run(self, act: Callable[[UnitOfWork], T]) -> T:
        """Act in a unit of its own, in a thread; what it returns is committed. Busy without room."""
        ...


def units(store: Store, pool: Pool) -> Units:
    """PostgreSQL gathers commits itself, from as many connections as there are threads."""
    return Apart(store, pool) if store.on_postgresql else Together(store, pool)


@dataclass(frozen=True, slots=True)
class Apart:
    """Each in a transaction of its own."""

    store: Store
    pool: Pool

    async def run(self, act: Callable[[UnitOfWork], T]) -> T:
        return await self.pool.run(lambda: self.store.carry_out(act))


@dataclass(frozen=True, slots=True)
class Waiting:
    """An act somebody waits for."""

    act: Callable[[UnitOfWork], Any]
    end: asyncio.Future[Any]


Ended = tuple[Waiting, Any, Exception | None]
"""What came of it: a result, or an error."""


class Together:
    """Those that wait at the same time share a transaction; one that fails is undone alone.

    For one event loop. A commit for each would be half of the work (measured).
    """

    def __init__(self, store: Store, pool: Pool) -> None:
        self._store = store
        self._pool = pool
        self._waiting: deque[Waiting] = deque()
        self._working: asyncio.Task[None] | None = None

    async def run(self, act: Callable[[UnitOfWork], T]) -> T:
        if len(self._waiting) >= MOST_WAITING:
            raise Busy
        waiting = Waiting(act, asyncio.get_running_loop().create_future())
        self._waiting.append(waiting)
        if self._working is None:
            self._working = asyncio.create_task(self._work())
        result: T = await waiting.end
        return result

    async def _work(self) -> None:
        """Transaction after transaction while anybody waits; between them others may have the thread."""
        while self._waiting:
            try:
                ended = await self._pool.run(self._transaction)
            except Busy as busy:
                ended = [(waiting, None, busy) for waiting in self._taken_out()]
            for waiting, result, error in ended:
                tell(waiting.end, result, error)
        self._working = None

    def _taken_out(self) -> list[Waiting]:
        taken = list(self._waiting)
        self._waiting.clear()
        return taken

    def _transaction(self) -> list[Ended]:
        """What waits now and what comes in the meantime, in the order it came."""
        begun: list[Waiting] = []
        ended: list[Ended] = []
        start = perf_counter()
        try:
            with self._store.sharing() as shared:
                while self._waiting and len(begun) < MOST_TOGETHER:
                    begun.append(waiting := self._waiting.popleft())
                    try:
                        with shared.unit() as work:
                            result = waiting.act(work)
                    except TransientFault:
                        raise  # the database's own: nobody here can be helped by a savepoint
                    except Exception as error:  # noqa: BLE001 - theirs who wait for it, not ours
                        ended.append((waiting, None, error))
                    else:
                        ended.append((waiting, result, None))
                    if perf_counter() - start > LONG_ENOUGH_S:
                        break
        except TransientFault as fault:
            return [(waiting, None, fault) for waiting in begun or self._taken_out()]
        except Exception:  # noqa: BLE001 - a bug that shows at the commit only: whose is it?
            return [self._alone(waiting) for waiting in begun]
        return ended

    def _alone(self, waiting: Waiting) -> Ended:
        try:
            return waiting, self._store.carry_out(waiting.act), None
        except Exception as error:  # noqa: BLE001 - theirs who wait for it, not ours
            return waiting, None, error


def tell(end: asyncio.Future[Any], result: object, error: Exception | None) -> None:
    """Whoever gave up waiting is told nothing."""
    if end.done():
        return
    if error is None:
        end.set_result(result)
    else:
        end.set_exception(error)
