"""Durable turns a second through each network's webhook, against the same library's bare echo.

A turn lasts from the webhook until the reply has come to the chat. The usual bot keeps its state in
Redis and nothing else; ours does all it does on the page, and what is to be sent, in one commit.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, replace
from itertools import count
from statistics import median
from typing import Any

import redis

from tests.benchmarks import databases
from tests.benchmarks.echoes import REDIS, TOKEN
from tests.benchmarks.networks import SECRET, WECHAT_ID, WECHAT_KEY, WECHAT_TOKEN, Play
from tests.benchmarks.turns import KAOWU, Round, running

AT_ONCE = 32
PHONES = 1000
ROUNDS = 5
SECONDS = 3.0
WARM_UP_S = 6.0
"""Long enough for everybody to have written once: a first message makes a guest, a session and a chat."""
STAFF = f"7000000002:{'b' * 35}"


@dataclass(frozen=True, slots=True)
class Way:
    """A network through one library, and what our server has to reach of it."""

    network: str
    path: str
    baselines: Mapping[str, float]
    """The goal against each."""


WAYS = {
    "aiogram": Way("telegram", "/telegram/candidate", {"aiogram": 0.3, "stateful": 0.8}),
    "ptb": Way("telegram", "/telegram/staff", {"ptb": 0.25}),
    "wechatpy": Way("wechat", "/wechat", {"wechatpy": 0.2}),
}
FIRST = count(1_000_000, 10 * PHONES)


class Networks:
    """The process that is all networks and all people."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        assert process.stdout
        self.address = process.stdout.readline().strip()

    def play(self, play: Play) -> dict[str, Any]:
        assert self._process.stdin
        assert self._process.stdout
        print(json.dumps(asdict(play)), file=self._process.stdin, flush=True)
        said: dict[str, Any] = json.loads(self._process.stdout.readline())
        return said


@contextmanager
def networks() -> Iterator[Networks]:
    command = [sys.executable, "-m", "tests.benchmarks.networks"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        yield Networks(process)
        process.terminate()


@contextmanager
def our_server(
    database: str, api: str, filled: Callable[[str], None] = lambda _: None, **more: str
) -> Iterator[str]:
    """With all three accounts, and no other pace of Telegram's than each chat's own.

    `filled` is given the data directory before it is served.
    """
    with tempfile.TemporaryDirectory(prefix="kaowu-bench-") as folder:
        env = os.environ | {
            "KAOWU_DATABASE_URL": database,
            "KAOWU_DATA_DIR": folder,
            "KAOWU_CANDIDATE_BOT_TOKEN": TOKEN,
            "KAOWU_STAFF_BOT_TOKEN": STAFF,
            "KAOWU_TELEGRAM_MODE": "webhook",
            "KAOWU_TELEGRAM_WEBHOOK_SECRET": SECRET,
            "KAOWU_TELEGRAM_API_URL": api,
            "KAOWU_TELEGRAM_PER_SECOND": "100000",
            "KAOWU_PUBLIC_URL": "https://bench.example",
            "KAOWU_WECHAT_APP_ID": WECHAT_ID,
            "KAOWU_WECHAT_APP_SECRET": "0" * 32,
            "KAOWU_WECHAT_TOKEN": WECHAT_TOKEN,
            "KAOWU_WECHAT_AES_KEY": WECHAT_KEY,
            "KAOWU_WECHAT_API_URL": api,
            **more,
        }
        subprocess.run([*KAOWU, "migrate"], env=env, check=True, stdout=subprocess.DEVNULL)
        filled(folder)
        with running([*KAOWU, "serve", "--port", "0"], env) as address:
            yield address


def main() -> None:
    print(
        f"{AT_ONCE} turns under way of {PHONES} chats, medians of {ROUNDS} rounds of "
        f"{SECONDS:g} s, all in turn"
    )
    with ExitStack() as open_now:
        outside = open_now.enter_context(networks())
        ours = dict(our_servers(open_now, outside.address))
        for library, way in WAYS.items():
            with ExitStack() as echoes:
                them = {name: echo(echoes, name, outside.address) for name in known(way)}
                report(library, way, measure(outside, way, ours, them), ours)


def our_servers(open_now: ExitStack, api: str) -> Iterator[tuple[str, str]]:
    for kind, database in databases.KINDS.items():
        if databases.reachable(kind):
            url = open_now.enter_context(database())
            yield kind, open_now.enter_context(our_server(url, api))


def known(way: Way) -> Iterator[str]:
    for name in way.baselines:
        if name == "stateful" and not redis_there():
            print("the usual bot: left out, Redis cannot be reached")
        else:
            yield name


def redis_there() -> bool:
    try:
        redis.Redis.from_url(REDIS, socket_connect_timeout=1).ping()
    except redis.ConnectionError:
        return False
    return True


def echo(open_now: ExitStack, name: str, api: str) -> str:
    command = [sys.executable, "-m", "tests.benchmarks.echoes", name, api]
    return open_now.enter_context(running(command, dict(os.environ)))


def measure(
    outside: Networks, way: Way, ours: Mapping[str, str], them: Mapping[str, str]
) -> dict[str, list[Round]]:
    """Every server's rounds, each in turn after one to warm up."""
    places = {name: (url, way.path) for name, url in ours.items()}
    places |= {name: (url, "/") for name, url in them.items()}
    first = next(FIRST)
    plays = {
        name: Play(way.network, url, path, SECONDS, PHONES, AT_ONCE, first + place * PHONES)
        for place, (name, (url, path)) in enumerate(places.items())
    }
    for play in plays.values():
        outside.play(replace(play, seconds=WARM_UP_S))
    rounds: dict[str, list[Round]] = {name: [] for name in plays}
    for _ in range(ROUNDS):
        for name, play in plays.items():
            rounds[name].append(round_of(outside.play(play)))
    return rounds


def round_of(said: Mapping[str, Any]) -> Round:
    took: Sequence[int] = said["took"]
    assert not said["unasked"], "a message nobody waited for"
    half, slow = took[len(took) // 2], took[len(took) * 99 // 100]
    return Round(len(took) / said["seconds"], half / 1000, slow / 1000)


def report(
    library: str, way: Way, rounds: Mapping[str, Sequence[Round]], ours: Mapping[str, str]
) -> None:
    for name, some in rounds.items():
        speed, half, slow = (median(getattr(one, x) for one in some) for x in Round.__slots__)
        who = f"ours, {name}" if name in ours else f"bare {name}"
        print(f"{library:10}{who:20}{speed:7.0f}/s   p50 {half:6.1f} ms   p99 {slow:6.1f} ms")
    for name in ours:
        for other in rounds.keys() & way.baselines.keys():
            pairs = zip(rounds[name], rounds[other], strict=True)
            ratio = median(one.a_second / them.a_second for one, them in pairs)
            goal = way.baselines[other]
            print(f"{library:10}{name} against {other}: {ratio:.2f}× (goal {goal}×)", flush=True)


if __name__ == "__main__":
    main()
