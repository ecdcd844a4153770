"""Telegram's stand-in, and each test once with each library."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from handlers.telegram.network import Network
from tests.handlers.telegram.networks import LIBRARIES, connected
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
