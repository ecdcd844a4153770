"""Updates through aiogram: one dispatcher, one handler, no filters (each would run in a thread)."""

from collections.abc import Mapping
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from aiogram.types import TelegramObject

from handlers.channel import Busy
from handlers.telegram.inbound import ALLOWED, MALFORMED, Heard, read
from handlers.telegram.receiver import Receiver

log = structlog.get_logger()


class AiogramInbound:
    """Takes updates as JSON, however they came."""

    def __init__(self, bot: Bot, receiver: Receiver) -> None:
        self._bot = bot
        self._receiver = receiver
        self._dispatcher = Dispatcher(disable_fsm=True)
        for kind in ALLOWED:
            self._dispatcher.observers[kind].register(self._take)

    async def take(self, update: Mapping[str, Any]) -> None:
        """Raises Busy when it should come again; what cannot be read would only come again, and is let go."""
        try:
            heard = read(update)
            if heard is None:
                return
            outcome = await self._dispatcher.feed_raw_update(self._bot, dict(update), heard=heard)
        except MALFORMED as error:
            log.warning("update-unreadable", error=type(error).__name__, bot=self._bot.id)
            return
        if isinstance(outcome, Busy):
            raise outcome

    async def _take(self, _: TelegramObject, heard: Heard) -> Busy | None:
        return await self._receiver.take(heard)
