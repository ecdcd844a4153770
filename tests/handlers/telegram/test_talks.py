"""Whole conversations in Telegram: both bots, over HTTP, with everything of ours behind them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rules.candidates import CandidateType
from store.unit import Store
from tests import candidates
from tests.handlers.telegram.serving import (
    CHANNELS,
    PASSWORD,
    Person,
    Serving,
    serving,
    with_password,
)
from tests.standins.telegram import TelegramStandIn
from tests.store import office


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """What differs between databases is tested below the channels."""
    return sqlite_url


@pytest.fixture(params=CHANNELS)
def bot(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def token(telegram: TelegramStandIn) -> str:
    return telegram.bot()


@pytest.fixture
def kaowu(
    bot: str, token: str, store: Store, tmp_path: Path, telegram: TelegramStandIn
) -> Iterator[Serving]:
    with serving(store, tmp_path, telegram, **{bot: token}) as kaowu:
        yield kaowu


@pytest.fixture
def somebody(kaowu: Serving, bot: str, token: str, telegram: TelegramStandIn) -> Person:
    return Person(kaowu.store, CHANNELS[bot], token, telegram.phone(token))


def test_a_registration_with_photos_from_the_first_word_to_the_printed_form(
    somebody: Person,
) -> None:
    store, phone = somebody.store, somebody.phone
    batch = candidates.opened(store, CandidateType.STUDENT)
    user_name = with_password(store, office.sign_up(store))
    phone.start()
    assert "报名" in phone.hear().labels
    assert "已登录" in somebody.log_in(user_name).text
    assert PASSWORD not in [message["text"] for message in phone.own.values()]
    phone.start(f"registration-{batch.number}")
    phone.hear()
    review = somebody.fill(candidates.STUDENT)
    assert "请核对" in review.text
    phone.tap("提交")
    filed = phone.until("已提交")
    assert "下载申报表" in "".join(filed.labels) or any(
        b.file and b.file[0].endswith(".pdf") for b in phone.screen
    )
