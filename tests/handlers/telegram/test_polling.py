"""Asking for updates: what is confirmed was done, in its chat's order, and no chat waits for another."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import pytest

from conversations.engine.messages import Received
from conversations.incoming import Answer, Incoming
from handlers.channel import Busy, TryLater, Unreachable
from handlers.telegram.inbound import read
from handlers.telegram.network import Network
from handlers.telegram.polling import Poller
from handlers.telegram.receiver import Receiver
from tests.handlers.telegram.medium import NotingDesk, greeted


def message(number: int, chat: int, **content: Any) -> dict[str, Any]:
    place = {"id": chat, "type": "private"}
    content = content or {"text": f"{number}"}
    return {"update_id": number, "message": {"message_id": number, "chat": place, **content}}


@dataclass
class Wire:
    """Telegram's side of the asking: keeps what is not confirmed; a file comes when `file` is set."""

    waiting: list[dict[str, Any]]
    bot: int = 1
    offsets: list[int] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)
    file: asyncio.Event = field(default_factory=asyncio.Event)

    async def updates(self, offset: int, wait_s: int) -> Sequence[Mapping[str, Any]]:
        self.offsets.append(offset)
        if self.failures:
            raise self.failures.pop()
        self.waiting = [u for u in self.waiting if u["update_id"] >= offset]
        if not self.waiting and wait_s:
            raise asyncio.CancelledError  # would wait: the test is over
        await asyncio.sleep(0)
        return self.waiting[:100]

    async def download(self, file: str) -> bytes:
        await self.file.wait()
        return b"picture"


@dataclass
class StubbornDesk(NotingDesk):
    """Is too busy for these words a few times."""

    busy: dict[str, int] = field(default_factory=dict)
    wire: Wire | None = None
    opens_at: str = ""
    """The words after which the file comes."""

    async def take(self, incoming: Incoming) -> Answer:
        text = incoming.text or ""
        if self.busy.get(text):
            self.busy[text] -= 1
            raise Busy(0)
        if self.wire and text == self.opens_at:
            self.wire.file.set()
        return await super().take(incoming)

    async def prepare_from_chat(
        self, channel: str, chat: str, key: str, data: bytes, name: str
    ) -> Received:
        return Received("f1")

    @property
    def said(self) -> list[str | None]:
        return [incoming.text for incoming in self.taken]


def polled(wire: Wire, desk: StubbornDesk) -> list[str | None]:
    """Ask until nothing is left; what was taken, in order."""
    network = cast("Network", wire)
    receiver = Receiver("telegram", desk, network, greeted)

    async def take(update: Mapping[str, Any]) -> None:
        heard = read(update)
        assert heard is not None
        if busy := await receiver.take(heard):
            raise busy

    async def poll() -> None:
        poller = Poller(network, take, pause_s=0)
        with pytest.raises(asyncio.CancelledError):
            await poller.run()
        await poller.finish()

    asyncio.run(poll())
    return desk.said


def test_the_next_asking_confirms_what_was_taken() -> None:
    wire = Wire([message(5, 1), message(6, 2), message(7, 1)])
    assert polled(wire, StubbornDesk()) == ["5", "6", "7"]
    assert (wire.offsets[0], wire.offsets[-1]) == (0, 8)


def test_what_could_not_be_taken_comes_again_before_what_followed_it_in_its_chat() -> None:
    wire = Wire([message(5, 1), message(6, 1), message(7, 2), message(8, 1)])
    taken = polled(wire, StubbornDesk(busy={"5": 2}))
    assert taken == ["7", "5", "6", "8"]
    assert wire.offsets[-1] == 9


def test_nothing_is_taken_twice_while_an_earlier_one_waits() -> None:
    wire = Wire([message(n, n) for n in range(1, 60)])
    assert sorted(map(int, filter(None, polled(wire, StubbornDesk(busy={"1": 3}))))) == [
        *range(1, 60)
    ]


def test_a_slow_file_of_one_chat_holds_up_no_other() -> None:
    photo = [{"file_id": "f", "width": 1, "height": 1}]
    wire = Wire([message(5, 1, photo=photo), message(6, 1), message(7, 2)])
    desk = StubbornDesk(wire=wire, opens_at="7")
    assert polled(wire, desk) == ["7", None, "6"]
    assert [incoming.file for incoming in desk.taken][1] == Received("f1")


def test_a_failing_network_is_asked_again_at_the_same_place() -> None:
    wire = Wire([message(5, 1)], failures=[TryLater(0), Unreachable("NetworkError")])
    assert polled(wire, StubbornDesk()) == ["5"]
    assert wire.offsets == [0, 0, 0, 6]


def test_what_telegram_dropped_is_waited_for_no_longer() -> None:
    wire = Wire([message(5, 1), message(6, 2)])

    class Dropping(StubbornDesk):
        async def take(self, incoming: Incoming) -> Answer:
            if incoming.text == "5":
                wire.waiting = [*wire.waiting[1:], message(9, 3)]
                raise Busy(0)
            return await super().take(incoming)

    assert polled(wire, Dropping()) == ["6", "9"]
    assert wire.offsets[-1] == 10


def test_of_a_bug_of_ours_only_its_update_is_lost() -> None:
    class Broken(StubbornDesk):
        async def take(self, incoming: Incoming) -> Answer:
            if incoming.text == "5":
                raise RuntimeError
            return await super().take(incoming)

    wire = Wire([message(5, 1), message(6, 1)])
    assert polled(wire, Broken()) == ["6"]
    assert wire.offsets[-1] == 7
