"""POST /telegram/candidate and /telegram/staff: updates brought by Telegram, known by a secret header."""

import hmac
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from fastapi import Request, Response
from starlette.routing import Route

from handlers.channel import Busy

HEADER = "x-telegram-bot-api-secret-token"
BODY = 1_000_000
"""An update is some kilobytes; files are fetched apart."""

Take = Callable[[Mapping[str, Any]], Awaitable[None]]


def route(path: str, secret: str, take: Take) -> Route:
    """Telegram repeats what is not answered with 2xx, so the answer comes after the deed."""

    async def receive(request: Request) -> Response:
        given = request.headers.get(HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return Response(status_code=403)
        body = await read_body(request)
        if body is None:
            return Response(status_code=413)
        update = read_update(body)
        if update is None:
            return Response(status_code=400)
        try:
            await take(update)
        except Busy as busy:
            return Response(status_code=503, headers={"Retry-After": str(busy.retry_after)})
        return Response(status_code=200)

    return Route(path, receive, methods=["POST"])


async def read_body(request: Request) -> bytes | None:
    """None for one that is too long, the rest of which is not waited for."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > BODY:
            return None
    return bytes(body)


def read_update(body: bytes) -> dict[str, Any] | None:
    """The update; None for anything that cannot be one."""
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):  # no JSON, or brackets within brackets without an end
        return None
    numbered = isinstance(update, dict) and isinstance(update.get("update_id"), int)
    return update if numbered else None
