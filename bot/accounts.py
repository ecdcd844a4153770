"""Our accounts in the chat networks, as the settings name them; a network's library is loaded only then."""

from collections.abc import Callable
from dataclasses import dataclass

from pydantic import SecretStr

from bot.settings import Settings
from conversations.menu import House
from handlers.channel import Account, ChatDesk, Documents
from handlers.telegram.account import Hook
from handlers.telegram.setup import Setup


@dataclass(frozen=True, slots=True)
class Office:
    """What of ours an account works with."""

    desk: ChatDesk
    documents: Documents
    house: House
    introduced: Callable[[str, str], None]
    """Told a channel and the address of links into it, once its network has said who we are there."""


def accounts(settings: Settings, office: Office) -> list[Account]:
    """One for each token that is set."""
    found: list[Account] = []
    if settings.candidate_bot_token:
        from handlers.telegram_aiogram.account import make_account as candidate_bot

        setup = telegram(settings, settings.candidate_bot_token, "/telegram/candidate", office)
        found.append(candidate_bot(setup))
    if settings.staff_bot_token:
        from handlers.telegram_ptb.account import make_account as staff_bot

        setup = telegram(settings, settings.staff_bot_token, "/telegram/staff", office)
        found.append(staff_bot(setup))
    return found


def telegram(settings: Settings, token: SecretStr, path: str, office: Office) -> Setup:
    hook = None
    if settings.telegram_mode == "webhook":
        assert settings.public_url
        assert settings.telegram_webhook_secret
        secret = settings.telegram_webhook_secret.get_secret_value()
        hook = Hook(settings.public_url, path, secret)
    return Setup(
        token.get_secret_value(),
        settings.telegram_api_url.rstrip("/"),
        hook,
        office.desk,
        office.documents,
        office.house,
        office.introduced,
    )
