"""Our accounts in the chat networks, as the settings name them; a network's library is loaded only then."""

from bot.settings import Settings
from handlers.channel import Account, ChatDesk, Documents
from store.unit import Store


def accounts(
    settings: Settings, store: Store, desk: ChatDesk, documents: Documents
) -> list[Account]:
    """One for each token that is set."""
    return []
