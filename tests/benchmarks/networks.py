"""The chat networks and their people, as cheap as can be: `networks`, told on stdin what to play.

One process on a bare protocol stands for Telegram's Bot API, WeChat's platform and everybody's
phones, so that the machine is left to the server. It first prints its address. Each line it reads
is a `Play` as JSON; it answers with a line of JSON: turns, seconds, every turn's time in microseconds,
and how many messages came that nobody waited for.
"""

import asyncio
import base64
import hashlib
import json
import re
import secrets
import sys
import time
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import count
from typing import ClassVar, cast
from urllib.parse import urlsplit

import uvloop
from wechatpy.crypto import PrpCrypto

from tests.benchmarks.client import Line

PATIENCE_S = 30
SECRET = "bench-secret-of-16"
WECHAT_ID, WECHAT_TOKEN = "wx0123456789abcdef", "benchToken"
WECHAT_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"
OUR_NAME = "gh_bench"
LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
CHAT = re.compile(rb"chat_id=(\d+)")
TELEGRAM_SAYS = (
    "/sign_up",
    "是",
    "张晓梅",
    "11010519491231002X",
    "zhangxiaomei",
    "/back",
    "/cancel",
)
WECHAT_SAYS = ("注册", *TELEGRAM_SAYS[1:5], "返回", "取消")


@dataclass(frozen=True, slots=True)
class Play:
    """`phones` people write to `url` so that `at_once` turns are always under way."""

    network: str
    """`telegram` or `wechat`."""
    url: str
    path: str
    seconds: float
    phones: int
    at_once: int
    first: int
    """The first chat's number; others follow."""
    pause_s: float = 0
    """Between two turns of one that is under way."""


class BotApi(asyncio.Protocol):
    """Answers every call at once, and tells whoever waits in that chat."""

    heard: ClassVar[dict[int, asyncio.Future[None]]] = {}
    unasked: ClassVar[list[float]] = []
    """When messages came that nobody waited for."""
    numbers = count(1)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)
        self._read = bytearray()

    def data_received(self, data: bytes) -> None:
        self._read += data
        while (head := self._read.find(b"\r\n\r\n")) >= 0:
            length = LENGTH.search(self._read, 0, head)
            end = head + 4 + (int(length[1]) if length else 0)
            if len(self._read) < end:
                return
            path = bytes(self._read[: self._read.index(b"\r")]).split(b" ")[1]
            body = bytes(self._read[head + 4 : end])
            del self._read[:end]
            self._answer(path, body)

    def _answer(self, path: bytes, body: bytes) -> None:
        result = self._result(path.partition(b"?")[0].rpartition(b"/")[2].lower(), body)
        content = json.dumps(result).encode()
        head = (
            f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(content)}"
        )
        self.transport.write(head.encode() + b"\r\n\r\n" + content)

    def _result(self, method: bytes, body: bytes) -> dict[str, object]:
        match method:
            case b"token":
                return {"access_token": secrets.token_urlsafe(60), "expires_in": 7200}
            case b"create":
                return {"errcode": 0, "errmsg": "ok"}
            case b"getme":
                me = {"id": 1, "is_bot": True, "first_name": "bench", "username": "bench_bot"}
                return {"ok": True, "result": me}
            case b"sendmessage":
                chat = CHAT.search(body)
                assert chat, body
                return {"ok": True, "result": self._said(int(chat[1]))}
        return {"ok": True, "result": True}

    def _said(self, chat: int) -> dict[str, object]:
        waiting = self.heard.pop(chat, None)
        if waiting is None:
            self.unasked.append(time.perf_counter())
        elif not waiting.done():
            waiting.set_result(None)
        where = {"id": chat, "type": "private", "first_name": "A"}
        return {"message_id": next(self.numbers), "date": 1780275600, "chat": where, "text": "x"}


@dataclass
class Phone:
    """One person; says the script over and over."""

    chat: int
    said: int = 0

    def next_of(self, script: tuple[str, ...]) -> str:
        self.said += 1
        return script[(self.said - 1) % len(script)]


