"""The official account put together, as the program runs it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog
from fastapi import APIRouter

from conversations.menu import House
from conversations.words import words
from handlers.channel import ChatDesk, Documents, SendFailed
from handlers.wechat.callback import Callback
from handlers.wechat.channel import WechatChannel
from handlers.wechat.credentials import Credentials
from handlers.wechat.memory import Memory, Run
from handlers.wechat.menu import menu_of
from handlers.wechat.network import Network
from handlers.wechat.receiver import PATIENCE_S, Receiver
from handlers.wechat.seal import Seal
from store.unit import Store

PAUSE_S = 5.0
LONGEST_PAUSE_S = 300.0
TOKEN_EVERY_S = 300.0
"""Fetched before it ends, so that no message has to wait for it."""

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
        house: House,
    ) -> None:
        self.channel = channel
        self._network = network
        self._receiver = receiver
        self._callback = callback
        self._house = house

    def routes(self) -> APIRouter:
        return self._callback.router()

    async def open(self) -> None:
        """Nothing to ask of WeChat: it calls us."""

    async def serve(self) -> None:
        """The menu once, and the token before it ends."""
        await until_done(self.set_menu)
        while True:
            await until_done(self._network.renew_token)
            await asyncio.sleep(TOKEN_EVERY_S)

    async def set_menu(self) -> None:
        """Raises SendFailed. WeChat shows a new menu within minutes."""
        await self._network.set_menu(menu_of(self._house, words("zh-CN")))

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
    return WechatAccount(channel, network, receiver, callback, setup.house)


async def until_done(act: Callable[[], Awaitable[None]], pause: float = PAUSE_S) -> None:
    """Again after growing pauses while WeChat fails us."""
    while True:
        try:
            return await act()
        except SendFailed as failed:
            log.warning("wechat-unreachable", problem=failed.problem)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE_S)
