"""Calls of the Bot API through aiogram."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    AiogramError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from aiogram.methods import Response, TelegramMethod
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
)
from aiohttp import ClientError

from handlers.channel import FileOut, Gone, Rejected, TryLater, Unreachable
from handlers.telegram.failures import is_as_wanted, rejection
from handlers.telegram.inbound import ALLOWED
from handlers.telegram.outbound import Keyboard

ANSWERS = (Response[Message], Response[bool])
"""Held on to: pydantic forgets a type nobody holds, and aiogram would build it anew for every call."""

TIMEOUT_S = 20
UPLOAD_S = 50
"""Within the time a claimed delivery is ours."""
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
"""Telegram would fetch every link to show it, and ours open something."""


class RawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates as Telegram sent it: both ways in meet at the same JSON."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int
    timeout: int
    allowed_updates: list[str]


class AiogramNetwork:
    """Implements handlers.telegram.network.Network."""

    def __init__(self, token: str, api_url: str, *, paid: bool = False) -> None:
        """`paid`: more than Telegram lets through for nothing may go out; it takes Stars for the rest."""
        server = TelegramAPIServer.from_base(api_url)
        session = AiohttpSession(api=server, timeout=TIMEOUT_S)
        self.library = Bot(token, session=session)
        self.bot = self.library.id
        self._paid = paid or None

    async def start(self) -> str:
        async with failures():
            me = await self.library.get_me()
        return me.username or ""

    async def close(self) -> None:
        await self.library.session.close()

    async def updates(self, offset: int, wait_s: int) -> Sequence[Mapping[str, Any]]:
        asked = RawUpdates(offset=offset, timeout=wait_s, allowed_updates=list(ALLOWED))
        async with failures():
            return await self.library(asked, request_timeout=wait_s + TIMEOUT_S)

    async def set_webhook(self, url: str, secret: str) -> None:
        async with failures():
            await self.library.set_webhook(url, secret_token=secret, allowed_updates=list(ALLOWED))

    async def drop_webhook(self) -> None:
        async with failures():
            await self.library.delete_webhook()

    async def send_text(self, chat: int, text: str, keyboard: Keyboard) -> None:
        async with failures():
            await self.library.send_message(
                chat,
                text,
                link_preview_options=NO_PREVIEW,
                allow_paid_broadcast=self._paid,
                reply_markup=markup(keyboard),
            )

    async def send_picture(
        self, chat: int, file: FileOut, caption: str, keyboard: Keyboard
    ) -> None:
        async with failures():
            await self.library.send_photo(
                chat,
                upload(file),
                caption=caption or None,
                allow_paid_broadcast=self._paid,
                reply_markup=markup(keyboard),
                request_timeout=UPLOAD_S,
            )

    async def send_document(self, chat: int, file: FileOut) -> None:
        async with failures():
            await self.library.send_document(
                chat, upload(file), allow_paid_broadcast=self._paid, request_timeout=UPLOAD_S
            )

    async def change_text(self, chat: int, message: int, text: str) -> None:
        async with failures():
            await self.library.edit_message_text(
                text, chat_id=chat, message_id=message, link_preview_options=NO_PREVIEW
            )

    async def drop_keyboard(self, chat: int, message: int) -> None:
        async with failures():
            await self.library.edit_message_reply_markup(chat_id=chat, message_id=message)

    async def delete(self, chat: int, message: int) -> None:
        async with failures():
            await self.library.delete_message(chat, message)

    async def answer_tap(self, query: str) -> None:
        async with failures():
            await self.library.answer_callback_query(query)

    async def download(self, file: str) -> bytes:
        async with failures():
            content = await self.library.download(file)
        return content.read() if content else b""

    async def set_commands(
        self, commands: Mapping[str, str], *, language: str = "", chat: int | None = None
    ) -> None:
        listed = [BotCommand(command=name, description=says) for name, says in commands.items()]
        scope = BotCommandScopeChat(chat_id=chat) if chat else BotCommandScopeAllPrivateChats()
        async with failures():
            await self.library.set_my_commands(listed, scope=scope, language_code=language or None)


@asynccontextmanager
async def failures() -> AsyncIterator[None]:
    """aiogram's exceptions as ours."""
    try:
        yield
    except TelegramRetryAfter as error:
        raise TryLater(error.retry_after) from error
    except TelegramForbiddenError as error:
        raise Gone("blocked") from error
    except TelegramEntityTooLarge as error:
        raise Rejected("too-big") from error
    except TelegramBadRequest as error:
        if not is_as_wanted(error.message):
            raise rejection(error.message) from error
    except (AiogramError, ClientError, TimeoutError) as error:
        raise Unreachable(type(error).__name__) from error


def markup(keyboard: Keyboard) -> InlineKeyboardMarkup | None:
    rows = [
        [InlineKeyboardButton(text=one.label, callback_data=one.data) for one in row]
        for row in keyboard
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def upload(file: FileOut) -> BufferedInputFile:
    return BufferedInputFile(file.data, file.name)
