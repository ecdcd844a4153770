"""GET and POST /wechat: what WeChat's servers ask of us, and the reply in the same request."""

from collections.abc import Callable, Sequence
from datetime import datetime

import structlog
from fastapi import Request, Response
from starlette.background import BackgroundTask
from starlette.routing import Route

from handlers.wechat import outbound
from handlers.wechat.inbound import Heard, read
from handlers.wechat.receiver import Receiver, Said
from handlers.wechat.seal import NotOurs, Seal
from handlers.wechat.xml import NotReadable

PATH = "/wechat"
BODY = 64_000
"""A message is a few kilobytes; pictures are fetched apart."""
ECHO = 128
SUCCESS = "success"
PLAIN = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}

log = structlog.get_logger()


class TooLong(Exception):
    """More than WeChat ever sends."""


class Callback:
    """Refuses without a word what is not from WeChat: nobody learns from us what was wrong."""

    def __init__(
        self, app_id: str, seal: Seal, receiver: Receiver, now: Callable[[], datetime]
    ) -> None:
        self._app_id = app_id
        self._seal = seal
        self._receiver = receiver
        self._now = now

    async def check(self, request: Request) -> Response:
        """WeChat asks whether this address is ours: the echo proves that we know the token."""
        try:
            self._seal.check(request.query_params)
        except NotOurs:
            return refused("not-ours", 403)
        return plain(request.query_params.get("echostr", "")[:ECHO])

    async def hear(self, request: Request) -> Response:
        """One delivery. The reply, or 'success' when there is none or it comes later."""
        try:
            xml = self._seal.open(request.query_params, await body_of(request))
            heard = read(xml, self._app_id)
        except NotOurs:
            return refused("not-ours", 403)
        except NotReadable:
            return refused("not-readable", 400)
        except TooLong:
            return refused("too-long", 413)
        said = await self._receiver.reply(heard)
        return self._answer(heard, said)

    def _answer(self, heard: Heard, said: Said) -> Response:
        if not said.text:
            return plain(SUCCESS)
        xml = outbound.reply(
            said.text,
            sender=heard.receiver,
            receiver=heard.sender,
            at=int(self._now().timestamp()),
        )
        return Response(
            self._seal.close(xml),
            headers=PLAIN,
            media_type="application/xml",
            background=BackgroundTask(self._receiver.written, heard, said),
        )

    def routes(self) -> Sequence[Route]:
        return [
            Route(PATH, self.hear, methods=["POST"]),
            Route(PATH, self.check, methods=["GET"]),
        ]


async def body_of(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > BODY:
            raise TooLong
    return bytes(body)


def refused(reason: str, status: int) -> Response:
    log.info("wechat-refused", reason=reason)
    return Response(status_code=status, headers=PLAIN)


def plain(text: str) -> Response:
    return Response(text, headers=PLAIN, media_type="text/plain")
