"""Chats through webhooks, polling and WeChat while the server is killed, the networks fail and repeat themselves.

Every answer is taken once, every reply comes at least once and in order, and nothing else comes.
`KAOWU_KILLS=200 pytest tests/kills` plays ten thousand updates on two processes as well.
"""

import asyncio
import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event, Thread
from typing import Any

import httpx
import pytest
from sqlalchemy import delete, update

from bot import wiring
from bot.settings import Settings
from conversations.words import words
from store.leases import leases
from store.outbox import OutboxState, outbox
from store.unit import Store
from tests.kills.test_kill import KILLS
from tests.people import id_number
from tests.serving import Server
from tests.standins import wechat
from tests.standins.telegram import TelegramStandIn
from tests.standins.telegram_phone import Phone
from tests.standins.telegram_rules import too_many
from tests.standins.wechat import Follower, WechatPlatform
from tests.talk import Talker

URL = "https://kaowu.example"
SECRET = "a-secret_of_at_least-16"
HEADER = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
PATHS = {"telegram_aiogram": "/telegram/candidate", "telegram_ptb": "/telegram/staff"}
BORN = date(1999, 5, 4)
BUSY = words("zh-CN").say("wechat-busy")
AT_ONCE = 8
AGAIN = 0.25
"""How many updates come once more."""


def script(number: int) -> list[str]:
    """What the person of that number says: answers, a wrong one, a correction and ways back."""
    name = "".join("零一二三四五六七八九"[int(figure)] for figure in str(number))
    person = id_number(BORN, serial=number)
    start = ["/sign_up", "是", f"张{name}", person[:-1], person]
    return [*start, f"user-{number}", "/edit name", f"李{name}", "返回", f"user-{number}"]


@dataclass
class Chat:
    """One person in one channel: where they write, and what they have seen."""

    number: int
    channel: str
    address: str
    seen: Callable[[], list[str]]
    said: list[str] = field(init=False)
    history: list[tuple[bool, str]] = field(default_factory=list)
    """What both sides say where nothing goes wrong."""
    answers: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.said = script(self.number)

    @property
    def replies(self) -> list[str]:
        return [text for mine, text in self.history if not mine]

    def delivered(self) -> int:
        """How many replies have come, each after those before it; AssertionError for anything invented."""
        came = 0
        for text in self.seen():
            if came < len(self.replies) and is_shown(self.replies[came], text):
                came += 1
            else:
                old = any(is_shown(reply, text) for reply in self.replies[:came])
                assert old, f"{self.channel}, after {came}:\n" + "\n\n".join(self.seen())
        return came

    def is_answered(self) -> bool:
        return self.delivered() == len(self.replies)


def is_shown(reply: str, seen: str) -> bool:
    """Options stand below a reply where a network has no buttons."""
    return seen.startswith(reply)


def calm(store: Store, chats: Sequence[Chat]) -> None:
    """What should come of it: the same said undisturbed."""
    for chat in chats:
        talker = Talker(store, channel=chat.channel, chat=chat.address)
        for text in chat.said:
            talker.say(text)
        chat.history, chat.answers = kept(store, chat)


def kept(store: Store, chat: Chat) -> tuple[list[tuple[bool, str]], dict[str, Any]]:
    """The history of a chat as texts, and the answers of its form."""
    with store.reading() as work:
        found = work.chats.find(chat.channel, chat.address)
        assert found is not None
        assert found.person is not None
        said = work.messages.after(found.person, 0, 1000)
        (draft,) = work.drafts.open_ones(found.person)
        return [(m.sender == "me", m.body["text"]) for m in said], dict(draft.answers)


# --- the networks ---


@dataclass
class Town:
    """The networks, the server's processes, and chance."""

    telegram: TelegramStandIn
    platform: WechatPlatform
    servers: list[Server]
    settings: Settings
    chance: random.Random
    up: Event = field(default_factory=Event)
    """Cleared while no process answers."""

    def address(self) -> str:
        """Whom the load balancer chooses."""
        return f"http://127.0.0.1:{random.choice(self.servers).port}"

    @contextmanager
    def store(self) -> Iterator[Store]:
        with wiring.opened(self.settings) as store:
            yield store

    def a_minute_passes(self) -> None:
        """What a killed process held is free."""
        free = {"leased_until": None, "leased_by": None}
        with self.store() as store, store.writing() as work:
            waiting = outbox.c.state == OutboxState.WAITING
            work.connection.execute(update(outbox).where(waiting).values(free))
            work.connection.execute(delete(leases))

    def kill(self) -> None:
        """One process, at whatever it does, and another in its place."""
        server = self.chance.choice(self.servers)
        if len(self.servers) == 1:
            self.up.clear()
        server.kill()
        if len(self.servers) == 1:
            self.a_minute_passes()
        server.start()
        self.up.set()

    def trouble(self) -> None:
        """The networks refuse, break off, or do it and break off."""
        method = self.chance.choice(("sendMessage", "answerCallbackQuery", "getUpdates"))
        error = self.chance.choice((None, too_many(1)))
        self.telegram.fail(
            method, error, times=2, done=error is None and self.chance.random() < 0.5
        )
        self.platform.failing["message/custom/send"].append(self.chance.choice((-1, 45011)))


