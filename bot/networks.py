"""The chat networks of a process: their accounts opened, served where the lease is ours, and the sender."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from functools import partial

from bot.logs import note_fault
from bot.pool import Pool
from bot.retries import retrying
from bot.sender import Sender
from handlers.channel import Account, Busy
from store.unit import Store

LEASE = timedelta(seconds=30)
RENEW_S = 10.0
"""Several times within a lease: one slow moment does not lose it."""

RESTART_S = 5.0


class Networks:
    """For one event loop. Of each account one process at a time polls or sets the webhook."""

    def __init__(
        self, store: Store, accounts: Sequence[Account], sender: Sender, pool: Pool, holder: str
    ) -> None:
        self._store = store
        self._accounts = accounts
        self._sender = sender
        self._pool = pool
        self._holder = holder
        self._serving: dict[str, asyncio.Task[None]] = {}
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Open the accounts, before the first request."""
        for account in self._accounts:
            await account.open()
        if self._accounts:
            self._tasks = [
                asyncio.create_task(self._sender.run()),
                asyncio.create_task(self._keep_leases()),
            ]

    async def stop_taking(self) -> None:
        """Poll no more; what was taken in is still answered."""
        for task in self._tasks[1:]:
            await ended(task)
        for task in self._serving.values():
            await ended(task)

    async def stop(self) -> None:
        """After the last turn: finish sending, close the accounts."""
        if self._accounts:
            await self._sender.stop()
            await self._tasks[0]
        for account in self._accounts:
            await account.close()

    async def _keep_leases(self) -> None:
        while True:
            for account in self._accounts:
                await self._keep(account)
            await asyncio.sleep(RENEW_S)

    async def _keep(self, account: Account) -> None:
        name = account.channel.name
        take = partial(take_lease, self._store, f"account:{name}", self._holder)
        try:
            ours = await retrying(self._pool, take)
        except Busy:
            return
        except Exception as error:  # noqa: BLE001 - the edge of one look: the next one tries again
            note_fault("lease-not-taken", error, account=name)
            return
        task = self._serving.get(name)
        if ours and (task is None or task.done()):
            self._serving[name] = asyncio.create_task(serving(account))
        elif not ours and task is not None:
            await ended(self._serving.pop(name))


async def serving(account: Account) -> None:
    """Serve the account; after a fault of ours begin again a little later."""
    while True:
        try:
            await account.serve()
        except Exception as error:  # noqa: BLE001 - the edge of one poll
            note_fault("account-failed", error, account=account.channel.name)
            await asyncio.sleep(RESTART_S)
        else:
            return


async def ended(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


def take_lease(store: Store, name: str, holder: str) -> bool:
    with store.writing() as work:
        return work.leases.take(name, holder, LEASE)
