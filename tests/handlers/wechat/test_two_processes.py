"""Two processes behind one callback: a message that reaches both is one turn, and its reply is seen once."""

import asyncio
from collections.abc import Iterator
from threading import Event

import pytest

from conversations.incoming import Answer, Incoming, PasswordWork
from conversations.intake import Intake
from handlers.wechat.memory import REPLIED
from store.outbox import OutboxState, outbox
from store.unit import Store, UnitOfWork
from tests.handlers.wechat.conftest import Office, serving
from tests.standins.wechat import WechatPlatform


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    name = "sqlite_url" if request.param == "sqlite" else "empty_postgresql_url"
    url: str = request.getfixturevalue(name)
    return url


@pytest.fixture
def other(store: Store, platform: WechatPlatform, loop: asyncio.Runner) -> Iterator[Office]:
    with serving(store, platform, loop, "other-process") as office:
        yield office


def test_a_delivery_to_the_other_process_waits_for_the_turn_and_gets_its_reply(
    office: Office, other: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice = office.platform.follower("alice")
    office.say(alice, "菜单")
    inside, go_on = Event(), Event()
    received = Intake.received

    def slowly(intake: Intake, work: UnitOfWork, incoming: Incoming) -> Answer | PasswordWork:
        answer = received(intake, work, incoming)
        inside.set()
        assert go_on.wait(30)
        return answer

    message = office.platform.message(alice, "text", Content="1")

    async def scene() -> tuple[str, str]:
        monkeypatch.setattr(Intake, "received", slowly)
        first = asyncio.create_task(office.platform.deliver_once(office.line, message))
        assert await asyncio.to_thread(inside.wait, 30)
        second = asyncio.create_task(office.platform.deliver_once(other.line, message))
        go_on.set()
        return (await first).body, (await second).body

    here, there = office.loop.run(scene())
    assert "证书上的姓名" in here
    assert here == there
    for one in (office, other):
        one.send_what_waits()
    assert len(alice.screen) == 3
    with office.store.reading() as work:
        rows = work.connection.execute(outbox.select()).all()
    assert [row.state for row in rows] == [OutboxState.SENT] * 2


def test_a_page_is_turned_by_whichever_process_hears_the_wish(
    office: Office, other: Office
) -> None:
    alice = office.platform.follower("alice")
    office.say(alice, "菜单")
    chat = f"{office.account._callback._app_id}:{alice.openid}"
    with office.store.writing() as work:
        work.wechat_chats.keep_pages(chat, ("一", "二", "三"), REPLIED)
    assert [other.say(alice, "0"), office.say(alice, "0")] == ["二", "三"]
