"""Updates through python-telegram-bot: one application without its updater, one handler."""

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import structlog
from telegram import Update
from telegram.ext import ContextTypes, TypeHandler

from handlers.channel import Busy
from handlers.telegram.inbound import MALFORMED, Heard, read
from handlers.telegram.receiver import Receiver
from handlers.telegram_ptb.outbound import PtbNetwork

log = structlog.get_logger()


@dataclass(slots=True)
class Passage:
    """One update on its way through the library, which gives nothing back and swallows what is raised."""

    heard: Heard
    busy: Busy | None = None


PASSING: ContextVar[Passage] = ContextVar("passing")


class PtbInbound:
    """Takes updates as JSON, however they came."""

    def __init__(self, network: PtbNetwork, receiver: Receiver) -> None:
        self._network = network
        self._receiver = receiver
        network.library.add_handler(TypeHandler(Update, self._take))

    async def take(self, update: Mapping[str, Any]) -> None:
        """Raises Busy when it should come again; what cannot be read would only come again, and is let go."""
        if not self._network.ready:
            raise Busy
        try:
            heard = read(update)
            if heard is None:
                return
            parsed = Update.de_json(dict(update), self._network.library.bot)
        except MALFORMED as error:
            log.warning("update-unreadable", error=type(error).__name__, bot=self._network.bot)
            return
        passage = Passage(heard)
        PASSING.set(passage)
        await self._network.library.process_update(parsed)
        if passage.busy:
            raise passage.busy

    async def _take(self, _: Update, __: ContextTypes.DEFAULT_TYPE) -> None:
        passage = PASSING.get()
        passage.busy = await self._receiver.take(passage.heard)
