"""Two processes on one port, each killed in turn: the talk goes on in the other, or in who comes after."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from store.sealed import Keys
from tests.answers import Reply
from tests.client import Client
from tests.serving import Server

SAID = (Reply(choice="/sign_up"), Reply(text="是"), Reply(text="张晓梅"), Reply(choice="/back"))


@pytest.fixture
def shared(empty_postgresql_url: str, redis_url: str, tmp_path: Path) -> Iterator[dict[str, str]]:
    """What the processes have in common; the count of our address is taken out of it again."""
    yield {"KAOWU_DATABASE_URL": empty_postgresql_url, "KAOWU_REDIS_URL": redis_url}
    us = Keys.load_or_create(tmp_path).fingerprint("127.0.0.1", "address").hex()
    with redis.Redis.from_url(redis_url) as counts:
        assert counts.delete(f"kaowu:rate:guest:address:{us}")


def test_a_talk_goes_on_whichever_process_is_killed(shared: dict[str, str], tmp_path: Path) -> None:
    server = Server(tmp_path, processes=2, log=tmp_path / "log", **shared)
    client = Client(server.start())
    client.begin()
    for place, reply in enumerate(SAID):
        children = server.children()
        os.kill(children[place % len(children)], signal.SIGKILL)
        client.send(reply)
    said = client.history()
    client.close()
    assert server.stop() == 0
    assert [one["from"] for one in said] == ["bot", *("me", "bot") * len(SAID)]
    assert [one["text"] for one in said if one["from"] == "me"] == [
        *("注册", "是", "张晓梅", "返回"),
    ]
    assert "process-killed" in (tmp_path / "log").read_text()
