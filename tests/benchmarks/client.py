"""The load: phones that each wait for an answer before they say the next thing. `client URL SECONDS PHONES`.

A process of its own, on a bare protocol, so that it takes as little as possible of the machine from
the server. Prints one line of JSON: answers, seconds, and every answer's time in microseconds.
"""

import asyncio
import json
import sys
import time
from collections.abc import Iterator
from itertools import cycle
from typing import cast
from urllib.parse import urlsplit

import uvloop

from tests.benchmarks.script import SCRIPT


class Line(asyncio.Protocol):
    """One kept-alive connection, one request at a time."""

    def __init__(self) -> None:
        self._read = bytearray()
        self._length = 0
        self._answer: asyncio.Future[tuple[int, bytes]]

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)

    def ask(self, request: bytes) -> asyncio.Future[tuple[int, bytes]]:
        """Status and body."""
        self._answer = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        return self._answer

    def data_received(self, data: bytes) -> None:
        self._read += data
        head = self._read.find(b"\r\n\r\n")
        if head < 0:
            return
        headers = bytes(self._read[:head]).lower()
        length = int(headers.split(b"content-length:")[1].split(b"\r\n")[0])
        if len(self._read) < head + 4 + length:
            return
        body = bytes(self._read[head + 4 :])
        self._read.clear()
        self._answer.set_result((int(headers[9:12]), body))

    def connection_lost(self, exc: Exception | None) -> None:
        if hasattr(self, "_answer") and not self._answer.done():
            self._answer.set_exception(exc or ConnectionResetError())


def request(path: str, body: dict[str, str], token: str = "") -> bytes:
    content = json.dumps(body).encode()
    lines = [
        f"POST {path} HTTP/1.1",
        "Host: bench",
        "Content-Type: application/json",
        f"Content-Length: {len(content)}",
        *([f"Authorization: Bearer {token}"] if token else []),
    ]
    return "\r\n".join([*lines, "", ""]).encode() + content


async def phone(url: str, said: Iterator[tuple[str, str]], seconds: float) -> list[int]:
    """One conversation; the time of each answer. Whatever is refused ends everything."""
    host = urlsplit(url)
    loop = asyncio.get_running_loop()
    _, line = await loop.create_connection(Line, host.hostname or "", host.port or 80)
    status, body = await line.ask(request("/api/chat/session", {}))
    assert status == 201, body
    token = json.loads(body)["token"]
    took, end = [], time.perf_counter() + seconds
    for number, (kind, what) in enumerate(said):
        asked = request("/api/chat/messages", {"id": f"m{number}", kind: what}, token)
        began = time.perf_counter()
        if began > end:
            break
        status, body = await line.ask(asked)
        took.append(round((time.perf_counter() - began) * 1e6))
        assert status == 200, body
        assert b'"error":"' not in body, body.decode()
    line.transport.close()
    return took


async def main(url: str, seconds: float, phones: int) -> None:
    took = await asyncio.gather(*(phone(url, cycle(SCRIPT), seconds) for _ in range(phones)))
    every = sorted(one for phone in took for one in phone)
    print(json.dumps({"answers": len(every), "seconds": seconds, "took": every}))


if __name__ == "__main__":
    uvloop.run(main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3])))