@contextmanager
def troubled(town: Town, kills: int) -> Iterator[None]:
    """Trouble and kills at any moment, until it is over."""
    over = Event()

    def work() -> None:
        left = kills
        while not over.wait(town.chance.uniform(0.05, 0.5)):
            town.trouble()
            if left:
                town.kill()
                left -= 1

    thread = Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


# --- the people ---


class Person:
    """Says all of it to one chat; the network brings each thing until it is taken, and some of it again."""

    def __init__(self, town: Town, chat: Chat) -> None:
        self.town = town
        self.chat = chat
        self.chance = random.Random(chat.number)

    def talk(self) -> None:
        raise NotImplementedError

    def waiting(self) -> None:
        """Between two tries."""
        assert self.town.up.wait(300)


class Hooked(Person):
    """In Telegram, by webhook."""

    def __init__(self, town: Town, chat: Chat, phone: Phone) -> None:
        super().__init__(town, chat)
        self.phone = phone

    def talk(self) -> None:
        sent = []
        with httpx.Client(timeout=30, trust_env=False) as self.line:
            for text in self.chat.said:
                sent.append(self.phone.written(text))
                self.bring(sent[-1])
                if self.chance.random() < AGAIN:
                    self.bring(self.chance.choice(sent))

    def bring(self, update: dict[str, Any]) -> None:
        """As Telegram: until it is answered with 2xx."""
        path = PATHS[self.chat.channel]
        while True:
            try:
                answer = self.line.post(self.town.address() + path, json=update, headers=HEADER)
            except httpx.TransportError:
                self.waiting()
                continue
            if answer.is_success:
                return
            assert answer.status_code == httpx.codes.SERVICE_UNAVAILABLE, answer.status_code


class Polled(Person):
    """In Telegram, by polling: what was not confirmed before a kill or an answer that was lost comes again."""

    def __init__(self, town: Town, chat: Chat, phone: Phone) -> None:
        super().__init__(town, chat)
        self.phone = phone

    def talk(self) -> None:
        for text in self.chat.said:
            self.phone.say(text)


class Following(Person):
    """In WeChat, where some deliveries come three times at once."""

    def __init__(self, town: Town, chat: Chat, follower: Follower) -> None:
        super().__init__(town, chat)
        self.follower = follower

    def talk(self) -> None:
        asyncio.run(self._talk())

    async def _talk(self) -> None:
        async with httpx.AsyncClient(timeout=30, trust_env=False) as self.line:
            for text in self.chat.said:
                while not await self._is_taken(text):
                    pass

    async def _is_taken(self, text: str) -> bool:
        """Whether it was; where we were too busy the person is asked to write again."""
        platform = self.town.platform
        message = platform.message(self.follower, "text", Content=text)
        copies = 3 if self.chance.random() < AGAIN else 1
        bodies = await asyncio.gather(*(self._delivered(message) for _ in range(copies)))
        assert len({body for body in bodies if body}) <= 1, bodies
        return not any(body.startswith(BUSY) for body in bodies)

    async def _delivered(self, message: dict[str, str]) -> str:
        while True:
            self.line.base_url = self.town.address()
            try:
                tried = await self.town.platform.deliver_once(self.line, message)
            except httpx.TransportError:
                await asyncio.to_thread(self.waiting)
                continue
            if tried.outcome != "no answer":
                return tried.body


