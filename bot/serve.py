"""Serving: one process, one port, and an end that loses nothing."""

import gc
import signal
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import structlog
import uvicorn
from fastapi import FastAPI

from bot import desk as desks
from bot import wiring
from bot.beside import Beside
from bot.cores import one_core
from bot.faults import Stopped
from bot.networks import Networks
from bot.settings import Settings
from bot.turns import Turns
from conversations.engine.choosing import know_pinyin
from handlers.web.app import make_app
from store.unit import Store

ENDING = (signal.SIGINT, signal.SIGTERM)
PATIENCE_S = 10
"""How long an end waits for requests under way."""


class Server(uvicorn.Server):
    """Ends the event streams before it waits for its connections, which otherwise never end.

    The chat networks begin before the first request and send until the last turn is answered.
    """

    def __init__(
        self, app: FastAPI, turns: Turns, networks: Networks, beside: Sequence[Beside]
    ) -> None:
        # The libraries' access log would show links that open something.
        super().__init__(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                proxy_headers=False,
                server_header=False,
                timeout_graceful_shutdown=PATIENCE_S,
            )
        )
        self._end_streams: Callable[[], None] = app.state.streams.close
        self._turns = turns
        self._networks = networks
        self._beside = beside

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """A signal ends the serving and no more: uvicorn would raise it again and leave our doors open."""
        before = {one: signal.signal(one, self.handle_exit) for one in ENDING}
        try:
            yield
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await self._networks.start()
        for going_on in self._beside:
            going_on.start()
        await super().startup(sockets)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._end_streams()
        await self._networks.stop_taking()
        await super().shutdown(sockets)
        await self._turns.finish()
        for going_on in self._beside:
            await going_on.stop()
        await self._networks.stop()


def serve(
    settings: Settings, listener: socket.socket, announce: Callable[[str, Store], None]
) -> None:
    """Serve until told to end (SIGINT, SIGTERM); `announce` gets the address once we are there."""
    address = address_of(listener)
    url = settings.public_url or address
    with (
        one_core(),
        wiring.opened(settings) as store,
        desks.front_desk(settings, store, url) as desk,
    ):
        store.public_url = url
        public = desks.public_facts(settings, url)
        ours, networks = desks.networks(settings, store, desk, public, desks.paces(settings))
        app = make_app(
            desk.front,
            public=public,
            networks=[route for account in ours for route in account.routes()],
            rehearsed=desks.rehearsed_clock(store, desk),
        )
        announce(address, store)
        structlog.get_logger().info("serving", address=address)
        # What is there by now stays: else every full collection looks at it and stops all turns.
        gc.collect()
        gc.freeze()
        gc.enable()
        desk.pools.turns.begin_with(know_pinyin)
        Server(app, desk.turns, networks, desks.beside(settings, store, desk)).run(
            sockets=[listener]
        )


def listen(host: str, port: int) -> socket.socket:
    """The port, ours from now on; Stopped when it is somebody else's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        # Python appends the address, which we have named.
        why = str(error.strerror).partition(" (while")[0]
        raise Stopped(f"Port {port} on {host} cannot be opened: {why}.") from error


def address_of(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
