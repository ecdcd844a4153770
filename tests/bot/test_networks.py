"""The accounts of a process: served where the lease is ours, whatever goes wrong on the way there."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import TypeVar

import pytest
from starlette.routing import Route

from bot import networks
from bot.networks import Networks
from bot.pool import Pool
from bot.sender import Sender
from handlers.channel import Channel
from store.paces import MemoryPaces
from store.unit import Store
from tests.bot.test_sender import ToldChannel

T = TypeVar("T")


class ServedAccount:
    """Tells when it is served."""

    def __init__(self) -> None:
        self.channel: Channel = ToldChannel()
        self.served = asyncio.Event()

    def routes(self) -> Sequence[Route]:
        return ()

    async def open(self) -> None: ...

    async def serve(self) -> None:
        self.served.set()
        await asyncio.Event().wait()

    async def close(self) -> None: ...


class StumblingPool(Pool):
    """Its first piece of work meets a fault of ours."""

    has_stumbled = False

    async def run(self, work: Callable[[], T]) -> T:
        if not self.has_stumbled:
            self.has_stumbled = True
            raise ZeroDivisionError
        return await super().run(work)


def test_after_a_fault_of_ours_a_lease_is_taken_at_the_next_look(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(networks, "RENEW_S", 0)

    async def serve(sending: Pool, pool: Pool) -> None:
        account = ServedAccount()
        sender = Sender(store, MemoryPaces(), sending, "us")
        ours = Networks(store, [account], sender, pool, "us")
        await ours.start()
        await asyncio.wait_for(account.served.wait(), 20)
        await ours.stop_taking()
        await ours.stop()

    with closing(Pool("send", 1, 100)) as sending, closing(StumblingPool("job", 1, 100)) as pool:
        asyncio.run(serve(sending, pool))
        assert pool.has_stumbled
