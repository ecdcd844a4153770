"""The official account over a real store, spoken to by a stand-in of WeChat's platform."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient

from bot.chats import ChatDocuments, Chats
from bot.front import Front, Pools
from bot.passwords import Passwords
from bot.press import Press
from bot.retries import retrying
from bot.sender import Sender
from bot.turns import Turns
from bot.units import units
from conversations.engine.messages import Paper, Picture
from conversations.house import house
from conversations.intake import Intake
from handlers.channel import FileOut
from handlers.web.desk import PublicFacts
from handlers.wechat.account import Setup, WechatAccount, make_account
from handlers.wechat.credentials import Credentials, NoticeTemplate
from store.paces import MemoryPaces
from store.pictures import PictureDesk
from store.unit import Store
from tests.bot.fakes import QUICK
from tests.fakes import FixedClock
from tests.standins import wechat
from tests.standins.wechat import Follower, Tried, WechatPlatform

PUBLIC_URL = "https://kaowu.example"
ROUNDS = 12


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """What differs between databases is tested below the channels."""
    return sqlite_url


@pytest.fixture
def loop() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as loop:
        yield loop


@pytest.fixture
def platform(clock: FixedClock) -> Iterator[WechatPlatform]:
    with WechatPlatform(clock.machine_now) as platform:
        yield platform


def credentials(platform: WechatPlatform, *, notice: bool = True) -> Credentials:
    return Credentials(
        app_id=wechat.APP_ID,
        app_secret=wechat.APP_SECRET,
        token=wechat.CALLBACK_TOKEN,
        aes_key=wechat.AES_KEY if platform.aes_key else None,
        api_url=platform.address,
        notice=NoticeTemplate(wechat.TEMPLATE, "thing1", "time2") if notice else None,
    )


class OnThePage(ChatDocuments):
    """Pictures as they are; documents by their address only, for WeChat carries none."""

    async def file(self, offered: Paper | Picture, person: int) -> FileOut:
        assert isinstance(offered, Picture)
        return await super().file(offered, person)


class AnyPace(MemoryPaces):
    """No test waits for a network's pace."""

    def reserve(
        self, subject: str, per_second: float, burst: int, *, at_most: float = 60.0
    ) -> float | None:
        return 0.0


@dataclass
class Office:
    """Kaowu as WeChat meets it; `line` reaches its callback without a network between."""

    store: Store
    platform: WechatPlatform
    account: WechatAccount
    sender: Sender
    line: AsyncClient
    loop: asyncio.Runner

    def deliver(self, follower: Follower, kind: str, **fields: str) -> Tried:
        """One message, delivered until answered."""
        message = self.platform.message(follower, kind, **fields)
        return self.loop.run(self.platform.deliver(self.line, message))

    def say(self, follower: Follower, text: str) -> str:
        """What comes back to a typed message at once."""
        return self.deliver(follower, "text", Content=text).body

    def tap(self, follower: Follower, key: str) -> str:
        return self.deliver(follower, "event", Event="CLICK", EventKey=key).body

    def show(self, follower: Follower, data: bytes) -> str:
        media = self.platform.keep_media(data)
        return self.deliver(follower, "image", PicUrl="https://wx/p", MediaId=media).body

    def send_what_waits(self) -> None:
        """Let the sender bring everything that may be claimed now."""
        self.loop.run(self._send())

    async def _send(self) -> None:
        """Round after round: what failed leaves the way free for what stood behind it."""
        for _ in range(ROUNDS):
            await self.sender._round()
            await asyncio.gather(*self.sender._tasks)
            while self.sender._settler:
                await self.sender._settler


@contextmanager
def serving(
    store: Store, platform: WechatPlatform, loop: asyncio.Runner, holder: str = "this-process"
) -> Iterator[Office]:
    """One process of Kaowu."""
    pools, pictures = Pools.of_size(1), PictureDesk()
    kaowu = house(PUBLIC_URL)
    intake = Intake(store, kaowu, holder)
    turns = Turns(
        intake,
        store.clock,
        units=units(store, pools.turns),
        hashing=pools.hashing,
        passwords=Passwords(QUICK),
    )
    front = Front(intake, turns, pools, pictures, Press(store))
    sender = Sender(store, AnyPace(), pools.sending, holder)
    account = make_account(
        Setup(
            credentials(platform),
            Chats(store, front, turns, sender, pools.reading),
            OnThePage(front, PublicFacts(PUBLIC_URL)),
            store,
            lambda work: retrying(pools.turns, work),
            kaowu,
        )
    )
    sender.connect(account.channel)
    app = FastAPI()
    app.router.routes.extend(account.routes())
    line = AsyncClient(transport=ASGITransport(app), base_url=PUBLIC_URL)
    yield Office(store, platform, account, sender, line, loop)
    loop.run(account.close())
    pools.close()
    pictures.close()


@pytest.fixture
def office(store: Store, platform: WechatPlatform, loop: asyncio.Runner) -> Iterator[Office]:
    with serving(store, platform, loop) as office:
        yield office
