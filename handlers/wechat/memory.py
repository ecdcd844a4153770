"""What the channel has to remember, asked of the store in a thread of the program's pool."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Protocol, TypeVar

from conversations.incoming import Answer
from rules.roles import Role
from store.people import PersonId
from store.unit import Store, UnitOfWork
from store.wechat_chats import CHANNEL, Opening
from store.wechat_tags import OutOfStep

T = TypeVar("T")

REPLIED = timedelta(minutes=30)
"""How long the rest of a long reply can be asked for: it may show what is to be kept nowhere."""
PUSHED = timedelta(hours=48)
"""The same of a message we began with."""


class Run(Protocol):
    """Does blocking work in a thread, again after a passing fault; Busy when there is no room."""

    def __call__(self, work: Callable[[], T], /) -> Awaitable[T]: ...


class Memory:
    """Each call is a unit of work of its own."""

    def __init__(self, store: Store, run: Run) -> None:
        self._store = store
        self._run = run

    async def read_on(self, chat: str, key: str) -> str | None:
        """The next page of the last reply, for the message `key`; None when there is none."""

        def act(work: UnitOfWork) -> str | None:
            work.wechat_chats.opened(chat, Opening.WRITTEN, reading_on=True)
            return work.wechat_chats.next_page(chat, key)

        return await self._unit(act)

    async def keep_pages(self, chat: str, pages: Sequence[str], good_for: timedelta) -> None:
        """A long message whose first page goes out now."""
        await self._unit(lambda work: work.wechat_chats.keep_pages(chat, pages, good_for))

    async def language(self, person: int) -> str:
        return await self._run(partial(language_of, self._store, PersonId(person)))

    async def release(self, answer: Answer) -> None:
        """Nobody waits for this reply any more; the sender may have it now."""
        held = [delivery.id for delivery in answer.deliveries]
        if held:
            await self._unit(lambda work: work.outbox.release(*held))

    async def reached(self, chat: str, answer: Answer) -> None:
        """Its replies were shown in the chat, whoever was to bring them."""

        def act(work: UnitOfWork) -> None:
            numbers = [message.number for message in answer.messages if not message.mine]
            if found := work.chats.find(CHANNEL, chat):
                work.outbox.reached(found.id, PersonId(answer.person), numbers)

        await self._unit(act)

    async def take(self, chat: str) -> Opening | None:
        """Use one message of what is allowed in the chat now."""
        return await self._unit(lambda work: work.wechat_chats.take(chat))

    async def give_back(self, chat: str, taken: Opening) -> None:
        await self._unit(lambda work: work.wechat_chats.give_back(chat, taken))

    async def close(self, chat: str) -> None:
        """WeChat allows nothing more there."""
        await self._unit(lambda work: work.wechat_chats.close(chat))

    async def out_of_step(
        self, account: str, tags: Mapping[Role, int], most: int
    ) -> tuple[OutOfStep, ...]:
        """Chats that do not carry the tag they should."""
        return await self._run(partial(out_of_step, self._store, account, tags, most))

    async def begin_tag(self, chats: Sequence[str], tag: int) -> None:
        await self._unit(lambda work: work.wechat_tags.begin(chats, tag))

    async def tag_stands(self, chats: Sequence[str], tag: int) -> None:
        await self._unit(lambda work: work.wechat_tags.stand(chats, tag))

    async def doubt_tag(self, chats: Sequence[str]) -> None:
        await self._unit(lambda work: work.wechat_tags.doubt(chats))

    async def end_tag(self, chats: Sequence[str], tag: int) -> None:
        await self._unit(lambda work: work.wechat_tags.end(chats, tag))

    async def block(self, chat: str) -> None:
        """WeChat says that nobody follows us there."""

        def act(work: UnitOfWork) -> None:
            if found := work.chats.find(CHANNEL, chat):
                work.chats.block(found.id)

        await self._unit(act)

    async def _unit(self, act: Callable[[UnitOfWork], T]) -> T:
        return await self._run(partial(self._store.carry_out, act))


def out_of_step(
    store: Store, account: str, tags: Mapping[Role, int], most: int
) -> tuple[OutOfStep, ...]:
    with store.reading() as work:
        return work.wechat_tags.out_of_step(account, tags, most)


def language_of(store: Store, person: PersonId) -> str:
    with store.reading() as work:
        return work.people.get(person).language
