"""What is too large for a chat is offered by a link, and everything beside it is sent."""

import asyncio
from dataclasses import dataclass, field

from conversations.engine.messages import Outgoing, Paper, Picture
from conversations.incoming import Numbered
from handlers.channel import FileOut, TooLarge
from handlers.telegram.channel import TelegramChannel
from handlers.telegram.outbound import LIMITS, Keyboard

LARGE, SMALL = Paper("bundle", 1, "申报表.zip"), Paper("roster", 2, "花名册.xlsx")
HUGE = Paper("roster", 3, "很大.xlsx")


class Documents:
    """A zip no chat carries, a small file, and one beyond the network's limit."""

    async def file(self, offered: Paper | Picture, person: int) -> FileOut:
        if offered == LARGE:
            raise TooLarge
        size = LIMITS.file_out + 1 if offered == HUGE else 3
        return FileOut("x.xlsx", "application/x", bytes(size))

    def link(self, offered: Paper | Picture, person: int) -> str:
        assert isinstance(offered, Paper)
        return f"https://kaowu.example/files/{offered.subject}"


@dataclass
class Network:
    """What reaches Telegram."""

    texts: list[str] = field(default_factory=list)
    documents: list[FileOut] = field(default_factory=list)

    async def send_text(self, chat: int, text: str, keyboard: Keyboard) -> None:
        self.texts.append(text)

    async def send_picture(
        self, chat: int, file: FileOut, caption: str, keyboard: Keyboard
    ) -> None:
        raise AssertionError("no picture was offered")

    async def send_document(self, chat: int, file: FileOut) -> None:
        self.documents.append(file)


def test_links_take_the_place_of_what_is_too_large() -> None:
    network = Network()
    channel = TelegramChannel("telegram", network, Documents())
    message = Numbered(1, False, Outgoing("好了", files=(LARGE, SMALL, HUGE)), None, None)
    asyncio.run(channel.send("1:2", message, 7))
    (text,) = network.texts
    assert "申报表.zip: https://kaowu.example/files/1" in text
    assert "很大.xlsx: https://kaowu.example/files/3" in text
    assert [len(file.data) for file in network.documents] == [3]
