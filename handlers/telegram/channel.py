"""A bot account as the sender knows it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

from conversations.engine.messages import Outgoing, Paper, Picture
from conversations.incoming import Numbered
from handlers.channel import Documents, FileOut, Limits, Rejected, TooLarge, TryLater
from handlers.splitting import utf16_units
from handlers.telegram.network import Network
from handlers.telegram.outbound import CAPTION, LIMITS, Composed, compose
from rules.findings import NotPossible

PICTURE = 10_000_000
"""Largest picture shown as one; a larger one goes as a document."""
SHOWN = {"image/jpeg": ".jpg", "image/png": ".png"}
"""What Telegram shows as a picture, with the ending it has as a document."""
LONGEST_PAUSE_S = 20
"""In the middle of a message, while its delivery is ours."""

Call = Callable[[], Awaitable[None]]


class TelegramChannel:
    """Implements handlers.channel.Channel; an address is `bot:chat`."""

    def __init__(
        self, name: str, network: Network, documents: Documents, limits: Limits = LIMITS
    ) -> None:
        self.name = name
        self.limits = limits
        self._network = network
        self._documents = documents

    async def send(self, address: str, message: Numbered, person: int) -> None:
        chat = int(address.partition(":")[2])
        files, links = await self._collect(message.body, person)
        calls = self._calls(chat, files, compose(message.body, links))
        for place, call in enumerate(calls):
            await (carried_on(call) if place else call())

    def _calls(self, chat: int, files: Sequence[FileOut], composed: Composed) -> list[Call]:
        """Files first, so that the buttons are the last thing seen; one picture carries its text itself."""
        send_text = self._network.send_text
        if len(files) == 1 and is_caption(files[0], composed):
            return [partial(self._send_captioned, chat, files[0], composed)]
        calls: list[Call] = [partial(self._send_file, chat, file) for file in files]
        calls += [partial(send_text, chat, text, ()) for text in composed.texts[:-1]]
        calls += [partial(send_text, chat, text, composed.keyboard) for text in composed.texts[-1:]]
        return calls

    async def _collect(self, body: Outgoing, person: int) -> tuple[list[FileOut], list[str]]:
        """The files of a message, and links to those too large to be sent."""
        files, links = [], []
        for offered in body.files:
            try:
                file = await self._carried(offered, person)
            except NotPossible:
                continue  # gone since it was offered; the text stands for itself
            if file is None:
                links.append(f"{label_of(offered)}: {self._documents.link(offered, person)}")
            else:
                files.append(file)
        return files, links

    async def _carried(self, offered: Paper | Picture, person: int) -> FileOut | None:
        """The file; None when it is too large for a chat."""
        try:
            file = await self._documents.file(offered, person)
        except TooLarge:
            return None
        return file if len(file.data) <= self.limits.file_out else None

    async def _send_captioned(self, chat: int, file: FileOut, composed: Composed) -> None:
        """One picture with its text; of one that Telegram refuses to show the text stands below."""
        caption = "".join(composed.texts)
        try:
            await self._network.send_picture(chat, file, caption, composed.keyboard)
        except Rejected:
            await self._network.send_document(chat, as_document(file))
            if caption:
                await carried_on(partial(self._network.send_text, chat, caption, composed.keyboard))

    async def _send_file(self, chat: int, file: FileOut) -> None:
        """A picture is shown, unless Telegram refuses to: one that is very long or wide."""
        if file.media_type in SHOWN and len(file.data) <= PICTURE:
            with suppress(Rejected):
                await self._network.send_picture(chat, file, "", ())
                return
        await self._network.send_document(chat, as_document(file))


async def carried_on(call: Call) -> None:
    """A message begun is ended: sent again from its beginning it would come to the same limit again."""
    while True:
        try:
            return await call()
        except TryLater as later:
            if later.seconds > LONGEST_PAUSE_S:
                raise
            await asyncio.sleep(later.seconds)


def is_caption(file: FileOut, composed: Composed) -> bool:
    """Whether the text may stand below the picture instead of in a message of its own."""
    shown = file.media_type in SHOWN and len(file.data) <= PICTURE
    return shown and utf16_units("".join(composed.texts)) <= CAPTION and len(composed.texts) < 2


def as_document(file: FileOut) -> FileOut:
    """A picture is called after its box; a phone opens files by their ending."""
    ending = SHOWN.get(file.media_type, "")
    return file if file.name.endswith(ending) else replace(file, name=file.name + ending)


def label_of(offered: Paper | Picture) -> str:
    return offered.label if isinstance(offered, Paper) else offered.name
