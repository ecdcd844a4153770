"""Durable chat turns a second, and the slowest of a hundred, through HTTP; against the usual app."""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from statistics import median

from tests.benchmarks import databases

PHONES = 32
ROUNDS = 5
SECONDS = 4
KAOWU = (sys.executable, "-c", "from bot.cli import main; main()")


@dataclass(frozen=True, slots=True)
class Round:
    """One round of one server."""

    a_second: float
    half: float
    """Half of the answers came within so many milliseconds."""
    p99: float


def main() -> None:
    print(f"{PHONES} phones, medians of {ROUNDS} rounds of {SECONDS} s, ours and the usual in turn")
    for kind, database in databases.KINDS.items():
        if kind == "SQLite" and find_spec("aiosqlite") is None:
            print("SQLite: left out, the usual app needs aiosqlite")
        elif databases.reachable(kind):
            with database() as url, database() as usual_url:
                ours, usual = measure(url, usual_url)
            report(kind, ours, usual)


def measure(url: str, usual_url: str) -> tuple[list[Round], list[Round]]:
    with ExitStack() as servers:
        ours = servers.enter_context(our_server(url))
        usual = servers.enter_context(usual_app(usual_url))
        for one in (ours, usual):
            play(one, 1)
        rounds = [(play(ours), play(usual)) for _ in range(ROUNDS)]
    return [one for one, _ in rounds], [other for _, other in rounds]


@contextmanager
def our_server(url: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="kaowu-bench-") as folder:
        env = os.environ | {"KAOWU_DATABASE_URL": url, "KAOWU_DATA_DIR": folder}
        subprocess.run([*KAOWU, "migrate"], env=env, check=True, stdout=subprocess.DEVNULL)
        with running([*KAOWU, "serve", "--port", "0"], env) as address:
            yield address


@contextmanager
def usual_app(url: str) -> Iterator[str]:
    command = [sys.executable, "-m", "tests.benchmarks.usual_app", url]
    with running(command, dict(os.environ)) as address:
        yield address


@contextmanager
def running(command: Sequence[str], env: dict[str, str]) -> Iterator[str]:
    """A server, until the end; it tells its address in its first line."""
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=quiet, text=True)
    assert server.stdout
    try:
        line = server.stdout.readline()
        address = re.search(r"http://\S+", line)
        assert address, f"{command} did not start: {line}"
        yield address[0]
    finally:
        server.terminate()
        server.wait(timeout=20)
        server.stdout.close()


def play(url: str, seconds: float = SECONDS) -> Round:
    command = [sys.executable, "-m", "tests.benchmarks.client", url, str(seconds), str(PHONES)]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    result = json.loads(said)
    took = result["took"]
    return Round(
        result["answers"] / result["seconds"],
        took[len(took) // 2] / 1000,
        took[len(took) * 99 // 100] / 1000,
    )


def report(kind: str, ours: Sequence[Round], usual: Sequence[Round]) -> None:
    for name, rounds in (("ours", ours), ("the usual app", usual)):
        speed, half, p99 = (median(getattr(r, x) for r in rounds) for x in Round.__slots__)
        print(f"{kind:12}{name:15}{speed:8.0f}/s   p50 {half:6.1f} ms   p99 {p99:6.1f} ms")
    ratio = median(one.a_second / other.a_second for one, other in zip(ours, usual, strict=True))
    print(f"{kind:12}ratio {ratio:.2f}× (goal 1×)", flush=True)


if __name__ == "__main__":
    main()
