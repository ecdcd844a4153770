"""The web over a real store, called as programs and as the page call it."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient, Response

from handlers.web.app import make_app
from handlers.web.desk import PublicFacts
from store.unit import Store
from tests.handlers.web.desk import PUBLIC_URL, StoreDesk

IDS = count(1)
OUR_PAGE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """What differs between databases is tested below the web."""
    return sqlite_url


@pytest.fixture
def desk(store: Store) -> StoreDesk:
    return StoreDesk(store)


class Web:
    """An app, asked one thing after the other on a loop of its own; keeps cookies like a browser."""

    def __init__(self, app: FastAPI, loop: asyncio.Runner, *, address: str = "192.0.2.7") -> None:
        self.app = app
        self.loop = loop
        transport = ASGITransport(app, raise_app_exceptions=False, client=(address, 1234))
        self.client = AsyncClient(transport=transport, base_url=PUBLIC_URL)

    def post(self, path: str, **request: Any) -> Response:
        return self.loop.run(self.client.post(path, **request))

    def get(self, path: str, **request: Any) -> Response:
        return self.loop.run(self.client.get(path, **request))


@pytest.fixture
def loop() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as loop:
        yield loop


@pytest.fixture
def web(desk: StoreDesk, loop: asyncio.Runner) -> Web:
    return Web(make_app(desk, public=PublicFacts(PUBLIC_URL)), loop)


@dataclass
class Caller:
    """One device: a program with a token, or the page with a cookie."""

    web: Web
    headers: dict[str, str] = field(default_factory=dict)

    def post(self, path: str, body: Any, **headers: str) -> Response:
        return self.web.post(path, json=body, headers=self.headers | headers)

    def get(self, path: str, **headers: str) -> Response:
        return self.web.get(path, headers=self.headers | headers)

    def send(self, **body: Any) -> Response:
        return self.post("/api/chat/messages", {"id": f"m{next(IDS)}"} | body)

    def said(self, **body: Any) -> Any:
        """The last message that came back."""
        return self.send(**body).json()["messages"][-1]

    def upload(self, data: bytes, **fields: str) -> Response:
        return self.web.post(
            "/api/chat/files",
            data={"id": f"m{next(IDS)}"} | fields,
            files={"file": ("IMG_1.jpg", data, "image/jpeg")},
            headers=self.headers,
        )


@pytest.fixture
def program(web: Web) -> Caller:
    return a_program(web)


@pytest.fixture
def page(web: Web) -> Caller:
    """The page in a browser; its cookie lies in the client's jar."""
    page = Caller(web, OUR_PAGE)
    assert page.post("/api/chat/session", {"cookie": True}).status_code == 201
    return page


def a_program(web: Web) -> Caller:
    token = web.post("/api/chat/session").json()["token"]
    return Caller(web, {"Authorization": f"Bearer {token}"})
