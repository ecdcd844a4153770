"""What both bots are made from, whichever library carries them."""

from collections.abc import Callable
from dataclasses import dataclass

from conversations.menu import House
from handlers.channel import ChatDesk, Documents
from handlers.telegram.account import Hook


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
    introduced: Callable[[str, str], None]
    """Told channel and address of links into the bot, once Telegram has said who we are."""
