"""The page's API as a medium of the contract: a program that reads messages and sends choices."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any, cast

from httpx import ASGITransport, AsyncClient

from conversations.engine.messages import Option, Outgoing, Received
from conversations.incoming import Answer, Incoming, Numbered
from handlers.web.app import make_app
from handlers.web.desk import FrontDesk, Kept, PublicFacts
from store.people import PersonId
from store.sessions import SessionKind
from tests.fakes import FixedClock
from tests.handlers.contract import PORTRAIT, Seen

URL = "https://kaowu.example"


@dataclass
class NotingFront:
    """What the page needs of a FrontDesk: notes what comes in, says what is to be shown."""

    saying: Outgoing = field(default_factory=lambda: Outgoing(""))
    taken: list[Incoming] = field(default_factory=list)

    async def receive(self, incoming: Incoming) -> Answer:
        self.taken.append(incoming)
        return Answer((Numbered(2, mine=False, body=self.saying),), 1)

    async def greet(self, kind: SessionKind, language: str, address: str | None) -> Answer:
        return Answer((), 1, token="t" * 43)

    async def reader(self, token: str) -> PersonId:
        return PersonId(1)

    async def prepare(
        self, data: bytes, name: str, token: str, *, by_camera: bool = False
    ) -> Received:
        return Received(f"{len(data)} bytes", "image/jpeg", len(data))

    async def kept_file(self, file: str, person: PersonId) -> Kept:
        return Kept("image/jpeg", PORTRAIT)

    def subscribe(self, listener: Callable[[PersonId], None]) -> Callable[[], None]:
        return lambda: None

    def sign(self, data: bytes) -> bytes:
        return data.ljust(16)[-16:]

    def now(self) -> datetime:
        return FixedClock().machine_now()


@dataclass
class WebMedium:
    """Implements tests.handlers.contract.Medium."""

    desk: NotingFront
    client: AsyncClient
    loop: asyncio.Runner
    shown: Any = None
    last: dict[str, Any] = field(default_factory=dict)
    ids: Iterator[int] = field(default_factory=count)

    def show(self, message: Outgoing) -> Seen:
        self.desk.saying = message
        self.say("/menu")
        files = [self.loop.run(self.client.get(f["url"])).content for f in self.shown["files"]]
        return Seen(self.shown["text"], tuple(files))

    def choose(self, option: Option) -> Incoming:
        (value,) = (o["value"] for o in self.shown["options"] if o["label"] == option.label)
        question = self.shown["question"]
        return self._send({"choice": value} | ({"turn": question["turn"]} if question else {}))

    def say(self, text: str) -> Incoming:
        return self._send({"text": text})

    def hand_in(self, picture: bytes) -> Incoming:
        files = {"file": ("photo.jpg", picture, "image/jpeg")}
        sending = self.client.post("/api/chat/files", data={"id": self._id()}, files=files)
        assert self.loop.run(sending).status_code == 200
        return self.desk.taken[-1]

    def repeat(self) -> Incoming:
        return self._send(self.last)

    def _send(self, body: dict[str, Any]) -> Incoming:
        self.last = {"id": self._id()} | body
        answer = self.loop.run(self.client.post("/api/chat/messages", json=self.last))
        assert answer.status_code == 200, answer.text
        self.shown = answer.json()["messages"][-1]
        return self.desk.taken[-1]

    def _id(self) -> str:
        return f"m{next(self.ids)}"


@contextmanager
def medium() -> Iterator[WebMedium]:
    desk = NotingFront()
    app = make_app(cast("FrontDesk", desk), public=PublicFacts(URL))
    with asyncio.Runner() as loop:
        client = AsyncClient(transport=ASGITransport(app), base_url=URL)
        token = loop.run(client.post("/api/chat/session")).json()["token"]
        client.headers["Authorization"] = f"Bearer {token}"
        yield WebMedium(desk, client, loop)
        loop.run(client.aclose())
