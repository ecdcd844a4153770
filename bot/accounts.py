"""Our accounts in the chat networks, as the settings name them; a network's library is loaded only then."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from pydantic import SecretStr

from bot.pool import Pool
from bot.retries import retrying
from bot.settings import Settings
from conversations.menu import House
from handlers.channel import Account, ChatDesk, Documents
from handlers.telegram.account import Hook
from handlers.telegram.setup import Setup
from handlers.wechat.credentials import Credentials, NoticeTemplate
from store.unit import Store


@dataclass(frozen=True, slots=True)
class Office:
    """What of ours an account works with."""

    desk: ChatDesk
    documents: Documents
    house: House
    introduced: Callable[[str, str], None]
    """Told a channel and the address of links into it, once its network has said who we are there."""
    store: Store
    pool: Pool
    """For units of work of a channel's own."""


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
    if settings.wechat_app_id:
        found.append(official_account(settings, office))
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
        settings.telegram_per_second,
        office.introduced,
    )


def official_account(settings: Settings, office: Office) -> Account:
    from handlers.wechat.account import Setup as WechatSetup
    from handlers.wechat.account import make_account
    from handlers.wechat.inbound import LINE

    office.introduced("wechat", LINE)
    return make_account(
        WechatSetup(
            credentials(settings),
            office.desk,
            office.documents,
            office.store,
            partial(retrying, office.pool),
            office.house,
        )
    )


def credentials(settings: Settings) -> Credentials:
    assert settings.wechat_app_id
    assert settings.wechat_app_secret
    assert settings.wechat_token
    aes_key, notice = settings.wechat_aes_key, None
    if settings.wechat_notice:
        notice = NoticeTemplate(*settings.wechat_notice.split())
    return Credentials(
        settings.wechat_app_id,
        settings.wechat_app_secret.get_secret_value(),
        settings.wechat_token.get_secret_value(),
        aes_key.get_secret_value() if aes_key else None,
        settings.wechat_api_url.rstrip("/"),
        notice,
    )
