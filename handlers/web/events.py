"""Server-sent events: what is said to a person, as it is said; the numbered messages are the truth."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress

from fastapi import Request
from fastapi.responses import StreamingResponse

from conversations.engine.messages import Outgoing
from conversations.history import History
from conversations.incoming import Numbered, SessionUnknown
from handlers.channel import Busy
from handlers.web.desk import FrontDesk
from handlers.web.outbound import Writer, dumps
from handlers.web.problems import Problem
from store.faults import TransientFault
from store.people import PersonId

LOOK_EVERY = 20.0
"""Seconds after which a stream looks for itself: signals may be lost, and proxies close silent lines."""
PAGE = 100
LATELY = 20
"""So many messages back long work may still be shown as under way."""
STREAMS_EACH = 10
AGAIN_AFTER_MS = 3000


class EventStreams:
    """All open streams of this process; each is woken by its person's signal.

    `close` ends them all, which a server must do before it waits for its connections to end.
    """

    def __init__(self, desk: FrontDesk, writer: Writer, *, look_every: float = LOOK_EVERY) -> None:
        self._desk = desk
        self._writer = writer
        self._look_every = look_every
        self._waiting: dict[PersonId, set[asyncio.Event]] = {}
        self._closed = False
        self._unsubscribe: Callable[[], None] | None = None

    async def open(self, request: Request, token: str, after: int) -> StreamingResponse:
        """What was said after a cursor, and all that follows until the session or the server ends."""
        first = await self._desk.history(token, after, PAGE)
        if len(self._waiting.get(first.person, ())) >= STREAMS_EACH:
            raise Problem(429, "web-too-many-streams", {"Retry-After": "30"})
        return StreamingResponse(
            self.stream(token, after, first),
            headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
            media_type="text/event-stream",
        )

    async def stream(self, token: str, after: int, first: History) -> AsyncIterator[str]:
        news = self._enter(first.person)
        try:
            at_work = await self._at_work(token, after)
            yield f"retry: {AGAIN_AFTER_MS}\n\n"
            page: History | None = first
            # What was said between the first look and the entry above raised no signal for us.
            news.set()
            while not self._closed:
                for said in page.messages if page else ():
                    body = dumps(self._writer.message(said, first.person))
                    yield f"id: {said.number}\ndata: {body}\n\n"
                    after = said.number
                    if is_at_work(said):
                        at_work[said.number] = said.body
                if page is None or not page.more:
                    await self._wait(news)
                if not self._closed:
                    async for revised in self._revised(token, at_work):
                        body = dumps(self._writer.message(revised, first.person))
                        yield f"event: revised\ndata: {body}\n\n"
                    page = await self._look(token, after)
                    if page is None or not page.messages:
                        yield ":\n\n"
        except SessionUnknown:
            # The page comes back, hears that the session is over, and asks for another.
            return
        finally:
            self._leave(first.person, news)

    async def _look(self, token: str, after: int, limit: int = PAGE) -> History | None:
        """The next page; None when there is no getting at it now."""
        with suppress(Busy, TransientFault):
            return await self._desk.history(token, after, limit)
        return None

    async def _at_work(self, token: str, before: int) -> dict[int, Outgoing | None]:
        """What was said lately about long work: the page may know it from an earlier time."""
        page = await self._look(token, max(0, before - LATELY), LATELY)
        said = page.messages if page else ()
        return {
            one.number: None
            for one in said
            if one.number <= before and one.body.progress is not None
        }

    async def _revised(
        self, token: str, at_work: dict[int, Outgoing | None]
    ) -> AsyncIterator[Numbered]:
        """Messages that show how far long work is, where it has come further than was shown here."""
        for number, shown in list(at_work.items()):
            page = await self._look(token, number - 1, 1)
            if page is None or not page.messages or page.messages[0].body == shown:
                continue
            now = page.messages[0]
            at_work[number] = now.body
            if not is_at_work(now):
                del at_work[number]
            yield now

    async def _wait(self, news: asyncio.Event) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(self._look_every):
                await news.wait()
        news.clear()

    def _enter(self, person: PersonId) -> asyncio.Event:
        if self._unsubscribe is None:
            self._loop = asyncio.get_running_loop()
            # Without signals a stream looks for itself; the next one to be opened asks for them again.
            with suppress(TransientFault):
                self._unsubscribe = self._desk.subscribe(self._signalled)
        news = asyncio.Event()
        self._waiting.setdefault(person, set()).add(news)
        return news

    def _leave(self, person: PersonId, news: asyncio.Event) -> None:
        waiting = self._waiting[person]
        waiting.discard(news)
        if not waiting:
            del self._waiting[person]

    def _signalled(self, person: PersonId) -> None:
        # From any thread, after every turn of anybody: the loop is troubled only where somebody waits.
        if person in self._waiting:
            self._loop.call_soon_threadsafe(self._wake, person)

    def _wake(self, person: PersonId) -> None:
        for news in self._waiting.get(person, ()):
            news.set()

    def close(self) -> None:
        """End every stream; browsers come back by themselves, to this server or another. On the loop."""
        self._closed = True
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        for person in self._waiting:
            self._wake(person)


def is_at_work(said: Numbered) -> bool:
    """Whether the message will be revised."""
    return said.body.progress is not None and said.body.progress < 100
