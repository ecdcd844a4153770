"""Calls of the Bot API through python-telegram-bot."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from telegram import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
)
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError
from telegram.ext import Application, ApplicationBuilder

from handlers.channel import FileOut, Gone, TryLater, Unreachable
from handlers.telegram.failures import is_as_wanted, rejection
from handlers.telegram.inbound import ALLOWED
from handlers.telegram.outbound import Keyboard

TIMEOUT_S = 20
UPLOAD_S = 50
"""Within the time a claimed delivery is ours."""
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
"""Telegram would fetch every link to show it, and ours open something."""

Library = Application[Any, Any, Any, Any, Any, Any]


class PtbNetwork:
    """Implements handlers.telegram.network.Network."""

    def __init__(self, token: str, api_url: str, *, paid: bool = False) -> None:
        """`paid`: more than Telegram lets through for nothing may go out; it takes Stars for the rest."""
        self.library: Library = (
            ApplicationBuilder()
            .token(token)
            .base_url(f"{api_url}/bot")
            .base_file_url(f"{api_url}/file/bot")
            .read_timeout(TIMEOUT_S)
            .write_timeout(TIMEOUT_S)
            .media_write_timeout(UPLOAD_S)
            .updater(None)
            .build()
        )
        self.bot = int(token.partition(":")[0])
        self._paid = paid or None
        self.ready = False
        """Whether the library takes updates: it asks Telegram who we are first."""

    async def start(self) -> str:
        async with failures():
            await self.library.initialize()
        self.ready = True
        return str(self.library.bot.username)

    async def close(self) -> None:
        await self.library.shutdown()

    async def updates(self, offset: int, wait_s: int) -> Sequence[Mapping[str, Any]]:
        async with failures():
            found = await self.library.bot.get_updates(
                offset=offset, timeout=wait_s, allowed_updates=list(ALLOWED)
            )
        return [update.to_dict() for update in found]

    async def set_webhook(self, url: str, secret: str) -> None:
        async with failures():
            await self.library.bot.set_webhook(
                url, secret_token=secret, allowed_updates=list(ALLOWED)
            )

    async def drop_webhook(self) -> None:
        async with failures():
            await self.library.bot.delete_webhook()

    async def send_text(self, chat: int, text: str, keyboard: Keyboard) -> None:
        async with failures():
            await self.library.bot.send_message(
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
            await self.library.bot.send_photo(
                chat,
                upload(file),
                caption=caption or None,
                allow_paid_broadcast=self._paid,
                reply_markup=markup(keyboard),
            )

    async def send_document(self, chat: int, file: FileOut) -> None:
        async with failures():
            await self.library.bot.send_document(
                chat, upload(file), allow_paid_broadcast=self._paid
            )

    async def change_text(self, chat: int, message: int, text: str) -> None:
        async with failures():
            await self.library.bot.edit_message_text(
                text, chat, message, link_preview_options=NO_PREVIEW
            )

    async def drop_keyboard(self, chat: int, message: int) -> None:
        async with failures():
            await self.library.bot.edit_message_reply_markup(chat, message)

    async def delete(self, chat: int, message: int) -> None:
        async with failures():
            await self.library.bot.delete_message(chat, message)

    async def answer_tap(self, query: str) -> None:
        async with failures():
            await self.library.bot.answer_callback_query(query)

    async def download(self, file: str) -> bytes:
        async with failures():
            found = await self.library.bot.get_file(file)
            return bytes(await found.download_as_bytearray())
        raise AssertionError  # a refusal that is as wanted: there is none for a download

    async def set_commands(
        self, commands: Mapping[str, str], *, language: str = "", chat: int | None = None
    ) -> None:
        listed = [BotCommand(name, says) for name, says in commands.items()]
        scope = BotCommandScopeChat(chat) if chat else BotCommandScopeAllPrivateChats()
        async with failures():
            await self.library.bot.set_my_commands(
                listed, scope=scope, language_code=language or None
            )


@asynccontextmanager
async def failures() -> AsyncIterator[None]:
    """The library's exceptions as ours."""
    try:
        yield
    except RetryAfter as error:
        raise TryLater(seconds(error)) from error
    except Forbidden as error:
        raise Gone("blocked") from error
    except BadRequest as error:
        if not is_as_wanted(error.message):
            raise rejection(error.message) from error
    except TelegramError as error:
        raise Unreachable(type(error).__name__) from error


def seconds(error: RetryAfter) -> float:
    """A span of time, as opted in to in this package; the library still declares both."""
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)


def markup(keyboard: Keyboard) -> InlineKeyboardMarkup | None:
    rows = [
        [InlineKeyboardButton(one.label, callback_data=one.data) for one in row] for row in keyboard
    ]
    return InlineKeyboardMarkup(rows) if rows else None


def upload(file: FileOut) -> InputFile:
    return InputFile(file.data, file.name)
