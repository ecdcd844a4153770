"""The desk of the chat networks: their messages become turns, their files are put right, replies go out."""

from dataclasses import dataclass
from functools import partial

from bot.bundles import STREAMED
from bot.front import Front
from bot.pool import Pool
from bot.press import BY_LINK
from bot.retries import retrying
from bot.sender import Sender
from bot.turns import Turns
from conversations.engine.messages import Paper, Picture, Received
from conversations.incoming import Answer, Incoming
from conversations.words import LANGUAGES
from handlers.channel import FileOut, Speaker, TooLarge
from handlers.web.desk import PublicFacts
from handlers.web.downloads import Links, name_of
from rules.findings import Finding
from rules.roles import Role
from store.people import PersonId
from store.rights import roles_of
from store.unit import Store

MOST_ATTEMPTS = 2
"""To decode one file; what broke us so often is given up."""


@dataclass(frozen=True, slots=True)
class Chats:
    """The ChatDesk of handlers.channel, for one event loop."""

    store: Store
    front: Front
    turns: Turns
    sender: Sender
    reading: Pool

    async def take(self, incoming: Incoming) -> Answer:
        answer = await self.turns.take(incoming)
        self.sender.hand(answer, incoming)
        return answer

    async def take_in_place(self, incoming: Incoming) -> Answer:
        answer = await self.turns.take(incoming)
        if len(answer.deliveries) < sum(not message.mine for message in answer.messages):
            self.sender.wake()
        return answer

    async def written(self, answer: Answer) -> None:
        self.sender.settle_sent([held.id for held in answer.deliveries])

    async def prepare_from_chat(
        self, channel: str, chat: str, key: str, data: bytes, name: str
    ) -> Received:
        attempt = await retrying(self.reading, partial(attempted, self.store, f"{channel}:{key}"))
        if attempt == 0:
            return Received("")
        if attempt > MOST_ATTEMPTS:
            return Received("", original_size=len(data), problem=Finding("file-gave-up"))
        return await self.front.prepared(data, name, f"{channel}:{chat}")

    async def blocked(self, channel: str, chat: str) -> None:
        await retrying(self.reading, partial(block, self.store, channel, chat))

    async def speaker(self, channel: str, chat: str) -> Speaker:
        """Whom the chat speaks for, as far as its session goes."""
        return await retrying(self.reading, partial(speaker, self.store, channel, chat))


@dataclass(frozen=True, slots=True)
class ChatDocuments:
    """The Documents of handlers.channel."""

    front: Front
    public: PublicFacts

    async def file(self, offered: Paper | Picture, person: int) -> FileOut:
        match offered:
            case Paper() if offered.export in STREAMED or offered.export in BY_LINK:
                raise TooLarge
            case Paper():
                paper = await self.front.print_paper(offered, PersonId(person))
                return FileOut(paper.name, paper.media_type, paper.data)
            case Picture(file, name, media_type, _):
                kept = await self.front.kept_file(file, PersonId(person))
                return FileOut(name or name_of(media_type), kept.media_type, kept.data)

    def link(self, offered: Paper | Picture, person: int) -> str:
        links = Links(self.front, self.public)
        return self.public.url + links.opening(offered, PersonId(person))


def attempted(store: Store, key: str) -> int:
    """Which try this is; 0 for a message that was answered already."""
    with store.writing() as work:
        return 0 if work.inbox.find(key) else work.inbox.attempt(key)


def speaker(store: Store, channel: str, address: str) -> Speaker:
    with store.reading() as work:
        chat = work.chats.find(channel, address)
        if chat is None or chat.person is None:
            return Speaker(LANGUAGES[0], frozenset({Role.GUEST}))
        person = work.people.get(chat.person)
        if chat.id not in {one.id for one in work.chats.of(person.id)}:
            # A session that opens one handed-over form speaks for nobody's posts.
            return Speaker(person.language, frozenset({Role.CANDIDATE}))
        return Speaker(person.language, roles_of(work, person))


def block(store: Store, channel: str, address: str) -> None:
    with store.writing() as work:
        if chat := work.chats.find(channel, address):
            work.chats.block(chat.id)
