"""kill -9 of the server at any moment of a registration: nothing lost, nothing twice.

`KAOWU_KILLS=200 pytest tests/kills` does it two hundred times; the suite does it a few times.
"""

import os
import random
import subprocess
import sys
import threading
from datetime import datetime
from pathlib import Path
from typing import Any

from rules.candidates import CandidateType
from store.clock import OFFICE_ZONE
from tests.kills.client import Client

KILLS = int(os.environ.get("KAOWU_KILLS", "6"))


class Server:
    """A server in a process of its own, on the same port after every start."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = 0
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> str:
        command = [sys.executable, "-m", "bot", "serve", "--port", str(self.port)]
        self.process = subprocess.Popen(
            [*command, "--data", str(self.folder)], stdout=subprocess.PIPE, text=True, env=clean()
        )
        assert self.process.stdout is not None
        words = (word for line in self.process.stdout for word in line.split())
        address = next(word for word in words if word.startswith("http://")).rstrip(".")
        self.port = int(address.rpartition(":")[2])
        return address

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.communicate()


def clean() -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if not k.startswith("KAOWU_")}


def demonstration(folder: Path) -> dict[str, Any]:
    import json

    said = subprocess.run(
        [sys.executable, "-m", "bot", "demo", "--json", "--data", str(folder)],
        capture_output=True,
        text=True,
        check=True,
        env=clean(),
    )
    found: dict[str, Any] = json.loads(said.stdout)
    return found


class Killer:
    """Kills and restarts a server at random moments until it is told to stop or has killed enough."""

    def __init__(self, server: Server, most: int, moment: random.Random) -> None:
        self.server = server
        self.most = most
        self.moment = moment
        self.killed = 0
        self.up = threading.Event()
        self.up.set()
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.work)

    def work(self) -> None:
        while self.killed < self.most and not self.over.wait(self.moment.uniform(0.02, 0.5)):
            self.up.clear()
            self.server.kill()
            self.killed += 1
            self.server.start()
            self.up.set()

    def __enter__(self) -> "Killer":
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.thread.join()


def register(address: str, shown: dict[str, Any], up: threading.Event | None) -> Client:
    """Log in as the demonstration's candidate and register as a student."""
    account = next(a for a in shown["accounts"] if a["role"] == "candidate")
    batch = next(b for b in shown["batches"] if b["candidate_type"] == "student")
    client = Client(address, wait=lambda: up.wait(30) if up else None)  # type: ignore[arg-type, return-value]
    client.begin()
    client.log_in(account["user_name"], account["password"])
    today = datetime.now(OFFICE_ZONE).date()
    client.register(batch["number"], CandidateType.STUDENT, today)
    return client


def test_a_killed_server_loses_nothing_and_does_nothing_twice(tmp_path: Path) -> None:
    shown = demonstration(tmp_path / "calm")
    calm = Server(tmp_path / "calm")
    wanted = register(calm.start(), shown, None).history()
    calm.kill()
    killed, moment = 0, random.Random(20261121)
    while killed < KILLS:
        folder = tmp_path / f"rough-{killed}"
        shown = demonstration(folder)
        server = Server(folder)
        address = server.start()
        with Killer(server, KILLS - killed, moment) as killer:
            client = register(address, shown, killer.up)
        assert client.history() == wanted
        server.kill()
        killed += killer.killed
