"""Broadcasts go out beside the turns; a fault of one step is noted, and the next one goes on."""

import asyncio
from collections.abc import Callable

from bot.broadcasting import Broadcasting
from bot.pool import Pool
from rules.audiences import Audience, AudienceKind
from rules.roles import Role
from store.unit import Caller, Store
from tests.store import office, tree
from tests.store.tree import MANAGEMENT


def officer(store: Store) -> Caller:
    with store.writing() as work:
        tree.grow(work)
    return tree.hold(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)


def begin(store: Store, caller: Caller) -> int:
    with store.writing(caller) as work:
        return work.broadcasts.begin(Audience(kind=AudienceKind.EVERYONE), "停机维护").id


def sent(store: Store, broadcast: int) -> int | None:
    """How many have been told, once all have."""
    with store.reading() as work:
        found = work.broadcasts.get(broadcast)
    return found.sent if found.ended_at else None


async def run(store: Store, until: Callable[[], bool]) -> None:
    """Look at the world after every step."""
    pool, done = Pool("send", 1, 1), asyncio.Event()

    def pause(_: bool) -> float:
        if until():
            done.set()
        return 0.001

    broadcasting = Broadcasting(store, pool, pause)
    broadcasting.start()
    async with asyncio.timeout(20):
        await done.wait()
        await broadcasting.stop()
    pool.close()


def test_what_an_officer_began_is_sent_by_itself(store: Store) -> None:
    caller = officer(store)
    for serial in range(3):
        office.sign_up(store, serial)
    broadcast = begin(store, caller)
    asyncio.run(run(store, lambda: sent(store, broadcast) is not None))
    assert sent(store, broadcast) == 4


def test_after_a_fault_of_ours_the_next_step_goes_on(store: Store) -> None:
    caller, looks = officer(store), []

    class Faulty:
        """The store as `send_some` uses it, out of order at first."""

        def reading(self) -> object:
            looks.append(1)
            if len(looks) < 3:
                raise RuntimeError("a bug")
            return store.reading()

        writing = staticmethod(store.writing)

    broadcast = begin(store, caller)
    asyncio.run(run(Faulty(), lambda: sent(store, broadcast) is not None))
    assert len(looks) >= 3


def test_it_ends_at_once_when_there_is_nothing_to_do(store: Store) -> None:
    asyncio.run(run(store, lambda: True))
