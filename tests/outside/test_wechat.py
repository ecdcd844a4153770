"""WeChat from outside: a server of its own, its callback over HTTP, encrypted, across a restart."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import httpx
import pytest

from tests.conftest import Demonstrated
from tests.people import id_number
from tests.serving import Server
from tests.standins import wechat
from tests.standins.wechat import OUT_OF_ORDER, Follower, WechatPlatform

PASSWORD = "wuxi-0417-lathe"


@pytest.fixture
def platform() -> Iterator[WechatPlatform]:
    with WechatPlatform(lambda: datetime.now(UTC)) as platform:
        yield platform


@pytest.fixture
def server(
    platform: WechatPlatform, demonstrated: Demonstrated, tmp_path: Path
) -> Iterator[Server]:
    """On demonstration data, with an account whose network is the stand-in."""
    folder = demonstrated.copy_to(tmp_path / "data")
    settings = {
        "wechat_app_id": wechat.APP_ID,
        "wechat_app_secret": wechat.APP_SECRET,
        "wechat_token": wechat.CALLBACK_TOKEN,
        "wechat_aes_key": wechat.AES_KEY,
        "wechat_api_url": platform.address,
    }
    lines = [f'{name} = "{value}"\n' for name, value in settings.items()]
    (folder / "kaowu.toml").write_text("".join(lines))
    server = Server(folder)
    server.start()
    yield server
    server.stop()


class Phone:
    """Somebody's WeChat, on a line to the server."""

    def __init__(self, server: Server, platform: WechatPlatform) -> None:
        self.address = f"http://127.0.0.1:{server.port}"
        self.platform = platform
        self.owner: Follower = platform.follower("ayigul")

    def send(self, kind: str, **fields: str) -> str:
        message = self.platform.message(self.owner, kind, **fields)
        return asyncio.run(self._deliver(message))

    def say(self, text: str) -> str:
        return self.send("text", Content=text)

    async def _deliver(self, message: dict[str, str]) -> str:
        async with httpx.AsyncClient(base_url=self.address, trust_env=False) as line:
            return (await self.platform.deliver(line, message)).body


def test_somebody_follows_signs_up_and_goes_on_after_a_restart(
    server: Server, platform: WechatPlatform
) -> None:
    phone = Phone(server, platform)
    assert "证书查询" in phone.send("event", Event="subscribe")
    phone.send("event", Event="CLICK", EventKey="/sign_up")
    for answer in ("是", "阿依古丽·买买提", id_number(date(1999, 5, 4), serial=31), "ayigul"):
        phone.say(answer)
    assert "密码" in phone.say("提交")
    server.stop()
    server.start()
    assert phone.say(PASSWORD).startswith("注册好了。")
    assert "阿依古丽·买买提" in phone.say("菜单")
    assert OUT_OF_ORDER not in phone.owner.screen
    assert platform.cut == []
