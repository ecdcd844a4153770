"""Where a bot wants its updates, and how Telegram brings them there."""

import http.client
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit


@dataclass
class Webhook:
    """`answers` are the status codes heard, by update id; 0 where nobody answered."""

    url: str
    secret: str | None
    pause: float = 0.02
    """Seconds before the next try; the real one waits longer each time."""
    answers: list[tuple[int, int]] = field(default_factory=list)

    @contextmanager
    def connected(self) -> Iterator[Callable[[dict[str, Any]], int]]:
        where = urlsplit(self.url)
        line = http.client.HTTPConnection(where.hostname or "", where.port, timeout=20)
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.secret

        def post(update: dict[str, Any]) -> int:
            try:
                line.request("POST", where.path, json.dumps(update).encode(), headers)
                answer = line.getresponse()
                answer.read()
            except (OSError, http.client.HTTPException):
                line.close()
                return 0
            return answer.status

        try:
            yield post
        finally:
            line.close()
