"""Server-sent events: every message once, in order, from the cursor on, until the session or server ends."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import pytest
from fastapi import FastAPI

from conversations import bodies
from conversations.engine.messages import Outgoing
from conversations.incoming import Answer, Incoming, SessionUnknown
from handlers.web.app import make_app
from handlers.web.desk import PublicFacts
from handlers.web.events import LATELY, STREAMS_EACH
from store.faults import TransientFault
from store.messages import NewMessage, Sender
from store.people import PersonId
from store.sessions import SessionKind
from tests.handlers.web.desk import PUBLIC_URL, StoreDesk

NEVER = 3600.0


class Stream:
    """One open request for events, read as it comes."""

    def __init__(self, app: FastAPI, token: str, path: str = "", **headers: str) -> None:
        self.came: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.gone = asyncio.Event()
        self.buffer = ""
        scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": "GET",
            "scheme": "https",
            "path": "/api/chat/events",
            "query_string": path.encode(),
            "headers": [
                (b"authorization", f"Bearer {token}".encode()),
                *((name.replace("_", "-").encode(), v.encode()) for name, v in headers.items()),
            ],
        }
        self.task = asyncio.create_task(app(scope, self.receive, self.came.put))

    async def receive(self) -> dict[str, Any]:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def start(self) -> dict[str, Any]:
        return await self.came.get()

    async def block(self) -> str:
        """The next event or comment."""
        while "\n\n" not in self.buffer:
            came = await self.came.get()
            assert came["type"] == "http.response.body"
            if not came.get("more_body"):
                raise EOFError
            self.buffer += came["body"].decode()
        block, _, self.buffer = self.buffer.partition("\n\n")
        return block

    async def cursor(self) -> str:
        """The id of the next message, comments passed over."""
        while not (block := await self.block()).startswith("id: "):
            pass
        id_line, data = block.split("\n")
        assert json.loads(data.removeprefix("data: "))["cursor"] == id_line.removeprefix("id: ")
        return id_line.removeprefix("id: ")

    async def close(self) -> None:
        self.gone.set()
        await self.task


class Scene:
    """An app, and a guest who talks."""

    def __init__(self, desk: StoreDesk, look_every: float = NEVER) -> None:
        self.desk = desk
        self.app = make_app(desk, public=PublicFacts(PUBLIC_URL), look_every=look_every)
        self.keys = 0

    async def guest(self) -> str:
        answer = await self.desk.greet(SessionKind.BEARER, "zh-CN", None)
        assert answer.token is not None
        return answer.token

    async def say(self, token: str, text: str) -> Answer:
        self.keys += 1
        return await self.desk.receive(Incoming(f"e{self.keys}", token, "web", text=text))


Play = Callable[[Callable[[Scene], Coroutine[Any, Any, None]]], None]


@pytest.fixture
def play(desk: StoreDesk) -> Play:
    def run(act: Callable[[Scene], Awaitable[None]]) -> None:
        async def whole() -> None:
            async with asyncio.timeout(20):
                await act(Scene(desk))

        asyncio.run(whole())

    return run


def test_what_was_said_comes_first_and_then_what_is_said(play: Play) -> None:
    async def act(scene: Scene) -> None:
        token = await scene.guest()
        stream = Stream(scene.app, token)
        start = await stream.start()
        assert dict(start["headers"])[b"content-type"].startswith(b"text/event-stream")
        assert (await stream.block()).startswith("retry: ")
        assert await stream.cursor() == "1"
        await scene.say(token, "菜单")
        assert [await stream.cursor(), await stream.cursor()] == ["2", "3"]
        await scene.say(token, "菜单")
        assert [await stream.cursor(), await stream.cursor()] == ["4", "5"]
        await stream.close()

    play(act)


def test_a_returning_browser_goes_on_after_the_last_event_it_saw(play: Play) -> None:
    async def act(scene: Scene) -> None:
        token = await scene.guest()
        await scene.say(token, "菜单")
        stream = Stream(scene.app, token, "after=0", last_event_id="2")
        await stream.start()
        assert await stream.cursor() == "3"
        await stream.close()

    play(act)


def test_more_than_a_page_was_missed_and_all_of_it_comes(play: Play) -> None:
    async def act(scene: Scene) -> None:
        token = await scene.guest()
        for _ in range(60):
            await scene.say(token, "菜单")
        stream = Stream(scene.app, token, "after=1")
        await stream.start()
        assert [await stream.cursor() for _ in range(120)] == [str(n) for n in range(2, 122)]
        await stream.close()

    play(act)


def test_nobody_hears_what_is_said_to_others(play: Play) -> None:
    async def act(scene: Scene) -> None:
        one, other = await scene.guest(), await scene.guest()
        stream = Stream(scene.app, one, "after=1")
        await stream.start()
        await stream.block()
        await scene.say(other, "菜单")
        await scene.say(one, "你好")
        block = await stream.block()
        while block == ":":
            block = await stream.block()
        assert "你好" in block
        await stream.close()

    play(act)


def test_lost_signals_only_cost_time_and_silence_is_broken(desk: StoreDesk) -> None:
    async def act() -> None:
        scene = Scene(desk, look_every=0.0)
        token = await scene.guest()
        stream = Stream(scene.app, token, "after=1")
        await stream.start()
        assert (await stream.block()).startswith("retry: ")
        assert await stream.block() == ":"
        desk.store.signals.close()
        await scene.say(token, "菜单")
        assert await stream.cursor() == "2"
        await stream.close()

    asyncio.run(asyncio.wait_for(act(), 20))


async def hears_what_is_said(desk: StoreDesk) -> None:
    scene = Scene(desk, look_every=0.0)
    token = await scene.guest()
    stream = Stream(scene.app, token)
    await stream.start()
    assert await stream.cursor() == "1"
    await scene.say(token, "菜单")
    assert await stream.cursor() == "2"
    await stream.close()


def test_a_database_away_for_a_while_does_not_end_the_stream(
    desk: StoreDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = []
    read = desk.history

    async def flaky(token: str, after: int, limit: int) -> Any:
        looks.append(after)
        if len(looks) in {2, 3}:
            raise TransientFault("away")
        return await read(token, after, limit)

    monkeypatch.setattr(desk, "history", flaky)

    asyncio.run(asyncio.wait_for(hears_what_is_said(desk), 20))


def test_signals_that_cannot_be_reached_only_cost_time(
    desk: StoreDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_listener: object) -> Any:
        raise TransientFault("away")

    monkeypatch.setattr(desk, "subscribe", away)

    asyncio.run(asyncio.wait_for(hears_what_is_said(desk), 20))


def test_streams_whose_session_ended_as_they_began_are_not_counted(
    desk: StoreDesk, play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = desk.history

    async def ended(token: str, after: int, limit: int) -> Any:
        if limit == LATELY:
            raise SessionUnknown
        return await read(token, after, limit)

    async def act(scene: Scene) -> None:
        token = await scene.guest()
        monkeypatch.setattr(desk, "history", ended)
        for _ in range(STREAMS_EACH):
            stream = Stream(scene.app, token)
            await stream.start()
            with pytest.raises(EOFError):
                await stream.block()
            await stream.task
        monkeypatch.setattr(desk, "history", read)
        stream = Stream(scene.app, token)
        assert (await stream.start())["status"] == 200
        await stream.close()

    play(act)


def test_the_stream_ends_with_its_session(play: Play) -> None:
    async def act(scene: Scene) -> None:
        token = await scene.guest()
        person = await scene.desk.reader(token)
        stream = Stream(scene.app, token, "after=1")
        await stream.start()
        await stream.block()
        with scene.desk.store.writing() as work:
            work.sessions.void_all(person)
            work.after_commit(lambda: scene.desk.store.signals.raise_(person))
        with pytest.raises(EOFError):
            await stream.cursor()
        await stream.task

    play(act)


def test_a_shutdown_ends_every_stream_and_leaves_nothing_subscribed(play: Play) -> None:
    async def act(scene: Scene) -> None:
        streams = [Stream(scene.app, await scene.guest(), "after=1") for _ in range(3)]
        for stream in streams:
            await stream.start()
            await stream.block()
        scene.app.state.streams.close()
        for stream in streams:
            with pytest.raises(EOFError):
                await stream.cursor()
            await stream.task
        await scene.say(await scene.guest(), "菜单")

    play(act)


def test_one_person_opens_only_so_many_streams(play: Play) -> None:
    async def act(scene: Scene) -> None:
        token = await scene.guest()
        streams = [Stream(scene.app, token) for _ in range(10)]
        for stream in streams:
            await stream.start()
            await stream.block()
        refused = Stream(scene.app, token)
        assert (await refused.start())["status"] == 429
        for stream in streams:
            await stream.close()
        again = Stream(scene.app, token)
        assert (await again.start())["status"] == 200
        await again.close()

    play(act)


def test_a_cursor_that_is_none_is_refused(play: Play) -> None:
    async def act(scene: Scene) -> None:
        stream = Stream(scene.app, await scene.guest(), last_event_id="x")
        assert (await stream.start())["status"] == 422

    play(act)


def at_work(percent: int) -> dict[str, Any]:
    return bodies.dump(Outgoing(f"{percent}%", progress=percent))


def show(desk: StoreDesk, person: PersonId, percent: int, number: int | None = None) -> int:
    """How far long work is, in a new message or in the place of one."""
    with desk.store.writing() as work:
        work.people.lock(person)
        if number is None:
            (said,) = work.messages.add(person, NewMessage(Sender.BOT, at_work(percent)))
            return said.number
        work.messages.revise(person, number, at_work(percent))
        return number


async def revised(stream: Stream) -> dict[str, Any]:
    """The next message that is revised."""
    while not (block := await stream.block()).startswith("event: revised"):
        pass
    body: dict[str, Any] = json.loads(block.split("\n")[1].removeprefix("data: "))
    return body


def test_long_work_is_revised_in_its_message_until_it_is_done(play: Play) -> None:
    async def act(scene: Scene) -> None:
        token = await scene.guest()
        person = await scene.desk.reader(token)
        stream = Stream(scene.app, token, "after=1")
        await stream.start()
        number = show(scene.desk, person, 0)
        assert await stream.cursor() == str(number)
        for percent in (40, 100):
            show(scene.desk, person, percent, number)
            body = await revised(stream)
            assert (body["cursor"], body["progress"]) == (str(number), percent)
        await scene.say(token, "菜单")
        assert await stream.cursor() == str(number + 1)
        await stream.close()

    play(act)


def test_a_page_that_comes_back_learns_how_far_it_has_come_meanwhile(play: Play) -> None:
    async def act(scene: Scene) -> None:
        token = await scene.guest()
        person = await scene.desk.reader(token)
        number = show(scene.desk, person, 40)
        show(scene.desk, person, 100, number)
        stream = Stream(scene.app, token, f"after={number}")
        await stream.start()
        body = await revised(stream)
        assert (body["cursor"], body["text"]) == (str(number), "100%")
        await stream.close()

    play(act)
