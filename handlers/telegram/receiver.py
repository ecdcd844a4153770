"""Updates taken: one chat after the other in order, files fetched first, tapped questions tidied up."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import structlog

from conversations.engine.messages import Picture, Received
from conversations.incoming import Answer, Incoming
from handlers.channel import Busy, ChatDesk, Rejected, SendFailed
from handlers.telegram.inbound import Document, Heard, Left, Tap, Unreadable, Words
from handlers.telegram.network import Network
from handlers.telegram.outbound import LIMITS, with_choice
from rules.findings import Finding

HIDDEN = "••••••"
"""How the history keeps a password; then the person's own message is taken from the chat, too."""
UNTOLD = "…"
"""How it keeps an answer that came too late."""
ALBUM = Received("", problem=Finding("chat-one-picture"))
TOO_BIG = Received("", problem=Finding("chat-file-too-big"))
LOST = Received("", problem=Finding("chat-file-lost"))
UNREADABLE = Received("", problem=Finding("chat-unreadable"))

log = structlog.get_logger()

Greeted = Callable[[int, int], Awaitable[None]]
"""Told which chat speaks for which person now."""


FILES_AT_ONCE = 4
"""Of one bot: each may be 20 MB in memory."""


COMES_AGAIN_S = 60
"""How long what could not be taken keeps its place; Telegram sends it again within seconds."""


@dataclass(slots=True)
class Queue:
    """The updates of one chat under way."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    inside: int = 0


class Receiver:
    """For one bot account and one event loop."""

    def __init__(self, name: str, desk: ChatDesk, network: Network, greeted: Greeted) -> None:
        self._name = name
        self._desk = desk
        self._network = network
        self._greeted = greeted
        self._queues: dict[int, Queue] = {}
        self._heads: dict[int, tuple[str, float]] = {}
        """By chat the update that has to come again before any other, and until when (loop time)."""
        self._files = asyncio.Semaphore(FILES_AT_ONCE)

    async def take(self, heard: Heard) -> Busy | None:
        """Take one update; Busy when nothing was done and it should come again.

        It is given back, not raised: the libraries in between swallow or log what is raised.
        """
        try:
            async with self._in_order(heard):
                await self._take(heard)
        except Busy as busy:
            return busy
        except Exception as error:  # the edge of an update: what breaks us must not block the rest
            log.exception("update-failed", exc_info=error, channel=self._name)
        return None

    @asynccontextmanager
    async def _in_order(self, heard: Heard) -> AsyncIterator[None]:
        """Files take long to fetch; what is written after them waits, within its chat alone."""
        queue = self._queues.setdefault(heard.chat, Queue())
        queue.inside += 1
        try:
            async with queue.turn:
                self._let_pass(heard)
                yield
        except Busy:
            self._heads.setdefault(heard.chat, (heard.key, now() + COMES_AGAIN_S))
            raise
        finally:
            queue.inside -= 1
            if not queue.inside:
                del self._queues[heard.chat]

    def _let_pass(self, heard: Heard) -> None:
        """Busy while an earlier update of the chat has to come again."""
        key, until = self._heads.get(heard.chat, (heard.key, 0.0))
        if key != heard.key and now() < until:
            raise Busy
        self._heads.pop(heard.chat, None)

    async def _take(self, heard: Heard) -> None:
        match heard.content:
            case Left():
                await self._desk.blocked(self._name, self._address(heard))
            case Words() as words:
                await self._hear_words(heard, words)
            case Tap() as tap:
                await self._hear_tap(heard, tap)
            case Document() as document:
                await self._hear_file(heard, document)
            case Unreadable():
                await self._say(heard, file=UNREADABLE)

    async def _hear_words(self, heard: Heard, words: Words) -> None:
        corrects = self._key(words.corrects) if words.corrects else None
        text = None if words.link else words.text
        answer = await self._say(heard, text=text, link=words.link, corrects=corrects)
        if hears(answer) == HIDDEN and words.text != HIDDEN:
            with suppress(SendFailed):
                await self._network.delete(heard.chat, heard.message)

    async def _hear_tap(self, heard: Heard, tap: Tap) -> None:
        """The button stops waiting while the turn runs; the question it stood under needs it no more."""
        answer, _ = await asyncio.gather(
            self._say(heard, choice=tap.choice, text=tap.number, turn=tap.turn),
            self._end_waiting(tap),
        )
        if tap.turn is None:
            return  # a menu stays one
        label = hears(answer)
        changed = with_choice(tap.text, label) if tap.text and label not in {UNTOLD, ""} else None
        with suppress(SendFailed):
            if changed:
                await self._network.change_text(heard.chat, heard.message, changed)
            else:
                await self._network.drop_keyboard(heard.chat, heard.message)

    async def _end_waiting(self, tap: Tap) -> None:
        with suppress(SendFailed):
            await self._network.answer_tap(tap.query)

    async def _hear_file(self, heard: Heard, document: Document) -> None:
        """Of an album the first picture is the answer, for all of them share one key; the rest get one note."""
        file = await self._fetched(heard, document)
        if document.album is None:
            await self._say(heard, file=file)
            return
        album = f"{heard.chat}:g{document.album}"
        answer = await self._say(heard, file=file, key=album)
        if not is_answer_to(answer, file):
            await self._say(heard, file=ALBUM, key=f"{album}:rest")

    async def _fetched(self, heard: Heard, document: Document) -> Received:
        """The file decoded and kept; above the limit it is not even asked for."""
        if document.size > LIMITS.file_in:
            return TOO_BIG
        async with self._files:
            try:
                data = await self._network.download(document.file)
            except Rejected as rejected:
                return TOO_BIG if rejected.problem == "too-big" else LOST
            except SendFailed as failed:
                raise Busy from failed
            key = self._key(heard.key)
            return await self._desk.prepare_from_chat(
                self._name, self._address(heard), key, data, document.name
            )

    async def _say(self, heard: Heard, *, key: str | None = None, **content: Any) -> Answer:
        answer = await self._desk.take(
            Incoming(
                self._key(key or heard.key),
                "",
                self._name,
                chat=self._address(heard),
                language=heard.language,
                **content,
            )
        )
        await self._greeted(heard.chat, answer.person)
        return answer

    def _address(self, heard: Heard) -> str:
        return f"{self._network.bot}:{heard.chat}"

    def _key(self, key: str) -> str:
        return f"{self._network.bot}:{key}"


def now() -> float:
    return asyncio.get_running_loop().time()


def hears(answer: Answer) -> str:
    """The person's own message as the history keeps it; empty when a repetition brought it back."""
    mine = next((message for message in answer.messages if message.mine), None)
    return mine.body.text if mine else ""


def is_answer_to(answer: Answer, file: Received) -> bool:
    """Whether this file was answered, now or before, and not another one that came under the same key."""
    kept = {
        one.file
        for m in answer.messages
        if m.mine
        for one in m.body.files
        if isinstance(one, Picture)
    }
    return not file.file or (file.preview or file.file) in kept
