"""kill -9 of the only process on SQLite while the clock is moved: what was under way goes on after the start."""

import os
import random
import shutil
import threading
from datetime import datetime
from pathlib import Path

import httpx

from bot import wiring
from bot.in_process import jobs_of
from bot.jobs import moved
from bot.settings import Settings
from store.clock import OFFICE_ZONE
from store.migrate import migrate
from tests.kills.rehearsal import prepare, story
from tests.serving import Server

KILLS = int(os.environ.get("KAOWU_KILLS", "2"))
FROM = datetime(2026, 8, 8, 21, tzinfo=OFFICE_ZONE)
"""Before the close of one batch, while registrations of another wait."""
DAYS = tuple(datetime(2026, 8, day, 9, tzinfo=OFFICE_ZONE) for day in (9, 10))


def settings_of(folder: Path) -> Settings:
    none = dict.fromkeys(("database_url", "redis_url", "files_url", "secret_key", "data_keys"))
    return Settings(data_dir=folder, **none)


def made(folder: Path) -> Path:
    settings = settings_of(folder)
    wiring.make_folder(settings.data_dir)
    migrate(settings.database)
    with wiring.opened(settings) as store:
        prepare(store)
        with store.writing() as work:
            work.rehearsal.move(FROM)
        jobs_of(store, "driver").tick()
    return folder


def move(line: httpx.Client, moment: datetime, up: threading.Event) -> None:
    """Ask until the server has done it, however often it is killed meanwhile."""
    wanted = {"set": moment.isoformat()}
    while True:
        try:
            answer = line.post("/api/rehearsal/clock", json=wanted)
        except httpx.TransportError:
            assert up.wait(60)
            continue
        assert answer.status_code == 200, answer.text
        return


def kill(server: Server, up: threading.Event, over: threading.Event) -> None:
    """`up` while the server is there, until `over`."""
    moment = random.Random(20261121)
    for _ in range(KILLS):
        if over.wait(moment.uniform(0.1, 1.0)):
            return
        up.clear()
        server.kill()
        server.start()
        up.set()


def test_a_server_killed_while_the_clock_moves_says_everything_once(tmp_path: Path) -> None:
    calm = made(tmp_path / "calm")
    rough = Path(shutil.copytree(calm, tmp_path / "rough"))
    with wiring.opened(settings_of(calm)) as store:
        for moment in DAYS:
            moved(jobs_of(store, "driver"), moment)
        wanted = story(store)
    server, up, over = Server(rough), threading.Event(), threading.Event()
    address = server.start()
    up.set()
    killer = threading.Thread(target=kill, args=(server, up, over))
    killer.start()
    try:
        with httpx.Client(base_url=address, timeout=60, trust_env=False) as line:
            for moment in DAYS:
                move(line, moment, up)
    finally:
        over.set()
        killer.join()
        server.kill()
    with wiring.opened(settings_of(rough)) as store:
        assert story(store) == wanted
    assert max(wanted.told.values()) == 1
    assert len(wanted.told) > 10
