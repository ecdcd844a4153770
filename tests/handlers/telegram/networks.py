"""Both libraries, unpatched, over HTTP against the stand-in: what the tests of Telegram share."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from handlers.telegram.network import Network
from handlers.telegram_aiogram.outbound import AiogramNetwork
from handlers.telegram_ptb.outbound import PtbNetwork

LIBRARIES: dict[str, Callable[..., Network]] = {
    "aiogram": AiogramNetwork,
    "ptb": PtbNetwork,
}


@contextmanager
def connected(
    library: str, token: str, address: str, *, paid: bool = False
) -> Iterator[tuple[Network, asyncio.Runner]]:
    """An account of a bot, on a loop of its own."""
    with asyncio.Runner() as loop:

        async def made() -> Network:
            return LIBRARIES[library](token, address, paid=paid)

        network = loop.run(made())
        loop.run(network.start())
        try:
            yield network, loop
        finally:
            loop.run(network.close())
