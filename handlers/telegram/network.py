"""What a library does for us in Telegram: the calls of the Bot API we use, and their failures in our words."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from handlers.channel import FileOut
from handlers.telegram.outbound import Keyboard


class Network(Protocol):
    """One bot account. Every call may raise SendFailed; a message that is as wanted already is a success."""

    @property
    def bot(self) -> int:
        """The account's number, which its token begins with."""

    async def start(self) -> str:
        """Find out who we are: the bot's user name."""

    async def close(self) -> None: ...

    async def updates(self, offset: int, wait_s: int) -> Sequence[Mapping[str, Any]]:
        """What came since; asking with an offset confirms everything below it."""

    async def set_webhook(self, url: str, secret: str) -> None: ...

    async def drop_webhook(self) -> None:
        """From now on updates are asked for; those waiting stay."""

    async def send_text(self, chat: int, text: str, keyboard: Keyboard) -> None: ...

    async def send_picture(
        self, chat: int, file: FileOut, caption: str, keyboard: Keyboard
    ) -> None:
        """At most 10 MB."""

    async def send_document(self, chat: int, file: FileOut) -> None:
        """At most 50 MB."""

    async def change_text(self, chat: int, message: int, text: str) -> None:
        """The text anew, without buttons."""

    async def drop_keyboard(self, chat: int, message: int) -> None: ...

    async def delete(self, chat: int, message: int) -> None: ...

    async def answer_tap(self, query: str) -> None:
        """End the button's waiting; too late is no failure."""

    async def download(self, file: str) -> bytes:
        """Rejected when Telegram has it no more or it is above 20 MB."""

    async def set_commands(
        self, commands: Mapping[str, str], *, language: str = "", chat: int | None = None
    ) -> None:
        """What Telegram offers behind the slash: names with descriptions, for all or in one chat."""
