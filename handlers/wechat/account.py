"""The official account put together, as the program runs it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import structlog
from starlette.routing import Route

from conversations.menu import House
from handlers.channel import ChatDesk, Documents, SendFailed
from handlers.wechat.callback import Callback
from handlers.wechat.channel import WechatChannel
from handlers.wechat.credentials import Credentials
from handlers.wechat.memory import Memory, Run
from handlers.wechat.menus import Menus
from handlers.wechat.network import Network
from handlers.wechat.receiver import PATIENCE_S, Receiver
from handlers.wechat.seal import Seal
from store.unit import Store

PAUSE_S = 5.0
LONGEST_PAUSE_S = 300.0
LOOK_EVERY_S = 10.0
"""For a token that ends soon, and for staff who signed in or out."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Setup:
    """Our account, and what of ours it works with."""

    credentials: Credentials
    desk: ChatDesk
    documents: Documents
    store: Store
    run: Run
    """Does a unit of work in a thread of the program's pool, again after a passing fault."""
    house: House
    patience_s: float = PATIENCE_S


class WechatAccount:
    """Implements handlers.channel.Account."""

    def __init__(
        self,
        channel: WechatChannel,
        network: Network,
        receiver: Receiver,
        callback: Callback,
        menus: Menus,
    ) -> None:
        self.channel = channel
        self._network = network
        self._receiver = receiver
        self._callback = callback
        self._menus = menus

    def routes(self) -> Sequence[Route]:
        return self._callback.routes()

    async def open(self) -> None:
        """Nothing to ask of WeChat: it calls us."""

    async def serve(self) -> None:
        """The menus once; then the token before it ends, and the menu of whoever signs in or out."""
        await until_done(self.set_menus)
        while True:
            await until_done(self._network.renew_token)
            await until_done(self.follow_roles)
            await asyncio.sleep(LOOK_EVERY_S)

    async def set_menus(self) -> None:
        """Raises SendFailed. WeChat shows a new menu within minutes."""
        await self._menus.set()

    async def follow_roles(self) -> None:
        """Let each chat have the menu of its person's posts. Raises SendFailed."""
        await self._menus.follow()

    async def close(self) -> None:
        await self._receiver.finish()
        self._network.close()


def make_account(setup: Setup) -> WechatAccount:
    now = setup.store.clock.machine_now
    credentials = setup.credentials
    network = Network(credentials, setup.store)
    memory = Memory(setup.store, setup.run)
    channel = WechatChannel(
        credentials,
        network,
        memory,
        setup.documents,
        page_url=setup.house.public_url,
        now=now,
    )
    receiver = Receiver(setup.desk, network, memory, channel, patience_s=setup.patience_s)
    callback = Callback(credentials.app_id, Seal(credentials, now), receiver, now)
    menus = Menus(credentials.app_id, network, memory, setup.house)
    return WechatAccount(channel, network, receiver, callback, menus)


async def until_done(act: Callable[[], Awaitable[None]], pause: float = PAUSE_S) -> None:
    """Again after growing pauses while WeChat fails us."""
    while True:
        try:
            return await act()
        except SendFailed as failed:
            log.warning("wechat-unreachable", problem=failed.problem)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE_S)
