"""Kaowu with its bots on a loop in a thread, as `kaowu serve` runs them, without the web."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any

from bot import desk as desks
from bot.settings import Settings
from conversations.engine.messages import Kind
from handlers.web.desk import PublicFacts
from store.paces import MemoryPaces
from store.people import PersonId
from store.unit import Store
from tests.bot.fakes import QUICK
from tests.pictures import document, portrait
from tests.standins.telegram import TelegramStandIn
from tests.standins.telegram_phone import Bubble, Phone

URL = "https://kaowu.example"
PASSWORD = "gutes-Passwort-2026"

CHANNELS = {"candidate_bot_token": "telegram_aiogram", "staff_bot_token": "telegram_ptb"}
"""Each bot by the setting that switches it on, and its channel."""


class QuickPaces(MemoryPaces):
    """A tenth of Telegram's seconds: the pace itself is tested beside the sender and the stand-in."""

    def reserve(
        self, subject: str, per_second: float, burst: int, *, at_most: float = 60.0
    ) -> float | None:
        return super().reserve(subject, per_second * 10, burst, at_most=at_most)


@dataclass
class Serving:
    """The running program; `stop` and `start` again is a restart."""

    store: Store
    settings: Settings
    _stopping: Any = field(default=None, repr=False)
    _thread: Thread | None = None
    failure: BaseException | None = None

    def start(self) -> None:
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        assert self._thread
        self._stopping()
        self._thread.join(30)
        assert not self._thread.is_alive()
        assert self.failure is None, self.failure

    def _run(self) -> None:
        try:
            with desks.front_desk(self.settings, self.store, URL) as desk:
                asyncio.run(self._serve(desk))
        except BaseException as failure:
            self.failure = failure
            raise

    async def _serve(self, desk: desks.Desk) -> None:
        loop, ended = asyncio.get_running_loop(), asyncio.Event()
        self._stopping = lambda: loop.call_soon_threadsafe(ended.set)
        _, networks = desks.networks(
            self.settings, self.store, desk, PublicFacts(URL), QuickPaces()
        )
        await networks.start()
        await ended.wait()
        await networks.stop_taking()
        await desk.turns.finish()
        await networks.stop()


@contextmanager
def serving(
    store: Store, folder: Path, telegram: TelegramStandIn, **tokens: str
) -> Iterator[Serving]:
    """Serve the bots of these tokens, by polling."""
    settings = Settings(data_dir=folder, telegram_api_url=telegram.address, **tokens)
    running = Serving(store, settings)
    running.start()
    try:
        yield running
    finally:
        running.stop()


@dataclass
class Person:
    """Somebody signed up, with a phone."""

    store: Store
    channel: str
    token: str
    phone: Phone

    @property
    def id(self) -> PersonId:
        """Whom the chat speaks for."""
        with self.store.reading() as work:
            chat = work.chats.find(self.channel, f"{self.token.partition(':')[0]}:{self.phone.id}")
            assert chat is not None
            assert chat.person is not None
            return chat.person

    def question(self) -> Any:
        """What is asked now, as the history has it."""
        with self.store.reading() as work:
            last = work.messages.last_said(self.id)
        return last and last["question"]

    def log_in(self, user_name: str) -> Bubble:
        self.phone.say("/login")
        self.phone.hear()
        self.phone.say(user_name)
        self.phone.hear()
        self.phone.say(PASSWORD)
        return self.phone.hear()

    def fill(self, answers: dict[str, str | list[str]]) -> Bubble:
        """Answer until the review: taps where there is a button, words elsewhere, pictures as photo and file."""
        left = {box: [said] if isinstance(said, str) else [*said] for box, said in answers.items()}
        bubble = self.phone.screen[-1]
        while (asked := self.question())["kind"] != Kind.REVIEW:
            assert asked["error"] is None, (asked["box"], bubble.text)
            match asked["kind"]:
                case Kind.PHOTO if asked["box"] == "photo":
                    self.phone.photo(portrait())
                case Kind.PHOTO:
                    self.phone.document(document(line=asked["box"]))
                case Kind.CONFIRM:
                    assert bubble.file is not None
                    self.phone.tap(bubble.labels[0])
                case _:
                    said = left[asked["box"]].pop(0)
                    if said in bubble.labels:
                        self.phone.tap(said)
                    else:
                        self.phone.say(said)
            bubble = self.phone.hear()
        return bubble


def with_password(store: Store, person: PersonId) -> str:
    """Give a signed-up person the password; their user name."""
    with store.writing() as work:
        work.people.set_password(person, QUICK.hash(PASSWORD))
        user_name = work.people.get(person).user_name
    assert user_name
    return user_name
