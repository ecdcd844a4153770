"""Photos of an exam taken on the page: dated by the office's clock, and no other picture is (R7.4)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from bot.settings import load
from rules.deadlines import ExamDays
from rules.exam_material import DateSource
from store.batch_rows import BatchId
from store.clock import OFFICE_ZONE
from store.migrate import migrate
from store.sessions import SessionKind
from store.unit import Store
from tests.browser.phone import Phone
from tests.exams import Stage
from tests.fakes import FixedClock, store_on
from tests.serving import Server

pytestmark = pytest.mark.browser


@dataclass
class Room:
    """The server, its store looked at from beside it, and the session of the station's officer."""

    address: str
    store: Store
    batch: BatchId
    token: str


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """A batch that is examined today."""
    folder = tmp_path / "data"
    folder.mkdir()
    settings = load(folder)
    migrate(settings.database)
    keys = settings.keys()
    store = store_on(settings.database, keys, settings.files, FixedClock())
    stage = Stage(store)
    stage.submitted()
    today = datetime.now(OFFICE_ZONE).date()
    with store.writing() as work:
        work.batches.move(stage.batch.id, ExamDays(today, today))
        assert stage.station.person
        _, token = work.sessions.open(stage.station.person, SessionKind.COOKIE)
    server = Server(folder, log=tmp_path / "log")
    yield Room(server.start(), store, stage.batch.id, token)
    server.stop()
    store.close()


def test_a_photo_taken_here_carries_the_time_of_the_office(
    context: BrowserContext, room: Room
) -> None:
    context.grant_permissions(["camera"])
    context.add_cookies([{"name": "kaowu", "value": room.token, "url": room.address}])
    phone = Phone(context, room.address)
    phone.page.locator("#field").fill("/exam_material")
    phone.page.locator("#send").click()
    phone.asks("place").tap("JX04-06-04-01:theory_room").asks("picture")
    phone.page.locator("#camera-here").click()
    finder = phone.page.locator("#finder")
    expect(finder).to_be_visible()
    expect(finder).not_to_have_js_property("videoWidth", 0)
    phone.page.locator("#shutter").click()
    phone.page.locator("#send-file").click()
    phone.asks_to_confirm("picture").tap("keep").choose("examiners", "2").says("本系统相机")
    expect(finder).to_have_count(0)
    with room.store.reading() as work:
        (one,) = work.exam_material.of(room.batch)
    assert one.date_source is DateSource.CAMERA
    assert one.taken_at
    assert one.taken_at.date() == one.taken_on
    assert phone.faults == []


def test_without_a_camera_the_other_ways_are_left(context: BrowserContext, room: Room) -> None:
    context.add_cookies([{"name": "kaowu", "value": room.token, "url": room.address}])
    context.add_init_script(
        "navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error())"
    )
    phone = Phone(context, room.address)
    phone.page.locator("#field").fill("/exam_material")
    phone.page.locator("#send").click()
    phone.asks("place").tap("JX04-06-04-01:workpiece").asks("picture")
    phone.page.locator("#camera-here").click()
    expect(phone.page.locator("#camera-trouble")).to_contain_text("打不开相机")
    expect(phone.page.locator("#camera-here")).to_be_hidden()
    expect(phone.page.locator("#choose")).to_be_visible()
    assert phone.faults == []
