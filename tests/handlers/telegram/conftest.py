"""Telegram's stand-in, and each test once with each library."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from handlers.telegram.network import Network
from store.unit import Store
from tests.handlers.telegram.networks import LIBRARIES, connected
from tests.handlers.telegram.serving import CHANNELS, Person, Serving, serving
from tests.standins.telegram import TelegramStandIn
from tests.standins.telegram_phone import Phone


@pytest.fixture
def telegram() -> Iterator[TelegramStandIn]:
    with TelegramStandIn() as telegram:
        yield telegram


@dataclass
class Line:
    """A bot of ours on the wire, and somebody it talks with."""

    telegram: TelegramStandIn
    token: str
    network: Network
    loop: asyncio.Runner
    phone: Phone


@pytest.fixture(params=LIBRARIES)
def line(request: pytest.FixtureRequest, telegram: TelegramStandIn) -> Iterator[Line]:
    token = telegram.bot()
    with connected(request.param, token, telegram.address) as (network, loop):
        phone = telegram.phone(token)
        phone.start()
        yield Line(telegram, token, network, loop, phone)


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """What differs between databases is tested below the channels."""
    return sqlite_url


@pytest.fixture(params=CHANNELS)
def bot(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def token(telegram: TelegramStandIn) -> str:
    return telegram.bot()


@pytest.fixture
def kaowu(
    bot: str, token: str, store: Store, tmp_path: Path, telegram: TelegramStandIn
) -> Iterator[Serving]:
    with serving(store, tmp_path, telegram, **{bot: token}) as kaowu:
        yield kaowu


@pytest.fixture
def somebody(kaowu: Serving, bot: str, token: str, telegram: TelegramStandIn) -> Person:
    return Person(kaowu.store, CHANNELS[bot], token, telegram.phone(token))