def people(town: Town, each: int) -> list[Person]:
    """So many in every channel."""
    found: list[Person] = []
    webhook = town.settings.telegram_mode == "webhook"
    for (channel, _), bot in zip(PATHS.items(), town.telegram.bots.values(), strict=True):
        for _ in range(each):
            phone = town.telegram.phone(bot.token)
            address, number = f"{bot.id}:{phone.id}", 10 + len(found)
            chat = Chat(number, channel, address, lambda p=phone: [b.text for b in [*p.screen]])
            found.append((Hooked if webhook else Polled)(town, chat, phone))
    for _ in range(each):
        number = 10 + len(found)
        one = town.platform.follower(f"follower-{number}")
        chat = Chat(number, "wechat", f"{wechat.APP_ID}:{one.openid}", lambda o=one: shown(o))
        found.append(Following(town, chat, one))
    return found


def shown(follower: Follower) -> list[str]:
    return [text for text in follower.screen if not text.startswith(BUSY)]


# --- the play ---


@dataclass(frozen=True, slots=True)
class Play:
    """How updates come, and how much goes wrong."""

    telegram: str
    processes: int
    each: int
    kills: int

    def name(self) -> str:
        return f"{self.telegram}-{self.processes}"


SHORT = (Play("webhook", 1, 4, 1),)
LONG = (
    Play("webhook", 1, 90, KILLS // 4),
    Play("polling", 1, 90, KILLS // 4),
    Play("webhook", 2, 90, KILLS // 2),
)


@pytest.fixture(params=LONG if KILLS > 20 else SHORT, ids=Play.name)
def play(request: pytest.FixtureRequest) -> Play:
    found: Play = request.param
    return found


@pytest.fixture
def town(
    play: Play, request: pytest.FixtureRequest, sqlite_template: Path, tmp_path: Path
) -> Iterator[Town]:
    shared: dict[str, str] = {}
    if play.processes > 1:
        shared["KAOWU_DATABASE_URL"] = request.getfixturevalue("empty_postgresql_url")
        shared["KAOWU_REDIS_URL"] = request.getfixturevalue("redis_url")
    folder = with_database(tmp_path / "data", sqlite_template)
    with ExitStack() as open_now:
        telegram = open_now.enter_context(TelegramStandIn(limited=True))
        platform = open_now.enter_context(WechatPlatform(lambda: datetime.now(UTC)))
        mine = shared | {
            "KAOWU_CANDIDATE_BOT_TOKEN": telegram.bot("kaowu_bot"),
            "KAOWU_STAFF_BOT_TOKEN": telegram.bot("kaowu_staff_bot"),
            "KAOWU_TELEGRAM_API_URL": telegram.address,
            "KAOWU_TELEGRAM_MODE": play.telegram,
            "KAOWU_TELEGRAM_WEBHOOK_SECRET": SECRET,
            "KAOWU_PUBLIC_URL": URL,
            "KAOWU_WECHAT_APP_ID": wechat.APP_ID,
            "KAOWU_WECHAT_APP_SECRET": wechat.APP_SECRET,
            "KAOWU_WECHAT_TOKEN": wechat.CALLBACK_TOKEN,
            "KAOWU_WECHAT_AES_KEY": wechat.AES_KEY,
            "KAOWU_WECHAT_API_URL": platform.address,
        }
        given = {name.removeprefix("KAOWU_").lower(): value for name, value in mine.items()}
        settings = Settings(data_dir=folder, **given)
        servers = [Server(folder, **mine) for _ in range(play.processes)]
        town = Town(telegram, platform, servers, settings, random.Random(20261121))
        for server in servers:
            server.start()
        town.up.set()
        yield town
        for server in servers:
            server.stop()


def with_database(folder: Path, template: Path) -> Path:
    folder.mkdir()
    shutil.copyfile(template, folder / "kaowu.db")
    return folder


def test_every_answer_is_taken_once_and_every_reply_comes_in_order(
    play: Play, town: Town, sqlite_template: Path, tmp_path: Path
) -> None:
    everybody = people(town, play.each)
    chats = [person.chat for person in everybody]
    calm_folder = with_database(tmp_path / "calm", sqlite_template)
    with wiring.opened(Settings(data_dir=calm_folder)) as store:
        calm(store, chats)
    town.chance.shuffle(everybody)
    with troubled(town, play.kills), ThreadPoolExecutor(AT_ONCE) as at_once:
        for talking in [at_once.submit(person.talk) for person in everybody]:
            talking.result()
    town.a_minute_passes()
    for chat in chats:
        (town.platform if chat.channel == "wechat" else town.telegram).wait(chat.is_answered)
    with town.store() as store:
        for chat in chats:
            assert kept(store, chat) == (chat.history, chat.answers)
        with store.reading() as work:
            assert work.outbox.counts()[OutboxState.DEAD] == 0
