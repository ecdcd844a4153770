"""WeChat as a medium of the contract: the callback, encrypted, somebody's screen at the other end, a desk that notes."""

import asyncio
import atexit
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any, TypeVar

from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient

from conversations.engine.messages import Option, Outgoing, Paper, Picture, Received
from conversations.house import house
from conversations.incoming import Answer, Incoming, Numbered
from handlers.channel import FileOut
from handlers.wechat.account import Setup, WechatAccount, make_account
from handlers.wechat.credentials import Credentials
from store.migrate import migrate
from store.sealed import Keys
from store.unit import Store
from tests.fakes import FixedClock, store_on
from tests.handlers.contract import PORTRAIT, Seen
from tests.standins import wechat
from tests.standins.wechat import Follower, WechatPlatform

T = TypeVar("T")

URL = "https://kaowu.example"
READ_ON = "\n（未完，回复 0 看下文）"


@dataclass
class NotingDesk:
    """A ChatDesk that notes what comes in, and what it opens, and says what is to be shown."""

    store: Store
    saying: Outgoing = field(default_factory=lambda: Outgoing("好"))
    taken: list[Incoming] = field(default_factory=list)

    async def take_in_place(self, incoming: Incoming) -> Answer:
        self.taken.append(incoming)
        if incoming.opens:
            with self.store.writing() as work:
                work.wechat_chats.opened(incoming.chat, incoming.opens)
        return Answer((Numbered(2, mine=False, body=self.saying),), 1)

    take = take_in_place

    async def written(self, answer: Answer) -> None: ...

    async def prepare_from_chat(
        self, channel: str, chat: str, key: str, data: bytes, name: str
    ) -> Received:
        return Received(f"{len(data)} bytes", "image/jpeg", len(data))

    async def blocked(self, channel: str, chat: str) -> None: ...

    async def speaker(self, channel: str, chat: str) -> Any:
        raise AssertionError("WeChat asks for nobody's menu")


class OneFile:
    """Documents that are all the same picture."""

    async def file(self, offered: Paper | Picture, person: int) -> FileOut:
        return FileOut("photo.jpg", "image/jpeg", PORTRAIT)

    def link(self, offered: Paper | Picture, person: int) -> str:
        return f"{URL}/files/x"


@dataclass
class WechatMedium:
    """Implements tests.handlers.contract.Medium."""

    account: WechatAccount
    desk: NotingDesk
    platform: WechatPlatform
    follower: Follower
    line: AsyncClient
    loop: asyncio.Runner
    shown: str = ""
    last: dict[str, str] = field(default_factory=dict)

    def show(self, message: Outgoing) -> Seen:
        """Read page by page, as long as the screen says that there is more."""
        self.desk.saying = message
        self.follower.pictures.clear()
        self.say("菜单")
        pages = [self.follower.screen[-1]]
        while pages[-1].endswith(READ_ON):
            self._deliver(self.platform.message(self.follower, "text", Content="0"))
            pages.append(self.follower.screen[-1])
        assert self.platform.cut == []
        self.shown = "".join(page.removesuffix(READ_ON) for page in pages)
        return Seen(self.shown, tuple(self.follower.pictures))

    def choose(self, option: Option) -> Incoming:
        """By its number where the screen shows one, else by its words in brackets."""
        line = f"{option.number} {option.label}" if option.number else f"〔{option.label}〕"
        assert line in self.shown
        return self.say(option.number or option.label)

    def say(self, text: str) -> Incoming:
        return self._heard(self.platform.message(self.follower, "text", Content=text))

    def hand_in(self, picture: bytes) -> Incoming:
        media = self.platform.keep_media(picture)
        message = self.platform.message(self.follower, "image", PicUrl="u", MediaId=media)
        return self._heard(message)

    def repeat(self) -> Incoming:
        """As after a restart of ours, when nobody remembers the delivery."""
        self.account._receiver._hearings.clear()
        return self._heard(self.last)

    def _heard(self, message: dict[str, str]) -> Incoming:
        before = len(self.desk.taken)
        self._deliver(message)
        assert len(self.desk.taken) == before + 1
        self.last = message
        return self.desk.taken[-1]

    def _deliver(self, message: dict[str, str]) -> None:
        tried = self.loop.run(self.platform.deliver(self.line, message))
        assert tried.outcome == "shown", tried


@contextmanager
def medium() -> Iterator[WechatMedium]:
    clock = FixedClock()
    with (
        asyncio.Runner() as loop,
        WechatPlatform(clock.machine_now) as platform,
        TemporaryDirectory() as folder,
        opened(Path(folder), clock) as store,
    ):
        desk = NotingDesk(store)
        account = make_account(
            Setup(credentials(platform), desk, OneFile(), store, at_once, house(URL))
        )
        app = FastAPI()
        app.router.routes.extend(account.routes())
        line = AsyncClient(transport=ASGITransport(app), base_url=URL)
        yield WechatMedium(account, desk, platform, platform.follower("alice"), line, loop)
        loop.run(account.close())


def credentials(platform: WechatPlatform) -> Credentials:
    return Credentials(
        wechat.APP_ID,
        wechat.APP_SECRET,
        wechat.CALLBACK_TOKEN,
        wechat.AES_KEY,
        platform.address,
    )


async def at_once(work: Callable[[], T]) -> T:
    return work()


@contextmanager
def opened(folder: Path, clock: FixedClock) -> Iterator[Store]:
    """A store with one guest, who is the person of every answer."""
    keys = Keys.fresh()
    file = folder / "kaowu.db"
    shutil.copyfile(template(), file)
    store = store_on(f"sqlite:///{file}", keys, folder / "files", clock)
    with store.writing() as work:
        assert work.people.add_guest("zh-CN").id == 1
    yield store
    store.close()


@cache
def template() -> Path:
    """An empty database of the current version, made once."""
    folder = mkdtemp(prefix="kaowu-contract-")
    atexit.register(shutil.rmtree, folder)
    file = Path(folder) / "template.db"
    migrate(f"sqlite:///{file}")
    return file
