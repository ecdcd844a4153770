"""Both bots and the page in one process, updates by webhook: what Telegram and its people meet from outside."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.serving import Server, clean_environment
from tests.standins.telegram import TelegramStandIn
from tests.standins.telegram_phone import Phone

SECRET = "a-secret_of_at_least-16"
PATHS = ("/telegram/candidate", "/telegram/staff")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


@pytest.fixture
def telegram() -> Iterator[TelegramStandIn]:
    with TelegramStandIn() as telegram:
        yield telegram


@pytest.fixture
def tokens(telegram: TelegramStandIn) -> list[str]:
    return [telegram.bot("kaowu_bot"), telegram.bot("kaowu_staff_bot")]


@pytest.fixture
def server(telegram: TelegramStandIn, tokens: list[str], tmp_path: Path) -> Iterator[Server]:
    folder, port = tmp_path / "data", free_port()
    migrate = [sys.executable, "-m", "bot", "migrate", "--data", str(folder)]
    subprocess.run(migrate, check=True, capture_output=True, env=clean_environment())
    server = Server(
        folder,
        port=port,
        KAOWU_CANDIDATE_BOT_TOKEN=tokens[0],
        KAOWU_STAFF_BOT_TOKEN=tokens[1],
        KAOWU_TELEGRAM_MODE="webhook",
        KAOWU_TELEGRAM_WEBHOOK_SECRET=SECRET,
        KAOWU_TELEGRAM_API_URL=telegram.address,
        KAOWU_PUBLIC_URL=f"http://127.0.0.1:{port}",
    )
    server.start()
    yield server
    if server.process and server.process.poll() is None:
        server.stop()


def test_two_libraries_in_one_process_answer_by_webhook_and_end_cleanly(
    server: Server, telegram: TelegramStandIn, tokens: list[str]
) -> None:
    phones = [telegram.phone(token) for token in tokens]
    for phone in phones:
        phone.start()
        assert "登录" in phone.hear().labels
    hooks = [bot.webhook for bot in telegram.bots.values()]
    assert [h.url.removeprefix(f"http://127.0.0.1:{server.port}") for h in hooks if h] == [*PATHS]
    server.stop()
    assert server.process
    assert server.process.returncode == 0


def test_only_who_knows_the_secret_is_listened_to(
    server: Server, telegram: TelegramStandIn, tokens: list[str]
) -> None:
    phone = telegram.phone(tokens[0])
    update = {"update_id": 1, "message": {"message_id": 1, "chat": phone.chat(), "text": "/menu"}}
    for path in PATHS:
        knock(f"http://127.0.0.1:{server.port}", path, update)
    assert telegram.called("sendMessage") == []


def knock(address: str, path: str, update: dict[str, Any]) -> None:
    """Without the secret, with wrong ones, and with it but with nonsense."""
    header = "X-Telegram-Bot-Api-Secret-Token"
    with httpx.Client(base_url=address) as nobody:
        assert nobody.post(path, json=update).status_code == 403
        for wrong in ("", "wrong", SECRET[:-1], SECRET + "x"):
            assert nobody.post(path, json=update, headers={header: wrong}).status_code == 403
        known = {header: SECRET}
        assert nobody.post(path, content=b"garbage", headers=known).status_code == 400
        assert nobody.post(path, content=b"[]", headers=known).status_code == 400
        assert nobody.post(path, content=b"x" * 1_000_001, headers=known).status_code == 400
        strange = {"update_id": 2, "message": {"text": 7, "chat": "nobody"}}
        assert nobody.post(path, json=strange, headers=known).status_code == 200
        assert nobody.post(path, json={"update_id": 3}, headers=known).status_code == 200
        assert nobody.get(path, headers=known).status_code == 405


def test_what_came_while_we_were_down_is_answered_once(
    server: Server, telegram: TelegramStandIn, tokens: list[str]
) -> None:
    phone: Phone = telegram.phone(tokens[0])
    phone.start()
    phone.hear()
    server.stop()
    phone.say("/help")
    hook = phone.bot.webhook
    assert hook
    telegram.wait(lambda: any(status == 0 for _, status in hook.answers))
    server.start()
    phone.hear()
    phone.say("/menu")
    phone.hear()
    assert phone.unheard == 0
