"""kill -9 of the server at any moment of a registration: nothing lost, nothing twice.

`KAOWU_KILLS=200 pytest tests/kills` does it two hundred times; the suite does it a few times.
"""

import os
import random
import threading
from datetime import datetime
from pathlib import Path
from typing import Any

from rules.candidates import CandidateType
from store.clock import OFFICE_ZONE
from tests.client import Client
from tests.conftest import Demonstrated
from tests.serving import Server

KILLS = int(os.environ.get("KAOWU_KILLS", "2"))


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
    client = Client(address, wait=lambda: up.wait(30) if up else None)
    client.begin()
    client.log_in(account["user_name"], account["password"])
    today = datetime.now(OFFICE_ZONE).date()
    client.register(batch["number"], CandidateType.STUDENT, today)
    return client


def test_a_killed_server_loses_nothing_and_does_nothing_twice(
    demonstrated: Demonstrated, tmp_path: Path
) -> None:
    calm = Server(demonstrated.copy_to(tmp_path / "calm"))
    client = register(calm.start(), demonstrated.shown, None)
    wanted = client.history()
    client.close()
    calm.kill()
    killed, moment = 0, random.Random(20261121)
    while killed < KILLS:
        server = Server(demonstrated.copy_to(tmp_path / f"rough-{killed}"))
        address = server.start()
        with Killer(server, KILLS - killed, moment) as killer:
            client = register(address, demonstrated.shown, killer.up)
        assert client.history() == wanted
        client.close()
        server.kill()
        killed += killer.killed
