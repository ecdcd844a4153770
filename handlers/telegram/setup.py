"""What both bots are made from, whichever library carries them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from conversations.menu import House
from handlers.channel import ChatDesk, Documents, Limits
from handlers.telegram.account import Hook
from handlers.telegram.outbound import LIMITS


@dataclass(frozen=True, slots=True)
class Setup:
    """One account: its token and addresses, and what of ours it works with."""

    token: str
    api_url: str
    hook: Hook | None
    """None: updates are asked for."""
    desk: ChatDesk
    documents: Documents
    house: House
    per_second: int
    """Messages a second Telegram lets the bot send."""
    introduced: Callable[[str, str], None]
    """Told channel and address of links into the bot, once Telegram has said who we are."""

    @property
    def limits(self) -> Limits:
        return replace(LIMITS, per_second=self.per_second)

    @property
    def paid(self) -> bool:
        return self.per_second > LIMITS.per_second