PHONES: dict[tuple[str, int], Phone] = {}
"""By server and chat: they go on where they stopped, as people do."""
NUMBERS = count(10_000)
"""Of updates and messages."""
SEAL = PrpCrypto(base64.b64decode(WECHAT_KEY + "="))
Turn = Callable[[Line, Play, Phone], Awaitable[None]]


async def telegram_turn(line: Line, play: Play, phone: Phone) -> None:
    """From the webhook until the reply has come to the chat."""
    number = next(NUMBERS)
    person = {"id": phone.chat, "first_name": "A", "language_code": "zh"}
    message = {
        "message_id": number,
        "date": 1780275600,
        "chat": {**person, "type": "private"},
        "from": {**person, "is_bot": False},
        "text": phone.next_of(TELEGRAM_SAYS),
    }
    body = json.dumps({"update_id": number, "message": message}).encode()
    reply = BotApi.heard[phone.chat] = asyncio.get_running_loop().create_future()
    asked = line.ask(post(play.path, body, f"X-Telegram-Bot-Api-Secret-Token: {SECRET}"))
    await reply
    status, _ = await asked
    assert status == 200, status


async def wechat_turn(line: Line, play: Play, phone: Phone) -> None:
    """From the callback until its own answer, both encrypted."""
    now, nonce = str(int(time.time())), secrets.token_hex(5)
    sealed = SEAL.encrypt(message_of(phone, now), WECHAT_ID).decode()
    signature = hashlib.sha1("".join(sorted([WECHAT_TOKEN, now, nonce, sealed])).encode())
    query = f"timestamp={now}&nonce={nonce}&encrypt_type=aes&msg_signature={signature.hexdigest()}"
    body = f"<xml><ToUserName>{OUR_NAME}</ToUserName><Encrypt>{sealed}</Encrypt></xml>"
    status, answer = await line.ask(post(f"{play.path}?{query}", body.encode()))
    assert status == 200, status
    assert b"Encrypt" in answer, answer


def message_of(phone: Phone, now: str) -> str:
    return (
        f"<xml><ToUserName>{OUR_NAME}</ToUserName><FromUserName>o{phone.chat:027}</FromUserName>"
        f"<CreateTime>{now}</CreateTime><MsgType>text</MsgType>"
        f"<Content>{phone.next_of(WECHAT_SAYS)}</Content><MsgId>{next(NUMBERS)}</MsgId></xml>"
    )


def post(path: str, body: bytes, *headers: str) -> bytes:
    lines = [f"POST {path} HTTP/1.1", "Host: bench", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


TURNS: dict[str, Turn] = {"telegram": telegram_turn, "wechat": wechat_turn}


async def play_of(play: Play) -> dict[str, object]:
    """Everybody's turns until the time is over."""
    phones = deque(
        PHONES.setdefault((play.url, chat), Phone(chat))
        for chat in range(play.first, play.first + play.phones)
    )
    began = time.perf_counter()
    took = await asyncio.gather(*(hand(play, phones, began) for _ in range(play.at_once)))
    seconds = time.perf_counter() - began
    # What comes between two plays counts with the next.
    unasked = [round(moment - began, 3) for moment in BotApi.unasked]
    BotApi.unasked.clear()
    return {
        "seconds": seconds,
        "took": sorted(one for each in took for one in each),
        "unasked": unasked,
    }


async def hand(play: Play, phones: deque[Phone], began: float) -> list[int]:
    """One turn after the other, each of whoever has been quiet for longest."""
    where, took = urlsplit(play.url), []
    loop = asyncio.get_running_loop()
    _, line = await loop.create_connection(Line, where.hostname or "", where.port)
    while (start := time.perf_counter()) < began + play.seconds:
        phone = phones.popleft()
        async with asyncio.timeout(PATIENCE_S):
            await TURNS[play.network](line, play, phone)
        took.append(round((time.perf_counter() - start) * 1e6))
        phones.append(phone)
        await asyncio.sleep(play.pause_s)
    line.transport.close()
    return took


async def main() -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(BotApi, "127.0.0.1", 0)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    while order := await loop.run_in_executor(None, sys.stdin.readline):
        print(json.dumps(await play_of(Play(**json.loads(order)))), flush=True)


if __name__ == "__main__":
    uvloop.run(main())
