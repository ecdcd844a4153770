"""A supervision report by thumb in a hall without a line: every question is asked all the same, and nothing is lost."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from bot.settings import load
from rules.supervision_reports import LineVerdict, SupervisionLine
from store.batch_rows import BatchId
from store.migrate import migrate
from store.sessions import SessionKind
from store.unit import Store
from tests import pictures
from tests.browser.phone import Phone
from tests.fakes import FixedClock, store_on
from tests.serving import Server
from tests.supervising import Supervised

pytestmark = pytest.mark.browser


@dataclass
class Hall:
    """The server, its store looked at from beside it, and the supervisor's session."""

    address: str
    store: Store
    batch: BatchId
    token: str

    def draft(self) -> dict[str, object]:
        """What the office has of the answers."""
        with self.store.reading() as work:
            session = work.sessions.find(self.token)
            assert session
            (draft,) = work.drafts.open_ones(session.person)
        return dict(draft.answers)


@dataclass(frozen=True)
class Prepared:
    """A data directory to be copied, and who is sent to which batch there."""

    folder: Path
    batch: BatchId
    token: str


def opened(folder: Path, clock: FixedClock) -> Store:
    settings = load(folder)
    keys = settings.keys()
    return store_on(settings.database, keys, settings.files, clock)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    folder = tmp_path_factory.mktemp("hall")
    migrate(load(folder).database)
    clock = FixedClock()
    with closing(opened(folder, clock)) as store:
        supervised = Supervised(store, clock)
        with store.writing() as work:
            _, token = work.sessions.open(supervised.supervisor.person, SessionKind.COOKIE)
    return Prepared(folder, supervised.stage.batch.id, token)


@pytest.fixture
def hall(prepared: Prepared, tmp_path: Path) -> Iterator[Hall]:
    folder = Path(shutil.copytree(prepared.folder, tmp_path / "data"))
    store = opened(folder, FixedClock())
    server = Server(folder, log=tmp_path / "log")
    yield Hall(server.start(), store, prepared.batch, prepared.token)
    server.stop()
    store.close()


@pytest.fixture
def phone(context: BrowserContext, hall: Hall) -> Phone:
    context.add_cookies([{"name": "kaowu", "value": hall.token, "url": hall.address}])
    return Phone(context, hall.address)


def begun(phone: Phone) -> Phone:
    with phone.page.expect_response("**/api/chat/ahead"):
        phone.page.locator("#field").fill("/supervision_report")
        phone.page.locator("#send").click()
    return phone.asks("arrived_at")


def checklist(phone: Phone) -> None:
    """All in order but for the fire extinguishers."""
    for line in SupervisionLine:
        phone.asks(line)
        if line is SupervisionLine.SAFETY:
            phone.tap(LineVerdict.NO).answer(f"{line}_remark", "灭火器过期")
        else:
            phone.tap(LineVerdict.YES)


def photographed(phone: Phone, picture: Path) -> None:
    phone.asks("photos.picture")
    phone.page.locator("#choose-input").set_input_files(str(picture))
    phone.page.locator("#send-file").click()
    phone.choose("photos.shows", "practice").choose("photos.more", "no")


def test_without_a_line_everything_is_asked_kept_and_sent_later(
    phone: Phone, context: BrowserContext, hall: Hall, tmp_path: Path
) -> None:
    picture = tmp_path / "hall.jpg"
    picture.write_bytes(pictures.document())
    begun(phone)
    context.set_offline(offline=True)
    phone.tap("now").answer("present", "38").answer("checked", "10").answer("mismatched", "0")
    checklist(phone)
    phone.choose("faults.more", "yes").answer("faults.what", "2 号工位缺少排烟设备")
    phone.asks("faults.handled").tap("skip").answer("faults.demanded", "装好排烟设备")
    due = date.today() + timedelta(days=20)  # noqa: DTZ011 - the server's own day
    phone.answer("faults.due_on", due.isoformat()).choose("faults.more", "no")
    photographed(phone, picture)
    phone.answer("left_at", "23:59").asks("conclusion")
    assert "conclusion" not in hall.draft()
    assert "present" not in hall.draft()

    # The browser is closed in the hall; at home there is a line again.
    phone.page.close()
    context.set_offline(offline=False)
    home = Phone(context, hall.address)
    home.choose("conclusion", "correction").asks("remarks").tap("skip")
    expect(home.page.locator("#dock[data-kind='review']")).to_be_visible()
    answers = hall.draft()
    assert answers["present"] == "38"
    assert answers["safety_remark"] == "灭火器过期"
    noted = answers["noted"]
    assert isinstance(noted, dict)
    assert list(noted)[:2] == ["arrived_at", "present"]
    assert noted["arrived_at"] < noted["left_at"] < noted["remarks"]
    home.tap("submit").says("督导报告已提交")
    with hall.store.reading() as work:
        report = work.supervision_reports.find(hall.batch)
    assert report
    assert report.content.photos[0].noted_at < report.filed_at
    assert phone.faults == home.faults == []


def test_an_answer_that_is_refused_later_stops_those_behind_it_until_it_is_put_right(
    phone: Phone, context: BrowserContext, hall: Hall
) -> None:
    begun(phone)
    context.set_offline(offline=True)
    phone.tap("now").answer("present", "41").answer("checked", "10").answer("mismatched", "0")
    phone.asks("examiners_on_time")
    context.set_offline(offline=False)
    phone.asks("present")
    expect(phone.page.locator("#problem")).to_contain_text("多于应到 40 人")
    phone.write("38").asks("examiners_on_time")
    answers = hall.draft()
    assert [answers[box] for box in ("present", "checked", "mismatched")] == ["38", "10", "0"]
    assert phone.faults == []


def test_without_a_line_an_answer_is_taken_back_and_asked_again(
    phone: Phone, context: BrowserContext, hall: Hall
) -> None:
    begun(phone)
    context.set_offline(offline=True)
    phone.tap("now").answer("present", "83").answer("checked", "10").asks("mismatched")
    phone.page.locator("article.me").filter(has_text="83").get_by_text("撤回").click()
    phone.answer("present", "38").answer("mismatched", "0").asks("examiners_on_time")
    context.set_offline(offline=False)
    # The page may ask on before the office has heard: it goes through what it kept, in order.
    with phone.page.expect_response(lambda reply: '"yes"' in (reply.request.post_data or "")):
        phone.choose("examiners_on_time", "yes")
    phone.asks("examiners_badges")
    answers = hall.draft()
    assert [answers[box] for box in ("present", "checked", "mismatched")] == ["38", "10", "0"]
    assert phone.faults == []


def test_who_signs_out_leaves_nothing_in_the_browser(phone: Phone, context: BrowserContext) -> None:
    begun(phone)
    context.set_offline(offline=True)
    phone.tap("now").answer("present", "41").answer("checked", "10").asks("mismatched")
    context.set_offline(offline=False)
    phone.asks("present")
    phone.page.locator("#field").fill("/logout")
    phone.page.locator("#send").click()
    phone.says("已退出")
    kept = phone.page.evaluate(
        """() => new Promise((resolve) => {
            const opening = indexedDB.open("kaowu", 1);
            opening.onsuccess = () => {
                const all = opening.result.transaction("site").objectStore("site").getAll();
                all.onsuccess = () => resolve(all.result.length);
            };
        })"""
    )
    assert kept == 0


def test_with_a_line_the_form_is_tapped_through_as_ever(phone: Phone) -> None:
    begun(phone).tap("now").answer("present", "38").answer("checked", "10")
    phone.answer("mismatched", "0").choose("examiners_on_time", "yes").asks("examiners_badges")
    assert phone.faults == []
