"""Messages taken: one chat's in order, each once however often it is delivered, pictures fetched first."""

import asyncio
from dataclasses import dataclass

import structlog

from conversations.engine.choosing import folded
from conversations.engine.messages import Received
from conversations.incoming import Answer, Incoming
from conversations.words import words
from handlers.channel import Busy, ChatDesk, SendFailed
from handlers.wechat.channel import WechatChannel
from handlers.wechat.inbound import (
    Content,
    Heard,
    Left,
    Link,
    Nothing,
    Other,
    Photo,
    Tap,
    Words,
)
from handlers.wechat.memory import REPLIED, Memory
from handlers.wechat.network import Network
from handlers.wechat.outbound import LIMITS, READ_ON
from rules.findings import Finding
from store.faults import KeyReused
from store.wechat_chats import CHANNEL

PATIENCE_S = 4.5
"""WeChat hangs up after 5 seconds and tells the person that we are out of order."""
HELD_S = 16.0
"""Three deliveries of 5 seconds are over by then; the sender takes what is still unsent."""
KEPT_S = 20.0
"""So long after a reply the same message may still be delivered again."""

MOST_WAITING = 16
"""Messages of one chat under way; a hand cannot type faster."""

TOO_BIG = Finding("wechat-picture-too-big", args={"most": LIMITS.photo_in // 1_000_000})
LOST = Finding("wechat-picture-lost")
UNREADABLE = Finding("wechat-only-words")

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Said:
    """What a delivery is answered with; without a text, that we have it."""

    text: str = ""
    answer: Answer | None = None


@dataclass(slots=True)
class Hearing:
    """One message being taken, and how many deliveries of it wait for the reply."""

    task: asyncio.Task[Said]
    waiting: int = 0


class Receiver:
    """For one event loop."""

    def __init__(
        self,
        desk: ChatDesk,
        network: Network,
        memory: Memory,
        channel: WechatChannel,
        *,
        patience_s: float = PATIENCE_S,
    ) -> None:
        self._desk = desk
        self._network = network
        self._memory = memory
        self._channel = channel
        self._patience_s = patience_s
        self._hearings: dict[str, Hearing] = {}
        self._chats: dict[str, list[asyncio.Task[Said]]] = {}

    async def reply(self, heard: Heard) -> Said:
        """The reply to a delivery, the same to each of one message; without a text when it takes too long.

        Then the sender brings it, as soon as it is there and no other delivery waits for it.
        """
        hearing = self._hearings.get(heard.key) or self._begin(heard)
        hearing.waiting += 1
        try:
            return await asyncio.wait_for(asyncio.shield(hearing.task), self._patience_s)
        except TimeoutError:
            return Said()
        finally:
            hearing.waiting -= 1

    async def written(self, heard: Heard, said: Said) -> None:
        """The reply is on the wire. What the sender was to bring, it need not bring any more."""
        answer = said.answer
        if answer is None:
            return
        await self._desk.written(answer)
        if len(answer.deliveries) < sum(not message.mine for message in answer.messages):
            await self._memory.reached(heard.chat, answer)
        said_now = [message.body for message in answer.messages if not message.mine]
        await self._channel.show_pictures(heard.chat, said_now, answer.person)

    async def finish(self) -> None:
        """Wait for everything under way."""
        tasks = [hearing.task for hearing in self._hearings.values()]
        await asyncio.gather(*tasks, return_exceptions=True)

    def _begin(self, heard: Heard) -> Hearing:
        line = self._chats.setdefault(heard.chat, [])
        hearing = Hearing(asyncio.create_task(self._in_order(heard, line[-1:], len(line))))
        self._hearings[heard.key] = hearing
        line.append(hearing.task)
        hearing.task.add_done_callback(lambda task: self._end(heard, task))
        return hearing

    def _end(self, heard: Heard, task: asyncio.Task[Said]) -> None:
        line = self._chats[heard.chat]
        line.remove(task)
        if not line:
            del self._chats[heard.chat]
        loop = asyncio.get_running_loop()
        loop.call_later(KEPT_S, self._hearings.pop, heard.key, None)

    async def _in_order(self, heard: Heard, before: list[asyncio.Task[Said]], waiting: int) -> Said:
        """A picture takes long to fetch; what is written after it waits, within its chat alone."""
        if waiting >= MOST_WAITING:
            return busy()
        if before:
            await asyncio.wait(before)
        try:
            said = await self._said(heard)
            if said.answer and not self._hearings[heard.key].waiting:
                await self._memory.release(said.answer)
        except Exception as error:
            # The edge of a delivery: else WeChat would tell the person that we are out of order.
            log.exception("delivery-failed", channel=CHANNEL, exc_info=error)
            return Said()
        return said

    async def _said(self, heard: Heard) -> Said:
        try:
            if wants_more(heard.content):
                page = await self._memory.read_on(heard.chat, heard.key)
                if page is not None:
                    return Said(page)
            answer = await self._taken(heard)
        except Busy:
            return busy()
        except KeyReused:
            return Said()
        return Said() if answer is None else await self._composed(heard, answer)

    async def _taken(self, heard: Heard) -> Answer | None:
        """One turn; None where nothing is to be answered."""
        match heard.content:
            case Nothing():
                return None
            case Left():
                await self._desk.blocked(CHANNEL, heard.chat)
                await self._memory.doubt_tag([heard.chat])  # goes with the following
                return None
            case Words(text):
                incoming = self._incoming(heard, text=text)
            case Tap(choice):
                incoming = self._incoming(heard, choice=choice)
            case Link(token):
                incoming = self._incoming(heard, link=token)
            case Photo(media):
                incoming = self._incoming(heard, file=await self._fetched(heard, media))
            case Other():
                incoming = self._incoming(heard, file=Received("", problem=UNREADABLE))
        return await self._desk.take_in_place(incoming)

    async def _composed(self, heard: Heard, answer: Answer) -> Said:
        """All replies as one text; of a long one the first page, the others are kept."""
        said = [message.body for message in answer.messages if not message.mine]
        if not said:
            return Said()
        pages = await self._channel.pages(said, answer.person)
        if len(pages) > 1:
            await self._memory.keep_pages(heard.chat, pages, REPLIED)
        return Said(pages[0], answer)

    async def _fetched(self, heard: Heard, media: str) -> Received:
        """The picture decoded and kept; WeChat has it for three days only."""
        try:
            data = await self._network.download(media)
        except SendFailed:
            return Received("", problem=LOST)
        if len(data) > LIMITS.photo_in:
            return Received("", problem=TOO_BIG, original_size=len(data))
        return await self._desk.prepare_from_chat(CHANNEL, heard.chat, heard.key, data, "")

    @staticmethod
    def _incoming(
        heard: Heard,
        *,
        text: str | None = None,
        choice: str | None = None,
        link: str | None = None,
        file: Received | None = None,
    ) -> Incoming:
        return Incoming(
            heard.key,
            "",
            CHANNEL,
            chat=heard.chat,
            text=text,
            choice=choice,
            link=link,
            file=file,
            opens=heard.opening,
            hold_s=HELD_S,
        )


def busy() -> Said:
    """Nothing was done; whose language it is nobody could look up."""
    return Said(words("zh-CN").say("wechat-busy"))


def wants_more(content: Content) -> bool:
    """`0`, also as Chinese keyboards write it, and with the word that stands before it."""
    return isinstance(content, Words) and folded(content.text).removeprefix("回复") == READ_ON
